package sc.fiji.kmeans.pixel;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.RunMemory;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.cluster.WeightedPoints;

/**
 * Counts of pixel values. K-means needs nothing else of an image, a stack or a folder
 * of images; and the histograms of parts add up to that of the whole.
 * <p>
 * Not for several threads at once: let each count a part, and add.
 */
public final class PixelHistogram {

	/** Share of locating points in the work of a clustering. */
	private static final double LOCATING = 0.1;
	/** Ordering may change ties, and ties the order; rarely more than once. */
	private static final int MAX_ROUNDS = 8;

	private final PixelFormat format;
	/** Everything that was added, or null if the table has more. */
	private PixelCounts counts;
	/** Everything that was added, or null if nothing was since the last counts. */
	private HashedCounts table;
	/** Of each clustering. */
	private final Supplier<RunMemory> memory;

	/** An empty histogram. */
	public PixelHistogram(final PixelFormat format) {
		this(format, new HashedCounts(format).sorted(Steps.UNHEARD));
	}

	PixelHistogram(final PixelFormat format, final PixelCounts counts) {
		this(format, counts, RunMemory::new);
	}

	PixelHistogram(final PixelFormat format, final PixelCounts counts,
		final Supplier<RunMemory> memory)
	{
		this.format = format;
		this.counts = counts;
		this.memory = memory;
	}

	/**
	 * Counts the pixels of a source in parallel.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	public static PixelHistogram of(final PixelSource source, final Progress progress) {
		final RunMemory ofClustering = new RunMemory();
		return new PixelHistogram(source.format(), new SourceCounter().count(source, progress),
			() -> ofClustering);
	}

	/** Adds one pixel. */
	public void add(final long pixel) {
		add(pixel, 1);
	}

	/**
	 * Adds pixels of the same value.
	 *
	 * @param pixel packed as the format says
	 * @param n how many, 0 or more
	 */
	public void add(final long pixel, final long n) {
		if (!format.fits(pixel))
			throw new IllegalArgumentException(
				"pixel = 0x" + Long.toHexString(pixel) + ": takes " + format.bits() + " bits");
		if (n < 0) throw new IllegalArgumentException("count = " + n + ": takes 0 or more");
		if (n > 0) table(Progress.NONE).add(pixel, n, Steps.UNHEARD);
	}

	/**
	 * Adds all pixels of another histogram of the same format.
	 *
	 * @throws CancellationException if the progress throws it; only a part has been
	 *           added then
	 */
	public void add(final PixelHistogram other, final Progress progress) {
		if (!other.format.equals(format))
			throw new IllegalArgumentException("histogram of " + other.format + ": takes " + format);
		final PixelCounts more = other.counts(progress);
		table(progress).add(more, steps(progress));
	}

	/**
	 * Copies the counts of a {@link PixelCounter}, so that it may count the next source.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	public void keep(final Progress progress) {
		table(progress);
	}

	private static Steps steps(final Progress progress) {
		return new Steps(progress, "counting", 1);
	}

	/** Drops counts that were neither kept nor added to: their counter reuses its buffers. */
	void expire() {
		if (table == null) counts = null;
	}

	private HashedCounts table(final Progress progress) {
		if (table == null) {
			final PixelCounts counted = counts(progress);
			final HashedCounts copy = new HashedCounts(format);
			copy.add(counted, steps(progress));
			table = copy;
		}
		counts = null;
		return table;
	}

	private PixelCounts counts() {
		return counts(Progress.NONE);
	}

	private PixelCounts counts(final Progress progress) {
		if (counts == null && table == null)
			throw new IllegalStateException("The counter has counted other pixels since");
		if (counts == null) counts = table.sorted(steps(progress));
		return counts;
	}

	/** Whether there are no pixels. */
	public boolean isEmpty() {
		return table == null ? counts().size() == 0 : table.distinct() == 0;
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
		final PixelCounts points = counts(progress.part(0, 0));
		return new LocatedHistogram(space,
			space.equals(format) ? points : LocatedPoints.of(points, space, progress), memory.get());
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
		return new Measuring(counts(), format, space).means(clusters, progress);
	}

	/**
	 * Numbers clusters of any space in the order of this format, by the means of their
	 * pixels, and counts their pixels by the new numbers: the lowest wins ties.
	 *
	 * @param space of the clusters
	 * @throws CancellationException if the progress throws it
	 */
	public Clusters ordered(final Clusters clusters, final ValueSpace space,
		final Progress progress)
	{
		Clusters ordered = clusters;
		for (int round = 0; round < MAX_ROUNDS; round++) {
			final ClusterMeans means = means(ordered, space, progress);
			if (means.hasEmpty()) return clusters;
			ordered = ordered.counted(means.counts());
			final int[] places = means.places(format.order());
			if (IntStream.range(0, places.length).allMatch(j -> places[j] == j)) return ordered;
			ordered = ordered.ordered(places);
		}
		return ordered;
	}

	/**
	 * The distinct values as points, with their components as coordinates: a snapshot
	 * that later additions do not change, valid as long as the counts. The order of the
	 * points depends on the values alone; neighbours in it are near each other.
	 */
	public WeightedPoints points() {
		return counts();
	}
}
