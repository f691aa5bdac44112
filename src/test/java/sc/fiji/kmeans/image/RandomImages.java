package sc.fiji.kmeans.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.awt.Color;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import ij.process.LUT;

/** Small hyperstacks of random pixels, in memory or virtual. */
public final class RandomImages {

	public static final int WIDTH = 9;
	public static final int HEIGHT = 7;

	private RandomImages() {}

	/** @param bits 8, 16, 24 or 32 */
	public static ImageProcessor plane(final int bits, final Random random) {
		final ImageProcessor plane = bits == 8
			? new ByteProcessor(WIDTH, HEIGHT)
			: bits == 16
				? new ShortProcessor(WIDTH, HEIGHT)
				: bits == 24 ? new ColorProcessor(WIDTH, HEIGHT) : new FloatProcessor(WIDTH, HEIGHT);
		for (int i = 0; i < plane.getPixelCount(); i++)
			if (bits == 32) plane.setf(i, (float) (100 * random.nextGaussian()));
			else plane.set(i, bits == 24 ? random.nextInt() : random.nextInt(1 << bits));
		return plane;
	}

	/** A composite image if it has several channels. */
	public static ImagePlus hyperstack(final int bits, final int channels, final int slices,
		final int frames, final long seed)
	{
		final Random random = new Random(seed);
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		for (int n = 1; n <= channels * slices * frames; n++)
			stack.addSlice("plane " + n, plane(bits, random));
		return shaped(stack, channels, slices, frames);
	}

	private static ImagePlus shaped(final ImageStack stack, final int channels, final int slices,
		final int frames)
	{
		final ImagePlus image = new ImagePlus("random.tif", stack);
		image.setDimensions(channels, slices, frames);
		image.setOpenAsHyperStack(slices > 1 || frames > 1);
		final Calibration calibration = image.getCalibration();
		calibration.setUnit("mm");
		calibration.pixelWidth = 0.5;
		calibration.pixelHeight = 0.25;
		calibration.pixelDepth = 3;
		calibration.frameInterval = 20;
		if (channels == 1) return image;
		final CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
		final LUT[] luts = new LUT[channels];
		for (int c = 0; c < channels; c++) {
			luts[c] = LUT.createLutFromColor(Color.getHSBColor(c / 8f, 1, 1));
			luts[c].min = 3 + c;
			luts[c].max = 150 + c;
		}
		composite.setLuts(luts);
		return composite;
	}

	/** The same pixels, read plane by plane. */
	public static final class Disk extends VirtualStack {

		private final ImageStack pixels;
		private int reads;
		/** Planes that were read, and copies of them. */
		private final List<WeakReference<ImageProcessor>> given = new ArrayList<>();

		Disk(final ImageStack pixels) {
			super(pixels.getWidth(), pixels.getHeight());
			this.pixels = pixels;
			setBitDepth(pixels.getBitDepth());
		}

		/** Number of planes that were read. */
		public int reads() {
			return reads;
		}

		/** Number of planes, as they were read or copied, that someone still holds. */
		public long held() {
			System.gc();
			return given.stream().filter(plane -> plane.get() != null).count();
		}

		@Override
		public int getSize() {
			return pixels.getSize();
		}

		@Override
		public ImageProcessor getProcessor(final int n) {
			reads++;
			return noted(copied(pixels.getProcessor(n).duplicate()));
		}

		private ImageProcessor noted(final ImageProcessor plane) {
			given.add(new WeakReference<>(plane));
			return plane;
		}

		/** A plane of numbers that notes the copies that are made of it. */
		private ImageProcessor copied(final ImageProcessor plane) {
			if (plane instanceof ByteProcessor)
				return new ByteProcessor(WIDTH, HEIGHT, (byte[]) plane.getPixels()) {

					@Override
					public ImageProcessor duplicate() {
						return noted(super.duplicate());
					}
				};
			if (plane instanceof ShortProcessor)
				return new ShortProcessor(WIDTH, HEIGHT, (short[]) plane.getPixels(), null) {

					@Override
					public ImageProcessor duplicate() {
						return noted(super.duplicate());
					}
				};
			return plane instanceof ColorProcessor
				? plane
				: new FloatProcessor(WIDTH, HEIGHT, (float[]) plane.getPixels()) {

					@Override
					public ImageProcessor duplicate() {
						return noted(super.duplicate());
					}
				};
		}

		@Override
		public String getSliceLabel(final int n) {
			return pixels.getSliceLabel(n);
		}
	}

	public static ImagePlus virtual(final ImagePlus image) {
		return shaped(new Disk(image.getStack()), image.getNChannels(), image.getNSlices(),
			image.getNFrames());
	}
}
