package sc.fiji.kmeans.samples;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.measure.Calibration;
import ij.process.ColorProcessor;

/**
 * Draws the sample {@code moving-cells.tif}: an RGB time lapse of stained cells
 * that move over pink tissue. Every run draws the same bytes.
 */
public final class MovingCells {

	private static final int WIDTH = 160;
	private static final int HEIGHT = 120;
	private static final int FRAMES = 12;
	private static final long SEED = 1;

	private static final int[] TISSUE = { 232, 196, 212 };
	private static final int[] NUCLEUS = { 78, 46, 118 };
	private static final int[] BROWN = { 138, 86, 48 };

	private MovingCells() {}

	public static void main(final String... args) {
		final String path = args.length > 0 ? args[0] : "sample-data/moving-cells.tif";
		final boolean saved = new FileSaver(draw()).saveAsTiffStack(path);
		if (!saved) throw new IllegalStateException("Cannot write " + new File(path).getAbsolutePath());
	}

	public static ImagePlus draw() {
		final Random random = new Random(SEED);
		final List<Cell> cells = cells(random);
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		for (int t = 0; t < FRAMES; t++)
			stack.addSlice("t=" + (t + 1), frame(cells, t, random));
		return timeLapse(stack);
	}

	private static ImagePlus timeLapse(final ImageStack stack) {
		final ImagePlus image = new ImagePlus("moving-cells.tif", stack);
		image.setDimensions(1, 1, FRAMES);
		image.setCalibration(calibration());
		return image;
	}

	private static Calibration calibration() {
		final Calibration calibration = new Calibration();
		calibration.setUnit("um");
		calibration.pixelWidth = 0.5;
		calibration.pixelHeight = 0.5;
		calibration.frameInterval = 30;
		calibration.setTimeUnit("sec");
		return calibration;
	}

	/** Brown blobs first: the nuclei lie over them. */
	private static List<Cell> cells(final Random random) {
		final List<Cell> cells = new ArrayList<>();
		for (int i = 0; i < 6; i++)
			cells.add(new Cell(BROWN, 9, 3, random));
		for (int i = 0; i < 14; i++)
			cells.add(new Cell(NUCLEUS, 5, 1, random));
		return cells;
	}

	private static ColorProcessor frame(final List<Cell> cells, final int t, final Random random) {
		final ColorProcessor picture = new ColorProcessor(WIDTH, HEIGHT);
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				picture.set(x, y, noisy(colour(cells, x, y, t), random));
		return picture;
	}

	private static double[] colour(final List<Cell> cells, final int x, final int y, final int t) {
		final double[] colour = tissue(x, y);
		for (final Cell cell : cells)
			cell.paint(colour, x, y, t);
		return colour;
	}

	private static double[] tissue(final int x, final int y) {
		final double waves = StrictMath.sin(x / 23.0) * StrictMath.cos(y / 17.0);
		final double light = 1 + 0.05 * waves - 0.08 * x / WIDTH;
		return new double[] { TISSUE[0] * light, TISSUE[1] * light, TISSUE[2] * light };
	}

	private static int noisy(final double[] colour, final Random random) {
		int rgb = 0;
		for (final double value : colour)
			rgb = rgb << 8 | toByte(value + noise(random));
		return rgb;
	}

	private static int noise(final Random random) {
		return random.nextInt(8) + random.nextInt(8) - 7;
	}

	private static int toByte(final double value) {
		return (int) Math.max(0, Math.min(255, value + 0.5));
	}

	/** An ellipse that drifts, pulsates and turns back at the borders. */
	private static final class Cell {

		private final int[] colour;
		private final double radius;
		private final double x;
		private final double y;
		private final double dx;
		private final double dy;
		private final double cos;
		private final double sin;

		Cell(final int[] colour, final double radius, final double spread, final Random random) {
			this.colour = colour;
			this.radius = radius + spread * between(-1, 1, random);
			x = between(0, WIDTH, random);
			y = between(0, HEIGHT, random);
			dx = between(-4, 4, random);
			dy = between(-3, 3, random);
			final double angle = between(0, StrictMath.PI, random);
			cos = StrictMath.cos(angle);
			sin = StrictMath.sin(angle);
		}

		void paint(final double[] rgb, final int px, final int py, final int t) {
			final double opacity = opacity(px, py, t);
			for (int c = 0; c < rgb.length; c++)
				rgb[c] += opacity * (colour[c] - rgb[c]);
		}

		private double opacity(final int px, final int py, final int t) {
			final double inside = radius * pulse(t) - distance(px, py, t);
			return 0.9 * Math.max(0, Math.min(1, inside / 2 + 0.5));
		}

		/** From the centre, in an ellipse's metric: 1.4 times as long as wide. */
		private double distance(final int px, final int py, final int t) {
			final double across = px - bounced(x + dx * t, WIDTH);
			final double down = py - bounced(y + dy * t, HEIGHT);
			final double along = (across * cos + down * sin) / 1.4;
			final double beside = down * cos - across * sin;
			return StrictMath.sqrt(along * along + beside * beside);
		}

		private double pulse(final int t) {
			return 1 + 0.08 * StrictMath.sin(t + x);
		}

		private static double bounced(final double position, final int size) {
			final double ahead = Math.abs(position) % (2 * size);
			return ahead > size ? 2 * size - ahead : ahead;
		}

		private static double between(final double low, final double high, final Random random) {
			return low + (high - low) * random.nextDouble();
		}
	}
}
