package sc.fiji.kmeans.benchmark;

import ij.IJ;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.live.LiveFigures;
import sc.fiji.kmeans.live.LiveOptions;
import sc.fiji.kmeans.live.LiveSegmentation;
import sc.fiji.kmeans.live.LiveView;
import sc.fiji.kmeans.live.PictureKind;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.MaskedClusters;
import sc.fiji.kmeans.segment.SegmentedFrame;

/**
 * Frames per second, and the time from a frame to its picture, of live segmentation
 * with k = 5 on a panning, noisy scene, beside OpenCV's loop on the same frames:
 * with 10 attempts a frame, and with one that starts from the labels of the frame
 * before. First as fast as it goes; then at the rate that is aimed at.
 */
final class Live {

	private static final int K = 5;
	private static final String PHOTO = "sample-data/coffee.png";
	private static final int[][] SIZES = { { 640, 480, 120 }, { 1280, 720, 60 }, { 1920, 1080, 30 } };
	private static final double WARM_UP = 5;
	private static final double SECONDS = 10;
	private static final int ATTEMPTS = 10;
	private static final int OPENCV_FRAMES = 3;
	private static final int MINUTES = Integer.getInteger("minutes", 10);

	private Live() {}

	static void print() {
		for (final int[] size : SIZES)
			print(new PanningScene(scene(), size[0], size[1], 0), size);
		final int[] largest = SIZES[SIZES.length - 1];
		for (final ColorSpace space : ColorSpace.values())
			printRate(new PanningScene(scene(), largest[0], largest[1], 0), space);
	}

	/** In another colour space, as fast as it goes. */
	private static void printRate(final PanningScene scene, final ColorSpace space) {
		new Run(scene.at(0), space, WARM_UP);
		final Run fast = new Run(scene.at(0), space, SECONDS);
		System.out.printf(Locale.ROOT, "live=%dx%d space=%s k=%d fps=%.0f median_ms=%.1f%n",
			scene.frame(0).getWidth(), scene.frame(0).getHeight(), space, K, fast.frames / SECONDS,
			fast.latency(0.5));
	}

	private static void print(final PanningScene scene, final int[] size) {
		new Run(scene.at(0), WARM_UP);
		final Run fast = new Run(scene.at(0), SECONDS);
		final Run paced = new Run(scene.at(size[2]), SECONDS);
		final double openCv = openCv(scene, false);
		final double warm = openCv(scene, true);
		System.out.printf(Locale.ROOT,
			"live=%dx%d k=%d fps=%.0f at=%d frames=%d dropped=%d median_ms=%.1f"
				+ " p99_ms=%.1f opencv_ms=%.0f opencv_warm_ms=%.0f%n",
			size[0], size[1], K, fast.frames / SECONDS, size[2], paced.frames, paced.dropped,
			paced.latency(0.5), paced.latency(0.99), openCv, warm);
	}

	/** Milliseconds a frame. */
	private static double openCv(final PanningScene scene, final boolean isWarm) {
		final double[] times = new double[OPENCV_FRAMES];
		try (OpenCvFilm film = new OpenCvFilm(K)) {
			film.segment((int[]) scene.frame(0).getPixels(), ATTEMPTS, false);
			for (int n = 0; n < times.length; n++) {
				final int[] pixels = (int[]) scene.frame(n + 1).getPixels();
				times[n] = film.segment(pixels, isWarm ? 1 : ATTEMPTS, isWarm);
			}
		}
		Arrays.sort(times);
		return times[times.length / 2];
	}

	/**
	 * Runs for {@code -Dminutes=}, 10 if not said, at {@code -Drate=} frames a second, 0 for as
	 * fast as it goes, and prints what is held after each.
	 */
	static void endure() {
		final PanningScene scene = new PanningScene(scene(), SIZES[0][0], SIZES[0][1],
			Integer.getInteger("rate", 0));
		new Run(scene.at(0), WARM_UP);
		final Run run = new Run(scene);
		for (int minute = 0; minute <= MINUTES; minute++) {
			Held.print("minute=" + minute + " frames", run.live.figures().frames());
			if (minute < MINUTES) IJ.wait(60_000);
		}
		run.end();
	}

	private static ImageProcessor scene() {
		return IJ.openImage(PHOTO).getProcessor().convertToRGB();
	}

	/** Segments until it is ended. */
	private static final class Run implements LiveView {

		/** The latest. */
		private final double[] latencies = new double[1 << 12];
		private final LiveSegmentation live;
		private int frames;
		private long dropped;

		private Run(final PanningScene scene) {
			this(scene, ColorSpace.RGB);
		}

		private Run(final PanningScene scene, final ColorSpace space) {
			live = new LiveSegmentation(scene,
				new LiveOptions(
					SegmentationOptions.defaults().with(KMeansOptions.defaults().withClusters(K)).with(space),
					PictureKind.SEGMENTED, MaskedClusters.NONE),
				this);
			try {
				live.start();
			}
			catch (final IOException impossible) {
				throw new UncheckedIOException(impossible);
			}
		}

		private Run(final PanningScene scene, final double seconds) {
			this(scene, ColorSpace.RGB, seconds);
		}

		private Run(final PanningScene scene, final ColorSpace space, final double seconds) {
			this(scene, space);
			IJ.wait((int) (1000 * seconds));
			end();
		}

		private void end() {
			live.stop();
			try {
				live.awaitEnd();
			}
			catch (final InterruptedException interrupted) {
				Thread.currentThread().interrupt();
			}
			dropped = live.figures().dropped();
		}

		@Override
		public void segmented(final SegmentedFrame frame, final LiveFigures figures) {
			latencies[frames++ % latencies.length] = 1000 * figures.latency();
		}

		/** In milliseconds. */
		private double latency(final double part) {
			final double[] sorted = Arrays.copyOf(latencies, Math.min(frames, latencies.length));
			Arrays.sort(sorted);
			return sorted[(int) (part * (sorted.length - 1))];
		}

		@Override
		public void repainted() {}

		@Override
		public void told(final String message) {}

		@Override
		public void ended(final String why) {}
	}
}
