package sc.fiji.kmeans.files;

import ij.ImagePlus;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

import sc.fiji.kmeans.files.format.NoData;
import sc.fiji.kmeans.image.WholeFiles;
import sc.fiji.kmeans.measure.Measurements;
import sc.fiji.kmeans.saved.ClusterFile;
import sc.fiji.kmeans.segment.Segmentation;

/**
 * What is done with each image file: read, segment, write; immutable. Each step may run on
 * any thread and machine, and any number of times: the files are the same, byte for byte.
 */
public final class ImageJob implements Serializable {

	private static final long serialVersionUID = 1;
	private static final double SECOND = 1e9;

	private final Segmenter segmenter;
	/** Null for nowhere. */
	private final String saved;
	private final JobSettings settings;
	private final boolean isResuming;

	private ImageJob(final Segmenter segmenter, final String saved, final JobSettings settings,
		final boolean isResuming)
	{
		this.segmenter = segmenter;
		this.saved = saved;
		this.settings = settings;
		this.isResuming = isResuming;
	}

	/**
	 * Segments each image that it is given.
	 *
	 * @param settings already written; an image fails where another run has written others
	 */
	public static ImageJob of(final Segmenter segmenter, final JobSettings settings) {
		return new ImageJob(segmenter, null, settings, false);
	}

	/** The same, which saves the clusters of its only image. */
	public ImageJob savingTo(final Path clusters) {
		return new ImageJob(segmenter, clusters.toString(), settings, isResuming);
	}

	/** The same, which skips images whose results are complete. */
	public ImageJob resuming() {
		return new ImageJob(segmenter, saved, settings, true);
	}

	/** Segments an image and writes its results, all or none. */
	public Outcome process(final PlannedImage image) {
		if (image.refusal().isPresent()) return Outcome.failed(image, image.refusal().get());
		try {
			return isComplete(image) ? Outcome.skipped(image) : Outcome.done(image, segmented(image));
		}
		catch (final IOException | RuntimeException | OutOfMemoryError e) {
			return Outcome.failed(image, e);
		}
	}

	private boolean isComplete(final PlannedImage image) {
		return isResuming && (saved == null || Files.exists(Paths.get(saved)))
			&& new EarlierResults(image).areComplete(new ResultKinds(segmenter.settings()),
				settings.file());
	}

	/** @return the report */
	private String segmented(final PlannedImage image) throws IOException {
		final long start = System.nanoTime();
		final ImagePlus pixels = segmenter.open(image);
		final Segmentation segmentation = segmenter.segment(pixels, NoData.in(image.file()));
		write(segmentation, image);
		return ImageReport.of(image.file(), pixels, segmentation, (System.nanoTime() - start) / SECOND);
	}

	/** The table of the clusters comes last: where it is, all others are. */
	private void write(final Segmentation segmentation, final PlannedImage image) throws IOException {
		final ResultFiles results = new ResultFiles(image);
		final ResultKinds kinds = new ResultKinds(segmenter.settings());
		try (WholeFiles files = new WholeFiles()) {
			// Files.createDirectories refuses a link to a folder, up to Java 19.
			if (!Files.isDirectory(image.folder())) Files.createDirectories(image.folder());
			results.write(segmentation, kinds, files);
			if (kinds.isMeasured()) results.write(new Measurements(segmentation), files);
			results.writeTable(segmentation, files);
			settings.requireUnchanged();
			if (saved != null) ClusterFile.write(segmentation.clusters(), Paths.get(saved));
			files.move();
		}
		catch (final FileSystemException e) {
			throw Unwritten.of(e);
		}
	}
}
