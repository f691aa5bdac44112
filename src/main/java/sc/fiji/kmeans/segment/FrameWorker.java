package sc.fiji.kmeans.segment;

import ij.gui.Roi;
import ij.process.ImageProcessor;

import java.util.Optional;
import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.IgnoredPixels;
import sc.fiji.kmeans.pixel.Workspace;
import sc.fiji.kmeans.region.SmallRegions;
import sc.fiji.kmeans.vector.FramePixels;

/**
 * Segments one frame after another, of an image or of a film: the pixels of its chosen
 * channels are read, their clusters learned, labels given, small regions dissolved. What
 * is large is used again for the next frame. For one thread at a time.
 */
final class FrameWorker {

	// Where in the work of a frame that is learned from these end.
	private static final double LEARNED = 0.8;
	private static final double COUNTED = 0.2;

	private final SegmentationOptions options;
	private final IgnoredPixels ignored;
	private final Workspace workspace;

	FrameWorker(final SegmentationOptions options, final IgnoredPixels ignored) {
		this(options, ignored, new Workspace());
	}

	private FrameWorker(final SegmentationOptions options, final IgnoredPixels ignored,
		final Workspace workspace)
	{
		this.options = options;
		this.ignored = ignored;
		this.workspace = workspace;
	}

	/** The same for other options, of which the same pixels are ignored; not both at once. */
	FrameWorker with(final SegmentationOptions others) {
		return new FrameWorker(others, ignored, workspace);
	}

	/** Learns clusters of what is counted. */
	@FunctionalInterface
	interface Learner {

		ImageClusters clusters(Learning learning, Progress progress);
	}

	/**
	 * Learns the clusters of a frame, and gives it their labels.
	 *
	 * @param channels do not change any more
	 * @param selection whose pixels count, if it is an area; may be null
	 * @param spare labels of another frame that may be written over, or null
	 * @return nothing if no pixel counts
	 * @throws CancellationException if the progress throws it
	 */
	Optional<SegmentedFrame> segmented(final ImageProcessor[] channels, final Roi selection,
		final Learner learner, final ImageProcessor spare, final Progress progress)
	{
		final FramePixels pixels = pixels(channels, selection);
		return learned(pixels, learner, progress.part(0, LEARNED)).map(clusters -> segmented(channels,
			selection, pixels, clusters, spare, progress.part(LEARNED, 1)));
	}

	private Optional<ImageClusters> learned(final FramePixels pixels, final Learner learner,
		final Progress progress)
	{
		final Learning learning = learning();
		learning.add(pixels, progress.part(0, COUNTED));
		return learning.isEmpty()
			? Optional.empty()
			: Optional.of(learner.clusters(learning, progress.part(COUNTED, 1)));
	}

	/** For other frames of the same kind. */
	Learning learning() {
		return new Learning(options, workspace);
	}

	/**
	 * The pixels of a frame.
	 *
	 * @param selection whose pixels count, if it is an area; may be null
	 */
	FramePixels pixels(final ImageProcessor[] channels, final Roi selection) {
		return FramePixels.of(chosen(channels), selection, ignored);
	}

	/** The channels of a frame that are segmented. */
	private ImageProcessor[] chosen(final ImageProcessor[] channels) {
		return options.channels().of(channels);
	}

	/**
	 * Gives a frame the labels of clusters.
	 *
	 * @param channels do not change any more
	 * @param selection as below
	 * @throws IllegalArgumentException if frame and clusters do not fit
	 * @throws CancellationException if the progress throws it
	 */
	SegmentedFrame labelled(final ImageProcessor[] channels, final Roi selection,
		final ImageClusters clusters, final Progress progress)
	{
		return segmented(channels, selection, null, clusters, null, progress);
	}

	/**
	 * A frame with labels.
	 *
	 * @param channels do not change any more
	 * @param labels of its pixels, 0 where not selected
	 */
	SegmentedFrame dressed(final ImageProcessor[] channels, final ImageProcessor labels,
		final ImageClusters clusters)
	{
		return new SegmentedFrame(chosen(channels), labels, clusters, false).among(channels);
	}

	/**
	 * @param learned pixels that the clusters were learned from; null if they are not at hand
	 * @param spare labels of another frame that may be written over, or null
	 */
	private SegmentedFrame segmented(final ImageProcessor[] channels, final Roi selection,
		final FramePixels learned, final ImageClusters clusters, final ImageProcessor spare,
		final Progress progress)
	{
		final FramePixels pixels = learned != null && !options.isAppliedToAll()
			? learned
			: pixels(channels, options.isAppliedToAll() ? null : selection);
		pixels.requireKind(clusters.kind());
		final double labelled = options.minSize() > 1 ? 0.5 : 1;
		final ImageProcessor labels = new Labelling(pixels, clusters, workspace, pixels == learned)
			.labels(spare, progress.part(0, labelled));
		SmallRegions.dissolve(labels, options.minSize(), progress.part(labelled, 1));
		return new SegmentedFrame(chosen(channels), labels, clusters, pixels.areAll()).among(channels);
	}
}
