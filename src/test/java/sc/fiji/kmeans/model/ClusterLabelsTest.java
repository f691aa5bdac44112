package sc.fiji.kmeans.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

/** Labels, names and colours of clusters by their numbers. */
class ClusterLabelsTest {

	private static int[] numbers(final Random random) {
		return IntStream.rangeClosed(1, 12).filter(n -> n == 12 || random.nextInt(3) > 0).toArray();
	}

	/** Each cluster is a member of its label, and of no other. */
	@Property(tries = 60)
	void membersHaveTheirLabel(@ForAll final long seed) {
		final Random random = new Random(seed);
		final int[] numbers = numbers(random);
		final String groups = random.nextBoolean() ? "none" : "2+5,1+12";
		final ClusterLabels labels = new ClusterLabels(numbers,
			MergedClusters.of(groups, 12).among(12));
		final int[] ofClusters = labels.ofClusters();
		assertEquals(0, ofClusters[0]);
		assertEquals(numbers.length + 1, ofClusters.length);
		int members = 0;
		for (final int label : labels.all()) {
			for (final int j : labels.members(label))
				assertEquals(label, ofClusters[j]);
			members += labels.members(label).length;
		}
		assertEquals(numbers.length, members);
		assertEquals(Arrays.stream(ofClusters).max().getAsInt(), labels.largest());
		assertEquals(0, labels.members(99).length);
		if (groups.equals("none"))
			assertArrayEquals(numbers, Arrays.copyOfRange(ofClusters, 1, ofClusters.length));
	}

	@Property(tries = 60)
	void namesAreThoseOfTheLastWord(@ForAll final long seed) {
		final Random random = new Random(seed);
		final Map<Integer, String> expected = new HashMap<>();
		NumberNames names = NumberNames.NONE;
		for (int i = random.nextInt(20); i > 0; i--) {
			final int number = 1 + random.nextInt(6);
			final String name = random.nextInt(4) == 0 ? " " : " n" + random.nextInt(9) + " ";
			names = names.and(Collections.singletonMap(number, name));
			if (name.trim().isEmpty()) expected.remove(number);
			else expected.put(number, name.trim());
		}
		assertEquals(expected.isEmpty(), names.isNone());
		for (int number = 1; number <= 7; number++)
			assertEquals(expected.getOrDefault(number, ""), names.name(number));
		final NumberNames some = names.among(1, 2, 9);
		assertEquals(expected.getOrDefault(2, ""), some.name(2));
		assertEquals("", some.name(3));
	}

	@Test
	void aNameIsOneLine() {
		assertThrows(IllegalArgumentException.class,
			() -> NumberNames.NONE.and(Collections.singletonMap(1, "a\nb")));
	}

	@Test
	void coloursAreWholeNumbers() {
		final PixelMeans some = PixelMeans.ofColours(0x102030, PixelMeans.NO_COLOUR);
		assertArrayEquals(new int[] { 0x102030, PixelMeans.NO_COLOUR }, some.colours());
		assertArrayEquals(new double[] { 16, 32, 48 }, some.of(1, j -> new double[0]));
		assertArrayEquals(new double[] { 2 }, some.of(2, j -> new double[] { j }));
		assertEquals(0, PixelMeans.none(3).colours().length);
		assertEquals(0x10101, new PixelMeans(new double[] { 0.6, 1.4, 1 }).colours()[0]);
		assertTrue(
			assertThrows(IllegalArgumentException.class, () -> PixelMeans.ofColours(1 << 24)).getMessage()
				.contains("takes #000000 to #ffffff"));
	}

	@Test
	void numbersAreListed() {
		assertArrayEquals(new int[] { 1, 3 }, NumberList.of(" 3, 1", ','));
		assertArrayEquals(new int[] { 1, 2, 10 }, NumberList.of("10+2 +1", '+'));
		for (final String other : new String[] { "", "1,", ",1", "a", "1;2", "-1", "1.5",
			"1234567890" })
			assertEquals(0, NumberList.of(other, ',').length, other);
	}
}
