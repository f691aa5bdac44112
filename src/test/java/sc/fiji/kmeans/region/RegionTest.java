package sc.fiji.kmeans.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

class RegionTest {

	private static final int LABELS = 5;

	private final List<String> painted = new ArrayList<>();

	private void paint(final int row, final int from, final int to, final int label) {
		painted.add(row + ": " + from + "-" + to + " " + label);
	}

	private static Region of(final int label, final long first, final int row, final int from,
		final int to)
	{
		final Region region = Region.small(label, first);
		region.addRun(row, from, to);
		return region;
	}

	@Test
	void runsAreItsPixels() {
		final Region region = of(1, 7, 2, 3, 5);
		for (int row = 3; row < 9; row++)
			region.addRun(row, row, row);
		assertEquals(9, region.size());
		assertEquals(7, region.first());
		assertEquals(8, region.lastRow());
		assertFalse(region.isLarge());
		region.paint(this::paint);
		assertEquals(Collections.emptyList(), painted);
		region.setLabel(4);
		region.paint(this::paint);
		assertEquals(7, painted.size());
		assertEquals("2: 3-5 4", painted.get(0));
		assertEquals("8: 8-8 4", painted.get(6));
	}

	/** The smaller first, of equals the one that begins first. */
	@Test
	void turns() {
		final Region small = of(1, 9, 0, 0, 1);
		final Region earlier = of(2, 3, 0, 4, 6);
		final Region later = of(2, 5, 0, 4, 6);
		assertTrue(small.isBefore(earlier) && earlier.isBefore(later));
		assertFalse(later.isBefore(earlier) || earlier.isBefore(small) || small.isBefore(small));
		assertTrue(later.isBefore(Region.large(1)));
	}

	@Test
	void whatIsTakenIsAPart() {
		final Region one = of(1, 20, 2, 0, 3);
		final Region other = of(1, 10, 1, 5, 6);
		one.take(other);
		assertEquals(6, one.size());
		assertEquals(10, one.first());
		assertEquals(2, one.lastRow());
		assertSame(one, other.whole());
		assertFalse(other.isWhole());
		assertEquals(0, other.memory());
		final Region third = of(1, 0, 0, 0, 0);
		third.take(one);
		assertSame(third, other.whole());
		assertEquals(7, third.size());
	}

	/** A part that was dissolved before is painted with all. */
	@Test
	void changesAreTakenOver() {
		final Region one = of(1, 20, 2, 0, 3);
		final Region other = of(2, 10, 1, 5, 6);
		other.setLabel(1);
		one.take(other);
		one.join(Region.large(1), this::paint);
		assertEquals(Arrays.asList("2: 0-3 1", "1: 5-6 1"), painted);
		assertTrue(one.whole().isLarge());
	}

	@Test
	void lists() {
		final Region region = of(1, 0, 0, 0, 0);
		assertFalse(region.isListed());
		region.setListed(true);
		assertTrue(region.isListed());
	}

	/** Against sums of each label; neighbours may join each other meanwhile. */
	@Property(tries = 200)
	void theSurroundingLabelIsThatOfMostPairs(@ForAll final long seed) {
		final Random random = new Random(seed);
		final Region region = of(1, 0, 0, 0, 0);
		final List<Region> others = new ArrayList<>();
		for (int i = 0; i < 6; i++)
			others.add(random.nextInt(4) == 0
				? Region.large(1 + random.nextInt(LABELS - 1))
				: of(1 + random.nextInt(LABELS - 1), i + 1, 1, i, i));
		final Map<Integer, Integer> pairs = new HashMap<>();
		for (int i = 1 + random.nextInt(20); i > 0; i--) {
			final Region other = others.get(random.nextInt(others.size()));
			final int n = 1 + random.nextInt(3);
			region.addBeside(other, n);
			pairs.merge(other.label(), n, Integer::sum);
			if (random.nextInt(5) == 0) unite(others, random);
		}
		final int[] sums = new int[LABELS];
		final int found = region.surrounding(sums);
		assertTrue(Arrays.stream(sums).allMatch(sum -> sum == 0));
		for (final Map.Entry<Integer, Integer> other : pairs.entrySet())
			assertTrue(pairs.get(found) > other.getValue()
				|| pairs.get(found).equals(other.getValue()) && found <= other.getKey());
		assertEquals(new HashSet<>(Arrays.asList(region.neighbours())).size(),
			region.neighbours().length);
		assertTrue(Arrays.stream(region.neighbours()).allMatch(Region::isWhole));
	}

	/** Two small ones of one label, if there are some. */
	private static void unite(final List<Region> all, final Random random) {
		final Region a = all.get(random.nextInt(all.size())).whole();
		final Region b = all.get(random.nextInt(all.size())).whole();
		if (a != b && a.label() == b.label() && !a.isLarge() && !b.isLarge()) a.take(b);
	}

	/** A region is not beside itself when a neighbour became a part of it. */
	@Test
	void partsAreNoNeighbours() {
		final Region one = of(1, 0, 0, 0, 0);
		final Region other = of(1, 1, 1, 0, 0);
		final Region third = of(2, 2, 2, 0, 0);
		one.addBeside(other, 1);
		one.addBeside(third, 2);
		one.take(other);
		assertEquals(Arrays.asList(third), Arrays.asList(one.neighbours()));
	}
}
