package sc.fiji.kmeans.live;

import ij.ImagePlus;
import ij.measure.Calibration;

import java.io.IOException;
import java.util.Optional;

/**
 * Frames that come one after another. Whoever reads gets the newest, and misses
 * those that came while it was busy.
 */
public interface FrameSource {

	/** What it is called in messages: without passwords. */
	String name();

	/** What images that are made of it are called after. */
	default String title() {
		return name();
	}

	/**
	 * Begins; once only. Returns when frames are sure to come, or have come.
	 *
	 * @param listener hears of them, from any thread
	 * @throws IOException if no frames can come, with a message for the user
	 */
	void start(Listener listener) throws IOException;

	/**
	 * Copies the newest frame. To be called by one thread at a time, once the
	 * listener has heard of a frame.
	 *
	 * @param frame takes it
	 * @return whether there was one that differs from what the frame held
	 */
	boolean read(Frame frame);

	/** The size of its pixels, as it is now; nothing if it is not known. */
	default Optional<Calibration> calibration() {
		return Optional.empty();
	}

	/**
	 * An image of its own for a frame, with all that is known of it.
	 *
	 * @param frame as it was read
	 */
	default ImagePlus image(final Frame frame) {
		return new ImagePlus(name(), frame.channels()[0].duplicate());
	}

	/**
	 * Ends, and frees what it holds. Does not wait; may be called from any thread,
	 * before the start, and again.
	 */
	void stop();

	/** Hears of frames. Returns at once. */
	interface Listener {

		/** There is a new frame. */
		void arrived();

		/**
		 * Something is the matter, but frames may come again.
		 *
		 * @param message for the user; empty if all is well again
		 */
		void trouble(String message);

		/**
		 * No more frames will come.
		 *
		 * @param why for the user; empty if it was to be expected
		 */
		void ended(String why);
	}
}
