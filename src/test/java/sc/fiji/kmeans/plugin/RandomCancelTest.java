package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;

import java.awt.event.KeyEvent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.segment.Segmentation;

/**
 * Work that is cancelled at a random report, or by Escape at a random moment: the image is
 * unlocked and as before, nothing was opened, and the same work gives the same afterwards.
 * The property {@code cancels} says how often, {@code seed} which; a failure says its seed.
 */
class RandomCancelTest {

	private static final int CANCELS = Integer.getInteger("cancels", 150);
	private static final long SEED = Long.getLong("seed", System.nanoTime());
	private static final Duration LIMIT = Duration.ofSeconds(60);
	/** Longer than most commands take. */
	private static final int MILLIS = 12;

	@AfterEach
	void cleanUp() {
		IJ.resetEscape();
	}

	/** Hears reports up to one. */
	private static final class Cancelling implements Progress {

		private final AtomicInteger reports = new AtomicInteger();
		private final int last;

		private Cancelling(final int last) {
			this.last = last;
		}

		@Override
		public void report(final double fraction, final String word) {
			if (reports.incrementAndGet() > last) throw new CancellationException();
		}
	}

	@Test
	void aReportThatCancelsLeavesNothing() {
		System.out.println("cancelled reports: -Dseed=" + SEED + " -Dcancels=" + CANCELS);
		int cancelled = 0;
		for (long seed = SEED; seed < SEED + CANCELS; seed++) {
			final long one = seed;
			if (assertTimeoutPreemptively(LIMIT, () -> isCancelled(one), "-Dseed=" + one)) cancelled++;
		}
		assertTrue(CANCELS < 50 || cancelled > CANCELS / 5, cancelled + " cancelled");
	}

	private static boolean isCancelled(final long seed) {
		final Random random = new Random(seed);
		final ImagePlus image = OddImages.values()[random.nextInt(OddImages.values().length)]
			.draw(random);
		final RandomOptions options = new RandomOptions(random);
		final String what = "-Dcancels=1 -Dseed=" + seed + ": " + image + ": " + options;
		final String before = JudgedCall.state(image);
		final Cancelling all = new Cancelling(Integer.MAX_VALUE);
		final String expected;
		try {
			expected = results(image, options.settings(), all);
		}
		catch (final IllegalArgumentException refused) {
			return false;
		}
		final boolean isCancelled = isCancelled(image, options.settings(),
			new Cancelling(random.nextInt(all.reports.get())));
		assertEquals(before, JudgedCall.state(image), what);
		assertFalse(image.isLocked(), what);
		assertEquals(expected, results(image, options.settings(), Progress.NONE), what);
		return isCancelled;
	}

	/** Threads that overtake each other may report less the second time. */
	private static boolean isCancelled(final ImagePlus image, final KMeansSettings settings,
		final Progress progress)
	{
		try {
			results(image, settings, progress);
			return false;
		}
		catch (final CancellationException expected) {
			return true;
		}
	}

	/** As the command makes them; not shown. */
	private static String results(final ImagePlus image, final KMeansSettings settings,
		final Progress progress)
	{
		final Segmentation segmentation = Segmentation.of(image, settings.options(),
			progress.part(0, 0.8));
		final Results results = new Results(image, segmentation, settings);
		results.prepare(progress.part(0.8, 1));
		return JudgedCall.pixels(segmentation.labels()) + JudgedCall.pixels(segmentation.segmented());
	}

	@Test
	void escapeLeavesNothing() {
		System.out.println("Escape: -Dseed=" + SEED + " -Dcancels=" + CANCELS);
		for (long seed = SEED; seed < SEED + CANCELS; seed++) {
			final long one = seed;
			assertTimeoutPreemptively(LIMIT, () -> escape(one), "-Dseed=" + one);
		}
	}

	private static void escape(final long seed) throws InterruptedException {
		final Random random = new Random(seed);
		final ImagePlus image = OddImages.values()[random.nextInt(OddImages.values().length)]
			.draw(random);
		final RandomOptions options = new RandomOptions(random);
		final String what = "-Dcancels=1 -Dseed=" + seed + ": " + image + ": " + options;
		final String before = JudgedCall.state(image);
		final int[] open = WindowManager.getIDList();
		final Thread user = new Thread(() -> {
			IJ.wait(random.nextInt(MILLIS));
			IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		});
		user.start();
		final MacroRun run = MacroRun.of(image, options.toString().replace("\"", "\\\""));
		user.join();
		IJ.resetEscape();
		assertEquals(before, JudgedCall.state(image), what);
		assertFalse(image.isLocked(), what);
		assertFalse(run.said().contains("\tat "), what + "\n" + run.said());
		if (!run.finished())
			assertEquals(Arrays.toString(open), Arrays.toString(WindowManager.getIDList()), what);
	}
}
