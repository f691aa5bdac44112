package sc.fiji.kmeans.pixel;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.RunMemory;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.cluster.WeightedPoints;

/**
 * Counts of pixel values. K-means needs nothing else of an image, a stack or a folder of images.
 */
public abstract class ValueHistogram {

	/** Part of the work of a clustering. */
	private static final double LOCATING = 0.1;
	private static final double HALF = 0.5;
	/** Pixels that are as near to two clusters move the means; rarely more than once. */
	private static final int MAX_ROUNDS = 8;

	private final PixelFormat format;
	/** In the space that was asked for last; the same for all threads, or null. */
	private volatile LocatedCounts located;
	private final Supplier<RunMemory> memory;

	/** @param memory of each clustering */
	ValueHistogram(final PixelFormat format, final Supplier<RunMemory> memory) {
		this.format = format;
		this.memory = memory;
	}

	abstract PixelCounts counts();

	/** Keeps nothing of the values in a space. */
	void forget() {
		located = null;
	}

	/** The values in a space, which are found once. */
	private LocatedCounts located(final ValueSpace space, final Progress progress) {
		LocatedCounts known = located;
		if (known == null || known.space() != space) {
			known = new LocatedCounts(counts(), space, progress);
			located = known;
		}
		return known;
	}

	/** The values in a space, if they were found. */
	Optional<LocatedCounts> known(final ValueSpace space) {
		return Optional.ofNullable(located).filter(known -> known.space() == space);
	}

	PixelFormat format() {
		return format;
	}

	/** Whether there are no pixels. */
	public boolean isEmpty() {
		return counts().size() == 0;
	}

	/** Number of pixels. */
	public long pixels() {
		return counts().pixels();
	}

	/** Number of distinct values. */
	public int distinct() {
		return counts().size();
	}

	/**
	 * Clusters the pixels; the clusters are numbered from dark to bright.
	 *
	 * @throws IllegalArgumentException if there are no pixels
	 * @throws CancellationException if the progress throws it
	 */
	public Clusters cluster(final KMeansOptions options, final Progress progress) {
		return cluster(options, format, progress);
	}

	/**
	 * Clusters the pixels by their points in a space; the clusters are numbered in
	 * its order.
	 *
	 * @param options with epsilon in units of the space
	 * @param space of values of this format
	 * @throws IllegalArgumentException if there are no pixels
	 * @throws CancellationException if the progress throws it
	 */
	public Clusters cluster(final KMeansOptions options, final ValueSpace space,
		final Progress progress)
	{
		return in(space, progress.part(0, LOCATING)).cluster(options, progress.part(LOCATING, 1));
	}

	/**
	 * The pixels as points in a space.
	 *
	 * @param space of values of this format
	 * @throws CancellationException if the progress throws it
	 */
	public LocatedHistogram in(final ValueSpace space, final Progress progress) {
		final PixelCounts all = counts();
		final WeightedPoints points = space.equals(format) ? all : points(space, progress);
		return new LocatedHistogram(space, points, all.size(), memory.get());
	}

	private WeightedPoints points(final ValueSpace space, final Progress progress) {
		return space.isOneToOne()
			? located(space, progress)
			: PointJoin.of(located(space, progress.part(0, HALF)), progress.part(HALF, 1));
	}

	/**
	 * Mean values of the pixels of each cluster.
	 *
	 * @param space of the clusters
	 * @throws CancellationException if the progress throws it
	 */
	public ClusterMeans means(final Clusters clusters, final ValueSpace space,
		final Progress progress)
	{
		return measuring(space, progress).means(clusters, progress);
	}

	private Measuring measuring(final ValueSpace space, final Progress progress) {
		return new Measuring(counts(), format, located(space, progress.part(0, 0)));
	}

	/**
	 * Numbers clusters of any space in the order of this format, by the means of their
	 * pixels, and counts their pixels by the new numbers: the lowest wins ties.
	 *
	 * @param space of the clusters
	 * @throws CancellationException if the progress throws it
	 */
	public MeasuredClusters ordered(final Clusters clusters, final ValueSpace space,
		final Progress progress)
	{
		Clusters ordered = roughlyOrdered(clusters, space, progress);
		ClusterMeans means = means(ordered, space, progress);
		for (int round = 0; round < MAX_ROUNDS && !means.hasEmpty(); round++) {
			ordered = ordered.counted(means.counts());
			final int[] places = means.places(format.order());
			if (IntStream.range(0, places.length).allMatch(j -> places[j] == j))
				return new MeasuredClusters(ordered, means);
			ordered = ordered.ordered(places);
			means = means(ordered, space, progress);
		}
		return means.hasEmpty()
			? new MeasuredClusters(clusters, means(clusters, space, progress))
			: new MeasuredClusters(ordered, means);
	}

	/** Mostly in the right order, so that values are labelled once. */
	private Clusters roughlyOrdered(final Clusters clusters, final ValueSpace space,
		final Progress progress)
	{
		final ClusterMeans rough = measuring(space, progress).roughMeans(clusters);
		return rough.hasEmpty() ? clusters : clusters.ordered(rough.places(format.order()));
	}

	/**
	 * The distinct values as points, with their components as coordinates. The order of
	 * the points depends on the values alone; neighbours in it are near each other.
	 */
	public WeightedPoints points() {
		return counts();
	}
}
