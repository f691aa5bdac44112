package sc.fiji.kmeans.files.tiff;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.measure.Calibration;

import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import java.util.stream.IntStream;

/** What ImageJ writes into TIFF files; immutable. */
final class ImageJDescription {

	private static final int MOST_COEFFICIENTS = 5;

	private final Properties lines = new Properties();

	ImageJDescription(final String text) throws IOException {
		try {
			lines.load(new StringReader(text.replace("\\", "\\\\")));
		}
		catch (final IllegalArgumentException e) {
			throw new IOException("this TIFF file has a description that can not be read", e);
		}
	}

	/** Number of images, all of them told of by the first directory; 0 if nothing is told. */
	int images() {
		return (int) Math.max(0, Math.min(Integer.MAX_VALUE, value("images", 0)));
	}

	Layout layout(final int pages) {
		final int channels = number("channels", 1);
		final int slices = number("slices", 1);
		final int frames = number("frames", 1);
		final boolean fits = (long) channels * slices * frames == pages;
		final Layout plain = fits ? Layout.plain(channels, slices, frames) : Layout.plain(1, pages, 1);
		return new Layout(IntStream.range(0, pages).toArray(),
			new int[] { plain.channels, plain.slices, plain.frames }, plain.names,
			new PixelSize(0, 0, size("spacing"), unit()));
	}

	/** What numbers mean, and what else there is but the size of pixels. */
	void calibrate(final Calibration calibration, final SampleKind kind) {
		calibration.frameInterval = value("finterval", 0);
		calibration.fps = value("fps", 0);
		calibration.setTimeUnit(lines.getProperty("tunit", "sec"));
		calibration.xOrigin = value("xorigin", 0);
		calibration.yOrigin = value("yorigin", 0);
		calibration.zOrigin = value("zorigin", 0);
		final String unit = lines.getProperty("vunit");
		// ImageJ takes signed numbers of 8 bits for others.
		if (unit == null || kind == SampleKind.SIGNED_BYTE) return;
		if (kind.isWhole())
			calibration.setFunction(number("cf", Calibration.NONE, 0), coefficients(), unit,
				lines.getProperty("zeroclip", "").equals("true"));
		else
			calibration.setValueUnit(unit);
	}

	/** Null if there are none. */
	private double[] coefficients() {
		final double[] found = IntStream.range(0, MOST_COEFFICIENTS)
			.mapToDouble(n -> value("c" + n, Double.NaN))
			.filter(c -> !Double.isNaN(c))
			.toArray();
		return found.length == 0 ? null : found;
	}

	/** How channels are shown, as ImageJ takes it. */
	private int mode() {
		final String mode = lines.getProperty("mode", "color");
		return mode.startsWith("gray")
			? CompositeImage.GRAYSCALE
			: mode.equals("composite") ? CompositeImage.COMPOSITE : CompositeImage.COLOR;
	}

	/** How channels are shown; what is black and what is white, of a single one of 16 or 32 bits. */
	void show(final ImagePlus image) {
		if (image instanceof CompositeImage) ((CompositeImage) image).setMode(mode());
		final double black = value("min", 0);
		final double white = value("max", 0);
		if (white > black && image.getNChannels() == 1
			&& (image.getBitDepth() == 16 || image.getBitDepth() == 32))
			image.setDisplayRange(black, white);
	}

	private String unit() {
		final String unit = lines.getProperty("unit", "");
		return unit.isEmpty() ? null : unit.equals("\\u00B5m") ? "\u00b5m" : unit;
	}

	private int number(final String key, final int other) {
		return number(key, other, 1);
	}

	private int number(final String key, final int other, final int least) {
		return (int) Math.max(least, Math.min(Integer.MAX_VALUE, value(key, other)));
	}

	private double size(final String key) {
		return value(key, 0);
	}

	private double value(final String key, final double other) {
		try {
			return Double.parseDouble(lines.getProperty(key, ""));
		}
		catch (final NumberFormatException e) {
			return other;
		}
	}
}
