package sc.fiji.kmeans.image;

import ij.ImagePlus;

import java.io.IOException;

/** Neighbouring bands of an image; its head is that of the whole. */
public final class SomeBands implements ImageBands {

	private final ImageBands whole;
	private final int first;
	private final int height;

	/**
	 * @param first row, with which a band begins
	 * @param height number of rows, of whole bands or to the last one
	 */
	public SomeBands(final ImageBands whole, final int first, final int height) {
		this.whole = whole;
		this.first = first;
		this.height = height;
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
