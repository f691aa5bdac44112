package sc.fiji.kmeans.pixel;

import java.util.Comparator;

/**
 * A space in which pixel values are points.
 * <p>
 * Contract: a value always has the same point. Coordinates of counted values are
 * multiples of 2<sup>-fractionBits</sup> and less than 2<sup>31 - fractionBits</sup>
 * from 0. In a wide space, instead, the sum over all pixels of |coordinate| is less
 * than 2<sup>62 - fractionBits</sup>. So sums are exact.
 */
public interface ValueSpace {

	/** Number of coordinates, 1 or more. */
	int dimensions();

	/** Number of binary digits of a coordinate after the point; -1000 to 1000. */
	int fractionBits();

	/** Whether coordinates may be 2<sup>31 - fractionBits</sup> or more from 0. */
	default boolean isWide() {
		return false;
	}

	/**
	 * Whether no two values have the same point, and values that are near each other as
	 * colours are near each other here, too. Then points need not be sorted.
	 */
	default boolean isOneToOne() {
		return false;
	}

	/**
	 * The point of a value.
	 *
	 * @param pixel packed as its format says
	 * @param x takes the coordinates
	 */
	void locate(long pixel, double[] x);

	/** The order of centres: dark before bright. Only equal ones are equal. */
	Comparator<double[]> order();
}
