package sc.fiji.kmeans.cluster;

/**
 * Centres in the order of one coordinate, that in which they are most spread, for
 * finding the nearest: the search goes outward from a guess, and ends on each side
 * where that coordinate alone is too far away. (Friedman, Baskett, Shustek: An
 * algorithm for finding nearest neighbors, IEEE Transactions on Computers C-24,
 * 1975.)
 */
final class OrderedCentres {

	private final int axis;
	/** The centres in this order. */
	private final Centres centres;
	/** The number of each of them in the order in which they were given. */
	private final int[] numbers;
	/** Where each of those given stands in this order. */
	private final int[] ranks;

	OrderedCentres(final Centres given) {
		axis = widest(given);
		numbers = new int[given.size()];
		ranks = new int[given.size()];
		for (int j = 0; j < numbers.length; j++)
			insert(given, j);
		for (int rank = 0; rank < ranks.length; rank++)
			ranks[numbers[rank]] = rank;
		centres = Centres.fill(given.size(), given.dimensions(), (rank, q) -> given
			.coordinate(numbers[rank], q));
	}

	private static int widest(final Centres centres) {
		int widest = 0;
		for (int q = 1; q < centres.dimensions(); q++)
			if (width(centres, q) > width(centres, widest)) widest = q;
		return widest;
	}

	private static double width(final Centres centres, final int q) {
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		for (int j = 0; j < centres.size(); j++) {
			min = Math.min(min, centres.coordinate(j, q));
			max = Math.max(max, centres.coordinate(j, q));
		}
		return max - min;
	}

	/** Puts centre j in its place among those before it. */
	private void insert(final Centres given, final int j) {
		int rank = j;
		for (; rank > 0 && given.coordinate(numbers[rank - 1], axis) > given.coordinate(
			j, axis); rank--)
			numbers[rank] = numbers[rank - 1];
		numbers[rank] = j;
	}

	/**
	 * The nearest centre.
	 *
	 * @param x coordinates, the point's begin at offset
	 * @param guess a centre; the nearer it is, the shorter the search
	 */
	int nearest(final double[] x, final int offset, final int guess) {
		final int rank = ranks[guess];
		return nearer(x, offset, rank, centres.squaredDistance(rank, x, offset));
	}

	/** The nearest of the other centres; the centre itself if there is no other. */
	int nearestBeside(final double[] x, final int offset, final int centre) {
		return nearer(x, offset, ranks[centre], Double.POSITIVE_INFINITY);
	}

	/**
	 * The nearest of the centres before and after one, or that one if none is nearer
	 * than a squared distance. One loop for both directions would be a sixth slower
	 * with 16 centres.
	 */
	private int nearer(final double[] x, final int offset, final int rank,
		final double squared)
	{
		final double middle = x[offset + axis];
		int best = rank;
		double least = squared;
		for (int j = rank + 1; j < numbers.length; j++) {
			final double distance = centres.squaredDistance(j, x, offset);
			if (distance < least) {
				least = distance;
				best = j;
			}
			else if (isBeyond(centres.coordinate(j, axis) - middle, least)) break;
		}
		for (int j = rank - 1; j >= 0; j--) {
			final double distance = centres.squaredDistance(j, x, offset);
			if (distance < least) {
				least = distance;
				best = j;
			}
			else if (isBeyond(middle - centres.coordinate(j, axis), least)) break;
		}
		return numbers[best];
	}

	/** Whether all that is as far ahead on the axis, or farther, is not nearer. */
	private static boolean isBeyond(final double ahead, final double squared) {
		return ahead > 0 && ahead * ahead >= squared;
	}
}
