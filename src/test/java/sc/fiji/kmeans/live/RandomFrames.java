package sc.fiji.kmeans.live;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

import java.awt.Color;
import java.util.Random;

/** Planes of every type, with pixels, display range and table by chance. */
final class RandomFrames {

	private static final int TYPES = 4;

	private final Random random;

	RandomFrames(final long seed) {
		random = new Random(seed);
	}

	/** One to three channels of the same type and size. */
	ImageProcessor[] channels() {
		final int type = random.nextInt(TYPES);
		final int width = 1 + random.nextInt(9);
		final int height = 1 + random.nextInt(9);
		final ImageProcessor[] channels = new ImageProcessor[1 + random.nextInt(3)];
		for (int c = 0; c < channels.length; c++)
			channels[c] = plane(type, width, height);
		return channels;
	}

	private ImageProcessor plane(final int type, final int width, final int height) {
		final ImageProcessor plane = empty(type, width, height);
		for (int i = 0; i < plane.getPixelCount(); i++)
			if (type == 2) plane.setf(i, random.nextFloat());
			else plane.set(i, random.nextInt(1 << 8 * (type + 1)));
		if (type < 3) plane.setMinAndMax(random.nextInt(10), 20 + random.nextInt(10));
		if (type < 3) plane.setLut(LUT.createLutFromColor(new Color(random.nextInt(1 << 24))));
		return plane;
	}

	private static ImageProcessor empty(final int type, final int width, final int height) {
		switch (type) {
			case 0 :
				return new ByteProcessor(width, height);
			case 1 :
				return new ShortProcessor(width, height);
			case 2 :
				return new FloatProcessor(width, height);
			default :
				return new ColorProcessor(width, height);
		}
	}

	/** Changes one thing of a plane that is seen. */
	void change(final ImageProcessor plane) {
		final int i = random.nextInt(plane.getPixelCount());
		final int what = plane instanceof ColorProcessor ? 0 : random.nextInt(3);
		if (what == 0 && plane instanceof FloatProcessor) plane.setf(i, plane.getf(i) + 1);
		else if (what == 0) plane.set(i, plane.get(i) ^ 1);
		else if (what == 1) plane.setMinAndMax(plane.getMin() - 1, plane.getMax());
		else plane.setLut(plane.getLut().createInvertedLut());
	}
}
