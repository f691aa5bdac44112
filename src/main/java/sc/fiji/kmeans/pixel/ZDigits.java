package sc.fiji.kmeans.pixel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Z-order of points in a box of whole numbers: the place of a point is a number of all bits of
 * its coordinates, counted from the low ends of the box; the highest bits first, of equally high
 * ones that of the lowest dimension. That number may be long, so it comes in digits. (Morton: A
 * computer oriented geodetic data base, IBM 1966.) Immutable.
 */
final class ZDigits {

	private static final int BYTE = 8;

	private final long[] low;
	private final List<Digit> digits = new ArrayList<>();

	/**
	 * @param low the least coordinates
	 * @param high the largest
	 * @param first bits of the first digit, which the second one has fewer; 0 if all are alike
	 * @param bits of a digit, 1 to 63 and more than the first one has; the last one may have fewer
	 */
	ZDigits(final long[] low, final long[] high, final int first, final int bits) {
		this.low = low;
		final int[] left = new int[low.length];
		for (int q = 0; q < low.length; q++)
			left[q] = width(high[q] - low[q]);
		if (first > 0) add(left, first);
		add(left, bits - first);
		while (add(left, bits))
			continue;
	}

	/** @return whether there are any bits left for a digit */
	private boolean add(final int[] left, final int bits) {
		final int[] taken = taken(left, bits);
		if (taken.length > 0) digits.add(new Digit(taken, left));
		return taken.length > 0;
	}

	/** Number of bits of a number. */
	static int width(final long number) {
		return Long.SIZE - Long.numberOfLeadingZeros(number);
	}

	/**
	 * Takes the bits of the next digit.
	 *
	 * @param left by dimension, the number of bits that are left; takes what is left then
	 * @return the dimension of each bit, the highest first
	 */
	private static int[] taken(final int[] left, final int bits) {
		final int[] taken = new int[bits];
		int n = 0;
		for (int q = most(left); n < bits && left[q] > 0; q = most(left)) {
			left[q]--;
			taken[n++] = q;
		}
		return Arrays.copyOf(taken, n);
	}

	private static int most(final int[] left) {
		int most = 0;
		for (int q = 1; q < left.length; q++)
			if (left[q] > left[most]) most = q;
		return most;
	}

	/** How many there are: none if the box is a single point. */
	int size() {
		return digits.size();
	}

	/** Number of bits of a digit, of the highest one, 0, first. */
	int bits(final int digit) {
		return digits.get(digit).bits;
	}

	/**
	 * A digit of points in the box.
	 *
	 * @param numbers takes it, of the first point at a place; all 0 before
	 */
	void read(final int digit, final PointRows points, final int from, final int to,
		final long[] numbers, final int place)
	{
		final Digit it = digits.get(digit);
		for (int q = 0; q < low.length; q++)
			for (int b = 0; b < it.places[q].length; b++)
				points.add(q, from, to, low[q], it.shifts[q] + BYTE * b, it.places[q][b], numbers, place);
	}

	private static final class Digit {

		private final int bits;
		/** By dimension, the number of bits below those that are here. */
		private final int[] shifts;
		/** By dimension and byte of its bits, where the bits of each value of it go. */
		private final long[][][] places;

		/**
		 * @param taken dimension of each bit, the highest first
		 * @param left by dimension
		 */
		private Digit(final int[] taken, final int[] left) {
			bits = taken.length;
			shifts = left.clone();
			places = new long[left.length][][];
			for (int q = 0; q < left.length; q++)
				places[q] = places(taken, q);
		}

		private static long[][] places(final int[] taken, final int q) {
			final List<Long> bits = new ArrayList<>();
			for (int i = taken.length - 1; i >= 0; i--)
				if (taken[i] == q) bits.add(1L << taken.length - 1 - i);
			final long[][] places = new long[(bits.size() + BYTE - 1) / BYTE][];
			for (int b = 0; b < places.length; b++)
				places[b] = sums(bits.subList(BYTE * b, Math.min(bits.size(), BYTE * (b + 1))));
			return places;
		}

		/** Of each set of numbers: bit i of its place tells whether it has number i. */
		private static long[] sums(final List<Long> numbers) {
			final long[] sums = new long[1 << numbers.size()];
			for (int set = 1; set < sums.length; set++)
				sums[set] = sums[set & set - 1] + numbers.get(Integer.numberOfTrailingZeros(set));
			return sums;
		}
	}
}
