package sc.fiji.kmeans.files.tiff;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;

import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import sc.fiji.kmeans.image.DataRange;
import sc.fiji.kmeans.image.SignedPixels;

/** What is written of each page besides its pixels, and how they are stored; immutable. */
final class WrittenPage {

	/** More than that is written in tiles, which ImageJ does not read. */
	private static final long MOST_IN_STRIPS = Integer.MAX_VALUE;
	/** More than that, uncompressed, needs 64-bit offsets. */
	private static final long MOST_IN_PLAIN = 4_000_000_000L;
	static final int TILE = 256;
	private static final int LEAST_TILE = 16;
	/** Of a row of tiles, which is in memory. */
	private static final long MOST_IN_ROW = 1 << 25;
	private static final int STRIP_BYTES = 1 << 18;
	/** Keys of descriptions. */
	private static final String SHAPE = " ImageJ images channels slices frames hyperstack mode loop ";
	private static final String RANGE = " min max ";
	private static final String VALUES = " cf c0 c1 vunit zeroclip ";

	final int width;
	final int height;
	final int samples;
	/**
	 * How many pages are written side by side: one for each channel, which ImageJ reads, or one
	 * of all channels in tiles, unless they would be taken for a colour.
	 */
	final int planes;
	/** Of a sample: 8, 16 or 32. */
	final int bits;
	final boolean isTiled;
	final boolean isBig;
	final int blockWidth;
	final int blockHeight;
	/** Turned over in each sample: 0, or the bit of the sign. */
	final int sign;
	private final boolean isColour;
	private final ImagePlus like;
	private final int pages;

	/**
	 * @param like of the same width, type and number of channels, slices and frames, with
	 *          calibration and look-up table
	 */
	WrittenPage(final ImagePlus like, final int height) {
		this(like, height, bytes(like, height) > MOST_IN_STRIPS, bytes(like, height) > MOST_IN_PLAIN);
	}

	/** @param isBig whether offsets have 64 bits */
	WrittenPage(final ImagePlus like, final int height, final boolean isTiled, final boolean isBig) {
		this.like = like;
		this.height = height;
		width = like.getWidth();
		isColour = like.getBitDepth() == 24;
		planes = isTiled && !areLikeColours(like) ? 1 : like.getNChannels();
		samples = isColour ? 3 : like.getNChannels() / planes;
		bits = isColour ? 8 : like.getBitDepth();
		sign = SignedPixels.are(like) ? 1 << bits - 1 : 0;
		pages = like.getStackSize() / like.getNChannels() * planes;
		this.isTiled = isTiled;
		this.isBig = isBig;
		final long row = (long) width * samples * bits / 8;
		blockWidth = isTiled ? TILE : width;
		blockHeight = isTiled ? tileHeight(row) : stripHeight(row);
	}

	/** The same of some of its rows, one frame of them. */
	private WrittenPage(final WrittenPage whole, final int rows) {
		like = whole.like;
		height = rows;
		width = whole.width;
		isColour = whole.isColour;
		planes = whole.planes;
		samples = whole.samples;
		bits = whole.bits;
		sign = whole.sign;
		pages = planes;
		isTiled = whole.isTiled;
		isBig = whole.isBig;
		blockWidth = whole.blockWidth;
		blockHeight = whole.blockHeight;
	}

	/** Blocks of these rows equal the blocks of the whole, if they begin where a block does. */
	WrittenPage part(final int rows) {
		return new WrittenPage(this, rows);
	}

	private static boolean areLikeColours(final ImagePlus like) {
		return like.getNChannels() == 3 && like.getBitDepth() == 8;
	}

	/** A power of 2, as that of tiles. */
	private static int stripHeight(final long rowBytes) {
		return (int) Math.max(1, Math.min(TILE, Long.highestOneBit(STRIP_BYTES / rowBytes)));
	}

	/** Of a row of tiles, some megabytes. */
	private static int tileHeight(final long rowBytes) {
		int rows = TILE;
		while (rows > LEAST_TILE && rows * rowBytes > MOST_IN_ROW)
			rows /= 2;
		return rows;
	}

	private static long bytes(final ImagePlus like, final int height) {
		final int bytes = like.getBitDepth() == 24 ? 3 : like.getBitDepth() / 8;
		return (long) like.getWidth() * height * bytes * like.getStackSize();
	}

	int channels() {
		return isColour ? 1 : samples * planes;
	}

	/** Whether what is black and what is white has to be told. */
	boolean isRanged() {
		return !isColour && bits > 8;
	}

	/**
	 * Notes what is black and what is white, where the image does not tell it or tells it by no data.
	 *
	 * @param ranges by channel
	 */
	void show(final OptionalDouble noData, final DataRange... ranges) {
		DataRange.show(like, noData, channel -> ranges[channel - 1]);
	}

	int pages() {
		return pages;
	}

