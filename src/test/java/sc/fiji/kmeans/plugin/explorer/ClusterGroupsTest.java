package sc.fiji.kmeans.plugin.explorer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Against names of groups that are written anew for each merging. */
class ClusterGroupsTest {

	private static SortedSet<Integer> some(final Random random, final int clusters) {
		return random.ints(1 + random.nextInt(3), 1, clusters + 1)
			.boxed()
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** All clusters of the groups of some get the lowest name among them. */
	private static void merge(final int[] names, final SortedSet<Integer> some) {
		final int first = some.stream().mapToInt(j -> names[j]).min().getAsInt();
		final SortedSet<Integer> merged = some.stream()
			.map(j -> names[j])
			.collect(Collectors.toCollection(TreeSet::new));
		for (int j = 1; j < names.length; j++)
			if (merged.contains(names[j])) names[j] = first;
	}

	private static String members(final int[] names, final int first) {
		return IntStream.range(1, names.length)
			.filter(j -> names[j] == first)
			.mapToObj(String::valueOf)
			.collect(Collectors.joining("+"));
	}

	@Property(tries = 150)
	void groupsAreCalledByTheirLowestNumber(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 12) final int clusters)
	{
		final Random random = new Random(seed);
		final int[] names = IntStream.rangeClosed(0, clusters).toArray();
		ClusterGroups groups = ClusterGroups.NONE;
		for (int i = random.nextInt(5); i > 0; i--) {
			final SortedSet<Integer> some = some(random, clusters);
			merge(names, some);
			groups = groups.merged(some);
		}
		final int[] firsts = IntStream.rangeClosed(1, clusters).filter(j -> names[j] == j).toArray();
		assertArrayEquals(firsts, groups.firsts(clusters));
		for (int j = 1; j <= clusters; j++) {
			final int name = names[j];
			assertEquals(name, groups.first(j));
			assertEquals(IntStream.of(firsts).filter(first -> first <= name).count(), groups.label(j));
			assertEquals(members(names, name), groups.members(name));
		}
		final String merged = IntStream.of(firsts)
			.mapToObj(first -> members(names, first))
			.filter(text -> text.contains("+"))
			.collect(Collectors.joining(","));
		assertEquals(merged.isEmpty() ? "none" : merged, groups.toString());
	}

	/** The same groups, in whatever order they were merged. */
	@Property(tries = 60)
	void theOrderDoesNotMatter(@ForAll final long seed) {
		final Random random = new Random(seed);
		final SortedSet<Integer> one = some(random, 9);
		final SortedSet<Integer> other = some(random, 9);
		assertEquals(ClusterGroups.NONE.merged(one).merged(other).toString(),
			ClusterGroups.NONE.merged(other).merged(one).toString());
		final ClusterGroups both = ClusterGroups.NONE.merged(one);
		assertEquals(both.toString(), both.merged(one).toString());
	}
}
