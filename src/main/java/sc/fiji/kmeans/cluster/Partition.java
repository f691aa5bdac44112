package sc.fiji.kmeans.cluster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sums over the points that are nearest to each centre: the number of pixels, and the
 * exact sum of their coordinates.
 */
final class Partition {

	/** Of the sum of squares; a smaller compactness would have lost digits to rounding. */
	private static final double ROUGH = 1e-6;
	/** Work of a term of the exact sum, in distances. */
	private static final int EXACT_TERM = 512;

	private final SearchTree tree;
	private final Centres centres;
	private final long[] counts;
	/** Sum of coordinate q over the pixels of centre j, at j * dimensions + q. */
	private final long[] sums;
	/** A measure of the work, for the benchmark. */
	private long visitedNodes;
	private long comparedPoints;

	/** An empty partition, to be filled by adding every point once. */
	Partition(final SearchTree tree, final Centres centres) {
		this.tree = tree;
		this.centres = centres;
		counts = new long[centres.size()];
		sums = new long[centres.size() * centres.dimensions()];
	}

	/** An empty partition in arrays that may be longer; it can only be added to another. */
	Partition(final SearchTree tree, final Centres centres, final RunArrays memory) {
		this.tree = tree;
		this.centres = centres;
		counts = memory.longs(centres.size());
		sums = memory.longs(centres.size() * centres.dimensions());
		Arrays.fill(counts, 0);
		Arrays.fill(sums, 0);
	}

	/** @param x the coordinates of the point */
	void addPoint(final int j, final double[] x, final long weight) {
		counts[j] += weight;
		for (int q = 0; q < x.length; q++)
			sums[j * x.length + q] += weight * (long) x[q];
	}

	void addNode(final int j, final SearchTree.Level level, final int node) {
		final int d = centres.dimensions();
		counts[j] += level.weight(node);
		for (int q = 0; q < d; q++)
			sums[j * d + q] += level.sum(node, q);
	}

	void visitNode() {
		visitedNodes++;
	}

	void comparePoints(final int n) {
		comparedPoints += n;
	}

	/** Adds the points of another partition by the same centres. */
	synchronized Partition add(final Partition other) {
		visitedNodes += other.visitedNodes;
		comparedPoints += other.comparedPoints;
		for (int j = 0; j < counts.length; j++)
			counts[j] += other.counts[j];
		for (int i = 0; i < sums.length; i++)
			sums[i] += other.sums[i];
		return this;
	}

	/** Number of nodes visited. */
	long visitedNodes() {
		return visitedNodes;
	}

	/** Number of points that were compared with centres one by one. */
	long comparedPoints() {
		return comparedPoints;
	}

	Centres centres() {
		return centres;
	}

	long[] counts() {
		return counts.clone();
	}

	long pixels() {
		return Arrays.stream(counts).sum();
	}

	boolean hasEmpty() {
		return Arrays.stream(counts).anyMatch(n -> n == 0);
	}

	/** Means of the clusters, each of which has pixels. */
	Centres means() {
		return Centres.fill(centres.size(), centres.dimensions(),
			(j, q) -> sums[j * centres.dimensions() + q] / (double) counts[j]);
	}

	/**
	 * The centres, but those without pixels moved, in their order, to the
	 * worst-fitted point: the one farthest from all centres including those just
	 * moved, of equals the first. Where every point sits on a centre, they are left
	 * out.
	 */
	Centres refilled() {
		final WorstFitted worst = new WorstFitted(tree, centres);
		final List<double[]> rows = new ArrayList<>();
		for (int j = 0; j < counts.length; j++) {
			if (counts[j] > 0) rows.add(centres.row(j));
			else worst.take().ifPresent(rows::add);
		}
		return Centres.of(rows.toArray(new double[0][]));
	}

	/**
	 * The sum over all pixels of the squared distance to their centre: with S the
	 * sum and n the number of the pixels x of a centre c, it is the sum of all |x|²
	 * plus, for every centre, n |c|² - 2 c S. Computed exactly and rounded once, so
	 * it depends on nothing but points and centres.
	 */
	double compactness() {
		BigDecimal sum = new BigDecimal(tree.squares());
		for (int i = 0; i < sums.length; i++) {
			tree.checkpoint().passAt(i, EXACT_TERM);
			final int j = i / centres.dimensions();
			final BigDecimal c = new BigDecimal(centres.coordinate(j, i % centres.dimensions()));
			final BigDecimal twice = BigDecimal.valueOf(sums[i]).multiply(BigDecimal.valueOf(2));
			sum = sum.add(c.multiply(BigDecimal.valueOf(counts[j]).multiply(c).subtract(twice)));
		}
		return sum.doubleValue();
	}

	/**
	 * About the compactness, to seven digits or more: the sum above in floating point, where the
	 * parts are not too large beside it.
	 */
	double roughCompactness() {
		final double squares = tree.squares().doubleValue();
		double sum = squares;
		for (int i = 0; i < sums.length; i++) {
			final int j = i / centres.dimensions();
			final double c = centres.coordinate(j, i % centres.dimensions());
			sum += c * (counts[j] * c - 2.0 * sums[i]);
		}
		return sum > ROUGH * squares ? sum : compactness();
	}
}
