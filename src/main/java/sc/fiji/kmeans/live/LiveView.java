package sc.fiji.kmeans.live;

import sc.fiji.kmeans.segment.SegmentedFrame;

/**
 * Hears of what becomes of frames, from the thread that segments them, which waits
 * meanwhile.
 */
public interface LiveView {

	/**
	 * A frame is segmented, and its picture can be taken.
	 *
	 * @param frame to be used until this method returns
	 */
	void segmented(SegmentedFrame frame, LiveFigures figures);

	/** Other options hold: there is another picture of the same frame to take. */
	void repainted();

	/**
	 * Something is the matter.
	 *
	 * @param message for the user; empty if all is well again
	 */
	void told(String message);

	/**
	 * It is over; nothing comes after this.
	 *
	 * @param why for the user; empty if it was to be expected
	 */
	void ended(String why);
}
