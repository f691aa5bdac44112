package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Random;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Cells are the halves of halves of a box, in the order in which it is halved. */
class BoxCellsTest {

	private static BoxCells cells(final int most, final long[] low, final long[] high) {
		return new BoxCells(low, high, most, new HashMap<>());
	}

	private static PointRows point(final long... x) {
		final PointRows rows = new PointRows(1, x.length, false, false);
		System.arraycopy(x, 0, rows.wide, 0, x.length);
		return rows;
	}

	private static int cell(final BoxCells cells, final long... x) {
		final char[] numbers = new char[3];
		final int[] counts = new int[cells.size];
		cells.number(point(x), 0, 1, numbers, 1, counts);
		assertEquals(1, counts[numbers[1]]);
		return numbers[1];
	}

	/** Of a cube with sides of 2^bits, the number is made of one bit of each side in turn. */
	@Property(tries = 50)
	void ofACubeItIsTheZOrder(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 4) final int dimensions,
		@ForAll @IntRange(min = 1, max = 3) final int bits)
	{
		final Random random = new Random(seed);
		final long[] low = random.longs(dimensions, -1000, 1000).toArray();
		final long[] high = low.clone();
		final long[] x = low.clone();
		for (int q = 0; q < dimensions; q++) {
			high[q] += (1 << bits) - 1;
			x[q] += random.nextInt(1 << bits);
		}
		int expected = 0;
		for (int bit = bits - 1; bit >= 0; bit--)
			for (int q = 0; q < dimensions; q++)
				expected = expected << 1 | (int) (x[q] - low[q] >> bit & 1);
		final BoxCells cells = cells(16, low, high);
		assertEquals(1 << bits * dimensions, cells.size);
		assertEquals(expected, cell(cells, x));
	}

	/** Four halves of a side of 256 and one of 4: the long one is halved until both are alike. */
	@Example
	void theLongestSideIsHalvedFirst() {
		final long[] low = { 0, 0 };
		final long[] high = { 255, 3 };
		assertEquals(3, cell(cells(4, low, high), 48, 3));
		assertEquals(16, cells(4, low, high).size);
		// 6 halves of the first side; then both are alike: one of each.
		assertEquals(0b110101_1_1, cell(cells(8, low, high), 0b11010111, 0b10));
		assertEquals(0b110101_1_0, cell(cells(8, low, high), 0b11010111, 0b01));
		assertEquals(1 << 10, cells(16, low, high).size);
	}

	@Example
	void aPointIsASingleCell() {
		final long[] low = { 7, -1L << 61, 3 };
		final BoxCells cells = cells(12, low, low);
		assertEquals(1, cells.size);
		assertEquals(0, cell(cells, low));
	}

	/** The first number of a half is larger than all of the other half. */
	@Property(tries = 30)
	void cellsOfAHalfAreNeighbours(@ForAll final long seed) {
		final Random random = new Random(seed);
		final long[] low = new long[3];
		final long[] high = random.longs(3, 1, 1L << 40).toArray();
		final BoxCells cells = cells(9, low, high);
		int longest = 0;
		for (int q = 1; q < 3; q++)
			if (Long.numberOfLeadingZeros(high[q]) < Long.numberOfLeadingZeros(high[longest]))
				longest = q;
		final long half = Long.highestOneBit(high[longest]);
		for (int i = 0; i < 100; i++) {
			final long[] x = new long[3];
			for (int q = 0; q < 3; q++)
				x[q] = (long) (random.nextDouble() * high[q]);
			assertEquals(x[longest] >= half, cell(cells, x) >= cells.size / 2);
			assertTrue(cell(cells, x) < cells.size);
		}
	}
}
