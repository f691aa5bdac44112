package sc.fiji.kmeans.image;

import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.awt.Rectangle;
import java.awt.image.IndexColorModel;

import sc.fiji.kmeans.pixel.PixelFormat;
import sc.fiji.kmeans.pixel.PixelSource;

/**
 * The selected pixels of one plane of an ImageJ image: RGB, 8-bit or 16-bit
 * values, or the colours of an indexed image. A block is a row of the
 * selection's bounding box.
 */
public final class ImagePixels implements PixelSource {

	/** Look-up tables for display take steps of some units, palettes of dozens. */
	private static final int SMOOTH = 32;

	private final PixelFormat format;
	private final RowReader reader;
	private final int width;
	private final Rectangle bounds;
	/** Of the bounding box, 0 where not selected; null if all of it is selected. */
	private final byte[] mask;

	/**
	 * @param plane with pixels that do not change while they are read here
	 * @param selection an area; anything else selects the whole plane
	 * @throws IllegalArgumentException if the pixels are of another type, or no
	 *           pixel is selected
	 */
	public ImagePixels(final ImageProcessor plane, final Roi selection) {
		format = formatOf(plane);
		reader = readerOf(plane);
		width = plane.getWidth();
		if (selection == null || !selection.isArea()) {
			bounds = new Rectangle(width, plane.getHeight());
			mask = null;
			return;
		}
		final ImageProcessor shape = new ByteProcessor(width, plane.getHeight());
		shape.setRoi(selection);
		bounds = shape.getRoi();
		mask = shape.getMask() == null ? null : (byte[]) shape.getMask()
			.getPixels();
		requirePixels(selection);
	}

	private void requirePixels(final Roi selection) {
		for (int y = 0; y < bounds.height; y++)
			for (int x = 0; x < bounds.width; x++)
				if (isSelected(y, x)) return;
		throw new IllegalArgumentException("The selection has no pixels: " +
			selection);
	}

	/**
	 * Whether pixels are indices of colours. A table whose colours change smoothly
	 * from entry to entry shows values, as the look-up tables Fire or Spectrum do;
	 * one that jumps is a palette. (ImageJ's own guess takes sorted palettes, such
	 * as those of most GIF files, for tables of values.)
	 */
	static boolean isIndexed(final ImageProcessor plane) {
		return plane instanceof ByteProcessor && largestStep(palette(plane)) > SMOOTH;
	}

	/** The largest change of a component between neighbouring entries. */
	private static int largestStep(final int[] colours) {
		int largest = 0;
		for (int i = 1; i < colours.length; i++)
			for (int shift = 0; shift < 24; shift += 8)
				largest = Math.max(largest, Math.abs((colours[i] >> shift & 0xff) -
					(colours[i - 1] >> shift & 0xff)));
		return largest;
	}

	/** An indexed image as RGB, without its display range and threshold. */
	static ImageProcessor coloured(final ImageProcessor plane) {
		return new ByteProcessor(plane.getWidth(), plane.getHeight(), (byte[]) plane
			.getPixels(), plane.getColorModel()).convertToRGB();
	}

	private static PixelFormat formatOf(final ImageProcessor plane) {
		if (plane instanceof ColorProcessor || isIndexed(plane))
			return PixelFormat.RGB;
		if (plane instanceof ByteProcessor) return PixelFormat.grey(8);
		if (plane instanceof ShortProcessor) return PixelFormat.grey(16);
		throw new IllegalArgumentException(plane.getBitDepth() +
			"-bit image: takes 8-bit, 16-bit, RGB and indexed ones");
	}

	private static RowReader readerOf(final ImageProcessor plane) {
		if (isIndexed(plane)) return indexed((byte[]) plane.getPixels(), palette(
			plane));
		final Object pixels = plane.getPixels();
		if (pixels instanceof int[]) return rgb((int[]) pixels);
		if (pixels instanceof byte[]) return bytes((byte[]) pixels);
		return shorts((short[]) pixels);
	}

	/** The high byte of an RGB pixel can be anything. */
	private static RowReader rgb(final int[] pixels) {
		return (from, n, row) -> {
			for (int i = 0; i < n; i++)
				row[i] = pixels[from + i] & 0xffffff;
		};
	}

	private static RowReader bytes(final byte[] pixels) {
		return (from, n, row) -> {
			for (int i = 0; i < n; i++)
				row[i] = pixels[from + i] & 0xff;
		};
	}

	private static RowReader shorts(final short[] pixels) {
		return (from, n, row) -> {
			for (int i = 0; i < n; i++)
				row[i] = pixels[from + i] & 0xffff;
		};
	}

	private static RowReader indexed(final byte[] pixels, final int[] palette) {
		return (from, n, row) -> {
			for (int i = 0; i < n; i++)
				row[i] = palette[pixels[from + i] & 0xff];
		};
	}

	private static int[] palette(final ImageProcessor plane) {
		final IndexColorModel model = (IndexColorModel) plane.getColorModel();
		final int[] colours = new int[256];
		for (int i = 0; i < model.getMapSize(); i++)
			colours[i] = model.getRGB(i) & 0xffffff;
		return colours;
	}

	@Override
	public PixelFormat format() {
		return format;
	}

	@Override
	public int blocks() {
		return bounds.height;
	}

	@Override
	public int blockLength() {
		return bounds.width;
	}

	@Override
	public int read(final int block, final long[] buffer) {
		readRow(block, buffer);
		return mask == null ? bounds.width : keepSelected(block, buffer);
	}

	private int keepSelected(final int row, final long[] values) {
		int n = 0;
		for (int x = 0; x < bounds.width; x++)
			if (isSelected(row, x)) values[n++] = values[x];
		return n;
	}

	/** Reads all pixels of a row of the bounding box, selected or not. */
	void readRow(final int row, final long[] values) {
		reader.read(index(row, 0), bounds.width, values);
	}

	/** Writes a value for each selected pixel of a row of the bounding box. */
	void writeRow(final int row, final int[] values,
		final ImageProcessor picture)
	{
		final int first = index(row, 0);
		for (int x = 0; x < bounds.width; x++)
			if (isSelected(row, x)) picture.set(first + x, values[x]);
	}

	/** @param row and x count from the corner of the bounding box */
	private boolean isSelected(final int row, final int x) {
		return mask == null || mask[row * bounds.width + x] != 0;
	}

	/** Where a pixel of the bounding box stands in the plane's array. */
	private int index(final int row, final int x) {
		return (bounds.y + row) * width + bounds.x + x;
	}

	/** Reads n values of a plane, packed, from an index on. */
	private interface RowReader {

		void read(int from, int n, long[] row);
	}
}
