package sc.fiji.kmeans.segment;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import sc.fiji.kmeans.cluster.ClusterSeries;
import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.image.ClusterKind;
import sc.fiji.kmeans.image.ImagePixels;
import sc.fiji.kmeans.image.PixelKind;
import sc.fiji.kmeans.model.ClusterNames;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.LearningFigures;
import sc.fiji.kmeans.model.Numbering;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.pixel.ClusterMeans;
import sc.fiji.kmeans.pixel.LocatedHistogram;
import sc.fiji.kmeans.pixel.MeasuredClusters;
import sc.fiji.kmeans.pixel.PixelSum;
import sc.fiji.kmeans.pixel.ValueHistogram;
import sc.fiji.kmeans.pixel.ValueSpace;
import sc.fiji.kmeans.pixel.Workspace;
import sc.fiji.kmeans.vector.ChannelMapping;
import sc.fiji.kmeans.vector.ChannelTransform;
import sc.fiji.kmeans.vector.ChannelVectors;
import sc.fiji.kmeans.vector.FramePixels;
import sc.fiji.kmeans.vector.LearnedVectors;
import sc.fiji.kmeans.vector.PixelSample;
import sc.fiji.kmeans.vector.TooManyPixels;
import sc.fiji.kmeans.vector.Transform;
import sc.fiji.kmeans.vector.TransformedVectors;
import sc.fiji.kmeans.vector.VectorPixels;

/** Counts the pixels of one frame or several, and clusters them. */
final class Learning {

	// Shares in the work after counting.
	private static final double LOCATING = 0.15;
	private static final double CLUSTERING = 0.8;
	private static final double NUMBERING = 0.9;

	private final SegmentationOptions options;
	private final Workspace workspace;
	/** Null before the first frame, and while there are counts or a sum. */
	private ValueHistogram histogram;
	/** Of several frames; null before the second. */
	private PixelSum sum;
	/** Null before the first frame that has some. */
	private ChannelVectors vectors;
	/** Null before the first frame. */
	private PixelKind kind;
	/** Of vectors. */
	private PixelSample sample = PixelSample.ALL;
	/** What was clustered last; null before. */
	private ClusteredPoints points;

	/** @param workspace in which nothing else is counted meanwhile */
	Learning(final SegmentationOptions options, final Workspace workspace) {
		this.options = options;
		this.workspace = workspace;
	}

	/** Of what was counted already. */
	Learning(final SegmentationOptions options, final ClusteredPoints.Counts counted) {
		this(options, new Workspace());
		add(counted);
	}

	/**
	 * Adds the pixels of a frame or a band, or a sample of them.
	 *
	 * @param frame of the kind of those before
	 * @throws TooManyPixels if all is to be counted again of another sample
	 */
	void add(final FramePixels frame, final Progress progress) {
		kind = frame.kind();
		points = null;
		requireScale();
		if (kind.areValues()) addValues(frame.values(), progress);
		else addVectors(frame.vectors(), progress);
	}

	/** Pixels that were counted, of any sample: no others before or after them. */
	void add(final ClusteredPoints.Counts counted) {
		sample = counted.sample;
		kind = counted.kind;
		histogram = counted.values;
		vectors = counted.vectors;
		points = null;
		requireScale();
	}

	private void requireScale() {
		if (options.isScaled() && !kind.areVectors())
			throw new IllegalArgumentException(
				"scale: takes a multi-channel or 32-bit image, for others have one scale");
	}

	/** The counts of a single frame stay where they are. */
	private void addValues(final ImagePixels values, final Progress progress) {
		if (sum == null && histogram != null) {
			sum = new PixelSum(values.format());
			sum.add(histogram, progress.part(0, 0));
		}
		if (sum == null) histogram = workspace.count(values, progress);
		else {
			sum.add(values, progress);
			histogram = null;
		}
	}

	private void addVectors(final VectorPixels frame, final Progress progress) {
		if (vectors == null) vectors = new ChannelVectors(frame.channels());
		vectors.add(frame, sample, progress);
	}

