package sc.fiji.kmeans.benchmark;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.ClusterSeries;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.ImagePixels;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.pixel.PixelFormat;
import sc.fiji.kmeans.pixel.PixelHistogram;
import sc.fiji.kmeans.segment.Suggestion;

/**
 * How long a suggestion takes: of an image as it is and in grey, the first one and the median of
 * more, with counting, and of the counted pixels. And how far the compactness of each number is
 * from that of a clustering with 10 attempts.
 */
final class Suggestions {

	private static final int WARM_UP = 10;

	private Suggestions() {}

	static void print(final String path) {
		System.out.println("suggest=" + path);
		final ImagePlus image = IJ.openImage(path);
		print("as it is", image);
		print("8-bit", new ImagePlus(path, image.getProcessor().convertToByte(true)));
	}

	private static void print(final String name, final ImagePlus image) {
		final double first = Benchmark.millis(() -> suggestion(image));
		IntStream.range(0, WARM_UP).forEach(i -> suggestion(image));
		final PixelHistogram histogram = PixelHistogram.of(new ImagePixels(image.getProcessor(), null),
			Progress.NONE);
		System.out.println(String.format(Locale.ROOT,
			"%-8s first=%.0f ms, then=%.0f ms, of counted pixels=%.0f ms (CPU %.0f), most above 10 attempts=%.3f %%: %s",
			name, first, Benchmark.median(() -> suggestion(image)),
			Benchmark.median(() -> series(histogram, image.getProcessor())),
			cpu(() -> series(histogram, image.getProcessor())),
			100 * worst(histogram, image.getProcessor()), suggestion(image)));
	}

	/** Of all threads, in the mean of some runs: it says more where others work on the machine. */
	private static double cpu(final Runnable work) {
		final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory
			.getOperatingSystemMXBean();
		final long start = system.getProcessCpuTime();
		IntStream.range(0, WARM_UP).forEach(i -> work.run());
		return (system.getProcessCpuTime() - start) / 1e6 / WARM_UP;
	}

	private static Suggestion suggestion(final ImagePlus image) {
		return Suggestion.of(image, SegmentationOptions.defaults());
	}

	private static ClusterSeries series(final PixelHistogram histogram, final ImageProcessor plane) {
		return histogram.in(new ImagePixels(plane, null).format(), Progress.NONE).series(Progress.NONE);
	}

	/** The largest part by which a compactness is above that of 10 attempts. */
	private static double worst(final PixelHistogram histogram, final ImageProcessor plane) {
		final ClusterSeries series = series(histogram, plane);
		final PixelFormat format = new ImagePixels(plane, null).format();
		return IntStream.rangeClosed(1, series.most())
			.mapToDouble(k -> series.compactness(k)
				/ histogram.cluster(KMeansOptions.defaults().withClusters(k), format, Progress.NONE)
					.compactness())
			.max()
			.getAsDouble() - 1;
	}
}
