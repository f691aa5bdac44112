package sc.fiji.kmeans.cluster;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * K-means clustering of weighted points: several attempts, each from its own
 * start, of which the one with the smallest compactness wins.
 * <p>
 * The attempts run side by side in the common fork-join pool, or in the pool
 * that the call was made from, and give the same result to the last bit as one
 * after the other.
 */
public final class KMeans {

	// Shares in the whole work.
	private static final double DRAWING = 0.1;
	private static final double IMPROVING = 0.4;
	private static final double SETTLING = 0.05;
	private static final double BEGINNING = 0.05;
	private static final double FOLLOWING = 0.4;

	/**
	 * The scene has changed when the compactness per pixel is more than so many
	 * times larger or smaller.
	 */
	private static final double CHANGE = 1.5;

	/** Sorting by it is stable, so that it changes nothing. */
	private static final Comparator<double[]> AS_THEY_COME = (a, b) -> 0;

	private final KMeansOptions options;
	private final Comparator<double[]> order;
	private final Supplier<RunMemory> memory;

	/**
	 * @param options how to cluster
	 * @param order the order of the centres, by their coordinates; only equal
	 *          centres may compare as equal
	 */
	public KMeans(final KMeansOptions options, final Comparator<double[]> order) {
		this(options, order, RunMemory::new);
	}

	/**
	 * As above, for runs one after another.
	 *
	 * @param memory that they use, and that no other run uses at the same time
	 */
	public KMeans(final KMeansOptions options, final Comparator<double[]> order,
		final RunMemory memory)
	{
		this(options, order, () -> memory);
	}

	private KMeans(final KMeansOptions options, final Comparator<double[]> order,
		final Supplier<RunMemory> memory)
	{
		this.options = options;
		this.order = order;
		this.memory = memory;
	}

	/**
	 * Clusters the points. A cluster that loses all its pixels during a run gets a
	 * new centre, the point that its centre fits worst, so the number of clusters
	 * is exactly the smaller one of the number asked for and the number of points,
	 * and every cluster has pixels.
	 *
	 * @throws IllegalArgumentException if there are no points
	 * @throws CancellationException if the progress throws it
	 */
	public Clusters cluster(final WeightedPoints points,
		final Progress progress)
	{
		return cluster(tree(points, progress));
	}

	private Clusters cluster(final SearchTree tree) {
		final Starts starts = starts(tree);
		final List<Partition> begun = begun(tree, starts);
		final double best = best(begun);
		return best(onceEach(begun, FOLLOWING, (first, share) -> starts
			.isWorthFollowing(first.compactness(), best) ? Optional.of(new Attempt(tree,
				options, order, share).run(first)) : Optional.empty()), options.attempts());
	}

	private Starts starts(final SearchTree tree) {
		return options.initialization().starts(tree, size(tree));
	}

	/** Number of clusters. */
	private int size(final SearchTree tree) {
		return Math.min(options.clusters(), tree.points().size());
	}

	/** What the attempts begin with, in their order, as many of each. */
	private List<Partition> begun(final SearchTree tree, final Starts starts) {
		final List<Centres> drawn = IntStream.range(0, options.attempts()).parallel()
			.mapToObj(attempt -> draw(tree, starts, attempt)).collect(Collectors
				.toList());
		final List<Centres> improved = onceEach(drawn, tree, IMPROVING,
			starts::improve).stream().flatMap(List::stream).collect(Collectors
				.toList());
		final List<Centres> settled = onceEach(improved, tree, SETTLING,
			centres -> starts.settle(centres).sorted(order));
		return onceEach(settled, tree, BEGINNING, centres -> Attempt.assign(tree,
			centres));
	}

	private static double best(final List<Partition> begun) {
		return begun.stream().mapToDouble(Partition::compactness).min().getAsDouble();
	}

	/** The same for steps that are done before they can tell of their progress. */
	private static <T, R> List<R> onceEach(final List<T> all,
		final SearchTree tree, final double share, final Function<T, R> step)
	{
		return onceEach(all, share, (item, itsShare) -> {
			final R result = step.apply(item);
			tree.checkpoint().advance(itsShare);
			return result;
		});
	}

	/**
	 * Applies a step to each item of a list, side by side. Attempts that are alike
	 * go on alike, so of equal items one is taken for all.
	 *
	 * @param share of the list in the whole work
	 * @param step of an item and its share in the whole work
	 */
	private static <T, R> List<R> onceEach(final List<T> all, final double share,
		final BiFunction<T, Double, R> step)
	{
		final List<T> distinct = all.stream().distinct().collect(Collectors
			.toList());
		final Map<T, R> results = distinct.parallelStream().collect(Collectors
			.toConcurrentMap(item -> item, item -> step.apply(item, share / distinct
				.size())));
		return all.stream().map(results::get).collect(Collectors.toList());
	}

