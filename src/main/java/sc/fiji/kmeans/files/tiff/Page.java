package sc.fiji.kmeans.files.tiff;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalDouble;

import sc.fiji.kmeans.files.format.NoData;
import sc.fiji.kmeans.files.format.Orientation;
import sc.fiji.kmeans.files.format.TiffDirectory;

/** What a directory of a TIFF file tells of the pixels of its image; immutable. */
final class Page {

	static final int UNCOMPRESSED = 1;
	static final int WHITE_IS_ZERO = 0;
	static final int GREY = 1;
	static final int RGB = 2;
	static final int PALETTE = 3;
	static final int CMYK = 5;
	static final int YCBCR = 6;

	private static final int SUBFILE = 254;
	private static final int WIDTH = 256;
	private static final int HEIGHT = 257;
	private static final int BITS = 258;
	private static final int COMPRESSION = 259;
	private static final int PHOTOMETRIC = 262;
	private static final int FILL_ORDER = 266;
	private static final int ORIENTATION = 274;
	private static final int SAMPLES = 277;
	private static final int PLANAR = 284;
	private static final int PREDICTOR = 317;
	private static final int COLOUR_MAP = 320;
	private static final int EXTRA_SAMPLES = 338;
	private static final int FORMAT = 339;

	/** A kind of image. */
	private static final int MASK = 4;
	private static final int MAX_BITS = 64;
	private static final int MAX_SAMPLES = 1 << 12;

	final TiffDirectory directory;
	final int width;
	final int height;
	/** Of a pixel. */
	final int samples;
	/** Of a sample. */
	final int bits;
	/** 1 for unsigned, 2 for signed whole numbers, 3 for floating point. */
	final int format;
	final int compression;
	final int photometric;
	final int predictor;
	final boolean isPlanar;
	final boolean isBitReversed;
	private final long[] extra;

	Page(final TiffDirectory directory) throws IOException {
		this.directory = directory;
		width = size(WIDTH);
		height = size(HEIGHT);
		samples = (int) bounded("samples of a pixel", directory.number(SAMPLES, 1), MAX_SAMPLES);
		bits = (int) bounded("bits of a sample", same("bits", directory.numbers(BITS), 1), MAX_BITS);
		format = (int) same("formats", directory.numbers(FORMAT), 1);
		compression = (int) directory.number(COMPRESSION, UNCOMPRESSED);
		photometric = (int) directory.number(PHOTOMETRIC, 1);
		predictor = (int) directory.number(PREDICTOR, 1);
		isPlanar = samples > 1 && directory.number(PLANAR, 1) == 2;
		isBitReversed = directory.number(FILL_ORDER, 1) == 2;
		extra = directory.numbers(EXTRA_SAMPLES);
	}

	private int size(final int tag) throws IOException {
		return (int) bounded(tag == WIDTH ? "columns" : "rows", directory.number(tag, 0),
			Integer.MAX_VALUE - 8);
	}

	private static long bounded(final String what, final long value, final long most)
		throws IOException
	{
		if (value >= 1 && value <= most) return value;
		throw new IOException("this TIFF file has " + value + " " + what + ": takes 1 to " + most);
	}

	private static long same(final String what, final long[] values, final long other)
		throws IOException
	{
		if (Arrays.stream(values).distinct().count() > 1)
			throw new IOException(
				"this TIFF file has samples of several " + what + ": " + Arrays.toString(values));
		return values.length == 0 ? other : values[0];
	}

	/** Whether it is a smaller copy of another image of the file, such as a level of a pyramid. */
	static boolean isReduced(final TiffDirectory directory) throws IOException {
		return (directory.number(SUBFILE, 0) & 1) != 0;
	}

	/** Whether it tells which pixels of another image count. */
	static boolean isMask(final TiffDirectory directory) throws IOException {
		return (directory.number(SUBFILE, 0) & MASK) != 0;
	}

	/**
	 * Whether the same samples mean the same as in the first page. Some programs tell of that one
	 * alone what stands for no data and where up is.
	 */
	boolean isShownAs(final Page first) throws IOException {
		final OptionalDouble noData = NoData.told(directory);
		final boolean isTurned = directory.find(ORIENTATION) >= 0;
		return Arrays.equals(extra, first.extra) && Arrays.equals(palette(), first.palette())
			&& (!isTurned || orientation() == first.orientation())
			&& (!noData.isPresent() || noData.equals(NoData.told(first.directory)));
	}

	/** All reds, then greens, then blues; empty if there is none. */
	long[] palette() throws IOException {
		return directory.numbers(COLOUR_MAP);
	}

	/** Number of planes of the file, each with blocks of its own. */
	int planes() {
		return isPlanar ? samples : 1;
	}

	/** Of a pixel in a block. */
	int samplesPerBlock() {
		return isPlanar ? 1 : samples;
	}

	/** The number of the sample that tells how opaque a pixel is; -1 if none does. */
	int alpha() {
		for (int i = 0; i < extra.length; i++)
			if (extra[i] == 1 || extra[i] == 2) return samples - extra.length + i;
		return -1;
	}

	/** Whether colours were multiplied by alpha. */
	boolean isAssociated() {
		return alpha() >= 0 && extra[alpha() - samples + extra.length] == 1;
	}

	/** Number of samples that are seen: without alpha. */
	int channels() {
		return alpha() < 0 ? samples : samples - 1;
	}

	/** Whether three samples of 8 bits are a colour; they are to ImageJ, called grey or not. */
	boolean isColour() {
		return bits == 8 && format != 2 && channels() == 3 && (photometric == RGB || photometric == GREY
			|| photometric == YCBCR && compression != UNCOMPRESSED);
	}

	/** Whether four samples of 8 bits are a colour in print. */
	boolean isPrint() {
		return bits == 8 && channels() == 4 && photometric == CMYK;
	}

	/** What has to be the same of pages that are read together. */
	String type() {
		return samples + " x " + bits + " bits" + (format == 3 ? " (floating point)" : "")
			+ (format == 2 ? " (signed)" : "");
	}

	Orientation orientation() throws IOException {
		return Orientation.ofNumber((int) directory.number(ORIENTATION, 1));
	}

	/** Of all its pixels. */
	String size() {
		return width + " x " + height;
	}
}
