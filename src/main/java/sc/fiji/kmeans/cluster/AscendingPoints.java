package sc.fiji.kmeans.cluster;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Points on a line that came in another order. */
final class AscendingPoints implements WeightedPoints {

	private final WeightedPoints points;
	private final int[] order;

	private AscendingPoints(final SearchTree tree) {
		points = tree.points();
		order = IntStream.range(0, points.size())
			.boxed()
			.sorted(tree.checkpoint().passing(Comparator.comparingDouble(this::value)))
			.mapToInt(i -> i)
			.toArray();
	}

	/** A tree of the points of another one, in ascending order. */
	static SearchTree tree(final SearchTree tree) {
		return new SearchTree(new AscendingPoints(tree), tree.checkpoint(), new RunArrays());
	}

	private double value(final int point) {
		final double[] x = new double[1];
		points.read(point, x);
		return x[0];
	}

	@Override
	public int size() {
		return order.length;
	}

	@Override
	public int dimensions() {
		return 1;
	}

	@Override
	public void read(final int point, final double[] x) {
		points.read(order[point], x);
	}

	@Override
	public long weight(final int point) {
		return points.weight(order[point]);
	}
}
