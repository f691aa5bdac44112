package sc.fiji.kmeans.image;

import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.awt.Rectangle;
import java.awt.image.IndexColorModel;
import java.util.function.IntPredicate;

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
	private final Rows rows;
	/** The colours of indices; null if the pixels are values. */
	private final int[] palette;
	private final int width;
	private final int height;
	private final Rectangle bounds;
	/** Of the bounding box, 0 where not selected; null if all of it is selected. */
	private final byte[] mask;
	/** Values that do not count. */
	private final IntPredicate ignored;

	/**
	 * @param plane with pixels that do not change while they are read here
	 * @param selection an area; anything else selects the whole plane
	 * @throws IllegalArgumentException if the pixels are of another type, or no
	 *           pixel is selected
	 */
	public ImagePixels(final ImageProcessor plane, final Roi selection) {
		this(plane, selection, formatOf(plane), Rows.of(plane), null);
	}

	/** The same without the values of a background and those of no data. */
	static ImagePixels of(final ImageProcessor plane, final Roi selection,
		final IgnoredPixels ignored)
	{
		final PixelFormat format = formatOf(plane);
		final ImagePixels all = new ImagePixels(plane, selection, format, Rows.of(plane),
			ignored.areNone() ? null : ignored.of(format));
		final byte[] data = ignored.withoutNoData(plane, all.bounds, all.mask);
		return data == all.mask ? all : new ImagePixels(all, data);
	}

	/** Numbers that stand for the pixels of a plane, 0 for those that do not count. */
	static ImagePixels ofNumbers(final ImageProcessor plane, final Roi selection,
		final int[] numbers)
	{
		return new ImagePixels(plane, selection, PixelFormat.NUMBERS, Rows.of(numbers),
			number -> number == 0);
	}

	private ImagePixels(final ImageProcessor plane, final Roi selection, final PixelFormat format,
		final Rows rows, final IntPredicate ignored)
	{
		this.format = format;
		this.rows = rows;
		this.ignored = ignored;
		palette = isIndexed(plane) && format == PixelFormat.RGB ? palette(plane) : null;
		width = plane.getWidth();
		height = plane.getHeight();
		if (selection == null || !selection.isArea()) {
			bounds = new Rectangle(width, height);
			mask = null;
			return;
		}
		final ImageProcessor shape = new ByteProcessor(width, height);
		shape.setRoi(SelectedPixels.within(selection, plane));
		bounds = shape.getRoi();
		mask = shape.getMask() == null ? null : (byte[]) shape.getMask().getPixels();
		requirePixels(selection);
	}

	/** The same pixels with another mask. */
	private ImagePixels(final ImagePixels same, final byte[] mask) {
		format = same.format;
		rows = same.rows;
		palette = same.palette;
		width = same.width;
		height = same.height;
		bounds = same.bounds;
		ignored = same.ignored;
		this.mask = mask;
	}

	private void requirePixels(final Roi selection) {
		for (int y = 0; y < bounds.height; y++)
			for (int x = 0; x < bounds.width; x++)
				if (isSelected(y, x)) return;
		throw new IllegalArgumentException("The selection has no pixels: " + selection);
	}

	/**
	 * Whether pixels are indices of colours. A table whose colours change smoothly
	 * from entry to entry shows values, as the look-up tables Fire or Spectrum do;
	 * one that jumps is a palette. (ImageJ's own guess takes sorted palettes, such
	 * as those of most GIF files, for tables of values.)
	 */
	private static boolean isIndexed(final ImageProcessor plane) {
		return plane instanceof ByteProcessor && largestStep(palette(plane)) > SMOOTH;
	}

	/** The same of a frame: of several channels none is of colours by itself. */
	public static boolean isIndexed(final ImageProcessor[] channels) {
		return channels.length == 1 && isIndexed(channels[0]);
	}

	/** The largest change of a component between neighbouring entries. */
	private static int largestStep(final int[] colours) {
		int largest = 0;
		for (int i = 1; i < colours.length; i++)
			for (int shift = 0; shift < 24; shift += 8)
				largest = Math.max(largest,
					Math.abs((colours[i] >> shift & 0xff) - (colours[i - 1] >> shift & 0xff)));
		return largest;
	}

	/** An indexed image as RGB, without its display range and threshold. */
	public static ImageProcessor coloured(final ImageProcessor plane) {
		return new ByteProcessor(plane.getWidth(), plane.getHeight(), (byte[]) plane.getPixels(),
			plane.getColorModel()).convertToRGB();
	}

	private static PixelFormat formatOf(final ImageProcessor plane) {
		if (plane instanceof ColorProcessor || isIndexed(plane)) return PixelFormat.RGB;
		if (plane instanceof ByteProcessor) return PixelFormat.grey(8);
		if (plane instanceof ShortProcessor) return PixelFormat.grey(16);
		throw new IllegalArgumentException(
			plane.getBitDepth() + "-bit image: takes 8-bit, 16-bit, RGB and indexed ones");
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
	public int read(final int block, final int[] buffer) {
		readRow(block, buffer);
		return mask == null && ignored == null ? bounds.width : keepSelected(block, buffer);
	}

	private int keepSelected(final int row, final int[] values) {
		int n = 0;
		for (int x = 0; x < bounds.width; x++)
			if (isSelected(row, x) && counts(values[x])) values[n++] = values[x];
		return n;
	}

	private boolean counts(final int value) {
		return ignored == null || !ignored.test(value);
	}

	/** Of the plane. */
	public int width() {
		return width;
	}

	/** Of the plane. */
	public int height() {
		return height;
	}

	/** Whether they are all pixels of the plane. */
	public boolean areAll() {
		return ignored == null && mask == null && bounds.width == width && bounds.height == height;
	}

	/** Reads all pixels of a row of the bounding box, selected or not. */
	public void readRow(final int row, final int[] values) {
		rows.read(index(row), bounds.width, values);
		if (palette != null) for (int x = 0; x < bounds.width; x++)
			values[x] = palette[values[x]];
		// The high byte of a colour can be anything.
		else if (format == PixelFormat.RGB) for (int x = 0; x < bounds.width; x++)
			values[x] &= 0xffffff;
	}

	/**
	 * Writes labels of a row of the bounding box to a picture as large as the
	 * plane, 0 where a pixel is not selected or does not count.
	 *
	 * @param values of the row
	 * @param labels may be changed
	 */
	public void writeRow(final int row, final int[] values, final int[] labels, final Rows picture) {
		if (mask != null || ignored != null) for (int x = 0; x < bounds.width; x++)
			if (!isSelected(row, x) || !counts(values[x])) labels[x] = 0;
		picture.write(index(row), bounds.width, labels);
	}

	/** @param row and x count from the corner of the bounding box */
	private boolean isSelected(final int row, final int x) {
		return mask == null || mask[row * bounds.width + x] != 0;
	}

	/** Where a row of the bounding box begins in the plane's array. */
	private int index(final int row) {
		return (bounds.y + row) * width + bounds.x;
	}
}
