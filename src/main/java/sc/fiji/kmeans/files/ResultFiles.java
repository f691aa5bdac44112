package sc.fiji.kmeans.files;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.WholeFiles;
import sc.fiji.kmeans.measure.ClusterTable;
import sc.fiji.kmeans.measure.Legend;
import sc.fiji.kmeans.measure.Measurements;
import sc.fiji.kmeans.measure.TraceTable;
import sc.fiji.kmeans.segment.Background;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.segment.Trace;

/**
 * The files that are written for one image: PNG pictures, TIFF for a stack, and
 * tables.
 */
public final class ResultFiles {

	private static final String PICTURES = "(?:segmented|labels|legend|trace|(?:masked|kept)-[0-9+]+)\\.(?:png|tif)";
	private static final Pattern PICTURE = Pattern.compile("(.+)-" + PICTURES, Pattern.DOTALL);

	private final Path folder;
	private final String name;

	/** @param name that the names of all files begin with */
	public ResultFiles(final Path folder, final String name) {
		this.folder = folder;
		this.name = name;
	}

	/** The file's name without its extension, with which its results begin. */
	public static String name(final Path image) {
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
	public Pattern names() {
		return Pattern.compile(
			Pattern.quote(name) + "-(" + PICTURES + "|(clusters|measurements|frames|trace)\\.csv)");
	}

	/** Writes them beside their places, to be moved there when all is done. */
	void write(final Segmentation segmentation, final ResultKinds kinds, final WholeFiles files)
		throws IOException
	{
		write(new Picture(segmentation.segmented()), "-segmented", files);
		write(new Picture(segmentation.labels()), "-labels", files);
		writeParts(segmentation, kinds, files);
		if (kinds.hasLegend())
			write(new Picture(Legend.picture(segmentation, Progress.NONE)), "-legend", files);
		if (kinds.isTraced()) writeTrace(segmentation, files);
		write(table(), Csv.of(ClusterTable.of(segmentation)), files);
	}

	private void writeTrace(final Segmentation segmentation, final WholeFiles files)
		throws IOException
	{
		final Trace trace = segmentation.trace();
		write(new Picture(segmentation.pictures(trace)), "-trace", files);
		writeTable("trace", TraceTable.of(segmentation.title(), trace), files);
	}

	private void writeParts(final Segmentation segmentation, final ResultKinds kinds,
		final WholeFiles files) throws IOException
	{
		// What is not selected could not be seen.
		final ImageProcessor visible = segmentation.selected().orElse(null);
		final Background background = kinds.background();
		for (final int[] removed : kinds.removals(segmentation))
			write(picture(segmentation.masked(background, removed), background, visible),
				"-masked-" + joined(removed), files);
		for (final int[] kept : kinds.kept(segmentation))
			write(picture(segmentation.kept(background, kept), background, visible),
				"-kept-" + joined(kept), files);
	}

	private void write(final Picture picture, final String kind, final WholeFiles files)
		throws IOException
	{
		files.add(folder.resolve(name + kind + picture.extension()), picture::write);
	}

	private static Picture picture(final ImagePlus part, final Background background,
		final ImageProcessor visible)
	{
		return background == Background.TRANSPARENT
			? Picture.withAlpha(part, visible)
			: new Picture(part);
	}

	/** Writes a table of all frames and clusters, for a stack another over time. */
	void write(final Measurements measurements, final WholeFiles files) throws IOException {
		final ResultsTable overTime = measurements.overTime();
		writeTable("measurements", measurements.table(), files);
		if (overTime.size() > 1) writeTable("frames", overTime, files);
	}

	private void writeTable(final String kind, final ResultsTable table, final WholeFiles files)
		throws IOException
	{
		write(folder.resolve(name + "-" + kind + ".csv"), Csv.of(table), files);
	}

	static void write(final Path file, final Csv table, final WholeFiles files) throws IOException {
		files.add(file, fresh -> Files.write(fresh, table.toString().getBytes(StandardCharsets.UTF_8)));
	}

	private static String joined(final int[] numbers) {
		return Arrays.stream(numbers).mapToObj(String::valueOf).collect(Collectors.joining("+"));
	}
}
