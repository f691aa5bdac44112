package sc.fiji.kmeans.pixel;

import sc.fiji.kmeans.cluster.Steps;

/** Counts to which others are added. */
interface GrowingCounts {

	/**
	 * @param n 1 or more
	 * @param steps that are checked where it takes long
	 */
	void add(long value, long n, Steps steps);

	/** @param steps that are checked where it takes long */
	void add(PixelCounts others, Steps steps);

	/** Whether nothing was added. */
	boolean areNone();

	/** All that was added so far; what is added later does not change it. */
	PixelCounts snapshot(Steps steps);
}
