package sc.fiji.kmeans.benchmark;

import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.javacpp.indexer.IntIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.TermCriteria;

/** cv::kmeans with the settings of the recipe on the vectors of pixels. */
final class OpenCv {

	private static final double EPSILON = 0.2;

	private final Mat data;

	OpenCv(final int[] rgb) {
		data = points(rgb);
	}

	/** @param vectors one after the other */
	OpenCv(final float[] vectors, final int dimensions) {
		data = new Mat(vectors.length / dimensions, dimensions, opencv_core.CV_32F);
		try (FloatIndexer values = data.createIndexer()) {
			values.put(0L, vectors);
		}
	}

	/** Red, green and blue of a pixel are a row. */
	static Mat points(final int[] rgb) {
		final Mat data = new Mat(rgb.length, 3, opencv_core.CV_32F);
		try (FloatIndexer values = data.createIndexer()) {
			for (int i = 0; i < rgb.length; i++)
				for (int q = 0; q < 3; q++)
					values.put(i, q, rgb[i] >> 16 - 8 * q & 0xff);
		}
		return data;
	}

	/** @return compactness */
	double run(final int k, final int attempts) {
		return run(k, attempts, EPSILON);
	}

	/** @return compactness */
	double run(final int k, final int attempts, final double epsilon) {
		try (Mat labels = new Mat()) {
			return run(k, attempts, epsilon, labels);
		}
	}

	/** @return the label of each pixel, the same on every call */
	int[] labels(final int k, final int attempts) {
		opencv_core.setRNGSeed(1);
		try (Mat labels = new Mat()) {
			run(k, attempts, EPSILON, labels);
			final int[] numbers = new int[labels.rows()];
			try (IntIndexer values = labels.createIndexer()) {
				values.get(0L, numbers);
			}
			return numbers;
		}
	}

	private double run(final int k, final int attempts, final double epsilon, final Mat labels) {
		final TermCriteria criteria = new TermCriteria(TermCriteria.EPS | TermCriteria.COUNT, 100,
			epsilon);
		try (Mat centres = new Mat()) {
			return opencv_core.kmeans(data, k, labels, criteria, attempts,
				opencv_core.KMEANS_RANDOM_CENTERS, centres);
		}
	}
}
