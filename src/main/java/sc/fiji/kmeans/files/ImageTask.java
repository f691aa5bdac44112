package sc.fiji.kmeans.files;

import ij.ImagePlus;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

import sc.fiji.kmeans.base.WholeFiles;
import sc.fiji.kmeans.files.format.NoData;
import sc.fiji.kmeans.files.list.PlannedImage;
import sc.fiji.kmeans.files.tiff.TiffImage;
import sc.fiji.kmeans.image.Alpha;
import sc.fiji.kmeans.image.DataRange;
import sc.fiji.kmeans.measure.Measurements;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.saved.ClusterFile;
import sc.fiji.kmeans.segment.BandSegmentation;
import sc.fiji.kmeans.segment.Segmentation;

/**
 * What is done with each image file: read, segment, write; immutable. Each step may run on
 * any thread and machine, and any number of times: the files are the same, byte for byte.
 */
final class ImageTask implements Serializable {

	private static final long serialVersionUID = 1;
	private static final double SECOND = 1e9;

	private final Segmenter segmenter;
	/** Null for nowhere. */
	private final String saved;
	private final JobSettings settings;
	private final boolean isResuming;
	private final EarlierFiles earlier = new EarlierFiles();
	/** By which unfinished results of all machines are known. */
	private final String run;

	ImageTask(final Segmenter segmenter, final JobSettings settings) {
		this.segmenter = segmenter;
		this.settings = settings;
		saved = null;
		isResuming = false;
		run = UUID.randomUUID().toString();
	}

	private ImageTask(final ImageTask same, final String saved, final boolean isResuming) {
		segmenter = same.segmenter;
		settings = same.settings;
		run = same.run;
		this.saved = saved;
		this.isResuming = isResuming;
	}

	/** This task, which also saves the clusters of its only image. */
	ImageTask savingTo(final Path clusters) {
		return new ImageTask(this, clusters.toAbsolutePath().toString(), isResuming);
	}

	/** This task, which skips images whose results are complete. */
	ImageTask resuming() {
		return new ImageTask(this, saved, true);
	}

	Segmenter segmenter() {
		return segmenter;
	}

	String run() {
		return run;
	}

	/** Segments an image and writes its results, all or none. */
	Outcome process(final PlannedImage image) {
		if (image.refusal().isPresent()) return failed(image, image.refusal().get());
		try {
			return isComplete(image) ? Outcome.skipped(image) : Outcome.done(image, segmented(image));
		}
		catch (final WriteFailure e) {
			return Outcome.failed(image, e);
		}
		catch (final IOException | RuntimeException | OutOfMemoryError e) {
			return failed(image, Outcome.reason(e));
		}
	}

	/** What an earlier run has made of it must not look like results of this one. */
	private Outcome failed(final PlannedImage image, final String why) {
		try {
			settings.requireUnchanged();
			if (image.hasOwnPlace() && new EarlierResults(image).areStale(settings.file())) {
				for (final Path file : earlier.leftOf(image, Collections.emptySet()))
					Files.deleteIfExists(file);
			}
		}
		catch (final IOException e) {
			// The image has failed already, and that is said.
		}
		return Outcome.failed(image, why);
	}

	/** Of an image that has no results, for it can not be opened now and could not before. */
	Optional<String> failure(final PlannedImage image) {
		return image.refusal().isPresent() || Files.exists(new ResultFiles(image).table())
			? image.refusal()
			: segmenter.failure(image);
	}

	/** @return nothing if the whole has to tell why it can not be done */
	Optional<Outcome> processParts(final List<ImagePart> parts, final LargeJob large) {
		final PlannedImage image = parts.get(0).image();
		try {
			return Optional
				.of(isComplete(image) ? Outcome.skipped(image) : Outcome.done(image, joined(parts, large)));
		}
		catch (final IOException | RuntimeException | OutOfMemoryError e) {
			return Optional.empty();
		}
	}