	/**
	 * Of as many pixels as fit: where too many differ, all are counted again of half of them.
	 *
	 * @param count adds all pixels to what it is given
	 * @param progress of the end of counting
	 */
	static Learning counted(final Learning nothing, final Consumer<Learning> count,
		final Progress progress)
	{
		Learning learning = nothing;
		for (;;)
			try {
				count.accept(learning);
				if (learning.vectors != null) learning.vectors.end(learning.sample, progress);
				return learning;
			}
			catch (final TooManyPixels e) {
				// Found before all is read: twice as late each time, and the last time never.
				learning = learning.of(e.sparser());
			}
	}

	/** With nothing counted yet. */
	Learning of(final PixelSample some) {
		final Learning other = new Learning(options, workspace);
		other.sample = some;
		return other;
	}

	/** The same pixels, counted already, for options of which no other pixels count. */
	Learning with(final SegmentationOptions others) {
		final Learning same = new Learning(others, workspace);
		same.histogram = histogram;
		same.sum = sum;
		same.vectors = vectors;
		same.kind = kind;
		same.sample = sample;
		same.requireScale();
		if (points != null && points.isFor(others)) same.points = points;
		return same;
	}

	private ValueHistogram histogram(final Progress progress) {
		if (histogram == null && sum != null) histogram = sum.histogram(progress);
		return histogram;
	}

	/** Whether no pixel counted so far. */
	boolean isEmpty() {
		return vectors != null
			? vectors.isEmpty()
			: sum == null ? histogram == null || histogram.isEmpty() : sum.isEmpty();
	}

	/**
	 * The clusters of all that was added.
	 *
	 * @param known whose numbers the nearest clusters get
	 * @throws IllegalArgumentException if there are no pixels, or the clusters before
	 *           are of another kind
	 */
	ImageClusters learned(final Optional<ImageClusters> known, final Progress progress) {
		return new Found(progress.part(0, LOCATING)).clusters(known, null, progress);
	}

	/**
	 * The clusters of the next frame of a film: those before, moved, if there are
	 * some of this kind.
	 *
	 * @param before may be null
	 * @throws IllegalArgumentException if there are no pixels
	 */
	ImageClusters following(final ImageClusters before, final Progress progress) {
		return new Found(progress.part(0, LOCATING)).clusters(Optional.empty(), before, progress);
	}

	/** How the clusters of a frame are found. */
	@FunctionalInterface
	interface Finding {

		ImageClusters in(Learning learning, Progress progress);
	}

	/** @param known whose numbers the nearest clusters get */
	static Finding anew(final Optional<ImageClusters> known) {
		return (learning, progress) -> learning.learned(known, progress);
	}

	/** @param before of the frame before, which moved; may be null */
	static Finding after(final ImageClusters before, final ClusterNames names) {
		return (learning, progress) -> learning.following(before, progress).named(names);
	}

	/**
	 * Clusters of all that was added for 1, 2, 3 and more of them.
	 *
	 * @param use takes their kind and themselves
	 * @throws IllegalArgumentException if there are no pixels
	 */
	<T> T series(final BiFunction<ClusterKind, ClusterSeries, T> use, final Progress progress) {
		final Found found = new Found(progress.part(0, LOCATING));
		return use.apply(found.kind(), found.located.series(progress.part(LOCATING, 1)));
	}

	/**
	 * The clusters of one plain run after each iteration, neither numbered nor merged.
	 *
	 * @param most how many of them there may be
	 * @throws IllegalArgumentException if there are no pixels
	 */
	List<ImageClusters> plainRun(final int most, final Progress progress) {
		final Found found = new Found(progress.part(0, LOCATING));
		return found.located.plainRun(found.kMeans, most, progress.part(LOCATING, CLUSTERING))
			.stream()
			.map(step -> found.withMeans(found.ofSpace(step), progress.part(CLUSTERING, 1)))
			.collect(Collectors.toList());
	}

	/** What all that was added becomes. */
	private final class Found {

		/** Null where pixels are vectors. */
		private final ValueHistogram all;
		/** Null where there is no transform. */
		private final TransformedVectors transformed;
		/** Null where pixels are clustered as values. */
		private final LearnedVectors learned;
		private final ValueSpace space;
		private final KMeansOptions kMeans;
		/** As they were found, with their means; null where centres tell, or they are followed. */
		private MeasuredClusters measured;
		private final LocatedHistogram located;

