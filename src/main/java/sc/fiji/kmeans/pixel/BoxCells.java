package sc.fiji.kmeans.pixel;

import java.util.Arrays;
import java.util.Map;

/**
 * Divides a box of whole numbers into cells, by halves: the longest side first, of equally
 * long ones that of the lowest dimension. Cells are numbered in the order of the halves, so
 * that neighbours are near each other: where sides are alike, it is the Z-order. (Morton: A
 * computer oriented geodetic data base, IBM 1966.) Immutable.
 */
final class BoxCells {

	private final int dimensions;
	private final long[] low;
	/** How often each dimension is halved. */
	private final int[] halved;
	/** By dimension, the number of low bits that do not tell the cell. */
	private final int[] shifts;
	/** Number of a cell by the numbers along each dimension, one after the other. */
	private final char[] order;
	/** Number of cells: a power of two; 1 if the box is a single point. */
	final int size;

	/**
	 * @param low the least coordinates
	 * @param high the largest
	 * @param most times that the box is halved, 16 at most
	 * @param known orders of cells, by how often each dimension is halved
	 */
	BoxCells(final long[] low, final long[] high, final int most, final Map<String, char[]> known) {
		dimensions = low.length;
		this.low = low;
		halved = new int[dimensions];
		shifts = new int[dimensions];
		for (int q = 0; q < dimensions; q++)
			shifts[q] = width(high[q] - low[q]);
		final char[] steps = new char[most];
		int n = 0;
		while (n < most && halve(steps, n))
			n++;
		size = 1 << n;
		order = known.computeIfAbsent(new String(steps, 0, n), this::order);
	}

	/** Number of bits of a number. */
	private static int width(final long number) {
		return Long.SIZE - Long.numberOfLeadingZeros(number);
	}

	/** @return whether there was a side to halve */
	private boolean halve(final char[] steps, final int n) {
		int longest = 0;
		for (int q = 1; q < dimensions; q++)
			if (shifts[q] > shifts[longest]) longest = q;
		if (shifts[longest] == 0) return false;
		shifts[longest]--;
		halved[longest]++;
		steps[n] = (char) longest;
		return true;
	}

	/** @param steps the dimension of each half */
	private char[] order(final String steps) {
		final char[] numbers = new char[1 << steps.length()];
		final int[] bits = new int[steps.length()];
		final int[] place = new int[dimensions];
		int below = 0;
		for (int q = dimensions - 1; q >= 0; q--) {
			place[q] = below + halved[q];
			below += halved[q];
		}
		for (int n = 0; n < bits.length; n++)
			bits[n] = --place[steps.charAt(n)];
		for (int cell = 0; cell < numbers.length; cell++)
			for (final int bit : bits)
				numbers[cell] = (char) (numbers[cell] << 1 | cell >> bit & 1);
		return numbers;
	}

	/**
	 * Numbers the cells of points in the box.
	 *
	 * @param numbers takes them, from a place on; all 0 before
	 * @param counts of points, by cell; adds to them
	 */
	void number(final PointRows points, final int from, final int to, final char[] numbers,
		final int place, final int[] counts)
	{
		for (int q = 0; q < dimensions; q++)
			if (halved[q] > 0) points.append(q, from, to, low[q], shifts[q], halved[q], numbers, place);
		for (int i = place; i < place + to - from; i++) {
			numbers[i] = order[numbers[i]];
			counts[numbers[i]]++;
		}
	}

	@Override
	public String toString() {
		return Arrays.toString(halved);
	}
}
