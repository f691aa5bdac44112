package sc.fiji.kmeans.pixel;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeans;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.RunMemory;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.cluster.WeightedPoints;

/**
 * How often each pixel value occurs. For k-means this is all there is to know
 * about an image, a stack or a folder of images: histograms of parts, added,
 * are the histogram of the whole.
 * <p>
 * Not safe for use by several threads; let each count a part, and merge.
 */
public final class PixelHistogram {

	/** Part of the work of a clustering. */
	private static final double LOCATING = 0.1;

	private final PixelFormat format;
	/** Everything that was added, or null if the table has more. */
	private PixelCounts counts;
	/** Everything that was added, or null if nothing was since the last counts. */
	private HashedCounts table;
	/** Of each clustering. */
	private final Supplier<RunMemory> memory;

	/** An empty histogram. */
	public PixelHistogram(final PixelFormat format) {
		this(format, new HashedCounts(format).sorted());
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
	 * Counts the pixels of a source, parts of it side by side.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	public static PixelHistogram of(final PixelSource source,
		final Progress progress)
	{
		return new PixelCounter().count(source, progress);
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
		if (!format.fits(pixel)) throw new IllegalArgumentException("pixel = 0x" +
			Long.toHexString(pixel) + ": takes " + format.bits() + " bits");
		if (n < 0) throw new IllegalArgumentException("count = " + n +
			": takes 0 or more");
		if (n > 0) table().add(pixel, n);
	}

	/** Adds all pixels of another histogram of the same format. */
	public void add(final PixelHistogram other) {
		if (!other.format.equals(format)) throw new IllegalArgumentException(
			"histogram of " + other.format + ": takes " + format);
		final PixelCounts more = other.counts();
		table().add(more);
	}

	/** Copies what a {@link PixelCounter} counted, which may count the next then. */
	public void keep() {
		table();
	}

	/** Its counter counts anew: what was neither kept nor added to is lost. */
	void expire() {
		if (table == null) counts = null;
	}

	private HashedCounts table() {
		if (table == null) {
			final PixelCounts counted = counts();
			table = new HashedCounts(format);
			table.add(counted);
		}
		counts = null;
		return table;
	}

	private PixelCounts counts() {
		if (counts == null && table == null) throw new IllegalStateException(
			"The counter has counted other pixels since");
		if (counts == null) counts = table.sorted();
		return counts;
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
	public Clusters cluster(final KMeansOptions options,
		final Progress progress)
	{
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
		return in(space, progress.part(0, LOCATING)).cluster(options, progress.part(
			LOCATING, 1));
	}

	/**
	 * Clusters the pixels as those of the next frame: from the clusters before, whose
	 * numbers they keep, or anew if the scene has changed, as {@link KMeans#follow}
	 * says.
	 *
	 * @param before clusters of other pixels in this space
	 * @param options with epsilon in units of the space
	 * @param space of values of this format
	 * @throws IllegalArgumentException if there are no pixels, or those before are of
	 *           another space
	 * @throws CancellationException if the progress throws it
	 */
	public Clusters follow(final Clusters before, final KMeansOptions options,
		final ValueSpace space, final Progress progress)
	{
		return in(space, progress.part(0, LOCATING)).follow(before, options, progress
			.part(LOCATING, 1));
	}

	/**
	 * The pixels as points in a space.
	 *
	 * @param space of values of this format
	 * @throws CancellationException if the progress throws it
	 */
	public LocatedHistogram in(final ValueSpace space, final Progress progress) {
		return new LocatedHistogram(space, space.equals(format) ? counts()
			: LocatedPoints.of(counts(), space, progress), memory.get());
	}

	/**
	 * The mean components of the pixels of each cluster, of cluster 1 first.
	 *
	 * @param space in which the clusters are
	 * @throws CancellationException if the progress throws it
	 */
	public double[][] means(final Clusters clusters, final ValueSpace space,
		final Progress progress)
	{
		final PixelCounts all = counts();
		final long[][] sums = new long[clusters.size()][format.components() + 1];
		Checks.parts(all.size(), new Steps(progress, "counting", Checks.steps(all
			.size())), (from, to) -> {
				final long[][] own = sums(all, from, to, clusters, space);
				synchronized (sums) {
					add(own, sums);
				}
			});
		final double[][] means = new double[sums.length][format.components()];
		for (int j = 0; j < sums.length; j++)
			for (int q = 0; q < means[j].length; q++)
				means[j][q] = (double) sums[j][q] / sums[j][means[j].length];
		return means;
	}

	/** Of each cluster the sums of the components of some values, and their number. */
	private long[][] sums(final PixelCounts all, final int from, final int to,
		final Clusters clusters, final ValueSpace space)
	{
		final int n = format.components();
		final long[][] sums = new long[clusters.size()][];
		final double[] point = new double[space.dimensions()];
		final double[] value = new double[n];
		for (int i = from; i < to; i++) {
			space.locate(all.value(i), point);
			format.unpack(all.value(i), value);
			final int j = clusters.nearest(point) - 1;
			if (sums[j] == null) sums[j] = new long[n + 1];
			for (int q = 0; q < n; q++)
				sums[j][q] += all.weight(i) * (long) value[q];
			sums[j][n] += all.weight(i);
		}
		return sums;
	}

	private static void add(final long[][] some, final long[][] sums) {
		for (int j = 0; j < sums.length; j++)
			for (int q = 0; some[j] != null && q < sums[j].length; q++)
				sums[j][q] += some[j][q];
	}

	/**
	 * The distinct values as points, their components as coordinates: a snapshot
	 * that later additions do not touch, but that may not outlive what was counted.
	 * The order of the points depends on the values alone, and neighbours in it are
	 * near each other.
	 */
	public WeightedPoints points() {
		return counts();
	}
}
