package sc.fiji.kmeans.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All attempts of one clustering, side by side in the common fork-join pool, or in
 * the pool that the call was made from. What one thread does does not depend on
 * another, so the result is that of one attempt after the other.
 * <p>
 * Each draws its centres and improves them by itself. Then come heats, where they
 * settle among more and more means: who is behind is given up, and the best ones
 * are improved once more. Those that meet, all centres no farther apart than
 * epsilon and both as good, go on as one, the better one. Who is left is followed
 * among all points.
 */
final class Race {

	// Shares in the whole work.
	private static final double FINDING = 0.45;
	private static final double SETTLING = 0.1;
	private static final double POLISHING = 0.05;
	private static final double FOLLOWING = 0.4;

	private final SearchTree tree;
	private final KMeansOptions options;
	private final Comparator<double[]> order;
	private final Starts starts;

	/** @param order of the centres in the end */
	Race(final SearchTree tree, final int clusters, final KMeansOptions options,
		final Comparator<double[]> order)
	{
		this.tree = tree;
		this.options = options;
		this.order = order;
		starts = options.initialization().starts(tree, clusters);
	}

	/** How the attempts end, as many entries of each; empty where it was given up. */
	List<Optional<Clusters>> outcomes() {
		return onceEach(followed(), FOLLOWING,
			(start, share) -> new Attempt(tree, options, order, share).run(Attempt.assign(tree, start)));
	}

	/** Whether it is known that nothing is better. */
	boolean isOptimal() {
		return starts.areOptimal();
	}

	/** What is followed among all points, as many entries of each attempt. */
	List<Optional<Centres>> followed() {
		List<Optional<Centres>> left = found();
		for (int heat = 0; heat < starts.heats(); heat++)
			left = left(left, heat);
		return left;
	}

	private List<Optional<Centres>> found() {
		return IntStream.range(0, options.attempts())
			.parallel()
			.mapToObj(this::find)
			.flatMap(List::stream)
			.map(Optional::of)
			.collect(Collectors.toList());
	}

	/** @param attempt counted from 0 */
	private List<Centres> find(final int attempt) {
		final List<Centres> found = starts.find(new Random(seed(attempt)));
		tree.checkpoint().advance(FINDING / options.attempts());
		return found;
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

	/** Who is left after a heat. */
	private List<Optional<Centres>> left(final List<Optional<Centres>> all, final int heat) {
		final List<Optional<Starts.Settled>> left = met(notBehind(
			onceEach(all, SETTLING / starts.heats(), advancing(centres -> starts.settle(centres, heat))),
			starts.behind(heat)));
		final Set<Starts.Settled> best = best(left, starts.goOn(heat));
		final Set<Starts.Settled> polished = best(left, starts.polished(heat));
		return onceEach(
			left.stream()
				.map(it -> it.map(one -> best.contains(one) ? one : asGood(one, best, heat)))
				.collect(Collectors.toList()),
			POLISHING / starts.heats(),
			advancing(it -> polished.contains(it) ? starts.polish(it.centres, heat) : it.centres));
	}

	/** After the last heat what is as good as the best goes on as that; else null. */
	private Starts.Settled asGood(final Starts.Settled it, final Set<Starts.Settled> best,
		final int heat)
	{
		final Starts.Settled first = best.iterator().next();
		return heat == starts.heats() - 1 && areAsGood(first, it) ? first : null;
	}

	private static List<Optional<Starts.Settled>> notBehind(final List<Optional<Starts.Settled>> all,
		final double part)
	{
		final double limit = (1 + part) * best(all, 1).iterator().next().compactness;
		return all.stream()
			.map(it -> it.filter(one -> one.compactness <= limit))
			.collect(Collectors.toList());
	}

	/** The same, with each that meets a better one replaced by the best such. */
	private List<Optional<Starts.Settled>> met(final List<Optional<Starts.Settled>> all) {
		final List<Starts.Settled> different = new ArrayList<>();
		final Map<Starts.Settled, Starts.Settled> met = new HashMap<>();
		for (final Starts.Settled it : best(all, all.size())) {
			tree.checkpoint().pass();
			met.put(it, different.stream().filter(better -> meet(better, it)).findFirst().orElse(it));
			if (met.get(it) == it) different.add(it);
		}
		return all.stream().map(it -> it.map(met::get)).collect(Collectors.toList());
	}

	private boolean meet(final Starts.Settled better, final Starts.Settled it) {
		return areAsGood(better, it)
			&& better.centres.squaredShift(it.centres) <= options.epsilon() * options.epsilon();
	}

	private static boolean areAsGood(final Starts.Settled better, final Starts.Settled it) {
		return it.compactness <= better.compactness * (1 + Clusters.AGREEMENT);
	}

	/** The n best ones, or all if there are fewer; the best first. */
	private static Set<Starts.Settled> best(final List<Optional<Starts.Settled>> all, final int n) {
		return present(all).distinct()
			.sorted(Comparator.comparingDouble(it -> it.compactness))
			.limit(n)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static <T> Stream<T> present(final List<Optional<T>> all) {
		return all.stream().filter(Optional::isPresent).map(Optional::get);
	}

	/** The same for a step that can not tell how far it is. */
	private <T, R> BiFunction<T, Double, R> advancing(final Function<T, R> step) {
		return (item, share) -> {
			final R result = step.apply(item);
			tree.checkpoint().advance(share);
			return result;
		};
	}

	/**
	 * Applies a step to each item of a list, side by side; of equal items to one for
	 * all.
	 *
	 * @param share of the list in the whole work
	 * @param step of an item and its share in the whole work
	 */
	private static <T, R> List<Optional<R>> onceEach(final List<Optional<T>> all, final double share,
		final BiFunction<T, Double, R> step)
	{
		final List<T> distinct = present(all).distinct().collect(Collectors.toList());
		final Map<T, R> results = distinct.parallelStream()
			.collect(Collectors.toConcurrentMap(item -> item,
				item -> step.apply(item, share / distinct.size())));
		return all.stream().map(item -> item.map(results::get)).collect(Collectors.toList());
	}
}
