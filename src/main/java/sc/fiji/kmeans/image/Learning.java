package sc.fiji.kmeans.image;

import java.util.Arrays;
import java.util.Optional;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.pixel.PixelCounter;
import sc.fiji.kmeans.pixel.PixelFormat;
import sc.fiji.kmeans.pixel.PixelHistogram;
import sc.fiji.kmeans.pixel.ValueSpace;

/** Counts the pixels of one frame or several, and clusters them. */
final class Learning {

	// Parts of the work that are done when clusters are found, and numbered.
	private static final double CLUSTERED = 0.8;
	private static final double MEASURED = 0.9;

	private final SegmentationOptions options;
	private final PixelCounter counter;
	/** Null before the first frame. */
	private PixelHistogram histogram;
	private FramePixels last;

	/** @param counter may have counted other frames before */
	Learning(final SegmentationOptions options, final PixelCounter counter) {
		this.options = options;
		this.counter = counter;
	}

	/** @param frame if it has vectors, they are those of the frames before, too */
	void add(final FramePixels frame, final Progress progress) {
		if (histogram != null) histogram.keep();
		final PixelHistogram more = counter.count(frame.pixels(), progress);
		if (histogram == null) histogram = more;
		else histogram.add(more);
		last = frame;
	}

	/** Whether no pixel counted so far. */
	boolean isEmpty() {
		return histogram == null || histogram.pixels() == 0;
	}

	/**
	 * The clusters of all that was added.
	 *
	 * @param known whose numbers the nearest clusters get
	 * @throws IllegalArgumentException if there are no pixels, or the clusters before
	 *           are of another kind
	 */
	LearnedClusters learned(final KnownClusters known, final Progress progress) {
		final ValueSpace space = space();
		final Optional<NumberedClusters> reference = known.reference(kind(space),
			channels(space) == null || !options.isScaled() ? new double[0] : channels(
				space).scales());
		final Clusters found = painted(histogram.cluster(options.kMeans(), space, progress
			.part(0, CLUSTERED)), space, progress.part(CLUSTERED, MEASURED));
		return learned(reference.map(r -> r.number(found, options.kMeans().clusters(),
			progress.part(MEASURED, MEASURED))).orElse(NumberedClusters.of(found)), space,
			progress.part(MEASURED, 1));
	}

	/**
	 * The clusters of the next frame of a film: those before, moved, if there are
	 * some of this kind.
	 *
	 * @param before may be null
	 * @throws IllegalArgumentException if there are no pixels
	 */
	LearnedClusters following(final LearnedClusters before,
		final Progress progress)
	{
		final ValueSpace space = space();
		return before == null || !before.isOfKind(kind(space)) ? learned(
			KnownClusters.NONE, progress) : learned(NumberedClusters.of(following(before
				.clusters(), space, progress.part(0, MEASURED))), space, progress.part(
					MEASURED, 1));
	}

	private Clusters following(final Clusters before, final ValueSpace space,
		final Progress progress)
	{
		final Clusters now = histogram.follow(before, options.kMeans(), space, progress);
		return now.isFollowing() ? now : painted(now, space, progress.part(1, 1));
	}

	private LearnedClusters learned(final NumberedClusters numbered,
		final ValueSpace space, final Progress progress)
	{
		return new LearnedClusters(options, isOfColours(), numbered, channels(space),
			values(numbered.clusters(), space, progress), histogram.distinct());
	}

	/** Ordered by the colours that they are painted in, whatever the space. */
	private Clusters painted(final Clusters found, final ValueSpace space,
		final Progress progress)
	{
		return isMapped(space) ? histogram.ordered(found, space, progress) : found;
	}

	/** Whether the coordinates of centres are no values of pixels. */
	private boolean isMapped(final ValueSpace space) {
		return last.vectors() == null && !space.equals(last.format());
	}

	private boolean isOfColours() {
		return last.format().equals(PixelFormat.RGB);
	}

	private String kind(final ValueSpace space) {
		return LearnedClusters.kind(isOfColours(), options.colorSpace(), space
			.dimensions());
	}

	/** Null where pixels are no vectors. */
	private ChannelSpace channels(final ValueSpace space) {
		return last.vectors() == null ? null : (ChannelSpace) space;
	}

	private ValueSpace space() {
		if (options.isScaled() && last.vectors() == null)
			throw new IllegalArgumentException(
				"scale: takes a multi-channel or 32-bit image, for others have one scale");
		if (isOfColours()) return options.colorSpace().space();
		if (options.colorSpace() != ColorSpace.RGB) throw new IllegalArgumentException(
			"color_space = " + options.colorSpace() +
				": takes RGB for grey and multi-channel images");
		return last.vectors() == null ? last.format() : ChannelSpace.of(last.vectors(),
			scales());
	}

	/** Channels are made equally large first, so that none is rounded away. */
	private double[] scales() {
		final double[] scales = new double[last.vectors().channels()];
		Arrays.fill(scales, 1);
		if (!options.isScaled()) return scales;
		Arrays.setAll(scales, last.vectors()::magnitude);
		final double[] deviations = histogram.deviations(ChannelSpace.of(last
			.vectors(), scales));
		Arrays.setAll(scales, c -> deviations[c] > 0 ? deviations[c] * scales[c]
			: scales[c]);
		return scales;
	}

	/** What pixels of each cluster are in the mean, in the channels of the image. */
	private double[][] values(final Clusters clusters, final ValueSpace space,
		final Progress progress)
	{
		if (isMapped(space)) return histogram.means(clusters, space, progress).values();
		final double[] scales = last.vectors() == null ? new double[0]
			: ((ChannelSpace) space).scales();
		final double[][] values = new double[clusters.size()][];
		Arrays.setAll(values, j -> ChannelSpace.unscaled(clusters.centre(j + 1),
			scales));
		return values;
	}
}
