package sc.fiji.kmeans.benchmark;

import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.TermCriteria;

/** cv::kmeans with the settings of the recipe on the pixels of a colour image. */
final class OpenCv {

	private final Mat data;

	OpenCv(final int[] rgb) {
		data = points(rgb);
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
		final TermCriteria criteria = new TermCriteria(TermCriteria.EPS | TermCriteria.COUNT, 100, 0.2);
		try (Mat labels = new Mat(); Mat centres = new Mat()) {
			return opencv_core.kmeans(data, k, labels, criteria, attempts,
				opencv_core.KMEANS_RANDOM_CENTERS, centres);
		}
	}
}
