package sc.fiji.kmeans.segment;

import java.util.Arrays;
import java.util.Optional;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.image.ClusterKind;
import sc.fiji.kmeans.image.ColorSpace;
import sc.fiji.kmeans.image.FramePixels;
import sc.fiji.kmeans.image.ImagePixels;
import sc.fiji.kmeans.image.LearnedVectors;
import sc.fiji.kmeans.pixel.LocatedHistogram;
import sc.fiji.kmeans.pixel.PixelFormat;
import sc.fiji.kmeans.pixel.PixelHistogram;
import sc.fiji.kmeans.pixel.PixelSum;
import sc.fiji.kmeans.pixel.ValueSpace;
import sc.fiji.kmeans.pixel.Workspace;

/** Counts the pixels of one frame or several, and clusters them. */
final class Learning {

	// Shares in the work after counting.
	private static final double FIGURES = 0.05;
	private static final double LOCATING = 0.15;
	private static final double CLUSTERING = 0.8;
	private static final double NUMBERING = 0.9;

	private final SegmentationOptions options;
	private final Workspace workspace;
	/** Null before the first frame, and while there are counts or a sum. */
	private PixelHistogram histogram;
	/** Of several frames; null before the second. */
	private PixelSum sum;
	/** How often each vector occurs, by their numbers; null if there are none. */
	private long[] counts;
	private FramePixels last;

	/** @param workspace in which nothing else is counted meanwhile */
	Learning(final SegmentationOptions options, final Workspace workspace) {
		this.options = options;
		this.workspace = workspace;
	}

	/** @param frame if it has vectors, they are those of the frames before, too */
	void add(final FramePixels frame, final Progress progress) {
		last = frame;
		if (frame.vectors() == null) addValues(frame, progress);
		else addVectors(frame, progress);
	}

	/** The counts of a single frame stay where they are. */
	private void addValues(final FramePixels frame, final Progress progress) {
		if (sum == null && histogram != null) {
			sum = new PixelSum(frame.format());
			sum.add(histogram, progress.part(0, 0));
		}
		histogram = workspace.count(frame.pixels(), progress);
		if (sum == null) return;
		sum.add(histogram, progress.part(1, 1));
		histogram = null;
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

	private PixelHistogram histogram(final Progress progress) {
		if (histogram == null && counts != null)
			histogram = workspace.ofNumbers(counts, last.vectors().size() + 1);
		if (histogram == null && sum != null) histogram = sum.histogram(progress);
		return histogram;
	}

	/** Whether no pixel counted so far. */
	boolean isEmpty() {
		return sum == null ? histogram(Progress.NONE) == null || histogram.isEmpty() : sum.isEmpty();
	}

	/**
	 * The clusters of all that was added.
	 *
	 * @param known whose numbers the nearest clusters get
	 * @throws IllegalArgumentException if there are no pixels, or the clusters before
	 *           are of another kind
	 */
	ImageClusters learned(final Optional<ImageClusters> known, final Progress progress) {
		return new Found(known, null, progress).clusters;
	}

	/**
	 * The clusters of the next frame of a film: those before, moved, if there are
	 * some of this kind.
	 *
	 * @param before may be null
	 * @throws IllegalArgumentException if there are no pixels
	 */
	ImageClusters following(final ImageClusters before, final Progress progress) {
		return new Found(Optional.empty(), before, progress).clusters;
	}

	/** What all that was added becomes. */
	private final class Found {

		private final PixelHistogram all;
		/** Null where pixels are no vectors. */
		private final LearnedVectors vectors;
		private final ValueSpace space;
		private final KMeansOptions kMeans;
		private final ImageClusters clusters;

		/** @param before as above */
		private Found(final Optional<ImageClusters> known, final ImageClusters before,
			final Progress progress)
		{
			requireOptions();
			if (isEmpty()) throw new IllegalArgumentException("There are no pixels to cluster");
			all = histogram(progress.part(0, 0));
			vectors = last.vectors() == null
				? null
				: new LearnedVectors(all.points(), last, options.isScaled(), progress.part(0, FIGURES));
			space = vectors == null
				? isOfColours() ? options.colorSpace().space() : last.format()
				: vectors.space();
			kMeans = vectors == null
				? options.kMeans()
				: options.kMeans().withEpsilon(vectors.epsilon(options.kMeans().epsilon()));
			known.ifPresent(others -> Numbering.requireMatch(others, kind()));
			final LocatedHistogram located = all.in(space, progress.part(FIGURES, LOCATING));
			final Clusters found = found(located, before, progress.part(LOCATING, NUMBERING));
			final ImageClusters numbered = numbered(known, ofSpace(found),
				progress.part(NUMBERING, NUMBERING));
			final Progress rest = progress.part(NUMBERING, 1);
			final LearningFigures figures = figures(found, located.distinct(), rest);
			clusters = withMeans(numbered, rest).withFigures(figures)
				.merged(options.merge().among(options.largestNumber()));
		}

		private ImageClusters numbered(final Optional<ImageClusters> known, final ImageClusters found,
			final Progress progress)
		{
			return known.map(others -> Numbering.after(others, found, kMeans.clusters(), progress))
				.orElse(found);
		}

		/** Numbered by the colours that they are painted in, unless they are followed. */
		private Clusters found(final LocatedHistogram located, final ImageClusters before,
			final Progress progress)
		{
			final double share = CLUSTERING / NUMBERING;
			final Progress clustering = progress.part(0, share);
			final Clusters found = isFollowing(before)
				? located.follow(before.found(), kMeans, clustering)
				: located.cluster(kMeans, clustering);
			return found.isFollowing() || !kind().isMapped()
				? found
				: all.ordered(found, space, progress.part(share, 1));
		}

		private boolean isFollowing(final ImageClusters before) {
			return before != null && before.kind().isLike(kind());
		}

		private ClusterKind kind() {
			return isOfColours()
				? ClusterKind.ofColours(options.colorSpace())
				: ClusterKind.ofValues(space.dimensions());
		}

		/** As they were found, with what channels are divided by and rounded to. */
		private ImageClusters ofSpace(final Clusters found) {
			final ImageClusters clusters = ImageClusters.of(kind(), found);
			if (vectors == null) return clusters;
			return clusters.withFractionBits(vectors.space().savedBits())
				.withScales(options.isScaled() ? vectors.space().scales() : new double[0]);
		}

		private LearningFigures figures(final Clusters found, final int points,
			final Progress progress)
		{
			return LearningFigures.of(found, all.distinct(), kMeans.epsilon(),
				vectors == null ? "" : vectors.warning(found, points, progress),
				vectors == null ? "" : vectors.hint(options.channels()));
		}

		/** What the pixels of each cluster are in the mean, where centres do not tell. */
		private ImageClusters withMeans(final ImageClusters numbered, final Progress progress) {
			return kind().isMapped()
				? numbered.withMeans(all.means(numbered.found(), space, progress).values())
				: numbered;
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
