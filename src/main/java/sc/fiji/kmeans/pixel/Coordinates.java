package sc.fiji.kmeans.pixel;

/**
 * Points of whole numbers in any order, of which some may be equal, with their weights.
 * Several threads may ask at once.
 */
public interface Coordinates {

	/** Number of points, 0 or more. */
	int size();

	/** Number of coordinates of a point, 1 or more. */
	int dimensions();

	/**
	 * Coordinate q of a point: of at most 62 bits besides the sign, and such that a double
	 * can have it.
	 */
	long at(int point, int q);

	/** Whether all coordinates have at most 31 bits besides the sign. */
	boolean areNarrow();

	/** How often a point occurs, 1 or more. */
	long weight(int point);

	/** Whether each weight is 1. */
	boolean areSingle();

	/**
	 * What the points stand for, as points that are equal where it is the same: these, unless
	 * they were rounded.
	 */
	default Coordinates values() {
		return this;
	}
}