	/** @return the report */
	private String joined(final List<ImagePart> parts, final LargeJob large) throws IOException {
		final long start = System.nanoTime();
		final PlannedImage image = parts.get(0).image();
		try (TiffImage pixels = segmenter.openLarge(image)
			.orElseThrow(() -> new IOException("this image was changed")))
		{
			final BandedResults results = new BandedResults(image, kinds(), pixels.height());
			results.requirePossible(pixels.head());
			final Segmentation head = large.segmented(pixels, parts).head();
			final List<PartDone> drawn = large.drawn(head.clusters(), parts);
			write(image, head.clusters(),
				files -> new ResultFiles(image).writeTable(results.write(head, drawn, files), files));
			return ImageReport.of(image.said(), size(pixels.width(), pixels.height()), head,
				(System.nanoTime() - start) / SECOND);
		}
	}

	/** Whether an image that this skips has all results. */
	boolean isComplete(final PlannedImage image) {
		return isResuming && (saved == null || Files.exists(Paths.get(saved)))
			&& new EarlierResults(image).areComplete(kinds(), settings.file());
	}

	private ResultKinds kinds() {
		return new ResultKinds(segmenter.settings());
	}

	/** @return the report */
	private String segmented(final PlannedImage image) throws IOException {
		final long start = System.nanoTime();
		final Optional<TiffImage> large = segmenter.openLarge(image);
		return large.isPresent() ? inBands(large.get(), image, start) : whole(image, start);
	}

	private String whole(final PlannedImage image, final long start) throws IOException {
		final ImagePlus pixels = segmenter.open(image);
		final OptionalDouble noData = NoData.in(image.file());
		DataRange.show(pixels, noData);
		final Segmentation segmentation = segmenter.segment(pixels, noData);
		final ResultKinds kinds = kinds();
		final ResultFiles results = new ResultFiles(image, Alpha.of(pixels));
		write(image, segmentation.clusters(), files -> {
			results.write(segmentation, kinds, files);
			if (kinds.isMeasured()) results.write(new Measurements(segmentation), files);
			results.writeTable(segmentation, files);
		});
		return ImageReport.of(image.said(), size(pixels.getWidth(), pixels.getHeight()), segmentation,
			(System.nanoTime() - start) / SECOND);
	}

	private String inBands(final TiffImage large, final PlannedImage image, final long start)
		throws IOException
	{
		try (TiffImage pixels = large) {
			final BandedResults results = new BandedResults(image, kinds(), pixels.height());
			results.requirePossible(pixels.head());
			final BandSegmentation segmentation = segmenter.segment(pixels, NoData.in(image.file()));
			write(image, segmentation.head().clusters(),
				files -> new ResultFiles(image).writeTable(results.write(segmentation, files), files));
			return ImageReport.of(image.said(), size(pixels.width(), pixels.height()),
				segmentation.head(), (System.nanoTime() - start) / SECOND);
		}
		catch (final UncheckedIOException e) {
			throw e.getCause();
		}
	}

	private static String size(final int width, final int height) {
		return width + " x " + height;
	}

	/**
	 * Writes files beside their places; the table of the clusters last: where it is, all others are.
	 */
	@FunctionalInterface
	private interface ResultsWriter {

		void write(WholeFiles files) throws IOException;
	}

	private void write(final PlannedImage image, final ImageClusters clusters,
		final ResultsWriter results) throws IOException
	{
		try (WholeFiles files = new WholeFiles(run)) {
			// Files.createDirectories refuses a link to a folder, up to Java 19.
			if (!Files.isDirectory(image.folder())) Files.createDirectories(image.folder());
			results.write(files);
			settings.requireUnchanged();
			if (saved != null) ClusterFile.write(clusters, Paths.get(saved));
			final List<Path> left = earlier.leftOf(image, files.files());
			files.move();
			for (final Path file : left)
				Files.deleteIfExists(file);
		}
		catch (final FileSystemException e) {
			throw WriteFailure.of(e);
		}
		catch (final IOException e) {
			throw new WriteFailure(e);
		}
		catch (final UncheckedIOException e) {
			throw new WriteFailure(e.getCause());
		}
	}
}
