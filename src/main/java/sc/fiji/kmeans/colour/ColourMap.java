package sc.fiji.kmeans.colour;

/**
 * Maps colours to points, quickly with a small error, and slowly as the library does.
 * <p>
 * Contract: no coordinate is off by 2<sup>-36</sup> or more. So where a coordinate is not
 * near the middle between two multiples of 2<sup>-16</sup>, both ways are rounded to the same.
 */
interface ColourMap {

	/** @param x takes the coordinates, nearly */
	void locate(int rgb, double[] x);

	/** @param x takes the coordinates */
	void locateExactly(int rgb, double[] x);
}
