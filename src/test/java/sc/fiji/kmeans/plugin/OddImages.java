package sc.fiji.kmeans.plugin;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.EllipseRoi;
import ij.gui.Line;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.RotatedRectRoi;
import ij.gui.TextRoi;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

import java.util.Random;
import java.util.function.Function;

import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.image.TestImages;
import sc.fiji.kmeans.image.TestImages.Kind;

/** Images as they may come: small ones of every type, with odd sizes, values, titles. */
enum OddImages {

	ONE_PIXEL(random -> rgb(1, 1, random)), //
	ROW(random -> rgb(1 + random.nextInt(40), 1, random)), //
	COLUMN(random -> grey(8, 1, 1 + random.nextInt(40), random)), //
	COLOURS(random -> rgb(17, 13, random)), //
	ONE_COLOUR(random -> new ImagePlus("", new ColorProcessor(17, 13))), //
	PALETTE(random -> Kind.INDEXED.image(17, 13, random.nextLong())), //
	GREY_8(random -> grey(8, 17, 13, random)), //
	GREY_16(random -> grey(16, 17, 13, random)), //
	SIGNED_16(random -> signed(grey(16, 17, 13, random))), //
	CALIBRATED_8(random -> calibrated(grey(8, 17, 13, random))), //
	REAL(random -> grey(32, 17, 13, random)), //
	SPOILED(random -> spoiled(grey(32, 17, 13, random), random)), //
	NO_NUMBERS(random -> new ImagePlus("", filled(Float.NaN))), //
	HUGE_NUMBERS(random -> new ImagePlus("", filled(random.nextBoolean() ? 1e38f : 1e-40f))), //
	FILM(random -> RandomImages.hyperstack(24, 1, 1, 3, random.nextLong())), //
	SLICES(random -> RandomImages.hyperstack(16, 1, 4, 1, random.nextLong())), //
	COMPOSITE(random -> RandomImages.hyperstack(8, 2 + random.nextInt(6), 1, 1, random.nextLong())), //
	CHANNELS(random -> channels(8 << random.nextInt(3), 2 + random.nextInt(30), random)), //
	PALETTES(random -> withPalettes(RandomImages.hyperstack(8, 3, 1, 2, random.nextLong()))), //
	INVERTED(random -> inverted(grey(8, 17, 13, random))), //
	PALETTE_FILM(random -> paletteFilm(random)), //
	HYPERSTACK(random -> RandomImages.hyperstack(8, 2, 2, 2, random.nextLong())), //
	VIRTUAL(random -> RandomImages.virtual(RandomImages.hyperstack(16, 1, 1, 3, random.nextLong()))), //
	VIRTUAL_COLOURS(
		random -> RandomImages.virtual(RandomImages.hyperstack(24, 1, 1, 2, random.nextLong())));

	private static final String[] TITLES = { "plain", "photo.tif", "with blanks.png", "a [b] {c}",
		"50 % of it", "\u00fcml\u00e4ut \u65e5\u672c.jpg", "-segmented", "a/b\\c", "it's", ".hidden" };

	private final Function<Random, ImagePlus> drawing;

	OddImages(final Function<Random, ImagePlus> drawing) {
		this.drawing = drawing;
	}

	/** Maybe with a selection. */
	ImagePlus draw(final Random random) {
		final ImagePlus image = drawing.apply(random);
		image.setTitle(TITLES[random.nextInt(TITLES.length)]);
		if (random.nextInt(3) == 0) image.setRoi(selection(random));
		return image;
	}

