package sc.fiji.kmeans.cluster;

/**
 * A finite measure: distinct points with integer coordinates, and how often
 * each occurs.
 * <p>
 * Contract: no two points are equal, every weight is 1 or more, the order of
 * the points depends on the points alone, and for every dimension the sum over
 * all points of weight times |coordinate| stays below 2<sup>63</sup>. So sums of
 * coordinates are exact in 64 bits, and single ones, however large, in a double.
 */
public interface WeightedPoints {

	/** Number of points, 0 or more. */
	int size();

	/** Number of coordinates of a point, 1 or more. */
	int dimensions();

	/**
	 * Reads the coordinates of a point: integers, in units of the pixel values.
	 *
	 * @param point 0 to size - 1
	 * @param x takes the coordinates
	 */
	void read(int point, double[] x);

	/**
	 * Weight of a point: how often it occurs.
	 *
	 * @param point 0 to size - 1
	 */
	long weight(int point);
}
