package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import ij.CompositeImage;
import com.sun.management.OperatingSystemMXBean;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.model.Background;
import sc.fiji.kmeans.model.SegmentationOptions;

/**
 * Work reports its progress all along, so that it can be cancelled within a blink:
 * no silence is longer than a small part of the whole, whatever the machine does
 * besides.
 */
class CheckpointTest {

	private static final double PART = 0.2;
	private static final double BLINK = 0.1 * Runtime.getRuntime().availableProcessors();
	private static final int SIZE = 1200;
	private static final int RUNS = 5;

	/**
	 * Hears when reports come, by the time of this program on all processors: that does not
	 * depend on what else the machine is busy with, but the compiler and the collector of Java are
	 * part of it.
	 */
	private static final class Clock implements Progress {

		private final long start = now();
		private long last = start;
		private long longest;
		private String where = "";

		@Override
		public synchronized void report(final double fraction, final String word) {
			final long now = now();
			if (now - last > longest) {
				longest = now - last;
				where = word + " to " + fraction;
			}
			last = now;
		}

		private static long now() {
			return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
				.getProcessCpuTime();
		}

		private boolean isSteady() {
			return longest < 1e9 * BLINK || longest < PART * (last - start);
		}

		@Override
		public String toString() {
			return "silent for " + longest / 1000000 + " of " + (last - start) / 1000000 + " ms, "
				+ where;
		}
	}

	/** What is silent by itself is so in every run; what the compiler takes is not. */
	private static void assertSteady(final ImagePlus image, final SegmentationOptions options) {
		final SegmentationOptions once = options
			.with(KMeansOptions.defaults().withAttempts(2).withIterations(5));
		// The first time, classes are loaded.
		Segmentation.of(RandomImages.hyperstack(image.getBitDepth(), image.getNChannels(), 1, 1, 1),
			once, Progress.NONE);
		final List<Clock> clocks = new ArrayList<>();
		do {
			final Clock clock = new Clock();
			clocks.add(clock);
			Segmentation.of(image, once, clock);
			clock.report(1, "end");
			if (clock.isSteady()) return;
		}
		while (clocks.size() < RUNS);
		fail(clocks.toString());
	}

	private static ImagePlus noise(final int bits, final int channels) {
		final ImageStack stack = new ImageStack(SIZE, SIZE);
		final Random random = new Random(1);
		for (int c = 0; c < channels; c++) {
			final ImageProcessor plane = bits == 16
				? new ShortProcessor(SIZE, SIZE)
				: bits == 24 ? new ColorProcessor(SIZE, SIZE) : new FloatProcessor(SIZE, SIZE);
			for (int i = 0; i < SIZE * SIZE; i++)
				if (bits == 32) plane.setf(i, (float) random.nextGaussian());
				else plane.set(i, random.nextInt(1 << bits));
			stack.addSlice(plane);
		}
		final ImagePlus image = new ImagePlus("noise", stack);
		if (channels == 1) return image;
		image.setDimensions(channels, 1, 1);
		return new CompositeImage(image, CompositeImage.COMPOSITE);
	}

	@Test
	void realNumbers() {
		assertSteady(noise(32, 1), SegmentationOptions.defaults());
	}

	@Test
	void scaledChannels() {
		assertSteady(noise(16, 2), SegmentationOptions.defaults().withScaled(true));
	}

	@Test
	void colourSpaces() {
		for (final ColorSpace space : new ColorSpace[] { ColorSpace.LAB, ColorSpace.HSB })
			assertSteady(noise(24, 1), SegmentationOptions.defaults().with(space));
	}

	/** Pictures are drawn in several steps, also those of a single frame. */
	@Test
	void pictures() {
		for (final int bits : new int[] { 24, 32 }) {
			final Segmentation segmentation = Segmentation.of(noise(bits, 1),
				KMeansOptions.defaults().withAttempts(1).withIterations(1));
			assertSteps(segmentation, 10, Segmentation::segmented);
			assertSteps(segmentation, 10, s -> s.masked(1));
			assertSteps(segmentation, 20, s -> s.masked(Background.TRANSPARENT, 1));
		}
	}

	private static void assertSteps(final Segmentation segmentation, final int least,
		final Consumer<Segmentation> drawing)
	{
		final AtomicInteger reports = new AtomicInteger();
		drawing.accept(segmentation.reportingTo((fraction, word) -> reports.incrementAndGet()));
		assertTrue(reports.get() >= least, reports + " reports");
	}

	/** All but one of the points share the upper bits of their coordinates. */
	@Test
	void channelsWithOneFarNumber() {
		final ImagePlus image = noise(32, 2);
		image.getStack().getProcessor(1).setf(5, 1e9f);
		assertSteady(image, SegmentationOptions.defaults());
	}
}
