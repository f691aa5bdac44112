package sc.fiji.kmeans.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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
}
