package sc.fiji.kmeans.benchmark;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.TermCriteria;

/** cv::kmeans on the frames of a film, which may start from the labels before. */
final class OpenCvFilm implements AutoCloseable {

	private final int k;
	private final Mat labels = new Mat();

	OpenCvFilm(final int k) {
		this.k = k;
	}

	/** @return milliseconds of cv::kmeans alone */
	double segment(final int[] rgb, final int attempts, final boolean isFromLabels) {
		final TermCriteria criteria = new TermCriteria(TermCriteria.EPS | TermCriteria.COUNT, 100, 0.2);
		try (Mat data = OpenCv.points(rgb); Mat centres = new Mat()) {
			return Benchmark.millis(() -> opencv_core.kmeans(data, k, labels, criteria, attempts,
				opencv_core.KMEANS_RANDOM_CENTERS
					| (isFromLabels ? opencv_core.KMEANS_USE_INITIAL_LABELS : 0),
				centres));
		}
	}

	@Override
	public void close() {
		labels.close();
	}
}
