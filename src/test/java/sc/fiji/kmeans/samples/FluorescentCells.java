package sc.fiji.kmeans.samples;

import java.awt.Color;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

/**
 * Draws the sample {@code fluorescent-cells.tif}: cells in three channels of unequal
 * brightness, counted photons above the offset of a camera. Every run draws the same bytes.
 */
public final class FluorescentCells {

	/** What a pixel shows, and its mean number of photons in each channel. */
	private enum Part {

		BACKGROUND(40, 30, 20), CYTOPLASM(90, 420, 25), NUCLEUS(2200, 100, 25), GRANULE(90, 420, 140);

		private final double[] photons;

		Part(final double... photons) {
			this.photons = photons;
		}
	}

	private static final int SIZE = 192;
	private static final int CELLS = 12;
	private static final int GRANULES = 5;
	private static final double OFFSET = 100;
	private static final long SEED = 1;
	private static final String[] NAMES = { "DAPI", "FITC", "TRITC" };
	private static final Color[] COLOURS = { Color.BLUE, Color.GREEN, Color.RED };

	private FluorescentCells() {}

	public static void main(final String... args) {
		final String path = args.length > 0
			? args[0]
			: "sample-data/fluorescence/fluorescent-cells.tif";
		final boolean saved = new FileSaver(draw()).saveAsTiffStack(path);
		if (!saved) throw new IllegalStateException("Cannot write " + new File(path).getAbsolutePath());
	}

	public static ImagePlus draw() {
		final Random random = new Random(SEED);
		final List<Disc> discs = discs(random);
		final ImageStack stack = new ImageStack(SIZE, SIZE);
		for (int c = 0; c < NAMES.length; c++)
			stack.addSlice(NAMES[c], channel(discs, c, random));
		return composite(new ImagePlus("fluorescent-cells.tif", stack));
	}

	private static ImagePlus composite(final ImagePlus image) {
		image.setDimensions(NAMES.length, 1, 1);
		image.getCalibration().setUnit("um");
		image.getCalibration().pixelWidth = 0.5;
		image.getCalibration().pixelHeight = 0.5;
		final CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
		final LUT[] luts = Arrays.stream(COLOURS).map(LUT::createLutFromColor).toArray(LUT[]::new);
		for (int c = 0; c < luts.length; c++) {
			luts[c].min = OFFSET;
			luts[c].max = image.getStack().getProcessor(c + 1).getStats().max;
		}
		composite.setLuts(luts);
		return composite;
	}

	/** The part that is most of each pixel: 0 background, 1 cytoplasm, 2 nucleus, 3 granule. */
	public static ByteProcessor truth() {
		final List<Disc> discs = discs(new Random(SEED));
		final ByteProcessor truth = new ByteProcessor(SIZE, SIZE);
		for (int y = 0; y < SIZE; y++)
			for (int x = 0; x < SIZE; x++)
				for (final Disc disc : discs)
					if (disc.opacity(x, y) >= 0.5) truth.set(x, y, disc.part.ordinal());
		return truth;
	}

	/** Those above come later. */
	private static List<Disc> discs(final Random random) {
		final List<Disc> discs = new ArrayList<>();
		for (int i = 0; i < CELLS; i++) {
			final double x = 24 + i % 4 * 48 + between(-7, 7, random);
			final double y = 32 + i / 4 * 64 + between(-9, 9, random);
			discs.add(new Disc(Part.CYTOPLASM, x, y, between(16, 20, random), 1));
			discs.add(new Disc(Part.NUCLEUS, x, y, between(6, 8, random), between(0.7, 1.3, random)));
			addGranules(discs, x, y, random);
		}
		return discs;
	}

	private static void addGranules(final List<Disc> discs, final double x, final double y,
		final Random random)
	{
		for (int i = 0; i < GRANULES; i++) {
			final double angle = 2 * StrictMath.PI * i / GRANULES + between(0, 1, random);
			discs.add(new Disc(Part.GRANULE, x + 12 * StrictMath.cos(angle),
				y + 12 * StrictMath.sin(angle), between(2, 3, random), 1));
		}
	}

	private static double between(final double low, final double high, final Random random) {
		return low + (high - low) * random.nextDouble();
	}

	private static ShortProcessor channel(final List<Disc> discs, final int c, final Random random) {
		final ShortProcessor channel = new ShortProcessor(SIZE, SIZE);
		for (int y = 0; y < SIZE; y++)
			for (int x = 0; x < SIZE; x++) {
				double photons = Part.BACKGROUND.photons[c];
				for (final Disc disc : discs)
					photons += disc.opacity(x, y) * (disc.light * disc.part.photons[c] - photons);
				channel.set(x, y, counted(photons, random));
			}
		return channel;
	}

	/** The normal distribution is near that of Poisson for so many photons. */
	private static int counted(final double photons, final Random random) {
		return (int) Math.max(0,
			OFFSET + photons + StrictMath.sqrt(photons) * random.nextGaussian() + 0.5);
	}

	/** A disc with a soft edge. */
	private static final class Disc {

		private final Part part;
		private final double x;
		private final double y;
		private final double radius;
		private final double light;

		Disc(final Part part, final double x, final double y, final double radius, final double light) {
			this.part = part;
			this.x = x;
			this.y = y;
			this.radius = radius;
			this.light = light;
		}

		private double opacity(final int px, final int py) {
			final double distance = StrictMath.sqrt((px - x) * (px - x) + (py - y) * (py - y));
			return Math.max(0, Math.min(1, radius - distance + 0.5));
		}
	}
}
