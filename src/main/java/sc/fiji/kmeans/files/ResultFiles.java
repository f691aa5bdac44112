package sc.fiji.kmeans.files;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

import sc.fiji.kmeans.base.WholeFiles;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.files.format.NoData;
import sc.fiji.kmeans.files.list.Checksum;
import sc.fiji.kmeans.files.list.KnownResults;
import sc.fiji.kmeans.files.list.PlannedImage;
import sc.fiji.kmeans.files.list.SourceMark;
import sc.fiji.kmeans.files.picture.Picture;
import sc.fiji.kmeans.files.tiff.Georeference;
import sc.fiji.kmeans.image.Alpha;
import sc.fiji.kmeans.measure.ClusterTable;
import sc.fiji.kmeans.measure.Legend;
import sc.fiji.kmeans.measure.Measurements;
import sc.fiji.kmeans.measure.TraceTable;
import sc.fiji.kmeans.model.Background;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.segment.Trace;

/**
 * The files that are written for one image: PNG pictures, TIFF for a stack, and
 * tables.
 */
final class ResultFiles {

	private static final String CSV = ".csv";

	private final PlannedImage image;
	/** Of the image. */
	private final Optional<ByteProcessor> alpha;

	ResultFiles(final PlannedImage image) {
		this(image, Optional.empty());
	}

	/** @param alpha of the image, nothing if it is opaque */
	ResultFiles(final PlannedImage image, final Optional<ByteProcessor> alpha) {
		this.image = image;
		this.alpha = alpha;
	}

	/** The table of the clusters. */
	Path table() {
		return image.result(KnownResults.CLUSTERS, CSV);
	}

	/** By what the image of the results is known again; nothing if they are not of this program. */
	Optional<String> source() throws IOException {
		return SourceMark.in(extension -> image.result(KnownResults.LABELS, extension));
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
		return image.result(KnownResults.MEASUREMENTS, CSV);
	}

	/** Writes them beside their places, to be moved there when all is done. */
	void write(final Segmentation segmentation, final ResultKinds kinds, final WholeFiles files)
		throws IOException
	{
		write(new Picture(segmentation.segmented()).at(place(image, KnownResults.SEGMENTED)),
			KnownResults.SEGMENTED, files);
		write(new Picture(segmentation.labels()).at(place(image, KnownResults.LABELS)),
			KnownResults.LABELS, files);
		writeParts(segmentation, kinds, files);
		if (kinds.hasLegend()) writeLegend(segmentation, files);
		if (kinds.isTraced()) writeTrace(segmentation, files);
	}

	/**
	 * Where on the earth a picture is, and what stands for no data there: pixels that were left out
	 * are labelled 0, or stay as they are.
	 *
	 * @return null for nowhere
	 */
	static Georeference place(final PlannedImage image, final String picture) {
		final OptionalDouble noData = picture.equals(KnownResults.LABELS)
			? OptionalDouble.of(0)
			: NoData.written(image.file());
		return Georeference.in(image.file()).map(place -> place.withNoData(noData)).orElse(null);
	}

	void writeLegend(final Segmentation segmentation, final WholeFiles files) throws IOException {
		write(new Picture(Legend.picture(segmentation, Progress.NONE)), KnownResults.LEGEND, files);
	}

	private void writeTrace(final Segmentation segmentation, final WholeFiles files)
		throws IOException
	{
		final Trace trace = segmentation.trace();
		write(new Picture(segmentation.pictures(trace)), KnownResults.TRACE, files);
		writeTable(KnownResults.TRACE, TraceTable.of(segmentation.title(), trace), files);
	}

	private void writeParts(final Segmentation segmentation, final ResultKinds kinds,
		final WholeFiles files) throws IOException
	{
		// What is not selected could not be seen.
		final Optional<ByteProcessor> seen = Alpha.of(alpha, segmentation.selected());
		final Background background = kinds.background();
		for (final int[] removed : kinds.removals(segmentation))
			write(
				picture(segmentation.masked(background, removed), background,
					() -> segmentation.frame(1).maskedAlpha(seen, removed)),
				KnownResults.masked(removed), files);
		for (final int[] kept : kinds.kept(segmentation))
			write(picture(segmentation.kept(background, kept), background,
				() -> segmentation.frame(1).keptAlpha(seen, kept)), KnownResults.kept(kept), files);
	}

	private void write(final Picture picture, final String kind, final WholeFiles files)
		throws IOException
	{
		files.add(image.result(kind, picture.extension()), picture::write);
	}

	private static Picture picture(final ImagePlus part, final Background background,
		final Supplier<ByteProcessor> opacity)
	{
		final Picture picture = new Picture(part);
		return background == Background.TRANSPARENT ? picture.withAlpha(opacity) : picture;
	}

	/** Writes the table of the clusters, when all else is written. */
	void writeTable(final Segmentation segmentation, final WholeFiles files) throws IOException {
		final SourceMark mark = new SourceMark(Checksum.of(image.file()));
		for (final String extension : SourceMark.EXTENSIONS)
			files.change(image.result(KnownResults.LABELS, extension), mark::addTo);
		write(table(), Csv.of(ClusterTable.of(segmentation)), files);
	}

	/** Writes a table of all frames and clusters, for a stack another over time. */
	void write(final Measurements measurements, final WholeFiles files) throws IOException {
		final ResultsTable overTime = measurements.overTime();
		writeTable(KnownResults.MEASUREMENTS, measurements.table(), files);
		if (overTime.size() > 1) writeTable(KnownResults.FRAMES, overTime, files);
	}

	private void writeTable(final String kind, final ResultsTable table, final WholeFiles files)
		throws IOException
	{
		write(image.result(kind, CSV), Csv.of(table), files);
	}

	static void write(final Path file, final Csv table, final WholeFiles files) throws IOException {
		files.add(file, fresh -> Files.write(fresh, table.toString().getBytes(StandardCharsets.UTF_8)));
	}
}
