package sc.fiji.kmeans.camera;

import java.io.IOException;

/** The frames of a camera. */
interface CameraStream {

	/**
	 * How many have come.
	 *
	 * @throws IOException if the camera is gone
	 */
	int frames() throws IOException;

	/**
	 * Copies the newest. Any thread may call it, but not while this is closed.
	 *
	 * @param pixels take it as 0xRRGGBB
	 * @return whether any pixel differs from what was there
	 * @throws IOException if there is none
	 */
	boolean capture(int[] pixels) throws IOException;

	/** Frees the camera. */
	void close();
}
