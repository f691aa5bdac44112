package sc.fiji.kmeans.benchmark;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.util.ThreadUtil;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Paths;

import sc.fiji.kmeans.study.Method;
import sc.fiji.kmeans.study.Picture;
import sc.fiji.kmeans.study.Study;

/** cv::kmeans with the settings of the recipe among the methods of the study. */
final class OpenCvMethod implements Method {

	/** @param page whose tables are made anew */
	static void study(final String page) {
		try {
			Study.write(Paths.get(page), new OpenCvMethod());
		}
		catch (final IOException e) {
			throw new UncheckedIOException(page, e);
		}
		finally {
			// Threads of ImageJ's filters, which would keep the program from ending.
			ThreadUtil.threadPoolExecutor.shutdown();
		}
	}

	@Override
	public String name() {
		return "OpenCV";
	}

	@Override
	public int[] labels(final Picture picture) {
		return points(picture.image()).labels(picture.regions(), Benchmark.ATTEMPTS);
	}

	private static OpenCv points(final ImagePlus image) {
		if (image.getProcessor() instanceof ColorProcessor)
			return new OpenCv((int[]) image.getProcessor().getPixels());
		final ImageStack planes = image.getStack();
		final float[] vectors = new float[planes.size() * image.getWidth() * image.getHeight()];
		for (int i = 0; i < vectors.length; i++)
			vectors[i] = planes.getProcessor(i % planes.size() + 1).getf(i / planes.size());
		return new OpenCv(vectors, planes.size());
	}
}
