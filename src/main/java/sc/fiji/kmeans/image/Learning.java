package sc.fiji.kmeans.image;

import java.util.Arrays;
import java.util.Optional;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.pixel.LocatedHistogram;
import sc.fiji.kmeans.pixel.PixelCounter;
import sc.fiji.kmeans.pixel.PixelFormat;
import sc.fiji.kmeans.pixel.PixelHistogram;
import sc.fiji.kmeans.pixel.ValueSpace;

/** Counts the pixels of one frame or several, and clusters them. */
final class Learning {

	// Shares in the work after counting.
	private static final double FIGURES = 0.05;
	private static final double LOCATING = 0.15;
	private static final double CLUSTERING = 0.8;
	private static final double NUMBERING = 0.9;

	private final SegmentationOptions options;
	private final PixelCounter counter;
	/** Null before the first frame, and while there are counts. */
	private PixelHistogram histogram;
	/** How often each vector occurs, by their numbers; null if there are none. */
	private long[] counts;
	private FramePixels last;

	/** @param counter may have counted other frames before */
	Learning(final SegmentationOptions options, final PixelCounter counter) {
		this.options = options;
		this.counter = counter;
	}

	/** @param frame if it has vectors, they are those of the frames before, too */
	void add(final FramePixels frame, final Progress progress) {
		last = frame;
		if (frame.vectors() == null) addValues(frame, progress);
		else addVectors(frame, progress);
	}

	private void addValues(final FramePixels frame, final Progress progress) {
		if (histogram != null) histogram.keep(progress.part(0, 0));
		final PixelHistogram more = counter.count(frame.pixels(), progress);
		if (histogram == null) histogram = more;
		else histogram.add(more, progress.part(1, 1));
	}

	private void addVectors(final FramePixels frame, final Progress progress) {
		final int end = frame.vectors().size() + 1;
		if (counts == null) counts = new long[end];
		if (counts.length < end) counts = Arrays.copyOf(counts, end);
		histogram = null;
		final ImagePixels pixels = frame.pixels();
		final int[] row = new int[pixels.blockLength()];
		final Steps steps = new Steps(progress, "counting", pixels.blocks());
		for (int block = 0; block < pixels.blocks(); block++) {
			final int n = pixels.read(block, row);
			for (int i = 0; i < n; i++)
				counts[row[i]]++;
			steps.done();
		}
	}

	private PixelHistogram histogram() {
		if (histogram == null && counts != null)
			histogram = counter.ofNumbers(counts, last.vectors().size() + 1);
		return histogram;
	}

	/** Whether no pixel counted so far. */
	boolean isEmpty() {
		return histogram() == null || histogram().isEmpty();
	}

	/**
	 * The clusters of all that was added.
	 *
	 * @param known whose numbers the nearest clusters get
	 * @throws IllegalArgumentException if there are no pixels, or the clusters before
	 *           are of another kind
	 */
	LearnedClusters learned(final KnownClusters known, final Progress progress) {
		return new Found(known, null, progress).learned();
	}

	/**
	 * The clusters of the next frame of a film: those before, moved, if there are
	 * some of this kind.
	 *
	 * @param before may be null
	 * @throws IllegalArgumentException if there are no pixels
	 */
	LearnedClusters following(final LearnedClusters before, final Progress progress) {
		return new Found(KnownClusters.NONE, before, progress).learned();
	}

	/** What all that was added becomes. */
	private final class Found {

		/** Null where pixels are no vectors. */
		private final LearnedVectors vectors;
		private final ValueSpace space;
		private final KMeansOptions kMeans;
		private final NumberedClusters numbered;
		private final LearningFigures figures;
		private final double[][] values;

		/** @param before as above */
		private Found(final KnownClusters known, final LearnedClusters before,
			final Progress progress)
		{
			requireOptions();
			if (isEmpty()) throw new IllegalArgumentException("There are no pixels to cluster");
			vectors = last.vectors() == null
				? null
				: new LearnedVectors(histogram().points(), last, options.isScaled(),
					progress.part(0, FIGURES));
			space = vectors == null
				? isOfColours() ? options.colorSpace().space() : last.format()
				: vectors.space();
			kMeans = vectors == null
				? options.kMeans()
				: options.kMeans().withEpsilon(vectors.epsilon(options.kMeans().epsilon()));
			final Optional<NumberedClusters> reference = known.reference(kind(), scales());
			final LocatedHistogram located = histogram().in(space, progress.part(FIGURES, LOCATING));
			final Clusters found = found(located, before, progress.part(LOCATING, NUMBERING));
			numbered = reference
				.map(r -> r.number(found, kMeans.clusters(), progress.part(NUMBERING, NUMBERING)))
				.orElse(NumberedClusters.of(found));
			final Progress rest = progress.part(NUMBERING, 1);
			figures = figures(found, located.distinct(), rest);
			values = values(rest);
		}

		/** Numbered by the colours that they are painted in, unless they are followed. */
		private Clusters found(final LocatedHistogram located, final LearnedClusters before,
			final Progress progress)
		{
			final double share = CLUSTERING / NUMBERING;
			final Progress clustering = progress.part(0, share);
			final Clusters found = isFollowing(before)
				? located.follow(before.clusters(), kMeans, clustering)
				: located.cluster(kMeans, clustering);
			return found.isFollowing() || !isMapped()
				? found
				: histogram().ordered(found, space, progress.part(share, 1));
		}

		private boolean isFollowing(final LearnedClusters before) {
			return before != null && before.isOfKind(kind());
		}

		/** Whether the coordinates of centres are no values of pixels. */
		private boolean isMapped() {
			return vectors == null && !space.equals(last.format());
		}

		private String kind() {
			return LearnedClusters.kind(isOfColours(), options.colorSpace(), space.dimensions());
		}

		/** What channels are divided by; none if by nothing. */
		private double[] scales() {
			return vectors == null || !options.isScaled() ? new double[0] : vectors.space().scales();
		}

		private LearningFigures figures(final Clusters found, final int points,
			final Progress progress)
		{
			return new LearningFigures(histogram().distinct(), kMeans.epsilon(),
				vectors == null ? "" : vectors.warning(found, points, progress),
				vectors == null ? "" : vectors.hint());
		}

		/** What pixels of each cluster are in the mean, in the channels of the image. */
		private double[][] values(final Progress progress) {
			final Clusters clusters = numbered.clusters();
			if (isMapped()) return histogram().means(clusters, space, progress).values();
			final double[][] means = new double[clusters.size()][];
			Arrays.setAll(means, j -> ChannelSpace.unscaled(clusters.centre(j + 1), scales()));
			return means;
		}

		private LearnedClusters learned() {
			return new LearnedClusters(options, isOfColours(), numbered,
				vectors == null ? null : vectors.space(), values, figures);
		}
	}

	private boolean isOfColours() {
		return last.format().equals(PixelFormat.RGB);
	}

	private void requireOptions() {
		if (options.isScaled() && last.vectors() == null)
			throw new IllegalArgumentException(
				"scale: takes a multi-channel or 32-bit image, for others have one scale");
		if (!isOfColours() && options.colorSpace() != ColorSpace.RGB)
			throw new IllegalArgumentException(
				"color_space = " + options.colorSpace() + ": takes RGB for grey and multi-channel images");
	}
}
