package sc.fiji.kmeans.image;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Small images of random pixels, of every type that can be segmented. */
public final class TestImages {

	/** A kind of image. */
	public enum Kind {
		RGB, GREY8, GREY16, INDEXED;

		/** Random pixels; the high byte of RGB ones is random too. */
		public ImageProcessor draw(final int width, final int height, final long seed) {
			final Random random = new Random(seed);
			final int[] values = random.ints(width * height).toArray();
			switch (this) {
				case RGB :
					return new ColorProcessor(width, height, values);
				case GREY16 :
					return fill(new ShortProcessor(width, height), i -> values[i] >>> 16);
				case GREY8 :
					return fill(new ByteProcessor(width, height), i -> values[i] >>> 24);
				default :
					final ImageProcessor indexed = fill(new ByteProcessor(width, height),
						i -> values[i] >>> 24);
					indexed.setColorModel(palette(random));
					return indexed;
			}
		}

		public ImagePlus image(final int width, final int height, final long seed) {
			return new ImagePlus(name(), draw(width, height, seed));
		}
	}

	private TestImages() {}

	public static ImageProcessor fill(final ImageProcessor image, final IntUnaryOperator value) {
		for (int i = 0; i < image.getPixelCount(); i++)
			image.set(i, value.applyAsInt(i));
		return image;
	}

	/** Colours of which some occur twice. */
	private static LUT palette(final Random random) {
		final byte[][] channels = new byte[3][256];
		for (final byte[] channel : channels) {
			random.nextBytes(channel);
			System.arraycopy(channel, 0, channel, 200, 56);
		}
		return new LUT(channels[0], channels[1], channels[2]);
	}

	public static ImagePlus stack(final Kind kind, final int planes) {
		final ImageStack stack = new ImageStack(17, 13);
		final ImageProcessor first = kind.draw(17, 13, 0);
		for (int n = 1; n <= planes; n++) {
			final ImageProcessor plane = kind.draw(17, 13, n);
			plane.setColorModel(first.getColorModel());
			stack.addSlice("plane " + n, plane);
		}
		return new ImagePlus(kind + " stack", stack);
	}

	public static Roi oval() {
		return new OvalRoi(2, 1, 9, 7);
	}

	public static Roi freehand() {
		return new PolygonRoi(new float[] { 1, 12, 9, 3 }, new float[] { 2, 0, 11, 8 }, Roi.FREEROI);
	}

	public static Roi composite() {
		return new ShapeRoi(new Roi(1, 1, 5, 4)).or(new ShapeRoi(new OvalRoi(8, 5, 6, 6)))
			.not(new ShapeRoi(new Roi(2, 2, 2, 1)));
	}

	/** The colour or value of a pixel, whatever the type. */
	public static int value(final ImageProcessor image, final int i) {
		if (image instanceof ColorProcessor) return image.get(i) & 0xffffff;
		return ImagePixels.isIndexed(new ImageProcessor[] { image })
			? image.getColorModel().getRGB(image.get(i)) & 0xffffff
			: image.get(i);
	}

	public static int[] values(final ImageProcessor image) {
		return IntStream.range(0, image.getPixelCount()).map(i -> value(image, i)).toArray();
	}

	/** Whether a pixel belongs to an area selection, asked of ImageJ's fill. */
	public static boolean[] selected(final Roi roi, final int width, final int height) {
		final ByteProcessor canvas = new ByteProcessor(width, height);
		canvas.setColor(255);
		if (roi == null) canvas.fill();
		else canvas.fill(roi);
		final boolean[] selected = new boolean[width * height];
		for (int i = 0; i < selected.length; i++)
			selected[i] = canvas.get(i) != 0;
		return selected;
	}
}
