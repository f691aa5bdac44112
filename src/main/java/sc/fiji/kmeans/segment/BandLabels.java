package sc.fiji.kmeans.segment;

import java.io.Closeable;
import java.io.IOException;

import sc.fiji.kmeans.image.Band;

/** Gives the pixels of bands their labels. */
interface BandLabels extends Closeable {

	/**
	 * @param frame 1 to number of those that are segmented
	 * @param band of this frame
	 */
	SegmentedFrame of(int frame, Band band);

	/** Gives up what it keeps; by default nothing. */
	@Override
	default void close() throws IOException {}
}
