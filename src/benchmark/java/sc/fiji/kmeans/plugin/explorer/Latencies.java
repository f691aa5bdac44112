package sc.fiji.kmeans.plugin.explorer;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;
import ij.process.ImageProcessor;

import java.awt.EventQueue;
import java.awt.Graphics;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The time from what the user does in the explorer to the painted window: medians and the
 * longest, in milliseconds, for a photo and for the same at 12 megapixels. Needs a display.
 * Besides, the longest that an event had to wait while clusters were found.
 */
public final class Latencies {

	private static final int WARM_UP = 25;
	private static final int ROUNDS = 25;
	/** Of 12 megapixels. */
	private static final int LARGE_WIDTH = 4608;
	private static final int PATIENCE_SECONDS = 60;

	private final ImagePlus image;
	private final Explorer explorer;
	private final BlockingQueue<long[]> stamps = new LinkedBlockingQueue<>();

	private Latencies(final ImagePlus image) throws Exception {
		this.image = image;
		run(() -> new ImageWindow(image, new Probe()));
		IJ.wait(1000);
		explorer = new Explorer(image, new History(new ExplorerState(MoreSettings.standard(image), 3)),
			ExplorerPanel.FIRST_LOOK, () -> {});
		run(explorer::start);
		while (!explorer.isShown())
			IJ.wait(10);
	}

	/** Tells when all that the clusters' painter or ImageJ painted is on the screen. */
	private final class Probe extends ImageCanvas {

		private Probe() {
			super(image);
		}

		@Override
		public Graphics getGraphics() {
			tell();
			return super.getGraphics();
		}

		@Override
		public void paint(final Graphics g) {
			super.paint(g);
			tell();
		}

		private void tell() {
			if (explorer != null && explorer.isShown()) EventQueue.invokeLater(() -> stamps.offer(now()));
		}
	}

	/** @param path of a photo of 2 megapixels */
	public static void print(final String path) {
		try {
			new ImageJ(ImageJ.NO_SHOW);
			final ImageProcessor photo = IJ.openImage(path).getProcessor().convertToRGB();
			new Latencies(new ImagePlus("photo", photo)).print();
			photo.setInterpolationMethod(ImageProcessor.BILINEAR);
			new Latencies(new ImagePlus("large", photo.resize(LARGE_WIDTH))).print();
		}
		catch (final Exception failed) {
			throw new IllegalStateException(failed);
		}
	}

	private void print() throws Exception {
		final double[][] hide = times(() -> step(state -> state.toggling(2)), () -> {});
		final double[][] merge = times(() -> step(state -> state.selecting(1).mergingInto(2)),
			explorer::undo);
		System.out.printf(Locale.ROOT, "explorer=%dx%d window=%dx%d hide_ms=%s merge_ms=%s%n",
			image.getWidth(), image.getHeight(), image.getCanvas().getWidth(),
			image.getCanvas().getHeight(), text(hide), text(merge));
		for (final int k : new int[] { 3, 8 })
			System.out.printf(Locale.ROOT, "explorer=%dx%d k=%d another_ms=%s seen_ms=%s%n",
				image.getWidth(), image.getHeight(), k, text(another(k)), text(seen(k)));
		System.out.printf(Locale.ROOT, "explorer=%dx%d longest_wait_of_an_event_ms=%.1f%n",
			image.getWidth(), image.getHeight(), longestWait());
		run(explorer::close);
		run(image::close);
	}

	/** Nothing that was learned is known any more. */
	private double[][] another(final int k) throws Exception {
		return times(() -> step(state -> state.withClusters(k)), () -> explorer
			.act(explorer.state().withSettings(MoreSettings.standard(image)).withClusters(2)));
	}

	private double[][] seen(final int k) throws Exception {
		return times(() -> step(state -> state.withClusters(k)),
			() -> step(state -> state.withClusters(2)));
	}

	private void step(final UnaryOperator<ExplorerState> change) {
		explorer.act(change.apply(explorer.state()));
	}

	/** @param before is done each time, too, until it is painted */
	private double[][] times(final Runnable action, final Runnable before) throws Exception {
		final double[][] times = new double[ROUNDS][];
		for (int round = -WARM_UP; round < ROUNDS; round++) {
			millis(before, round == -WARM_UP);
			final double[] time = millis(action, false);
			if (round >= 0) times[round] = time;
		}
		return times;
	}

	/** @param isMaybeNothing whether there may be nothing to paint */
	private double[] millis(final Runnable action, final boolean isMaybeNothing) throws Exception {
		IJ.wait(30);
		final ExplorerState was = explorer.state();
		final long[][] start = new long[1][];
		run(() -> {
			stamps.clear();
			start[0] = now();
			action.run();
		});
		if (explorer.state() == was) return null;
		final long[] end = stamps.poll(isMaybeNothing ? 1 : PATIENCE_SECONDS, TimeUnit.SECONDS);
		return end == null
			? null
			: IntStream.range(0, end.length).mapToDouble(i -> (end[i] - start[0][i]) / 1e6).toArray();
	}

	/** The clock, and what all threads have computed. */
	private static long[] now() {
		return new long[] { System.nanoTime(),
			((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
				.getProcessCpuTime() };
	}

	/** While other numbers of clusters are found, again and again. */
	private double longestWait() throws Exception {
		double longest = 0;
		for (int round = 0; round < ROUNDS; round++) {
			run(() -> step(state -> state.withSettings(MoreSettings.standard(image)).withClusters(8)));
			for (int i = 0; i < 20; i++) {
				final long start = System.nanoTime();
				run(() -> {});
				longest = Math.max(longest, (System.nanoTime() - start) / 1e6);
				IJ.wait(2);
			}
			IJ.wait(200);
		}
		return longest;
	}

	private static void run(final Runnable work)
		throws InterruptedException, InvocationTargetException
	{
		EventQueue.invokeAndWait(work);
	}

	/** Beside the time what all threads together computed, which other programs do not delay. */
	private static String text(final double[][] times) {
		final double[] wall = sorted(times, 0);
		return String.format(Locale.ROOT, "%.1f (longest %.1f, computed %.1f)", wall[ROUNDS / 2],
			wall[ROUNDS - 1], sorted(times, 1)[ROUNDS / 2]);
	}

	private static double[] sorted(final double[][] times, final int what) {
		return Arrays.stream(times).mapToDouble(time -> time[what]).sorted().toArray();
	}
}
