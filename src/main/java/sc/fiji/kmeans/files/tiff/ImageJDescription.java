package sc.fiji.kmeans.files.tiff;

import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import java.util.stream.IntStream;

/** What ImageJ writes into TIFF files; immutable. */
final class ImageJDescription {

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

	private String unit() {
		final String unit = lines.getProperty("unit", "");
		return unit.isEmpty() ? null : unit.equals("\\u00B5m") ? "\u00b5m" : unit;
	}

	private int number(final String key, final int other) {
		return (int) Math.max(1, Math.min(Integer.MAX_VALUE, value(key, other)));
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
