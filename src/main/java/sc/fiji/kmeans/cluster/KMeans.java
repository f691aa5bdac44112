package sc.fiji.kmeans.cluster;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * K-means clustering of weighted points: several attempts, each from its own start; the
 * smallest compactness wins.
 * <p>
 * The attempts run in parallel in the common fork-join pool, or in the pool of the
 * caller. The result is the same to the last bit as if they ran one after another.
 */
public final class KMeans {

	/**
	 * The scene has changed when the compactness per pixel is larger or smaller by more
	 * than this factor.
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
	 * Clusters the points. The number of clusters is the one asked for, or the number of
	 * points if that is smaller, and every cluster has pixels: one that loses all its
	 * pixels during a run gets the worst-fitted point as its new centre. If each point
	 * can have a cluster of its own, the result is known and all attempts agree.
	 *
	 * @throws IllegalArgumentException if there are no points
	 * @throws CancellationException if the progress throws it
	 */
	public Clusters cluster(final WeightedPoints points, final Progress progress) {
		requirePixels(points);
		if (options.clusters() >= points.size())
			return new OwnCentres(points, order, new Checkpoint(progress)).clusters(options.attempts());
		return inMemory(points, progress, this::cluster);
	}

	private <T> T inMemory(final WeightedPoints points, final Progress progress,
		final Function<SearchTree, T> run)
	{
		final RunMemory own = memory.get();
		final RunArrays arrays = own.take();
		final T result = run.apply(new SearchTree(points, new Checkpoint(progress), arrays));
		own.takeBack(arrays);
		return result;
	}

	private Clusters cluster(final SearchTree tree) {
		final Attempts attempts = attempts(tree);
		final Clusters best = best(attempts.outcomes(), options.attempts());
		return attempts.isOptimal() ? best.optimal() : best;
	}

	private Attempts attempts(final SearchTree tree) {
		return new Attempts(tree, options.clusters(), options, order);
	}

	/**
	 * Clusters the points in a single attempt that starts from given centres. Their
	 * number counts; clusters and initialization of the options are ignored. If there are
	 * more centres than points, the result leaves out those without pixels.
	 *
	 * @param centres rows of as many numbers as the points have dimensions
	 * @throws IllegalArgumentException if there are no points, no centres, or centres
	 *           that are no points of this space
	 * @throws CancellationException if the progress throws it
	 */
	public Clusters clusterFrom(final double[][] centres, final WeightedPoints points,
		final Progress progress)
	{
		requirePixels(points);
		checkStart(centres, points.dimensions());
		return inMemory(points, progress,
			tree -> clusterFrom(Filtering.assign(tree, Centres.of(centres)), tree, order));
	}

	/**
	 * The clusters of one plain run after each iteration, as in a textbook: of the first start, which
	 * is not searched for. The first are the start, which no iteration has moved. They come
	 * in no order.
	 *
	 * @param most how many of them there may be, 1 or more
	 * @throws IllegalArgumentException if there are no points
	 * @throws CancellationException if the progress throws it
	 */
	public List<Clusters> plainRun(final WeightedPoints points, final int most,
		final Progress progress)
	{
		requirePixels(points);
		return inMemory(points, progress, tree -> new PlainRun(tree, options).steps(most));
	}

	private Clusters clusterFrom(final Partition start, final SearchTree tree,
		final Comparator<double[]> finalOrder)
	{
		return new Attempt(tree, options, finalOrder, 1).run(Attempt.filled(tree, start));
	}

	/**
	 * Clusters the points of the next frame: in a single attempt, as
	 * {@link #clusterFrom}, from the centres of the frame before. Each cluster keeps its number
	 * wherever its centre goes, also if it loses all its pixels and gets a new centre.
	 * <p>
	 * The clusters are found anew, as by {@link #cluster}, if that would find another
	 * number of clusters than there were, or if the scene has changed: if the compactness
	 * per pixel of these points, about the centres before, is more than 1.5 times larger
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
		requirePixels(points);
		checkStart(before.centres().rows(), points.dimensions());
		if (before.size() != Math.min(options.clusters(), points.size()))
			return cluster(points, progress);
		return inMemory(points, progress, tree -> follow(before, tree));
	}

	private Clusters follow(final Clusters before, final SearchTree tree) {
		final Partition start = Filtering.assign(tree, before.centres());
		return hasChanged(before.compactness() / before.pixels(), start.compactness() / start.pixels())
			? anew(tree)
			: clusterFrom(start, tree, AS_THEY_COME).following();
	}

	private Clusters anew(final SearchTree tree) {
		return options.clusters() >= tree.points().size()
			? new OwnCentres(tree.points(), order, tree.checkpoint()).clusters(options.attempts())
			: cluster(tree);
	}

	/** Nothing is like NaN, the compactness of clusters that were given. */
	private static boolean hasChanged(final double before, final double now) {
		return !(now <= before * CHANGE && before <= now * CHANGE);
	}

	/** The starts of all attempts that run among all points. */
	List<double[][]> starts(final WeightedPoints points) {
		if (options.clusters() >= points.size())
			return Collections
				.singletonList(new OwnCentres(points, order, new Checkpoint(Progress.NONE)).rows());
		return inMemory(points, Progress.NONE, tree -> attempts(tree).followed()).stream()
			.filter(Optional::isPresent)
			.map(start -> start.get().rows())
			.collect(Collectors.toList());
	}

	/**
	 * The best clusters: of the smallest compactness, the earliest of equal ones.
	 *
	 * @param outcomes the same number for each attempt; empty for one given up
	 */
	private static Clusters best(final List<Optional<Clusters>> outcomes, final int attempts) {
		final Clusters best = outcomes.stream()
			.filter(Optional::isPresent)
			.map(Optional::get)
			.reduce((a, b) -> b.compactness() < a.compactness() ? b : a)
			.get();
		final double close = best.compactness() * (1 + Clusters.AGREEMENT);
		final int ofEach = outcomes.size() / attempts;
		final long agreeing = IntStream.range(0, attempts)
			.filter(attempt -> outcomes.subList(attempt * ofEach, (attempt + 1) * ofEach)
				.stream()
				.anyMatch(outcome -> outcome.isPresent() && outcome.get().compactness() <= close))
			.count();
		return best.bestOf(attempts, (int) agreeing);
	}

	private static void requirePixels(final WeightedPoints points) {
		if (points.size() == 0) throw new IllegalArgumentException("There are no pixels to cluster");
	}

	private static void checkStart(final double[][] centres, final int dimensions) {
		if (centres.length == 0)
			throw new IllegalArgumentException("There are no centres to start from");
		Centres.requireFinite("start centre", centres, dimensions);
	}
}
