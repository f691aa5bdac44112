package sc.fiji.kmeans.image;

import ij.ImagePlus;

import java.io.IOException;

/** Neighbouring bands of an image; its head is that of the whole. */
public final class SomeBands implements ImageBands {

	private final ImageBands whole;
	private final int first;
	private final int height;

	/**
	 * Cuts an image into parts of nearly as many bands, and takes one of them.
	 *
	 * @param part from 0
	 * @param parts no more than there are bands
	 */
	public SomeBands(final ImageBands whole, final int part, final int parts) {
		this.whole = whole;
		first = row(part, parts);
		height = row(part + 1, parts) - first;
	}

	private int row(final int part, final int parts) {
		final long bands = whole.bands();
		return (int) Math.min(whole.height(), bands * part / parts * whole.rows());
	}

	@Override
	public int width() {
		return whole.width();
	}

	@Override
	public int height() {
		return height;
	}

	@Override
	public int rows() {
		return whole.rows();
	}

	@Override
	public ImagePlus head() {
		return whole.head();
	}

	@Override
	public ImagePlus band(final int frame, final int from, final int rows) throws IOException {
		return whole.band(frame, first + from, rows);
	}
}
