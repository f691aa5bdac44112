package sc.fiji.kmeans.live;

import ij.process.ImageProcessor;

/**
 * Hands pictures from who paints to who shows them, without either waiting for the
 * other: one is shown, one waits to be shown, and the third is painted.
 * <p>
 * Invariant: the spare picture, which may be painted over, is neither shown nor
 * waiting.
 */
final class PictureExchange {

	private ImageProcessor shown;
	private ImageProcessor waiting;
	private ImageProcessor spare;

	/** A picture that may be painted over, or null. */
	synchronized ImageProcessor spare() {
		return spare;
	}

	/** @param painted the spare picture or a new one */
	synchronized void put(final ImageProcessor painted) {
		if (waiting != null) spare = waiting;
		else if (spare == painted) spare = null;
		waiting = painted;
	}

	/**
	 * The newest picture, which stays as it is until the next is taken; null if there
	 * is none yet.
	 */
	synchronized ImageProcessor take() {
		if (waiting == null) return shown;
		spare = shown;
		shown = waiting;
		waiting = null;
		return shown;
	}
}