		private Found(final Progress progress) {
			requireOptions();
			if (isEmpty()) throw new IllegalArgumentException("There are no pixels to cluster");
			all = kind.areValues() ? histogram(progress.part(0, 0)) : null;
			if (points == null)
				points = new ClusteredPoints(options,
					new ClusteredPoints.Counts(all, vectors, kind, sample), workspace, progress);
			transformed = points.transformed;
			learned = points.learned;
			space = points.space;
			kMeans = learned == null
				? options.kMeans()
				: options.kMeans().withEpsilon(learned.epsilon(options.kMeans().epsilon()));
			located = points.located;
		}

		/** @param before as above */
		private ImageClusters clusters(final Optional<ImageClusters> known, final ImageClusters before,
			final Progress progress)
		{
			known.ifPresent(others -> Numbering.requireMatch(others, kind()));
			final Clusters found = found(before, progress.part(LOCATING, NUMBERING));
			final ImageClusters numbered = numbered(known, ofSpace(found),
				progress.part(NUMBERING, NUMBERING));
			final Progress rest = progress.part(NUMBERING, 1);
			final LearningFigures figures = figures(found, rest);
			return withMeans(numbered, rest).withFigures(figures)
				.merged(options.merge().among(options.largestNumber()));
		}

		private ImageClusters numbered(final Optional<ImageClusters> known, final ImageClusters found,
			final Progress progress)
		{
			return known.map(others -> Numbering.after(others, found, kMeans.clusters(), progress))
				.orElse(found);
		}

		/** Numbered by the colours that they are painted in, unless they are followed. */
		private Clusters found(final ImageClusters before, final Progress progress) {
			final double share = CLUSTERING / NUMBERING;
			final Progress clustering = progress.part(0, share);
			final Clusters found = isFollowing(before)
				? located.follow(before.in(mapping()), kMeans, clustering)
				: located.cluster(kMeans, clustering);
			return found.isFollowing() ? found : ordered(found, progress.part(share, 1));
		}

		private Clusters ordered(final Clusters found, final Progress progress) {
			if (transformed != null) return transformed.ordered(found, learned.space(), progress);
			if (!kind().isMapped()) return found;
			measured = all.ordered(found, space, progress);
			return measured.clusters();
		}

		/** What becomes of values: nothing where they are clustered as values. */
		private ChannelMapping mapping() {
			if (learned == null) return ChannelMapping.NONE;
			return ChannelMapping.NONE
				.transformedBy(transformed == null ? ChannelTransform.NONE : transformed.transform())
				.dividedBy(options.isScaled() ? learned.space().scales() : new double[0])
				.roundedTo(learned.space().savedBits());
		}

		private boolean isFollowing(final ImageClusters before) {
			return before != null && before.kind().isLike(kind());
		}

		private ClusterKind kind() {
			return kind.areColours()
				? ClusterKind.ofColours(options.colorSpace())
				: ClusterKind.ofValues(learned == null ? space.dimensions() : learned.space().dimensions());
		}

		/** As they were found, with what channels become, are divided by and rounded to. */
		private ImageClusters ofSpace(final Clusters found) {
			return ImageClusters.of(kind(), found).with(mapping());
		}

		private LearningFigures figures(final Clusters found, final Progress progress) {
			return LearningFigures.of(found, located.values(), kMeans.epsilon(),
				learned == null ? "" : learned.warning(found, located, progress),
				learned != null
					? learned.hint(options.channels())
					: kind.areVectors()
						? LearnedVectors.hint(all.points(), options.channels(), progress)
						: "")
				.of(sample);
		}

		/** What the pixels of each cluster are in the mean, where centres do not tell. */
		private ImageClusters withMeans(final ImageClusters numbered, final Progress progress) {
			if (transformed != null)
				return numbered.withMeans(transformed.means(numbered.found(), learned.space(), progress));
			if (!kind().isMapped()) return numbered;
			final ClusterMeans means = measured != null && measured.clusters() == numbered.found()
				? measured.means()
				: all.means(numbered.found(), space, progress);
			return numbered.withMeans(means.values());
		}
	}

	private void requireOptions() {
		if (!kind.areColours() && options.colorSpace() != ColorSpace.RGB)
			throw new IllegalArgumentException(
				"color_space = " + options.colorSpace() + ": takes RGB for grey and multi-channel images");
		if (kind.areColours() && options.transform() != Transform.NONE)
			throw new IllegalArgumentException(
				"transform = " + options.transform() + ": takes none for images of colours");
	}
}
