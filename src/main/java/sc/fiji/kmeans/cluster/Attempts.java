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
import java.util.stream.Stream;

/**
 * All attempts of one clustering, in parallel: in the common fork-join pool, or in
 * the pool of the caller. Threads do not depend on each other, so the result is
 * that of one attempt after the other.
 * <p>
 * Each attempt draws its centres and improves them by itself. Then come rounds:
 * the attempts settle on larger and larger coresets. A round may merge attempts, gives up
 * those that are behind, and improves the best ones once more. Two attempts meet when
 * all their centres lie within epsilon, or within a thousandth of the root mean square
 * distance of pixels from their centres, and both are as good; then the better one
 * goes on for both. Attempts that are left run among all points; where they have not all
 * met, the best one takes {@link LongSteps} first.
 */
final class Attempts {

	// Shares in the whole work.
	private static final double FINDING = 0.45;
	private static final double SETTLING = 0.1;
	private static final double POLISHING = 0.05;
	private static final double FOLLOWING = 0.4;

	/** By what part an attempt may be worse than the best one, to run among all points. */
	private static final double BEHIND = 0.002;

	/** Centres are one where they are nearer than this part of the spread of a pixel, 1e-3. */
	private static final double NEAR_SQUARED = 1e-6;

	private final SearchTree tree;
	private final KMeansOptions options;
	private final Comparator<double[]> order;
	private final Starts starts;
	private final double pixels;

	/** @param order of the centres in the end */
	Attempts(final SearchTree tree, final int clusters, final KMeansOptions options,
		final Comparator<double[]> order)
	{
		this.tree = tree;
		this.options = options;
		this.order = order;
		starts = options.initialization().starts(tree, clusters);
		pixels = tree.level(tree.depth() - 1).weight(0);
	}

	/** How each attempt ends; empty for one that was given up. */
	List<Optional<Clusters>> outcomes() {
		final List<Optional<Partition>> begun = onceEach(followed(), 0,
			(start, share) -> Attempt.assign(tree, start));
		return starts.rounds() == 0
			? onceEach(begun, FOLLOWING, (start, share) -> attempt(share).run(start))
			: outcomes(begun);
	}

	private Attempt attempt(final double share) {
		return new Attempt(tree, options, order, share);
	}

	/**
	 * The best attempt runs first. The others are given up where they are behind it, or will
	 * not come so near to it that they agree; those that agree end where they will hardly be better.
	 */
	private List<Optional<Clusters>> outcomes(final List<Optional<Partition>> begun) {
		final Partition first = present(begun)
			.reduce((a, b) -> b.roughCompactness() < a.roughCompactness() ? b : a)
			.get();
		final double limit = (1 + BEHIND) * first.roughCompactness();
		final List<Optional<Partition>> left = begun.stream()
			.map(it -> it.filter(one -> one.roughCompactness() <= limit))
			.collect(Collectors.toList());
		final long different = present(left).distinct().count();
		final double share = FOLLOWING / different;
		final Clusters best = attempt(share)
			.run(different > 1 ? LongSteps.from(tree, first, options.epsilon()) : first);
		return flat(onceEach(left, FOLLOWING - share,
			(start, part) -> start == first ? Optional.of(best) : attempt(part).after(best, start)));
	}

	private static <T> List<Optional<T>> flat(final List<Optional<Optional<T>>> all) {
		return all.stream().map(it -> it.orElse(Optional.empty())).collect(Collectors.toList());
	}

	/** Whether the result is known to be the global optimum. */
	boolean isOptimal() {
		return starts.areOptimal();
	}

	/** The centres of each attempt before it runs among all points; empty for one given up. */
	List<Optional<Centres>> followed() {
		List<Optional<Centres>> left = found();
		int round = 0;
		while (round < starts.leastRounds() || round < starts.rounds() && differ(left))
			left = left(left, round++);
		final boolean haveMet = left.stream().distinct().count() == 1;
		return starts.takesPlain() && !haveMet ? withPlain(left) : left;
	}

	/** Whether attempts are left that did not meet. */
	private static boolean differ(final List<Optional<Centres>> left) {
		return present(left).distinct().count() > 1;
	}

	/** Each attempt, followed by a plain one. */
	private List<Optional<Centres>> withPlain(final List<Optional<Centres>> left) {
		return Parallel
			.map(left.size(),
				attempt -> Stream.of(left.get(attempt),
					Optional.of(
						starts.plain(new Random(seed(options.randomSeed(), attempt + options.attempts()))))))
			.stream()
			.flatMap(Function.identity())
			.collect(Collectors.toList());
	}

	private List<Optional<Centres>> found() {
		return Parallel.map(options.attempts(), this::find)
			.stream()
			.flatMap(List::stream)
			.map(Optional::of)
			.collect(Collectors.toList());
	}

	/** @param attempt counted from 0 */
	private List<Centres> find(final int attempt) {
		final List<Centres> found = starts.find(new Random(seed(options.randomSeed(), attempt)));
		tree.checkpoint().advance(FINDING / options.attempts());
		return found;
	}

