package sc.fiji.kmeans.benchmark;

import ij.IJ;
import ij.ImagePlus;
import ij.VirtualStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

import sc.fiji.kmeans.base.BackgroundWork;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.measure.ClusterSelections;
import sc.fiji.kmeans.measure.Measurements;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.vector.Transform;

/**
 * How long after Escape a command ends, and the work that it leaves behind: on images of
 * 12 megapixels of each type, with all results, at moments spread over the whole work. One
 * line for each type and stage with the largest times. {@code -Donly=rgb,3x16} takes some
 * types, {@code -Drounds=20} other numbers of moments.
 */
final class Cancel {

	private static final int WIDTH = 4000;
	private static final int HEIGHT = 3000;
	private static final int ROUNDS = Integer.getInteger("rounds", 20);
	private static final int SLICES = 3;

	private final ImagePlus image;
	private final SegmentationOptions options;
	/** In milliseconds, by stage. */
	private final Map<String, double[]> largest = new TreeMap<>();

	private Cancel(final ImagePlus image, final SegmentationOptions options) {
		this.image = image;
		this.options = options;
	}

	/** @param path of a photo, of which the images are tiled */
	static void print(final String path) {
		final TypedImages images = new TypedImages(tiled(IJ.openImage(path).getProcessor()));
		final SegmentationOptions plain = SegmentationOptions.defaults();
		print("rgb", images.rgb(), plain);
		print("lab", images.rgb(), plain.with(ColorSpace.LAB));
		print("hsb", images.rgb(), plain.with(ColorSpace.HSB));
		print("min_size", images.rgb(), plain.withMinSize(50));
		for (final int[] type : new int[][] { { 1, 8 }, { 1, 16 }, { 1, 32 }, { 3, 8 }, { 3, 16 },
			{ 3, 32 } })
			print(type[0] + "x" + type[1], images.channels(type[0], type[1]), plain);
		print("scale", images.channels(3, 16), plain.withScaled(true));
		print("transform", images.channels(3, 16), plain.with(Transform.LOG));
		print("virtual", virtual(images.channels(1, 16).getProcessor()), plain);
	}

	private static ColorProcessor tiled(final ImageProcessor photo) {
		final ImageProcessor rgb = photo.convertToRGB();
		final ColorProcessor tiled = new ColorProcessor(WIDTH, HEIGHT);
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				tiled.set(x, y, rgb.get(x % rgb.getWidth(), y % rgb.getHeight()));
		return tiled;
	}

	/** A stack that makes its slices anew. */
	private static ImagePlus virtual(final ImageProcessor plane) {
		return new ImagePlus("virtual", new VirtualStack(WIDTH, HEIGHT, SLICES, "16-bit") {

			@Override
			public ImageProcessor getProcessor(final int n) {
				final ImageProcessor slice = plane.duplicate();
				slice.add(n);
				return slice;
			}
		});
	}

	private static void print(final String type, final ImagePlus image,
		final SegmentationOptions options)
	{
		final String only = System.getProperty("only", type);
		if (!(',' + only + ',').contains(',' + type + ',')) return;
		new Cancel(image, options).measure(type);
	}

	private void measure(final String type) {
		work(new Escape(Long.MAX_VALUE));
		final double millis = Benchmark.millis(() -> work(new Escape(Long.MAX_VALUE)));
		final Random random = new Random(1);
		for (int round = 0; round < ROUNDS; round++)
			cancel((long) (1e6 * millis * (round + random.nextDouble()) / ROUNDS));
		largest.forEach((stage, times) -> System.out.printf(Locale.ROOT,
			"type=%s all_ms=%.0f stage=%s escapes=%.0f command_ms=%.0f work_ms=%.0f%n", type, millis,
			stage.replace(' ', '_'), times[2], times[0], times[1]));
	}

	private void cancel(final long after) {
		final Escape escape = new Escape(System.nanoTime() + after);
		final CountDownLatch end = new CountDownLatch(1);
		try {
			BackgroundWork.getOrLeave(() -> {
				try {
					work(escape);
				}
				finally {
					end.countDown();
				}
				return null;
			}, escape::check);
		}
		catch (final CancellationException expected) {
			note(escape, 0);
			IJ.wait(1);
		}
		try {
			end.await();
			note(escape, 1);
		}
		catch (final InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/** Of those that came before the end. */
	private void note(final Escape escape, final int which) {
		final double late = (System.nanoTime() - escape.moment) / 1e6;
		if (late < 0 || escape.stage == null) return;
		final double[] times = largest.computeIfAbsent(escape.stage, stage -> new double[3]);
		times[which] = Math.max(times[which], late);
		if (which == 1) times[2]++;
	}

	private void work(final Progress progress) {
		final Segmentation segmentation = Segmentation.of(image, options, progress)
			.reportingTo(progress);
		segmentation.labels();
		segmentation.segmented();
		new Measurements(segmentation, progress);
		ClusterSelections.of(segmentation, progress);
	}

	/** Is pressed at a moment. */
	private static final class Escape implements Progress {

		private final long moment;
		/** In which it was pressed; null before. */
		private volatile String stage;
		private volatile String word = "beginning";

		private Escape(final long moment) {
			this.moment = moment;
		}

		private synchronized void check() {
			if (System.nanoTime() < moment) return;
			if (stage == null) stage = word;
			throw new CancellationException();
		}

		@Override
		public void report(final double fraction, final String now) {
			check();
			word = now;
		}
	}
}
