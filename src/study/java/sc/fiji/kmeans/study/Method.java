package sc.fiji.kmeans.study;

/** A way to segment pictures; immutable. */
public interface Method {

	/** What is called so in the tables. */
	String name();

	/** A label for each pixel, row by row, 0 or more. */
	int[] labels(Picture picture);
}