	/** Of every kind, some partly or wholly outside. */
	private static Roi selection(final Random random) {
		switch (random.nextInt(14)) {
			case 0 :
				return TestImages.oval();
			case 1 :
				return TestImages.freehand();
			case 2 :
				return TestImages.composite();
			case 3 :
				return new Roi(-3, -2, 9, 6);
			case 4 :
				return new Roi(500, 500, 9, 9);
			case 5 :
				return new Line(0, 0, 8, 5);
			case 6 :
				return new PointRoi(2, 3);
			case 7 :
				return new EllipseRoi(-2, 3, 9, 8, 0.6);
			case 8 :
				return new RotatedRectRoi(2, 2, 30, 9, 5);
			case 9 :
				return new PolygonRoi(new int[] { 1, 8, 3 }, new int[] { 1, 2, 9 }, 3, Roi.POLYLINE);
			case 10 :
				return new PolygonRoi(new int[] { -4, 80, 3 }, new int[] { 1, 2, 90 }, 3, Roi.POLYGON);
			case 11 :
				return new Roi(2, 2, 0, 0);
			case 12 :
				return new TextRoi(1, 1, "text");
			default :
				return new Roi(1, 1, 6, 4);
		}
	}

	private static ImagePlus rgb(final int width, final int height, final Random random) {
		return Kind.RGB.image(width, height, random.nextLong());
	}

	private static ImagePlus grey(final int bits, final int width, final int height,
		final Random random)
	{
		return new ImagePlus("", plane(bits, width, height, random));
	}

	private static ImageProcessor plane(final int bits, final int width, final int height,
		final Random random)
	{
		final ImageProcessor plane = bits == 8
			? new ByteProcessor(width, height)
			: bits == 16 ? new ShortProcessor(width, height) : new FloatProcessor(width, height);
		for (int i = 0; i < plane.getPixelCount(); i++)
			if (bits == 32) plane.setf(i, (float) (100 * random.nextGaussian()));
			else plane.set(i, random.nextInt(1 << bits));
		return plane;
	}

	private static ImagePlus signed(final ImagePlus image) {
		image.getCalibration().setSigned16BitCalibration();
		return image;
	}

	private static ImagePlus calibrated(final ImagePlus image) {
		image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { -10, 0.5 }, "OD");
		return image;
	}

	private static ImagePlus spoiled(final ImagePlus image, final Random random) {
		final float[] odd = { Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -0f,
			Float.MAX_VALUE, 1e30f };
		final ImageProcessor plane = image.getProcessor();
		for (int i = 0; i < plane.getPixelCount(); i++)
			if (random.nextInt(9) == 0) plane.setf(i, odd[random.nextInt(odd.length)]);
		return image;
	}

	private static FloatProcessor filled(final float number) {
		final FloatProcessor plane = new FloatProcessor(9, 7);
		for (int i = 0; i < 63; i++)
			plane.setf(i, i % 2 == 0 ? number : Math.abs(number) < 1 ? number / 3 : -number);
		return plane;
	}

	/** Each channel with another one; they are for display. */
	private static ImagePlus withPalettes(final ImagePlus channels) {
		final CompositeImage image = new CompositeImage(channels, CompositeImage.COMPOSITE);
		for (int c = 1; c <= image.getNChannels(); c++)
			image.setChannelLut(Kind.INDEXED.image(2, 2, c).getProcessor().getLut(), c);
		return image;
	}

	private static ImagePlus inverted(final ImagePlus image) {
		image.getProcessor().invertLut();
		return image;
	}

	private static ImagePlus paletteFilm(final Random random) {
		final ImageProcessor plane = Kind.INDEXED.image(9, 7, random.nextLong()).getProcessor();
		final ImageStack stack = new ImageStack(9, 7, plane.getColorModel());
		stack.addSlice(plane);
		stack.addSlice(Kind.INDEXED.image(9, 7, random.nextLong()).getProcessor());
		final ImagePlus image = new ImagePlus("", stack);
		image.setDimensions(1, 1, 2);
		return image;
	}

	private static ImagePlus channels(final int bits, final int channels, final Random random) {
		final ImageStack stack = new ImageStack(9, 7);
		for (int c = 0; c < channels; c++)
			stack.addSlice("", plane(bits, 9, 7, random));
		final ImagePlus image = new ImagePlus("", stack);
		image.setDimensions(channels, 1, 1);
		return channels > 7 ? image : new CompositeImage(image, CompositeImage.GRAYSCALE);
	}
}
