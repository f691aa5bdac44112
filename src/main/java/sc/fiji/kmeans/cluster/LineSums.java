package sc.fiji.kmeans.cluster;

/** Exact sums of runs of pieces. */
final class LineSums {

	private final LinePieces pieces;
	/** Of the pieces before each. */
	private final long[] weights;
	private final long[] sums;

	LineSums(final LinePieces pieces) {
		this.pieces = pieces;
		weights = new long[pieces.size() + 1];
		sums = new long[pieces.size() + 1];
		for (int i = 0; i < pieces.size(); i++) {
			weights[i + 1] = weights[i] + pieces.get(i).weight;
			sums[i + 1] = sums[i] + pieces.get(i).sum;
		}
	}

	long weight(final int from, final int to) {
		return weights[to] - weights[from];
	}

	/** Rounded once. */
	double mean(final int from, final int to) {
		return (sums[to] - sums[from]) / (double) weight(from, to);
	}

	private ExactMean exactMean(final int from, final int to) {
		return new ExactMean(sums[to] - sums[from], weight(from, to));
	}

	/** No run of points that begins there or later, and ends there or before, has a lower mean. */
	ExactMean lowestMean(final int from, final int to) {
		return from < to ? exactMean(from, to) : new ExactMean(pieces.get(from).low, 1);
	}

	/** No run of points that begins there or before, and ends there or before, has a higher mean. */
	ExactMean highestMean(final int from, final int to) {
		return from < to ? exactMean(from, to) : new ExactMean(pieces.get(to - 1).high, 1);
	}
}
