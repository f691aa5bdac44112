package sc.fiji.kmeans.segment;

import sc.fiji.kmeans.image.Band;

/** Gives the pixels of bands their labels. */
@FunctionalInterface
interface BandLabels {

	/**
	 * @param frame 1 to number of those that are segmented
	 * @param band of this frame
	 */
	SegmentedFrame of(int frame, Band band);
}
