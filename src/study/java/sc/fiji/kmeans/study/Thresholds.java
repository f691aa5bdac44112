package sc.fiji.kmeans.study;

import ij.process.AutoThresholder;
import ij.process.ImageProcessor;

import java.util.function.Function;

/** Ways to divide an image by its grey values; colours are made grey as ImageJ does. */
final class Thresholds implements Method {

	private final String name;
	private final Function<Picture, int[]> labels;

	private Thresholds(final String name, final Function<Picture, int[]> labels) {
		this.name = name;
		this.labels = labels;
	}

	/** All values by as many classes as there are kinds of regions. */
	static Thresholds multiOtsu() {
		return new Thresholds("multi-Otsu", picture -> {
			final ImageProcessor grey = grey(picture);
			final int[] classes = new MultiOtsu(grey.getHistogram()).classes(picture.regions());
			return labels(grey, classes);
		});
	}

	/** Two classes. */
	static Thresholds automatic(final AutoThresholder.Method method) {
		return new Thresholds(method.name(), picture -> {
			final ImageProcessor grey = grey(picture);
			final int threshold = new AutoThresholder().getThreshold(method, grey.getHistogram());
			final int[] classes = new int[256];
			for (int i = threshold + 1; i < classes.length; i++)
				classes[i] = 1;
			return labels(grey, classes);
		});
	}

	private static int[] labels(final ImageProcessor grey, final int[] classes) {
		final int[] labels = new int[grey.getPixelCount()];
		for (int i = 0; i < labels.length; i++)
			labels[i] = classes[grey.get(i)];
		return labels;
	}

	/** 256 bins; bins of 16 bits go from the smallest to the largest value. */
	private static ImageProcessor grey(final Picture picture) {
		final ImageProcessor image = picture.image().getProcessor().duplicate();
		image.resetMinAndMax();
		return image.convertToByte(true);
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public int[] labels(final Picture picture) {
		return labels.apply(picture);
	}
}
