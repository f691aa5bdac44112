package sc.fiji.kmeans.files.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

import sc.fiji.kmeans.base.DecimalText;

/**
 * The value that stands for no data in a TIFF file: GDAL_NODATA, which maps and
 * images of satellites have.
 */
public final class NoData {

	private static final int BITS = 258;
	private static final int PHOTOMETRIC = 262;
	private static final int FORMAT = 339;
	private static final int NO_DATA = 42113;

	private static final int CMYK = 5;
	private static final int SIGNED = 2;
	private static final int REAL = 3;

	private static final Pattern NAN = Pattern.compile("(?i)[+-]?nan");

	private NoData() {}

	/**
	 * The value as the pixels of an image hold it that was made of the file.
	 *
	 * @return nothing if the file, or what is there instead, tells of no such value
	 */
	public static OptionalDouble in(final Path path) {
		return in(path, true);
	}

	/** The same as files of pictures of these pixels hold it: signed where the file's numbers are. */
	public static OptionalDouble written(final Path path) {
		return in(path, false);
	}

	private static OptionalDouble in(final Path path, final boolean isShifted) {
		try (TiffFile file = new TiffFile(path)) {
			return in(TiffDirectory.first(file), isShifted);
		}
		catch (final IOException e) {
			return OptionalDouble.empty();
		}
	}

	/** The number that an image of the file tells, or NaN if it tells that. */
	public static OptionalDouble told(final TiffDirectory image) throws IOException {
		final String text = image.text(NO_DATA).orElse("").trim();
		if (NAN.matcher(text).matches()) return OptionalDouble.of(Double.NaN);
		final double value = DecimalText.of(text);
		return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
	}

	/** @param isShifted whether signed numbers of 8 and 16 bits become others without a sign */
	private static OptionalDouble in(final TiffDirectory image, final boolean isShifted)
		throws IOException
	{
		final OptionalDouble told = told(image);
		// Never a pixel that counts.
		if (isShifted && told.isPresent() && Double.isNaN(told.getAsDouble()))
			return OptionalDouble.empty();
		// ImageJ mixes the components of CMYK.
		if (!told.isPresent() || image.number(PHOTOMETRIC, 1) == CMYK) return OptionalDouble.empty();
		final double value = told.getAsDouble();
		final long format = image.number(FORMAT, 1);
		if (format == REAL) return OptionalDouble.of((float) value);
		final OptionalDouble pixel = ofWhole(image, value, format);
		final boolean isSigned = format == SIGNED && image.number(BITS, 1) <= 16;
		return isSigned && !isShifted && pixel.isPresent() ? told : pixel;
	}

	/** Nothing for a value that no pixel has. */
	private static OptionalDouble ofWhole(final TiffDirectory image, final double value,
		final long format) throws IOException
	{
		final int bits = (int) Math.min(Integer.SIZE, image.number(BITS, 1));
		final boolean isSigned = format == SIGNED;
		final double min = isSigned ? -Math.scalb(1.0, bits - 1) : 0;
		final double max = Math.scalb(1.0, isSigned ? bits - 1 : bits) - 1;
		if (value != Math.rint(value) || value < min || value > max) return OptionalDouble.empty();
		return OptionalDouble.of(pixel((long) value, bits, isSigned));
	}

	/** What a whole number of a file becomes. */
	private static double pixel(final long value, final int bits, final boolean isSigned) {
		switch (bits) {
			case 1 :
				return 255 * value;
			case 8 :
				return isSigned ? value + 0x80 : value;
			case 16 :
				return isSigned ? value + 0x8000 : value;
			default :
				return (float) value;
		}
	}
}