	/**
	 * Clusters the points in a single attempt that starts from given centres, as
	 * many as there are; clusters and initialization of the options are not looked
	 * at. Where there are more centres than points, those without pixels are left
	 * out of the result.
	 *
	 * @param centres one row a centre, as many numbers in it as the points have
	 *          dimensions
	 * @throws IllegalArgumentException if there are no points, no centres, or
	 *           centres that are no points of this space
	 * @throws CancellationException if the progress throws it
	 */
	public Clusters clusterFrom(final double[][] centres,
		final WeightedPoints points, final Progress progress)
	{
		final SearchTree tree = tree(points, progress);
		checkStart(centres, tree.dimensions());
		return clusterFrom(Filtering.assign(tree, Centres.of(centres)), tree, order);
	}

	private Clusters clusterFrom(final Partition start, final SearchTree tree,
		final Comparator<double[]> finalOrder)
	{
		return best(Collections.singletonList(Optional.of(new Attempt(tree, options,
			finalOrder, 1).run(Attempt.filled(tree, start)))), 1);
	}

	/**
	 * Clusters points that come after others, such as those of the next frame of a
	 * camera: in a single attempt, as {@link #clusterFrom} from the centres before.
	 * Each cluster keeps its number, wherever its centre goes; also one that loses
	 * all its pixels and gets a new centre. But they are those of {@link #cluster},
	 * found in all attempts and numbered in the order, if there are not as many
	 * before as that would find, or if the scene has changed: the compactness per
	 * pixel of these points about the centres before is more than 1.5 times larger
	 * or smaller than that of the points before.
	 *
	 * @param before clusters of other points of this space
	 * @throws IllegalArgumentException if there are no points, or those before are of
	 *           another space
	 * @throws CancellationException if the progress throws it
	 */
	public Clusters follow(final Clusters before, final WeightedPoints points,
		final Progress progress)
	{
		final SearchTree tree = tree(points, progress);
		checkStart(before.centres().rows(), tree.dimensions());
		if (before.size() != size(tree)) return cluster(tree);
		final Partition start = Filtering.assign(tree, before.centres());
		return hasChanged(before.compactness() / before.pixels(), start.compactness() /
			start.pixels()) ? cluster(tree) : clusterFrom(start, tree, AS_THEY_COME);
	}

	/** Nothing is like NaN, the compactness of clusters that were given. */
	private static boolean hasChanged(final double before, final double now) {
		return !(now <= before * CHANGE && before <= now * CHANGE);
	}

	/** @param attempt counted from 0 */
	private Centres draw(final SearchTree tree, final Starts starts,
		final int attempt)
	{
		final Centres drawn = starts.choose(new Random(seed(attempt))).sorted(order);
		tree.checkpoint().advance(DRAWING / options.attempts());
		return drawn;
	}

	/** The centres that the attempts start from that are followed to the end. */
	List<double[][]> starts(final WeightedPoints points) {
		final SearchTree tree = tree(points, Progress.NONE);
		final Starts starts = starts(tree);
		final List<Partition> begun = begun(tree, starts);
		return begun.stream().filter(first -> starts.isWorthFollowing(first
			.compactness(), best(begun))).map(first -> first.centres().rows()).collect(
				Collectors.toList());
	}

	/**
	 * A seed for every attempt. Neighbouring seeds of {@link Random} give similar
	 * first numbers, so the bits are mixed well, as SplitMix64 does (Steele, Lea,
	 * Flood: Fast splittable pseudorandom number generators, OOPSLA 2014).
	 */
	private long seed(final int attempt) {
		long z = options.randomSeed() + (attempt + 1) * 0x9e3779b97f4a7c15L;
		z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
		z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
		return z ^ z >>> 31;
	}

	/**
	 * The earliest of those with the smallest compactness.
	 *
	 * @param outcomes as many for each attempt, none of what was given up
	 */
	private static Clusters best(final List<Optional<Attempt.Outcome>> outcomes,
		final int attempts)
	{
		final Attempt.Outcome best = outcomes.stream().filter(Optional::isPresent).map(
			Optional::get).reduce((a, b) -> b.compactness < a.compactness ? b : a).get();
		final double close = best.compactness * (1 + Clusters.AGREEMENT);
		final int ofEach = outcomes.size() / attempts;
		final long agreeing = IntStream.range(0, attempts).filter(attempt -> outcomes
			.subList(attempt * ofEach, (attempt + 1) * ofEach).stream().anyMatch(
				outcome -> outcome.isPresent() && outcome.get().compactness <= close))
			.count();
		return new Clusters(best, (int) agreeing, attempts);
	}

	private SearchTree tree(final WeightedPoints points,
		final Progress progress)
	{
		if (points.size() == 0) throw new IllegalArgumentException(
			"There are no pixels to cluster");
		final RunMemory taken = memory.get();
		taken.begin();
		return new SearchTree(points, new Checkpoint(progress), taken);
	}

	private static void checkStart(final double[][] centres,
		final int dimensions)
	{
		if (centres.length == 0) throw new IllegalArgumentException(
			"There are no centres to start from");
		Centres.requireFinite("start centre", centres, dimensions);
	}
}
