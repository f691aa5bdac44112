package sc.fiji.kmeans.files;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.ImageConverter;
import ij.process.ImageProcessor;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A small image file that another program wrote, and what is in it. */
final class ForeignFile {

	/** Made by {@code src/test/python/formats.py}, which tells what the columns are. */
	static final Path FOLDER = Paths.get("src/test/resources/formats");
	private static final int REGIONS = 3;
	/** Where the regions begin, and the last one ends. */
	private static final int[] COLUMNS = { 0, 8, 20, 40 };

	final Path path;
	final String format;
	final String kind;
	final String program;
	private final String values;
	private final double tolerance;
	private final int leftOut;
	private final int width;
	private final int height;

	private ForeignFile(final String line) {
		final String[] columns = line.split(";");
		path = FOLDER.resolve(columns[0]);
		format = columns[1];
		kind = columns[2];
		program = columns[3];
		values = columns[4];
		tolerance = Double.parseDouble(columns[5]);
		leftOut = Integer.parseInt(columns[6]);
		width = Integer.parseInt(columns[7]);
		height = Integer.parseInt(columns[8]);
	}

	static List<ForeignFile> all() throws IOException {
		return Files.readAllLines(FOLDER.resolve("index.csv"), StandardCharsets.UTF_8)
			.stream()
			.map(ForeignFile::new)
			.collect(Collectors.toList());
	}

	@Override
	public String toString() {
		return path.getFileName().toString();
	}

	/** What is wrong with an image of this file; empty if nothing is. */
	String wrong(final ImagePlus image) {
		if (values.isEmpty()) return "it should be refused";
		if (image.getWidth() != width || image.getHeight() != height)
			return image.getWidth() + " x " + image.getHeight() + " pixels";
		final String[] parts = values.split("/");
		for (int part = 0; part < parts.length; part++) {
			final double[] expected = Stream.of(parts[part].split(" "))
				.mapToDouble(Double::parseDouble)
				.toArray();
			final double[] found = means(part, expected.length == 3 ? coloured(image) : image);
			if (!areNear(expected, found))
				return Arrays.toString(found) + " instead of " + Arrays.toString(expected);
		}
		return isLeftOut(image.getRoi()) ? "" : "other pixels are left out";
	}

	private boolean areNear(final double[] expected, final double[] found) {
		return expected.length == found.length && IntStream.range(0, found.length)
			.allMatch(i -> Math.abs(expected[i] - found[i]) <= tolerance);
	}

	/** Of all components of all slices. */
	private double[] means(final int part, final ImagePlus image) {
		return IntStream.rangeClosed(1, image.getStackSize())
			.mapToObj(n -> image.getStack().getProcessor(n))
			.flatMap(ForeignFile::components)
			.mapToDouble(plane -> mean(plane, part))
			.toArray();
	}

	private static Stream<ImageProcessor> components(final ImageProcessor plane) {
		return plane instanceof ColorProcessor
			? IntStream.range(0, 3).mapToObj(c -> ((ColorProcessor) plane).toFloat(c, null))
			: Stream.of(plane);
	}

	/** @param part a region in the upper half, or in the lower */
	private double mean(final ImageProcessor plane, final int part) {
		plane.setRoi(rectangle(part));
		return plane.getStats().mean;
	}

	private Rectangle rectangle(final int part) {
		final int left = COLUMNS[part % REGIONS];
		final int top = part < REGIONS ? leftOut : height / 2;
		return new Rectangle(left, top, COLUMNS[part % REGIONS + 1] - left,
			(part < REGIONS ? height / 2 : height) - top);
	}

	private boolean isLeftOut(final Roi selection) {
		if (selection == null || leftOut == 0) return selection == null && leftOut == 0;
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				if (selection.contains(x, y) == y < leftOut) return false;
		return true;
	}

	/** The same, but for a palette's colours, which is how they are clustered. */
	private static ImagePlus coloured(final ImagePlus image) {
		if (image.getBitDepth() == 8 && image.getStackSize() == 1)
			new ImageConverter(image).convertToRGB();
		return image;
	}
}
