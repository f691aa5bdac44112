package sc.fiji.kmeans.files;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import sc.fiji.kmeans.base.WholeFiles;
import sc.fiji.kmeans.files.list.Checksum;
import sc.fiji.kmeans.files.list.InputFiles;
import sc.fiji.kmeans.files.list.PlannedImage;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.saved.ClusterFile;
import sc.fiji.kmeans.settings.FileSettings;
import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.SettingTable;
import sc.fiji.kmeans.settings.Trait;

/**
 * The file that tells how the results in a folder were made: the version, and the options
 * that results depend on, as one types them; immutable. It is the same wherever the same is
 * made. It is touched only where it changes, so that what is older than it was made with
 * other settings.
 */
public final class JobSettings implements Serializable {

	/** Of the file. */
	public static final String NAME = "settings.txt";

	/** Of this program. */
	public static final String VERSION = "0.1.0";

	private static final long serialVersionUID = 1;
	private static final String CLUSTERS = "# the clusters of ";
	private static final String IMAGES = "# the images of ";
	private static final String TOGETHER = "frames";
	private static final Pattern PLAIN = Pattern.compile("[^\\s\"'#\\\\@]+");

	private final String folder;
	private final ArrayList<String> lines;

	private JobSettings(final String folder, final List<String> lines) {
		this.folder = folder;
		this.lines = new ArrayList<>(lines);
	}

	/**
	 * @param folder for the results
	 * @param options besides the segmenter's, with what they take
	 */
	public static JobSettings of(final Path folder, final Segmenter segmenter,
		final Map<Setting<?>, String> options)
	{
		final List<String> lines = new ArrayList<>();
		lines.add("# K-Means Segmentation " + VERSION);
		final Map<String, String> texts = segmenter.settings().texts();
		FileSettings.ALL.stream()
			.filter(row -> !row.is(Trait.IMAGEJ) && row != SettingTable.SAVE)
			.filter(row -> texts.containsKey(row.key()))
			.forEach(row -> add(lines, row, texts.get(row.key())));
		options.forEach((row, text) -> add(lines, row, text));
		segmenter.applied().ifPresent(clusters -> lines.add(line("apply", clusters)));
		segmenter.settings()
			.options()
			.reference()
			.ifPresent(clusters -> lines.add(line("match", clusters)));
		return new JobSettings(folder.toAbsolutePath().toString(), lines);
	}

	private static void add(final List<String> lines, final Setting<?> row, final String text) {
		if (row.isSwitch()) {
			if (Boolean.parseBoolean(text)) lines.add(row.option());
		}
		else if (!text.isEmpty()) lines.add(row.option() + " " + quoted(text));
	}

	/** As a file of arguments has it. */
	private static String quoted(final String text) {
		return PLAIN.matcher(text).matches()
			? text
			: '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
	}

	/** With the clusters of all images together, by which they and the images are known again. */
	public JobSettings with(final ImageClusters together, final List<PlannedImage> images) {
		final List<String> more = new ArrayList<>(lines);
		more.add(line(TOGETHER, together));
		more.add(line(images));
		return new JobSettings(folder, more);
	}

	private static String line(final String key, final ImageClusters clusters) {
		return CLUSTERS + key + ": SHA-256 " + Checksum.of(ClusterFile.text(clusters));
	}

	/** Which they are by their places; what they are, their results tell. */
	private static String line(final List<PlannedImage> images) {
		return IMAGES + TOGETHER + ": SHA-256 " + Checksum
			.of(images.stream().map(image -> image.said() + "\n").sorted().collect(Collectors.joining()));
	}

	/**
	 * The settings of an earlier run with the same ones and the same images together, by whose
	 * clusters its results are known; nothing if there was none.
	 *
	 * @throws IOException if they can not be read
	 */
	public Optional<JobSettings> earlier(final List<PlannedImage> images) throws IOException {
		final List<String> there = there();
		final List<String> own = new ArrayList<>(there);
		own.removeIf(JobSettings::isOfTogether);
		return own.equals(lines) && there.contains(line(images))
			? Optional.of(new JobSettings(folder, there))
			: Optional.empty();
	}

	private static boolean isOfTogether(final String line) {
		return line.startsWith(CLUSTERS + TOGETHER) || line.startsWith(IMAGES + TOGETHER);
	}

	Path file() {
		return Paths.get(folder).resolve(NAME);
	}

	/** What stands in the file; nothing if there is none. */
	private List<String> there() throws IOException {
		return Files.exists(file())
			? Files.readAllLines(file(), StandardCharsets.UTF_8)
			: Collections.emptyList();
	}

	/**
	 * Writes the file where it does not tell these settings.
	 *
	 * @param inputs that must not be replaced
	 * @throws IOException with the reason, if it can not be read or written
	 */
	public void write(final InputFiles inputs) throws IOException {
		inputs.requireUnharmed(file());
		if (there().equals(lines)) return;
		final byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
		try {
			WholeFiles.write(file(), fresh -> Files.write(fresh, text));
		}
		catch (final FileSystemException e) {
			throw WriteFailure.of(e);
		}
	}

	/**
	 * Requires that no other run has written others meanwhile: results of both would mix; and
	 * that this machine sees the folder in which the run began.
	 *
	 * @throws IOException if it has, or does not
	 */
	void requireUnchanged() throws IOException {
		if (!Files.exists(file()))
			throw new IOException("output = " + folder + ": takes a folder that all machines see, and "
				+ NAME + " of this run is not there");
		if (!there().equals(lines))
			throw new IOException("another run with other settings has begun in " + folder);
	}

	/**
	 * Requires that results that are there, if any, were made with these settings; maybe with
	 * other clusters of all images together, for there may be other images now.
	 *
	 * @throws IllegalArgumentException that tells a line that differs
	 * @throws IOException if the file can not be read
	 */
	public void requireSame() throws IOException {
		final List<String> there = new ArrayList<>(there());
		there.removeIf(JobSettings::isOfTogether);
		if (there.isEmpty() || there.equals(lines)) return;
		throw new IllegalArgumentException(
			"resume: takes a folder of results that were made with the same settings, and " + file()
				+ " says " + difference(there, lines) + ", the command " + difference(lines, there));
	}

	private static String difference(final List<String> lines, final List<String> others) {
		return lines.stream()
			.filter(line -> !others.contains(line))
			.findFirst()
			.map(line -> line.replaceFirst("^# ", ""))
			.orElseGet(() -> "no " + others.stream()
				.filter(line -> !lines.contains(line))
				.findFirst()
				.orElse("such order of options"));
	}
}