	/** Neighbouring seeds of {@link Random} give similar first numbers. */
	static long seed(final long randomSeed, final int attempt) {
		return MixedBits.of(randomSeed, attempt + 1L);
	}

	private List<Optional<Starts.Settled>> settled(final List<Optional<Centres>> all,
		final int round)
	{
		return onceEach(all, SETTLING / starts.rounds(),
			advancing(centres -> starts.settle(centres, round)));
	}

	/** Each attempt merged with the next one of them by rank, then the one after next, ... */
	private List<Optional<Starts.Settled>> merged(final List<Optional<Starts.Settled>> all,
		final int round)
	{
		List<Optional<Starts.Settled>> merged = all;
		for (int i = 1; i <= starts.merged(round); i++) {
			final int next = i;
			merged = met(merged);
			final List<Starts.Settled> ranked = new ArrayList<>(best(merged, merged.size()));
			if (ranked.size() == 1) return merged;
			merged = onceEach(merged, 0, (it, share) -> {
				final Starts.Settled other = ranked.get((ranked.indexOf(it) + next) % ranked.size());
				return it == other ? it : starts.merge(it, other, round);
			});
		}
		return merged;
	}

	/** The attempts after a round; empty for those given up. */
	private List<Optional<Centres>> left(final List<Optional<Centres>> all, final int round) {
		final List<Optional<Starts.Settled>> left = met(
			notBehind(merged(settled(all, round), round), round));
		final Set<Starts.Settled> best = best(left, starts.goOn(round));
		final Set<Starts.Settled> polished = best(left, polished(left, round));
		return onceEach(
			left.stream()
				.map(it -> it.map(one -> best.contains(one) ? one : asGood(one, best, round)))
				.collect(Collectors.toList()),
			POLISHING / starts.rounds(),
			advancing(it -> polished.contains(it) ? starts.polish(it.centres, round) : it.centres));
	}

	/** None where a round was made for attempts that differed, and all are as good now. */
	private int polished(final List<Optional<Starts.Settled>> left, final int round) {
		final Starts.Settled best = best(left, 1).iterator().next();
		final boolean areAlike = present(left).allMatch(it -> areAsGood(best, it));
		return areAlike && round >= starts.leastRounds() ? 0 : starts.polished(round);
	}

	/** After the last round, the best for an attempt as good as it; else null. */
	private Starts.Settled asGood(final Starts.Settled it, final Set<Starts.Settled> best,
		final int round)
	{
		final Starts.Settled first = best.iterator().next();
		return round == starts.rounds() - 1 && areAsGood(first, it) ? first : null;
	}

	private List<Optional<Starts.Settled>> notBehind(final List<Optional<Starts.Settled>> all,
		final int round)
	{
		final Starts.Settled best = best(all, 1).iterator().next();
		final double near = (1 + starts.behind(round)) * best.compactness;
		if (present(all).allMatch(it -> it.compactness <= near)) return all;
		final double limit = Math.max(near, best.compactness + starts.doubt(best));
		return all.stream()
			.map(it -> it.filter(one -> one.compactness <= limit))
			.collect(Collectors.toList());
	}

	/** Replaces each attempt that meets better ones by the best of them. */
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
		return areAsGood(better, it) && better.centres.squaredShift(it.centres) <= Math
			.max(options.epsilon() * options.epsilon(), NEAR_SQUARED * better.compactness / pixels);
	}

	private static boolean areAsGood(final Starts.Settled better, final Starts.Settled it) {
		return it.compactness <= better.compactness * (1 + Clusters.AGREEMENT);
	}

	/** At most the n best, the best first. */
	private static Set<Starts.Settled> best(final List<Optional<Starts.Settled>> all, final int n) {
		return present(all).distinct()
			.sorted(Comparator.comparingDouble(it -> it.compactness))
			.limit(n)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static <T> Stream<T> present(final List<Optional<T>> all) {
		return all.stream().filter(Optional::isPresent).map(Optional::get);
	}

	/** A step that reports its progress when it is done. */
	private <T, R> BiFunction<T, Double, R> advancing(final Function<T, R> step) {
		return (item, share) -> {
			final R result = step.apply(item);
			tree.checkpoint().advance(share);
			return result;
		};
	}

	/**
	 * Applies a step to the items of a list in parallel, once for equal items.
	 *
	 * @param share of the list in the whole work
	 * @param step takes an item and its share in the whole work
	 */
	private static <T, R> List<Optional<R>> onceEach(final List<Optional<T>> all, final double share,
		final BiFunction<T, Double, R> step)
	{
		final List<T> distinct = present(all).distinct().collect(Collectors.toList());
		final List<R> results = Parallel.map(distinct.size(),
			i -> step.apply(distinct.get(i), share / distinct.size()));
		return all.stream()
			.map(item -> item.map(it -> results.get(distinct.indexOf(it))))
			.collect(Collectors.toList());
	}
}
