package sc.fiji.kmeans.files;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
final class ResultFiles {

	/** The table of the clusters, which there always is. */
	static final String CLUSTERS = "clusters";
	/** Those that are pictures, as a pattern. */
	static final String PICTURES = "(?:segmented|labels|legend|trace|(?:masked|kept)-[0-9+]+)";

	static final String SEGMENTED = "segmented";
	static final String LABELS = "labels";
	static final String LEGEND = "legend";
	static final String TRACE = "trace";
	static final String MEASUREMENTS = "measurements";
	static final String FRAMES = "frames";

	private static final String CSV = ".csv";
	/** Whatever is asked for. */
	private static final Pattern RESULT = Pattern.compile(
		"(?:" + PICTURES + "|" + CLUSTERS + "|" + MEASUREMENTS + "|" + FRAMES + "|" + TRACE + ")");
	private static final Pattern EXTENSION = Pattern.compile(".*(\\.(?:png|tif|csv))",
		Pattern.DOTALL);

	private final PlannedImage image;

	ResultFiles(final PlannedImage image) {
		this.image = image;
	}

	/** The places of images of whose results one may be called so, whatever is asked for. */
	static Stream<String> places(final String folder, final String name) {
		final Matcher extension = EXTENSION.matcher(name);
		if (!extension.matches()) return Stream.empty();
		final String body = name.substring(0, extension.start(1));
		final Stream.Builder<String> places = Stream.builder();
		final Matcher result = RESULT.matcher(body);
		for (int from = 0; from < body.length(); from++)
			if (result.region(from, body.length()).lookingAt())
				for (int to = result.end(); to > from; to--)
				if (result.region(from, to).matches())
					places.add(PlannedImage.place(folder, body.substring(0, from), body.substring(to)));
		return places.build();
	}

	/** The table of the clusters. */
	Path table() {
		return image.result(CLUSTERS, CSV);
	}

	boolean isPictureThere(final String picture) {
		return Files.exists(image.result(picture, ".png"))
			|| Files.exists(image.result(picture, ".tif"));
	}

	boolean isTableThere(final String table) {
		return Files.exists(image.result(table, CSV));
	}

	/** The table of the measurements. */
	Path measurements() {
		return image.result(MEASUREMENTS, CSV);
	}

	/** Writes them beside their places, to be moved there when all is done. */
	void write(final Segmentation segmentation, final ResultKinds kinds, final WholeFiles files)
		throws IOException
	{
		write(new Picture(segmentation.segmented()), SEGMENTED, files);
		write(new Picture(segmentation.labels()), LABELS, files);
		writeParts(segmentation, kinds, files);
		if (kinds.hasLegend())
			write(new Picture(Legend.picture(segmentation, Progress.NONE)), LEGEND, files);
		if (kinds.isTraced()) writeTrace(segmentation, files);
	}

	private void writeTrace(final Segmentation segmentation, final WholeFiles files)
		throws IOException
	{
		final Trace trace = segmentation.trace();
		write(new Picture(segmentation.pictures(trace)), TRACE, files);
		writeTable(TRACE, TraceTable.of(segmentation.title(), trace), files);
	}

	private void writeParts(final Segmentation segmentation, final ResultKinds kinds,
		final WholeFiles files) throws IOException
	{
		// What is not selected could not be seen.
		final ImageProcessor visible = segmentation.selected().orElse(null);
		final Background background = kinds.background();
		for (final int[] removed : kinds.removals(segmentation))
			write(picture(segmentation.masked(background, removed), background, visible), masked(removed),
				files);
		for (final int[] kept : kinds.kept(segmentation))
			write(picture(segmentation.kept(background, kept), background, visible), kept(kept), files);
	}

	private void write(final Picture picture, final String kind, final WholeFiles files)
		throws IOException
	{
		files.add(image.result(kind, picture.extension()), picture::write);
	}

	private static Picture picture(final ImagePlus part, final Background background,
		final ImageProcessor visible)
	{
		return background == Background.TRANSPARENT
			? Picture.withAlpha(part, visible)
			: new Picture(part);
	}

	/** Writes the table of the clusters. */
	void writeTable(final Segmentation segmentation, final WholeFiles files) throws IOException {
		writeTable(CLUSTERS, ClusterTable.of(segmentation), files);
	}

	/** Writes a table of all frames and clusters, for a stack another over time. */
	void write(final Measurements measurements, final WholeFiles files) throws IOException {
		final ResultsTable overTime = measurements.overTime();
		writeTable(MEASUREMENTS, measurements.table(), files);
		if (overTime.size() > 1) writeTable(FRAMES, overTime, files);
	}

	private void writeTable(final String kind, final ResultsTable table, final WholeFiles files)
		throws IOException
	{
		write(image.result(kind, CSV), Csv.of(table), files);
	}

	static void write(final Path file, final Csv table, final WholeFiles files) throws IOException {
		files.add(file, fresh -> Files.write(fresh, table.toString().getBytes(StandardCharsets.UTF_8)));
	}

	static String masked(final int... numbers) {
		return "masked-" + joined(numbers);
	}

	static String kept(final int... numbers) {
		return "kept-" + joined(numbers);
	}

	private static String joined(final int[] numbers) {
		return Arrays.stream(numbers).mapToObj(String::valueOf).collect(Collectors.joining("+"));
	}
}
