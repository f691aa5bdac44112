package sc.fiji.kmeans.files.format;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Tells by the entries of a TIFF file whether ImageJ shows all that is in it, and as it is. */
final class TiffJudge {

	private static final int SUBFILE = 254;
	private static final int BITS = 258;
	private static final int COMPRESSION = 259;
	private static final int PHOTOMETRIC = 262;
	private static final int FILL_ORDER = 266;
	private static final int DESCRIPTION = 270;
	private static final int ORIENTATION = 274;
	private static final int SAMPLES = 277;
	private static final int PLANAR = 284;
	private static final int PREDICTOR = 317;
	private static final int TILE_WIDTH = 322;
	private static final int EXTRA_SAMPLES = 338;
	private static final int FORMAT = 339;
	/** What makes pages different. */
	private static final int[] ALIKE = { 256, 257, BITS, COMPRESSION, PHOTOMETRIC, SAMPLES, PLANAR,
		PREDICTOR, FORMAT };

	private static final List<Long> COMPRESSIONS = Arrays.asList(1L, 5L, 8L, 32773L, 32946L);
	private static final int PALETTE = 3;
	private static final int CMYK = 5;
	/** Kinds of pages. */
	private static final int REDUCED = 1;
	private static final int MASK = 4;

	private final TiffDirectory directory;

	private TiffJudge(final TiffDirectory directory) {
		this.directory = directory;
	}

	/** @param directories of a file that is no BigTIFF */
	static boolean isForImageJ(final List<TiffDirectory> directories) throws IOException {
		final TiffDirectory first = directories.get(0);
		if (first.text(DESCRIPTION).orElse("").contains("OME ")) return false;
		for (final TiffDirectory directory : directories) {
			if (!new TiffJudge(directory).isRight()) return false;
			if (directory != first && (!isWhole(directory) || !areAlike(first, directory))) return false;
		}
		return directories.size() == 1 || isWhole(first) && new TiffJudge(first).isRightOfPages();
	}

	/** Whether it is no smaller copy and no mask of another image. */
	private static boolean isWhole(final TiffDirectory directory) throws IOException {
		return (directory.number(SUBFILE, 0) & (REDUCED | MASK)) == 0;
	}

	/**
	 * Of several pages ImageJ keeps the first palette, mixes no inks, and makes slices of channels.
	 */
	private boolean isRightOfPages() throws IOException {
		return number(PHOTOMETRIC) != PALETTE
			&& (number(SAMPLES) == 1 || number(SAMPLES) == 3 && number(BITS) == 8);
	}

	private static boolean areAlike(final TiffDirectory one, final TiffDirectory other)
		throws IOException
	{
		for (final int tag : ALIKE)
			if (one.number(tag, 1) != other.number(tag, 1)) return false;
		return true;
	}

	private boolean isRight() throws IOException {
		return directory.find(TILE_WIDTH) < 0 && COMPRESSIONS.contains(number(COMPRESSION))
			&& number(FILL_ORDER) == 1 && number(ORIENTATION) == 1 && arePixelsRight()
			&& areSamplesRight();
	}

	private boolean arePixelsRight() throws IOException {
		final long bits = number(BITS);
		final long format = number(FORMAT);
		final long kind = number(PHOTOMETRIC);
		if (number(PREDICTOR) == 3 || number(PREDICTOR) == 2 && bits > 16) return false;
		if (kind == PALETTE
			? bits != 8
			: kind > CMYK || kind == CMYK && (number(SAMPLES) != 4 || bits != 8)) return false;
		// Of whole numbers ImageJ rounds those that floats do not hold.
		if (bits == 32) return format == 3;
		return (bits == 1 || bits == 8 || bits == 10 || bits == 12) && format != 2
			|| bits == 16 && format != 3;
	}

	private boolean areSamplesRight() throws IOException {
		final long samples = number(SAMPLES);
		if (samples == 1) return true;
		final long bits = number(BITS);
		final boolean isPlanar = number(PLANAR) == 2;
		if (number(FORMAT) == 2 || isAlpha()) return false;
		if (bits == 16) return samples == 3 || samples == 4;
		return bits == 8 && (samples == 3 || samples == 4 && !isPlanar && isFourthNothing());
	}

	private boolean isAlpha() throws IOException {
		return Arrays.stream(directory.numbers(EXTRA_SAMPLES)).anyMatch(kind -> kind == 1 || kind == 2);
	}

	/** Of what ImageJ leaves out. */
	private boolean isFourthNothing() throws IOException {
		return number(PHOTOMETRIC) == CMYK || directory.find(EXTRA_SAMPLES) < 0;
	}

	private long number(final int tag) throws IOException {
		return directory.number(tag, 1);
	}
}
