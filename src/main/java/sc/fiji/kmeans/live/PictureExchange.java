package sc.fiji.kmeans.live;

import ij.process.ImageProcessor;

import sc.fiji.kmeans.segment.Planes;

/**
 * Hands pictures from who paints to who shows them, without either waiting for the
 * other: one is shown, one waits to be shown, and the third is painted.
 * <p>
 * Invariant: what is painted over is neither shown nor waiting.
 */
final class PictureExchange implements Planes {

	private ImageProcessor shown;
	private ImageProcessor waiting;
	/** Neither of both, to be painted over; null if there is none, or it is being painted. */
	private ImageProcessor old;

	@Override
	public synchronized ImageProcessor like(final ImageProcessor other) {
		final ImageProcessor plane = Planes.reused(old, other);
		old = null;
		return plane;
	}

	/** @param painted waits from now on, in place of who waited */
	synchronized void put(final ImageProcessor painted) {
		if (waiting != null) old = waiting;
		waiting = painted;
	}

	/**
	 * The newest picture, which stays as it is until the next is taken; null if there
	 * is none yet.
	 */
	synchronized ImageProcessor take() {
		if (waiting == null) return shown;
		if (shown != null) old = shown;
		shown = waiting;
		waiting = null;
		return shown;
	}
}
