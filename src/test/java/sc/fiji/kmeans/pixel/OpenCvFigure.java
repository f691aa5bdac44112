package sc.fiji.kmeans.pixel;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/** A line of the reference figures of OpenCV; their file explains itself. */
final class OpenCvFigure {

	private static final Path FIGURES = Paths.get("src/test/resources/opencv-kmeans.txt");
	private static final Map<String, int[]> PIXELS = new HashMap<>();

	private final String kind;
	private final Map<String, String> fields = new HashMap<>();

	private OpenCvFigure(final String line) {
		final String[] words = line.split(" ");
		kind = words[0];
		for (int i = 1; i < words.length; i++) {
			final int equals = words[i].indexOf('=');
			fields.put(words[i].substring(0, equals), words[i].substring(equals + 1));
		}
	}

	static Stream<OpenCvFigure> all(final String kind) {
		try {
			return Files.readAllLines(FIGURES)
				.stream()
				.filter(line -> !line.startsWith("#"))
				.map(OpenCvFigure::new)
				.filter(figure -> figure.kind.equals(kind));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	int number(final String name) {
		return Integer.parseInt(fields.get(name));
	}

	double compactness() {
		return Double.parseDouble(fields.get("compactness"));
	}

	double[][] centres() {
		return Arrays.stream(fields.get("centres").split(";"))
			.map(centre -> Arrays.stream(centre.split(",")).mapToDouble(Double::parseDouble).toArray())
			.toArray(double[][]::new);
	}

	/** Names the pixels and the number of clusters. */
	String image() {
		return fields.get("image") + " "
			+ (fields.containsKey("crop")
				? fields.get("crop")
				: fields.get("size") + " " + fields.get("seed") + " " + fields.get("mask"));
	}

	/** The colours row by row, 0xRRGGBB; not to be changed. */
	int[] pixels() {
		return PIXELS.computeIfAbsent(image(), name -> fields.containsKey("crop") ? crop() : lcg());
	}

	private int[] crop() {
		final int[] box = numbers("crop", ",");
		try {
			final BufferedImage picture = ImageIO.read(new File("sample-data", fields.get("image")));
			final int[] colours = picture.getRGB(box[0], box[1], box[2], box[3], null, 0, box[2]);
			return Arrays.stream(colours).map(colour -> colour & 0xffffff).toArray();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private int[] lcg() {
		final int[] size = numbers("size", "x");
		final int[] colours = new int[size[0] * size[1]];
		long state = number("seed");
		for (int i = 0; i < 3 * colours.length; i++) {
			state = (state * 1103515245 + 12345) % (1L << 31);
			colours[i / 3] = colours[i / 3] << 8 | (int) (state >> 16) & 255 & number("mask");
		}
		return colours;
	}

	private int[] numbers(final String name, final String separator) {
		return Arrays.stream(fields.get(name).split(separator)).mapToInt(Integer::parseInt).toArray();
	}

	@Override
	public String toString() {
		final String what = kind.equals("best") ? fields.get("seeding") : "m=" + number("iterations");
		return image() + " k=" + number("k") + " " + what;
	}
}
