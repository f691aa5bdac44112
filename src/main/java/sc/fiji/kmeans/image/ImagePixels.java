package sc.fiji.kmeans.image;

import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

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
	private final PixelArea area;
	/** Values that do not count. */
	private final IntPredicate ignored;

	/**
	 * @param plane with pixels that do not change while they are read here
	 * @param selection an area; anything else selects the whole plane
	 * @throws IllegalArgumentException if the pixels are of another type, or no
	 *           pixel is selected
	 */
	public ImagePixels(final ImageProcessor plane, final Roi selection) {
		this(formatOf(plane), Rows.of(plane), paletteOf(plane), PixelArea.of(plane, selection), null);
	}

	/** These pixels without the values of a background and of no data. */
	public static ImagePixels of(final ImageProcessor plane, final PixelArea area,
		final IgnoredPixels ignored)
	{
		final PixelFormat format = formatOf(plane);
		return new ImagePixels(format, Rows.of(plane), paletteOf(plane), area.without(ignored, plane),
			ignored.areNone() ? null : ignored.of(format));
	}

	/** Pixels of two or three channels of 8 bits, packed. */
	public static ImagePixels of(final ImageProcessor[] frame, final PixelArea area,
		final IgnoredPixels ignored)
	{
		final PixelFormat format = PixelFormat.channels(frame.length);
		return new ImagePixels(format, Rows.packed(frame), null, area,
			ignored.arePacked(frame).orElse(null));
	}

	private ImagePixels(final PixelFormat format, final Rows rows, final int[] palette,
		final PixelArea area, final IntPredicate ignored)
	{
		this.format = format;
		this.rows = rows;
		this.palette = palette;
		this.area = area;
		this.ignored = ignored;
	}

	private static int[] paletteOf(final ImageProcessor plane) {
		return isIndexed(plane) ? palette(plane) : null;
	}

	/**
	 * Whether pixels are indices of colours. A table whose colours change smoothly
	 * from entry to entry shows values, as the look-up tables Fire or Spectrum do;
	 * one that jumps is a palette. (ImageJ's own guess takes sorted palettes, such
	 * as in most GIF files, for tables of values.)
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

	/** Whether pixels are colours, or indices of colours. */
	public static boolean areColours(final ImageProcessor plane) {
		return plane instanceof ColorProcessor || isIndexed(plane);
	}

	private static PixelFormat formatOf(final ImageProcessor plane) {
		if (areColours(plane)) return PixelFormat.RGB;
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
		return area.rows();
	}

	@Override
	public int blockLength() {
		return area.rowLength();
	}

	@Override
	public int read(final int block, final int[] buffer) {
		readRow(block, buffer);
		return area.isBox() && ignored == null ? area.rowLength() : keepSelected(block, buffer);
	}

	private int keepSelected(final int row, final int[] values) {
		int n = 0;
		for (int x = 0; x < area.rowLength(); x++)
			if (area.isSelected(row, x) && counts(values[x])) values[n++] = values[x];
		return n;
	}

	private boolean counts(final int value) {
		return ignored == null || !ignored.test(value);
	}

	/** Whether they are all pixels of the plane. */
	public boolean areAll() {
		return ignored == null && area.isWhole();
	}

	/** Reads all pixels of a row of the bounding box, selected or not. */
	public void readRow(final int row, final int[] values) {
		rows.read(area.index(row), area.rowLength(), values);
		if (palette != null) for (int x = 0; x < area.rowLength(); x++)
			values[x] = palette[values[x]];
		// The high byte of a colour can be anything.
		else if (format == PixelFormat.RGB) for (int x = 0; x < area.rowLength(); x++)
			values[x] &= 0xffffff;
	}

	/**
	 * Turns the labels of pixels of a row that are not selected or do not count to 0.
	 *
	 * @param values of the row
	 */
	public void clear(final int row, final int[] values, final int[] labels) {
		if (!area.isBox() || ignored != null) for (int x = 0; x < area.rowLength(); x++)
			if (!area.isSelected(row, x) || !counts(values[x])) labels[x] = 0;
	}
}
