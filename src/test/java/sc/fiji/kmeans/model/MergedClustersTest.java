package sc.fiji.kmeans.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MergedClustersTest {

	/** No stack overflows, whatever the number. */
	@Test
	void allClustersCanBeMerged() {
		final String all = IntStream.rangeClosed(1, 65535)
			.mapToObj(String::valueOf)
			.collect(Collectors.joining("+"));
		assertEquals(1, MergedClusters.of(all, 65535).size());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "''|none", "' '|none", " none |none", "1+3|1+3",
		" 3 + 1 |1+3", "2+5,1+3|1+3,2+5", "7+1+4 , 02+3|1+4+7,2+3" })
	void textsAreReadInOneWay(final String text, final String canonical) {
		assertEquals(canonical, MergedClusters.of(text, 7).toString());
		assertEquals(canonical, MergedClusters.of(canonical, 7).toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "1+9", "0+1", "1+4", "1", "1,2", "1+2,3", "1+1", "1+2+1", "1+2,2+3",
		"1+", "+1", "1++2", "1+2,", ",1+2", "1+2;3", "-1+2", "1-2", "1 2", "NONE", "each",
		"1+2147483648", "1+99999999999", "1+①", "1.0+2" })
	void anythingElseIsRefusedWithTheFieldItsValueAndWhatItTakes(final String text) {
		assertEquals(
			"merge = " + text
				+ ": takes none, or cluster numbers from 1 to 3 joined by +, such as 1+3 or 1+3,2+4",
			assertThrows(IllegalArgumentException.class, () -> MergedClusters.of(text, 3)).getMessage());
	}

	@Test
	void groupsTakeTheirLowestPlaceAndTheRestClosesUp() {
		final MergedClusters merged = MergedClusters.of("2+5,3+4", 6);
		assertArrayEquals(new int[] { 0, 1, 2, 3, 3, 2, 4 }, labels(merged, 6));
		assertEquals(4, merged.size());
	}

	@Test
	void noneLeavesAllAsItIs() {
		final MergedClusters none = MergedClusters.of("none", 3);
		assertArrayEquals(new int[] { 0, 1, 2, 3 }, labels(none, 3));
		assertEquals(3, none.size());
	}

	@Property
	void newNumbersAreTheRanksOfTheLowestMembers(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 12) final int clusters)
	{
		final List<TreeSet<Integer>> sets = randomPartition(new Random(seed), clusters);
		final MergedClusters merged = MergedClusters.of(text(sets), clusters);
		sets.sort((a, b) -> a.first() - b.first());
		assertEquals(sets.size(), merged.size());
		assertEquals(0, merged.label(0));
		for (int j = 1; j <= sets.size(); j++)
			for (final int old : sets.get(j - 1))
				assertEquals(j, merged.label(old));
	}

	@Property
	void fewerClustersLeaveNoGapsEither(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 12) final int clusters)
	{
		final MergedClusters merged = MergedClusters
			.of(text(randomPartition(new Random(seed), clusters)), clusters);
		int largest = 0;
		for (int old = 1; old <= clusters; old++)
			largest = Math.max(largest, requireAtMost(largest + 1, merged.label(old)));
		assertEquals(merged.size(), largest);
	}

	private static int requireAtMost(final int max, final int label) {
		assertEquals(label, Math.max(1, Math.min(label, max)));
		return label;
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 4 })
	void otherNumbersAreRefused(final int number) {
		final MergedClusters merged = MergedClusters.of("1+2", 3);
		assertEquals("cluster = " + number + ": takes 0 to 3",
			assertThrows(IllegalArgumentException.class, () -> merged.label(number)).getMessage());
	}

	/** In random order. */
	private static List<TreeSet<Integer>> randomPartition(final Random random, final int n) {
		final List<TreeSet<Integer>> sets = IntStream.range(0, n)
			.mapToObj(i -> new TreeSet<Integer>())
			.collect(Collectors.toList());
		for (int i = 1; i <= n; i++)
			sets.get(random.nextInt(n)).add(i);
		sets.removeIf(TreeSet::isEmpty);
		Collections.shuffle(sets, random);
		return sets;
	}

	/** Its members in descending order, as nobody would write them. */
	private static String text(final List<TreeSet<Integer>> sets) {
		return sets.stream()
			.filter(set -> set.size() > 1)
			.map(set -> new ArrayList<>(set.descendingSet()).stream()
				.map(String::valueOf)
				.collect(Collectors.joining("+")))
			.collect(Collectors.joining(","));
	}

	private static int[] labels(final MergedClusters merged, final int clusters) {
		return IntStream.rangeClosed(0, clusters).map(merged::label).toArray();
	}

	// Against names of groups that are written anew for each merging.

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
		MergedClusters groups = MergedClusters.none(clusters);
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
			assertEquals(members(names, name), groups.members(j));
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
		assertEquals(MergedClusters.none(9).merged(one).merged(other).toString(),
			MergedClusters.none(9).merged(other).merged(one).toString());
		final MergedClusters both = MergedClusters.none(9).merged(one);
		assertEquals(both, both.merged(one));
		assertEquals(both, MergedClusters.of(both.toString(), 9));
		assertEquals(both.hashCode(), both.merged(one).hashCode());
	}
}