	int across() {
		return (width - 1) / blockWidth + 1;
	}

	int down() {
		return (height - 1) / blockHeight + 1;
	}

	/** Number of rows of a block, also below the image in tiles. */
	int rows(final int row) {
		return isTiled ? blockHeight : Math.min(blockHeight, height - row * blockHeight);
	}

	/** All entries but those that tell where the blocks are. */
	List<TiffEntry> entries() {
		final List<TiffEntry> entries = new ArrayList<>();
		entries.add(TiffEntry.numbers(256, TiffEntry.LONG, width));
		entries.add(TiffEntry.numbers(257, TiffEntry.LONG, height));
		entries.add(TiffEntry.numbers(258, TiffEntry.SHORT, repeated(bits, samples)));
		entries.add(TiffEntry.numbers(259, TiffEntry.SHORT, 8));
		final byte[][] palette = palette();
		entries.add(TiffEntry.numbers(262, TiffEntry.SHORT, palette != null ? 3 : isColour ? 2 : 1));
		entries.add(TiffEntry.numbers(277, TiffEntry.SHORT, samples));
		entries.add(TiffEntry.numbers(284, TiffEntry.SHORT, 1));
		if (isTiled) {
			entries.add(TiffEntry.numbers(322, TiffEntry.LONG, blockWidth));
			entries.add(TiffEntry.numbers(323, TiffEntry.LONG, blockHeight));
		}
		else entries.add(TiffEntry.numbers(278, TiffEntry.LONG, blockHeight));
		if (palette != null) entries.add(TiffEntry.numbers(320, TiffEntry.SHORT, map(palette)));
		if (samples > 1 && !isColour)
			entries.add(TiffEntry.numbers(338, TiffEntry.SHORT, repeated(0, samples - 1)));
		entries.add(TiffEntry.numbers(339, TiffEntry.SHORT,
			repeated(bits == 32 ? 3 : sign != 0 ? 2 : 1, samples)));
		addSize(entries);
		return entries;
	}

	/** Entries of the first page, for ImageJ. */
	List<TiffEntry> notes() {
		return ImageJNotes.entries(ImageJNotes.of(like));
	}

	private static long[] repeated(final long value, final int n) {
		return LongStream.generate(() -> value).limit(n).toArray();
	}

	/** Red, green and blue of each of 256 numbers; null for greys. */
	private byte[][] palette() {
		final ImageProcessor pixels = like.getProcessor();
		final ColorModel model = pixels.getCurrentColorModel();
		if (bits != 8 || samples != 1 || pixels.isDefaultLut() || !(model instanceof IndexColorModel))
			return null;
		final byte[][] palette = new byte[3][256];
		((IndexColorModel) model).getReds(palette[0]);
		((IndexColorModel) model).getGreens(palette[1]);
		((IndexColorModel) model).getBlues(palette[2]);
		return palette;
	}

	private static long[] map(final byte[][] palette) {
		final long[] map = new long[3 * 256];
		for (int i = 0; i < map.length; i++)
			map[i] = (palette[i / 256][i % 256] & 0xff) * 257;
		return map;
	}

	private void addSize(final List<TiffEntry> entries) {
		final Calibration calibration = like.getCalibration();
		final boolean isScaled = calibration.scaled();
		final String unit = calibration.getUnit();
		if (isScaled) {
			entries.add(TiffEntry.ratio(282, 1 / calibration.pixelWidth));
			entries.add(TiffEntry.ratio(283, 1 / calibration.pixelHeight));
			entries.add(TiffEntry.numbers(296, TiffEntry.SHORT,
				unit.startsWith("inch") ? 2 : unit.equals("cm") ? 3 : 1));
		}
		final String words = words();
		if (!words.isEmpty() || pages > 1) entries.add(TiffEntry.text(270, shape() + words));
	}

	private String shape() {
		return "ImageJ=1.54p\n"
			+ (planes == 1 ? "" : "images=" + pages + "\nchannels=" + planes + "\nhyperstack=true\n")
			+ (like.getNChannels() == 1
				? ""
				: "mode=" + (like.isComposite() ? ((CompositeImage) like).getModeAsString() : "grayscale")
					+ "\n")
			+ "slices=" + like.getNSlices() + "\nframes=" + like.getNFrames() + "\n";
	}

	/** What ImageJ says of the picture but for its shape, as far as it holds for what is written. */
	private String words() {
		final boolean hasRange = like.getProcessor().getMax() > like.getProcessor().getMin();
		final String keys = SHAPE + (hasRange ? "" : RANGE) + (sign == 0 ? "" : VALUES)
			+ (sign == 0 || bits > 8 ? "" : RANGE);
		return Arrays.stream(ImageJNotes.of(like).description.replace("\0", "").split("\n"))
			.filter(line -> !keys.contains(" " + line.split("=")[0] + " "))
			.map(line -> line + "\n")
			.collect(Collectors.joining());
	}
}
