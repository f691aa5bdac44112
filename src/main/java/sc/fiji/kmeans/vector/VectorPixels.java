package sc.fiji.kmeans.vector;

import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.util.function.Predicate;

import sc.fiji.kmeans.image.PixelArea;

/**
 * The selected pixels of a frame with several channels, or with a fraction. A block is a
 * row of the selection's bounding box. A pixel of which a channel is no number does not
 * count: NaN, infinite, or the largest float, plus or minus, which files use for no data.
 */
public final class VectorPixels implements VectorSource {

	private final ImageProcessor[] frame;
	private final PixelArea area;
	/** Pixels that do not count; null for none. */
	private final Predicate<float[]> ignored;
	/** The number of the plane's first row among all rows of an image. */
	private final long firstRow;

	/** @param ignored null for none */
	VectorPixels(final ImageProcessor[] frame, final PixelArea area,
		final Predicate<float[]> ignored)
	{
		this(frame, area, ignored, 0);
	}

	private VectorPixels(final ImageProcessor[] frame, final PixelArea area,
		final Predicate<float[]> ignored, final long firstRow)
	{
		this.frame = frame;
		this.area = area;
		this.ignored = ignored;
		this.firstRow = firstRow;
	}

	/** The same, whose plane begins with that row of an image. */
	VectorPixels from(final long row) {
		return new VectorPixels(frame, area, ignored, row);
	}

	/** The number of the first block among all rows of the image. */
	long firstRow() {
		return firstRow + area.rowsAbove();
	}

	/** Whether numbers may have a fraction, and so no unit of their own. */
	boolean areReal() {
		return frame[0] instanceof FloatProcessor;
	}

	@Override
	public int channels() {
		return frame.length;
	}

	@Override
	public int blocks() {
		return area.rows();
	}

	@Override
	public int blockLength() {
		return area.rowLength();
	}

	@Override
	public int read(final int block, final float[][] vectors, final int from) {
		readRow(block, vectors, from);
		return doAllCount(vectors, from) ? blockLength() : keepCounting(block, vectors, from);
	}

	/** Where all count, no others are read. */
	@Override
	public int read(final int block, final PixelSample sample, final long row,
		final float[][] vectors, final int from)
	{
		if (!doAllCount()) return VectorSource.super.read(block, sample, row, vectors, from);
		final int[] places = new int[blockLength()];
		final int drawn = sample.draw(row, places.length, places);
		for (int c = 0; c < frame.length; c++)
			read(frame[c].getPixels(), area.index(block), places, drawn, vectors[c], from);
		return drawn;
	}

	private static void read(final Object plane, final int index, final int[] places, final int n,
		final float[] channel, final int from)
	{
		if (plane instanceof byte[]) for (int i = 0; i < n; i++)
			channel[from + i] = ((byte[]) plane)[index + places[i]] & 0xff;
		else for (int i = 0; i < n; i++)
			channel[from + i] = ((short[]) plane)[index + places[i]] & 0xffff;
	}

	/** Whether it is known without a look at them that all pixels of all rows count. */
	private boolean doAllCount() {
		return !mayBeLeftOut() && !areReal();
	}

	/** Whether pixels may not be selected, or be ignored. */
	private boolean mayBeLeftOut() {
		return !area.isBox() || ignored != null;
	}

	private boolean doAllCount(final float[][] vectors, final int from) {
		if (mayBeLeftOut()) return false;
		if (areReal()) for (final float[] channel : vectors)
			if (!areNumbers(channel, from, from + blockLength())) return false;
		return true;
	}

	private int keepCounting(final int row, final float[][] vectors, final int from) {
		int n = 0;
		final float[] vector = new float[channels()];
		for (int x = 0; x < blockLength(); x++) {
			for (int c = 0; c < vector.length; c++)
				vector[c] = vectors[c][from + x];
			if (!counts(row, x, vector)) continue;
			for (int c = 0; c < vector.length; c++)
				vectors[c][from + n] = vector[c];
			n++;
		}
		return n;
	}

	/**
	 * Reads all pixels of a row of the bounding box, selected or not.
	 *
	 * @param vectors takes the numbers of each channel, from a place on
	 */
	public void readRow(final int row, final float[][] vectors, final int from) {
		for (int c = 0; c < frame.length; c++)
			read(frame[c].getPixels(), area.index(row), vectors[c], from);
	}

	/** Minus zero becomes zero. */
	private void read(final Object plane, final int index, final float[] channel, final int from) {
		final int n = blockLength();
		if (plane instanceof byte[]) for (int x = 0; x < n; x++)
			channel[from + x] = ((byte[]) plane)[index + x] & 0xff;
		else if (plane instanceof short[]) for (int x = 0; x < n; x++)
			channel[from + x] = ((short[]) plane)[index + x] & 0xffff;
		else for (int x = 0; x < n; x++)
			channel[from + x] = ((float[]) plane)[index + x] + 0f;
	}

	/** Whether all pixels of the plane count, as far as one knows without a look at them. */
	boolean areAll() {
		return area.isWhole() && ignored == null && !areReal();
	}

	private boolean counts(final int row, final int x, final float[] vector) {
		return area.isSelected(row, x) && areNumbers(vector)
			&& (ignored == null || !ignored.test(vector));
	}

	/** Whether each channel is a number, as above. */
	static boolean areNumbers(final float[] vector) {
		return areNumbers(vector, 0, vector.length);
	}

	private static boolean areNumbers(final float[] values, final int from, final int to) {
		boolean areAll = true;
		for (int i = from; i < to; i++)
			areAll &= Math.abs(values[i]) < Float.MAX_VALUE;
		return areAll;
	}

	/**
	 * Turns the labels of pixels that do not count to 0.
	 *
	 * @param vectors of the row, from its beginning
	 */
	public void clear(final int row, final float[][] vectors, final int[] labels) {
		if (doAllCount(vectors, 0)) return;
		final float[] vector = new float[channels()];
		for (int x = 0; x < blockLength(); x++) {
			for (int c = 0; c < vector.length; c++)
				vector[c] = vectors[c][x];
			if (!counts(row, x, vector)) labels[x] = 0;
		}
	}
}
