package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * The result of a clustering: centres numbered from 1 in their order, and how
 * good they are; immutable.
 */
public final class Clusters {

	/**
	 * Attempts agree with the best clusters when their compactness is larger by at most
	 * this part of it.
	 */
	static final double AGREEMENT = 1e-4;

	private final Centres centres;
	private final long[] counts;
	private final double compactness;
	private final int iterations;
	private final boolean limitReached;
	private final int agreeing;
	private final int attempts;
	private boolean isFollowing;
	private boolean isOptimal;

	/** Those of one attempt. */
	Clusters(final Partition partition, final int iterations, final boolean limitReached) {
		this(partition.centres(), partition.counts(), partition.compactness(), iterations, limitReached,
			1, 1);
	}

	private Clusters(final Centres centres, final long[] counts, final double compactness,
		final int iterations, final boolean limitReached, final int agreeing, final int attempts)
	{
		this.centres = centres;
		this.counts = counts;
		this.compactness = compactness;
		this.iterations = iterations;
		this.limitReached = limitReached;
		this.agreeing = agreeing;
		this.attempts = attempts;
	}

	/** Of centres on which all points lie. */
	static Clusters exact(final Centres centres, final long[] counts, final int attempts) {
		return new Clusters(centres, counts, 0, 1, false, attempts, attempts).optimal();
	}

	/** These as the best of some attempts. */
	Clusters bestOf(final int ofAll, final int agree) {
		return new Clusters(centres, counts, compactness, iterations, limitReached, agree, ofAll);
	}

	/** Without statistics. */
	private Clusters(final Centres centres) {
		this(centres, new long[centres.size()], Double.NaN, 0, false, 0, 0);
	}

	/** Another view of the same clusters. */
	private Clusters(final Clusters same, final Centres centres, final long[] counts,
		final double compactness)
	{
		this(centres, counts, compactness, same.iterations, same.limitReached, same.agreeing,
			same.attempts);
		isFollowing = same.isFollowing;
		isOptimal = same.isOptimal;
	}

	/**
	 * Clusters of given centres, numbered in the order given. No pixels belong to
	 * them and no attempts were made; their compactness is NaN.
	 *
	 * @param centres 1 to {@link KMeansOptions#MAX_CLUSTERS}, each as many finite
	 *          numbers
	 */
	public static Clusters of(final double[][] centres) {
		if (centres.length < 1 || centres.length > KMeansOptions.MAX_CLUSTERS)
			throw new IllegalArgumentException(
				"number of centres = " + centres.length + ": takes 1 to " + KMeansOptions.MAX_CLUSTERS);
		Centres.requireFinite("centre", centres, Math.max(1, centres[0].length));
		return new Clusters(Centres.of(centres));
	}

	/**
	 * The same clusters in the order of other ones: by their {@link #matches}, without
	 * gaps. Clusters that get none come last in their own order.
	 * <p>
	 * Pixels that are equally near to two centres were counted by the old numbers,
	 * but {@link #nearest} goes by the new ones.
	 *
	 * @param reference of as many dimensions
	 */
	public Clusters numberedAfter(final Clusters reference) {
		final int[] matches = matches(reference);
		Arrays.setAll(matches, j -> matches[j] == 0 ? Integer.MAX_VALUE : matches[j]);
		return ordered(matches);
	}

	/**
	 * The cluster of other ones that each cluster gets, so that the sum of the squared
	 * distances between their centres is smallest.
	 *
	 * @param reference of as many dimensions
	 * @return for each of these clusters in turn the number of one of the reference,
	 *         all different; 0 for none, because the reference has fewer
	 */
	public int[] matches(final Clusters reference) {
		return matches(reference, 0, Progress.NONE);
	}

	/**
	 * As above; but some clusters may get none, though there are enough. A cluster is
	 * really the same as one of the reference only if its centre is nearer to that than
	 * half of what is between it and the nearest other centre of these clusters, and
	 * half of what is between its nearest centre of the reference and the nearest other
	 * one there. To get none costs as much as this half, squared; the sum is smallest
	 * in all. Where there are no other centres, in neither, all is the same.
	 *
	 * @param spare so many clusters may get none
	 * @throws CancellationException if the progress throws it
	 */
	public int[] matches(final Clusters reference, final int spare, final Progress progress) {
		if (reference.centres.dimensions() != centres.dimensions())
			throw new IllegalArgumentException("reference of " + reference.centres.dimensions()
				+ " dimensions: takes " + centres.dimensions());
		return Arrays
			.stream(new Matching(centres, reference.centres, new Checkpoint(progress)).matches(spare))
			.map(match -> match == Assignment.NONE ? 0 : match + 1)
			.toArray();
	}

