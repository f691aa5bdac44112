package sc.fiji.kmeans.segment;

import ij.gui.Roi;
import ij.process.ImageProcessor;

import java.util.Optional;
import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Parallel;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.image.IgnoredPixels;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.pixel.Workspace;
import sc.fiji.kmeans.region.SmallRegions;
import sc.fiji.kmeans.vector.FramePixels;

/**
 * Segments one frame after another, of an image or of a film: the pixels of its chosen
 * channels are read, their clusters learned, labels given, small regions dissolved. What
 * is large is used again for the next frame. For one thread at a time.
 */
final class FrameWorker {

	// Where in the work of a frame that is learned from these end; labelling is the rest.
	static final double COUNTED = 0.16;
	static final double LEARNED = 0.8;

	private final SegmentationOptions options;
	private final IgnoredPixels ignored;
	private final LabelPlanes planes;
	private final Workspace workspace;

	FrameWorker(final SegmentationOptions options, final IgnoredPixels ignored) {
		this(options, ignored, new LabelPlanes(false), new Workspace());
	}

	private FrameWorker(final SegmentationOptions options, final IgnoredPixels ignored,
		final LabelPlanes planes, final Workspace workspace)
	{
		this.options = options;
		this.ignored = ignored;
		this.planes = planes;
		this.workspace = workspace;
	}

	/** Of a film, whose frames are of use until the next one is labelled. */
	static FrameWorker ofFilm(final SegmentationOptions options, final IgnoredPixels ignored) {
		return new FrameWorker(options, ignored, new LabelPlanes(true), new Workspace());
	}

	/** The same for other options, of which the same pixels are ignored; not both at once. */
	FrameWorker with(final SegmentationOptions others) {
		return new FrameWorker(others, ignored, planes, workspace);
	}

	/** Of frames of the same kind, none of them counted yet. */
	Learning learning() {
		return new Learning(options, workspace);
	}

	/**
	 * A frame with its own clusters.
	 *
	 * @param channels do not change any more
	 * @param selection whose pixels count, if it is an area; may be null
	 * @return nothing if no pixel counts
	 * @throws IllegalArgumentException if frame and options do not fit
	 * @throws CancellationException if the progress throws it
	 */
	Optional<SegmentedFrame> segmented(final ImageProcessor[] channels, final Roi selection,
		final Learning.Finding finding, final Progress progress)
	{
		final FramePixels pixels = pixels(channels, selection);
		final Learning learning = learning();
		learning.add(pixels, progress.part(0, COUNTED));
		if (learning.isEmpty()) return Optional.empty();
		final ImageClusters own = finding.in(learning, progress.part(COUNTED, LEARNED));
		return Optional.of(ofCounted(channels, pixels, own, progress.part(LEARNED, 1)));
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
	 * @param selection whose pixels count, if it is an area; may be null
	 * @throws IllegalArgumentException if frame and clusters do not fit
	 * @throws CancellationException if the progress throws it
	 */
	SegmentedFrame labelled(final ImageProcessor[] channels, final Roi selection,
		final ImageClusters clusters, final Progress progress)
	{
		final FramePixels pixels = pixels(channels, options.isAppliedToAll() ? null : selection);
		return labelled(channels, labelling(pixels, clusters, false, progress), progress);
	}

	/**
	 * Gives the frame that was counted last the labels of clusters. It takes less time.
	 *
	 * @param counted its pixels that count
	 * @throws CancellationException if the progress throws it
	 */
	private SegmentedFrame ofCounted(final ImageProcessor[] channels, final FramePixels counted,
		final ImageClusters clusters, final Progress progress)
	{
		return labelled(channels,
			options.isAppliedToAll()
				? labelling(pixels(channels, null), clusters, false, progress)
				: labelling(counted, clusters, true, progress),
			progress);
	}

	private Labelling labelling(final FramePixels pixels, final ImageClusters clusters,
		final boolean areCounted, final Progress progress)
	{
		pixels.requireKind(clusters.kind());
		return new Labelling(pixels, clusters, workspace, areCounted,
			new Steps(progress.part(0, 0), "labelling", 1));
	}

	private SegmentedFrame labelled(final ImageProcessor[] channels, final Labelling labelling,
		final Progress progress)
	{
		final double labelled = options.minSize() > 1 ? 0.5 : 1;
		final ImageProcessor labels = labels(labelling, progress.part(0, labelled));
		SmallRegions.dissolve(labels, options.minSize(), progress.part(labelled, 1));
		return new SegmentedFrame(chosen(channels), labels, labelling.clusters(), labelling.areAll())
			.among(channels);
	}

	private ImageProcessor labels(final Labelling labelling, final Progress progress) {
		final ImageProcessor labels = labelling.blank(planes);
		final Steps steps = new Steps(progress, "labelling", labelling.rows());
		Parallel.ranges(labelling.rows(), labelling.into(labels, steps));
		return labels;
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
}
