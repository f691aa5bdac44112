package sc.fiji.kmeans.cluster;

/** A run of neighbours on a line, with exact figures; immutable. */
final class LinePiece {

	/** Number of the first point. */
	final int begin;
	/** After the last. */
	final int end;
	final long weight;
	/** Weight times value, of all points. */
	final long sum;
	/** The first value. */
	final long low;
	/** The last. */
	final long high;
	/**
	 * The most that the weights times squared distances to the mean can be: with m the
	 * mean, no number x between low and high has (x - low) (high - x) below 0; summed up
	 * that is the bound. (Bhatia, Davis: A better bound on the variance, The American
	 * Mathematical Monthly 107, 2000.)
	 */
	final double mostError;

	/** A single point. */
	LinePiece(final int point, final long value, final long weight) {
		begin = point;
		end = point + 1;
		low = value;
		high = value;
		this.weight = weight;
		sum = value * weight;
		mostError = 0;
	}

	/** The points of a node. */
	LinePiece(final SearchTree tree, final int level, final int node) {
		final SearchTree.Level nodes = tree.level(level);
		begin = node * SearchTree.points(level);
		end = Math.min(tree.points().size(), begin + SearchTree.points(level));
		weight = nodes.weight(node);
		sum = nodes.sum(node, 0);
		low = (long) nodes.low(node, 0);
		high = (long) nodes.high(node, 0);
		mostError = error();
	}

	private LinePiece(final LinePiece first, final LinePiece last, final long weight,
		final long sum)
	{
		begin = first.begin;
		end = last.end;
		low = first.low;
		high = last.high;
		this.weight = weight;
		this.sum = sum;
		mostError = error();
	}

	/** Both together. */
	LinePiece and(final LinePiece next) {
		return new LinePiece(this, next, weight + next.weight, sum + next.sum);
	}

	/** Number of points. */
	int size() {
		return end - begin;
	}

	ExactMean mean() {
		return new ExactMean(sum, weight);
	}

	private double error() {
		final ExactMean mean = mean();
		return weight * mean.above(low) * mean.below(high);
	}

	/**
	 * The most that the weights times distances to the mean can be, of two points or more: no
	 * |x - m| is above the line through its values at low and high.
	 */
	double mostDeviation() {
		return 2 * mostError / (high - low);
	}
}