	/**
	 * The same clusters in another order.
	 *
	 * @param places one for each cluster; the lowest comes first, of equal ones that
	 *          with the lower number
	 */
	public Clusters ordered(final int... places) {
		final int[] order = IntStream.range(0, size())
			.boxed()
			.sorted(Comparator.comparingInt(j -> places[j]))
			.mapToInt(Integer::intValue)
			.toArray();
		return new Clusters(this,
			Centres.fill(size(), centres.dimensions(), (j, q) -> centres.coordinate(order[j], q)),
			Arrays.stream(order).mapToLong(j -> counts[j]).toArray(), compactness);
	}

	/**
	 * The same clusters where their pixels were counted by other rules for ties.
	 *
	 * @param pixels of each cluster
	 */
	public Clusters counted(final long... pixels) {
		if (pixels.length != size())
			throw new IllegalArgumentException(
				"numbers of pixels = " + pixels.length + ": takes " + size());
		return new Clusters(this, centres, pixels.clone(), compactness);
	}

	/**
	 * The same clusters in other units, to the last bit: every coordinate times a
	 * factor, the compactness times its square.
	 *
	 * @param factor a power of two, by which no number leaves the range of double
	 */
	public Clusters scaled(final double factor) {
		final int exponent = Math.getExponent(factor);
		if (Math.abs(exponent) > Double.MAX_EXPONENT || Math.scalb(1.0, exponent) != factor)
			throw new IllegalArgumentException("factor = " + factor + ": takes a power of two");
		return new Clusters(this, centres.timesExactly(factor), counts,
			Centres.exact(Centres.exact(compactness, factor), factor));
	}

	/** Notes that they have the numbers of those before, before anyone else sees them. */
	Clusters following() {
		isFollowing = true;
		return this;
	}

	/** Notes that none are better, before anyone else sees them. */
	Clusters optimal() {
		isOptimal = true;
		return this;
	}

	/**
	 * Whether it is proven that no other centres have a smaller compactness, up to
	 * rounding: that of k-means++ for points on a line, up to some thousand, and that of
	 * a cluster for each point.
	 */
	public boolean isOptimal() {
		return isOptimal;
	}

	/**
	 * Whether these are the clusters of points before, moved, with their numbers, and
	 * not found anew.
	 */
	public boolean isFollowing() {
		return isFollowing;
	}

	Centres centres() {
		return centres;
	}

	/** Number of clusters. */
	public int size() {
		return centres.size();
	}

	/**
	 * The centre of a cluster, in units of the pixel values.
	 *
	 * @param number 1 to size
	 * @return a new array, one number a dimension
	 */
	public double[] centre(final int number) {
		return centres.row(index(number));
	}

	/**
	 * Number of the pixels that are nearest to the centre of a cluster.
	 *
	 * @param number 1 to size
	 */
	public long pixels(final int number) {
		return counts[index(number)];
	}

	/** Number of all pixels. */
	public long pixels() {
		return Arrays.stream(counts).sum();
	}

	/**
	 * Sum over all pixels of the squared distance to the nearest centre: exact,
	 * then rounded once.
	 */
	public double compactness() {
		return compactness;
	}

	/** Number of mean updates in the attempt that won. */
	public int iterations() {
		return iterations;
	}

	/** Whether the attempt that won still moved when its iterations were used up. */
	public boolean limitReached() {
		return limitReached;
	}

	/**
	 * Number of attempts that end within 0.01 % of the best compactness: of starts that
	 * each looked for by itself, among means that it drew by itself. An attempt that
	 * meets a better one on its way, or is as good as the best at the end of the search,
	 * ends with it; one that was given up does not agree.
	 * <p>
	 * Checked on 169 photos, gradients, noise and blobs of two to five dimensions with 2
	 * to 16 clusters, two seeds each, against the best of up to 304 plain attempts: all
	 * agreed in 164 of 338 runs, and in none of these was anything better by 0.1 % known.
	 */
	public int agreeing() {
		return agreeing;
	}

	/** Number of attempts. */
	public int attempts() {
		return attempts;
	}

	/** What vouches for them: {@code optimum} if that is proven, or {@code 7 of 10}. */
	public String agreement() {
		return isOptimal ? "optimum" : agreeing + " of " + attempts;
	}

	@Override
	public String toString() {
		return size() + " clusters of " + pixels() + " pixels, compactness " + compactness + ", "
			+ agreement();
	}

	/**
	 * The number of the cluster whose centre is nearest; of equally near ones the
	 * lowest.
	 *
	 * @param x one number a dimension
	 * @return 1 to size
	 */
	public int nearest(final double... x) {
		if (x.length != centres.dimensions())
			throw new IllegalArgumentException(
				"a point of " + x.length + " numbers: takes " + centres.dimensions());
		return centres.nearest(x, 0) + 1;
	}

	/**
	 * Tells which clusters can be nearest to the points of a box.
	 *
	 * @param reach the largest |coordinate| of a box that will be asked for
	 */
	public Candidates candidates(final double reach) {
		return new Candidates(centres, reach);
	}

	private int index(final int number) {
		if (number < 1 || number > size())
			throw new IllegalArgumentException("cluster " + number + ": takes 1 to " + size());
		return number - 1;
	}
}
