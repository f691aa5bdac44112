package sc.fiji.kmeans.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All attempts of one clustering, side by side in the common fork-join pool, or in
 * the pool that the call was made from. What one thread does does not depend on
 * another, so the result is that of one attempt after the other.
 * <p>
 * Each draws its centres and improves them. Then come heats, where they settle
 * among more and more means: who is behind is given up, those that meet, all
 * centres no farther apart than epsilon, go on as one, and the best ones are
 * improved once more. Who is left is followed among all points.
 */
final class Race {

	// Shares in the whole work.
	private static final double DRAWING = 0.1;
	private static final double IMPROVING = 0.35;
	private static final double SETTLING = 0.1;
	private static final double POLISHING = 0.05;
	private static final double FOLLOWING = 0.4;

	/** Any order, so that centres which are the same are equal. */
	private static final Comparator<double[]> BY_COORDINATES = (a, b) -> {
		int q = 0;
		while (q < a.length - 1 && a[q] == b[q])
			q++;
		return Double.compare(a[q], b[q]);
	};

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
	List<Optional<Attempt.Outcome>> outcomes() {
		return onceEach(followed(), FOLLOWING, (start, share) -> new Attempt(tree,
			options, order, share).run(Attempt.assign(tree, start)));
	}

	/** What is followed among all points, in the order of the attempts. */
	List<Optional<Centres>> followed() {
		List<Optional<Centres>> left = improved(drawn());
		for (int heat = 0; heat < starts.heats(); heat++)
			left = left(left, heat);
		return left;
	}

	private List<Optional<Centres>> drawn() {
		return IntStream.range(0, options.attempts()).parallel().mapToObj(
			attempt -> Optional.of(draw(attempt))).collect(Collectors.toList());
	}

	/** @param attempt counted from 0 */
	private Centres draw(final int attempt) {
		final Centres drawn = starts.choose(new Random(seed(attempt))).sorted(
			BY_COORDINATES);
		tree.checkpoint().advance(DRAWING / options.attempts());
		return drawn;
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

	private List<Optional<Centres>> improved(final List<Optional<Centres>> drawn) {
		return onceEach(drawn, IMPROVING, advancing(starts::improve)).stream().flatMap(
			all -> all.get().stream()).map(Optional::of).collect(Collectors.toList());
	}

	/** Who is left after a heat. */
	private List<Optional<Centres>> left(final List<Optional<Centres>> all,
		final int heat)
	{
		final List<Optional<Starts.Settled>> settled = onceEach(all, SETTLING / starts
			.heats(), advancing(centres -> starts.settle(centres, heat)));
		final double limit = (1 + starts.behind(heat)) * settled.stream().filter(
			Optional::isPresent).mapToDouble(s -> s.get().compactness).min()
			.getAsDouble();
		final List<Optional<Centres>> left = new ArrayList<>();
		final Map<Centres, Double> compactness = new LinkedHashMap<>();
		for (final Optional<Starts.Settled> s : settled) {
			left.add(s.filter(it -> it.compactness <= limit).map(it -> met(it.centres
				.sorted(BY_COORDINATES), left)));
			left.get(left.size() - 1).ifPresent(it -> compactness.putIfAbsent(it, s
				.get().compactness));
		}
		final Set<Centres> best = best(compactness, starts.goOn(heat));
		final Set<Centres> polished = best(compactness, starts.polished(heat));
		return onceEach(left.stream().map(it -> it.filter(best::contains)).collect(
			Collectors.toList()), POLISHING / starts.heats(), advancing(
				it -> polished.contains(it) ? starts.polish(it, heat).sorted(BY_COORDINATES)
					: it));
	}

	private static Set<Centres> best(final Map<Centres, Double> compactness,
		final int n)
	{
		return compactness.keySet().stream().sorted(Comparator.comparing(
			compactness::get)).limit(n).collect(Collectors.toSet());
	}

	/** The first of those before that some centres meet; themselves if there is none. */
	private Centres met(final Centres centres,
		final List<Optional<Centres>> before)
	{
		return before.stream().filter(Optional::isPresent).map(Optional::get).filter(
			other -> other.squaredShift(centres) <= options.epsilon() * options
				.epsilon()).findFirst().orElse(centres);
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
	private static <T, R> List<Optional<R>> onceEach(final List<Optional<T>> all,
		final double share, final BiFunction<T, Double, R> step)
	{
		final List<T> distinct = all.stream().filter(Optional::isPresent).map(
			Optional::get).distinct().collect(Collectors.toList());
		final Map<T, R> results = distinct.parallelStream().collect(Collectors
			.toConcurrentMap(item -> item, item -> step.apply(item, share / distinct
				.size())));
		return all.stream().map(item -> item.map(results::get)).collect(Collectors
			.toList());
	}
}
