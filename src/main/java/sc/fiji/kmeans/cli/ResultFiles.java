package sc.fiji.kmeans.cli;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import sc.fiji.kmeans.image.Background;
import sc.fiji.kmeans.image.ClusterTable;
import sc.fiji.kmeans.image.Measurements;
import sc.fiji.kmeans.image.Segmentation;

/**
 * The files that are written for one image: PNG pictures, TIFF for a stack, and
 * tables.
 */
final class ResultFiles {

	private static final String PICTURES =
		"(?:segmented|labels|(?:masked|kept)-[0-9+]+)\\.(?:png|tif)";
	private static final Pattern PICTURE = Pattern.compile("(.+)-" + PICTURES,
		Pattern.DOTALL);

	private final Path folder;
	private final String name;

	/** @param name that the names of all files begin with */
	ResultFiles(final Path folder, final String name) {
		this.folder = folder;
		this.name = name;
	}

	/** The file's name without its extension, with which its results begin. */
	static String name(final Path image) {
		final String full = image.getFileName().toString();
		final int dot = full.lastIndexOf('.');
		return dot > 0 ? full.substring(0, dot) : full;
	}

	/** The name of the image that a picture was made of, if it is called so. */
	static Optional<String> origin(final Path picture) {
		final Matcher form = PICTURE.matcher(picture.getFileName().toString());
		return form.matches() ? Optional.of(form.group(1)) : Optional.empty();
	}

	/** The table of the clusters, which there always is. */
	Path table() {
		return folder.resolve(name + "-clusters.csv");
	}

	/** Every name that a file of results can have, whatever is asked for. */
	Pattern names() {
		return Pattern.compile(Pattern.quote(name) + "-(" + PICTURES +
			"|(clusters|measurements|frames)\\.csv)");
	}

	void write(final Segmentation segmentation, final ResultKinds kinds)
		throws IOException
	{
		try {
			new Picture(segmentation.segmented()).write(folder, name + "-segmented");
			new Picture(segmentation.labels()).write(folder, name + "-labels");
			writeParts(segmentation, kinds);
			write(table(), Csv.of(ClusterTable.of(segmentation)));
		}
		catch (final FileSystemException e) {
			throw unwritten(e);
		}
	}

	private void writeParts(final Segmentation segmentation,
		final ResultKinds kinds) throws IOException
	{
		// What is not selected could not be seen.
		final ImageProcessor visible = segmentation.selected().orElse(null);
		final Background background = kinds.background();
		for (final int[] removed : kinds.removals(segmentation))
			picture(segmentation.masked(background, removed), background, visible).write(
				folder, name + "-masked-" + joined(removed));
		for (final int[] kept : kinds.kept(segmentation))
			picture(segmentation.kept(background, kept), background, visible).write(folder,
				name + "-kept-" + joined(kept));
	}

	private static Picture picture(final ImagePlus part,
		final Background background, final ImageProcessor visible)
	{
		return background == Background.TRANSPARENT ? Picture.withAlpha(part, visible)
			: new Picture(part);
	}

	/** Writes a table of all frames and clusters, for a stack another over time. */
	void write(final Measurements measurements) throws IOException {
		try {
			final ResultsTable overTime = measurements.overTime();
			writeTable("measurements", measurements.table());
			if (overTime.size() > 1) writeTable("frames", overTime);
		}
		catch (final FileSystemException e) {
			throw unwritten(e);
		}
	}

	private void writeTable(final String kind, final ResultsTable table)
		throws IOException
	{
		write(folder.resolve(name + "-" + kind + ".csv"), Csv.of(table));
	}

	static void write(final Path file, final Csv table) throws IOException {
		Files.write(file, table.toString().getBytes(StandardCharsets.UTF_8));
	}

	static IOException unwritten(final FileSystemException e) {
		return new IOException("can not write " + e.getFile() + ": " + (e
			.getReason() == null ? e.getClass().getSimpleName() : e.getReason()), e);
	}

	private static String joined(final int[] numbers) {
		return Arrays.stream(numbers).mapToObj(String::valueOf).collect(Collectors
			.joining("+"));
	}
}
