package sc.fiji.kmeans.pixel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import sc.fiji.kmeans.cluster.ClusterSeries;
import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeans;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.RunMemory;
import sc.fiji.kmeans.cluster.SeriesSearch;
import sc.fiji.kmeans.cluster.WeightedPoints;

/**
 * A histogram as points in a space; immutable, and valid as long as the counts of the
 * histogram.
 */
public final class LocatedHistogram {

	private final Comparator<double[]> order;
	/** In whole units of the space. */
	private final WeightedPoints points;
	private final int values;
	private final double unit;
	private final RunMemory memory;

	LocatedHistogram(final ValueSpace space, final WeightedPoints points, final int values,
		final RunMemory memory)
	{
		this(points, values, space.order(), space.fractionBits(), memory);
	}

	/**
	 * @param values number of different values that the points stand for
	 * @param order of centres
	 * @param fractionBits of coordinates
	 */
	LocatedHistogram(final WeightedPoints points, final int values, final Comparator<double[]> order,
		final int fractionBits, final RunMemory memory)
	{
		this.order = order;
		this.points = points;
		this.values = values;
		this.memory = memory;
		unit = Math.scalb(1.0, -fractionBits);
	}

	/** Number of distinct values that the points stand for. */
	public int values() {
		return values;
	}

	/** Number of distinct points, at most the number of distinct values. */
	public int distinct() {
		return points.size();
	}

	/**
	 * Clusters the pixels; the clusters are numbered in the order of the space.
	 *
	 * @param options with epsilon in units of the space
	 * @throws IllegalArgumentException if there are no pixels
	 * @throws CancellationException if the progress throws it
	 */
	public Clusters cluster(final KMeansOptions options, final Progress progress) {
		return kMeans(options).cluster(points, progress).scaled(unit);
	}

	/**
	 * Clusters the pixels of the next frame, as {@link KMeans#follow} says.
	 *
	 * @param before clusters of other pixels in this space
	 * @param options with epsilon in units of the space
	 * @throws IllegalArgumentException if there are no pixels, or those before are of
	 *           another space
	 * @throws CancellationException if the progress throws it
	 */
	public Clusters follow(final Clusters before, final KMeansOptions options,
		final Progress progress)
	{
		return kMeans(options).follow(before.scaled(1 / unit), points, progress).scaled(unit);
	}

	/**
	 * Clusters of the pixels for 1, 2, 3 and more of them, in units of the space.
	 *
	 * @throws IllegalArgumentException if there are no pixels
	 * @throws CancellationException if the progress throws it
	 */
	public ClusterSeries series(final Progress progress) {
		return SeriesSearch.of(points, memory, progress).scaled(unit);
	}

	/**
	 * The clusters of one plain run after each iteration, as {@link KMeans#plainRun} says.
	 *
	 * @param options with epsilon in units of the space
	 * @param most how many of them there may be, 1 or more
	 * @throws IllegalArgumentException if there are no pixels
	 * @throws CancellationException if the progress throws it
	 */
	public List<Clusters> plainRun(final KMeansOptions options, final int most,
		final Progress progress)
	{
		return kMeans(options).plainRun(points, most, progress)
			.stream()
			.map(step -> step.scaled(unit))
			.collect(Collectors.toList());
	}

	/** For points in whole units of the space. */
	private KMeans kMeans(final KMeansOptions options) {
		if (unit == 1) return new KMeans(options, order, memory);
		return new KMeans(options.withEpsilon(options.epsilon() / unit),
			(a, b) -> order.compare(times(a), times(b)), memory);
	}

	private double[] times(final double[] x) {
		return Arrays.stream(x).map(coordinate -> coordinate * unit).toArray();
	}
}
