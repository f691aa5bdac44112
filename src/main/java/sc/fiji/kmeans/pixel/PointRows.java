package sc.fiji.kmeans.pixel;

/** Points that are moved about while they are sorted; each may know which one it was. */
final class PointRows {

	private final int dimensions;
	/** Coordinate q of point i stands at i * dimensions + q, here ... */
	final int[] narrow;
	/** ... or, if they may have more than 31 bits, here; one of them is null. */
	final long[] wide;
	/** Which point each was; null if nobody asks. */
	final int[] was;

	PointRows(final int size, final int dimensions, final boolean isNarrow, final boolean isTraced) {
		this.dimensions = dimensions;
		final int numbers = Math.multiplyExact(size, dimensions);
		narrow = isNarrow ? new int[numbers] : null;
		wide = isNarrow ? null : new long[numbers];
		was = isTraced ? new int[size] : null;
	}

	/** Others, of the same kind and number. */
	PointRows others() {
		final int numbers = narrow == null ? wide.length : narrow.length;
		return new PointRows(numbers / dimensions, dimensions, narrow != null, was != null);
	}

	int dimensions() {
		return dimensions;
	}

	/** Of the coordinates of a point. */
	int bytes() {
		return dimensions * (narrow == null ? Long.BYTES : Integer.BYTES);
	}

	long at(final int point, final int q) {
		return narrow == null ? wide[point * dimensions + q] : narrow[point * dimensions + q];
	}

	/** Takes a point of others that are to be sorted. */
	void take(final int point, final Coordinates others) {
		for (int q = 0; q < dimensions; q++)
			if (narrow == null) wide[point * dimensions + q] = others.at(point, q);
			else narrow[point * dimensions + q] = (int) others.at(point, q);
		if (was != null) was[point] = point;
	}

	/** Copies a point to a place in these or others. */
	void copy(final int point, final PointRows others, final int place) {
		final int from = point * dimensions;
		final int to = place * dimensions;
		if (narrow != null) for (int q = 0; q < dimensions; q++)
			others.narrow[to + q] = narrow[from + q];
		else for (int q = 0; q < dimensions; q++)
			others.wide[to + q] = wide[from + q];
		if (was != null) others.was[place] = was[point];
	}

	/** Copies points, from one to before another, to the same places in others. */
	void copy(final int from, final int to, final PointRows others) {
		if (narrow != null)
			System.arraycopy(narrow, from * dimensions, others.narrow, from * dimensions,
				(to - from) * dimensions);
		else
			System.arraycopy(wide, from * dimensions, others.wide, from * dimensions,
				(to - from) * dimensions);
		if (was != null) System.arraycopy(was, from, others.was, from, to - from);
	}

	/** Moves n points, from one on, to places before them. */
	void move(final int from, final int n, final int place) {
		final Object numbers = narrow == null ? wide : narrow;
		System.arraycopy(numbers, from * dimensions, numbers, place * dimensions, n * dimensions);
		if (was != null) System.arraycopy(was, from, was, place, n);
	}

	/** Orders a point and one of these or others by their coordinates. */
	int compare(final int a, final PointRows others, final int b) {
		return narrow == null ? compareWide(a, others, b) : compareNarrow(a, others, b);
	}

	private int compareNarrow(final int a, final PointRows others, final int b) {
		final int end = (a + 1) * dimensions;
		for (int i = a * dimensions, j = b * dimensions; i < end; i++, j++)
			if (narrow[i] != others.narrow[j]) return narrow[i] < others.narrow[j] ? -1 : 1;
		return 0;
	}

	private int compareWide(final int a, final PointRows others, final int b) {
		for (int q = 0; q < dimensions; q++) {
			final int difference = Long.compare(at(a, q), others.at(b, q));
			if (difference != 0) return difference;
		}
		return 0;
	}

	/** Widens a box to some points, from one to before another. */
	void widen(final int from, final int to, final long[] low, final long[] high) {
		for (int q = 0; q < dimensions; q++) {
			long least = low[q];
			long most = high[q];
			for (int i = from; i < to; i++) {
				final long x = at(i, q);
				least = Math.min(least, x);
				most = Math.max(most, x);
			}
			low[q] = least;
			high[q] = most;
		}
	}

	/**
	 * Adds what a byte of a coordinate stands for, of points from one to before another, to numbers.
	 *
	 * @param low is subtracted from the coordinate
	 * @param shift number of bits below the byte
	 * @param meant by the value of the byte; a power of two of them, for its lowest bits
	 * @param place of the first number
	 */
	void add(final int q, final int from, final int to, final long low, final int shift,
		final long[] meant, final long[] numbers, final int place)
	{
		int at = from * dimensions + q;
		for (int i = place; i < place + to - from; i++, at += dimensions) {
			final long x = narrow == null ? wide[at] : narrow[at];
			numbers[i] += meant[(int) (x - low >>> shift) & meant.length - 1];
		}
	}
}
