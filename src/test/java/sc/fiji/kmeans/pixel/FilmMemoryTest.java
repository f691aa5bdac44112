package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;

/** Frames that come one after another leave next to no garbage. */
class FilmMemoryTest {

	private static final int WIDTH = 640;
	private static final int HEIGHT = 480;
	private static final int FRAMES = 20;

	/** An eighth of this is used; with nothing used again, fourteen times as much. */
	private static final long BYTES_A_FRAME = 1 << 20;

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final Workspace workspace = new Workspace();
	private final int[] labels = new int[WIDTH];
	private Clusters clusters;

	@Test
	void whatIsLargeIsUsedAgain() {
		final int[] film = film();
		requireLittleGarbage(FRAMES, frame -> segment(film, frame));
		assertEquals(1, clusters.attempts());
	}

	/** Of ten attempts; 22 MB a frame if nothing is used again. */
	@Test
	void soIsTheMemoryOfTheSearch() {
		final int[] film = film();
		final KMeansOptions options = KMeansOptions.defaults().withClusters(8);
		requireLittleGarbage(2, frame -> count(film, frame).cluster(options, Progress.NONE));
	}

	/** More pixels than are counted at once; 24 MB a frame if nothing is used again. */
	@Test
	void soAreTheTablesOfLargeFrames() {
		requireLittleGarbage(PixelFormat.RGB, i -> i * 0x9e3779b1 >>> 14,
			PartCounter.MAX_PIXELS + 10 * WIDTH);
	}

	/** 30 MB a frame if nothing is used again. */
	@Test
	void soAreTheTablesOfWideValues() {
		requireLittleGarbage(PixelFormat.grey(32), i -> i / 2 * 0x9e3779b1, WIDTH * HEIGHT);
	}

	private void requireLittleGarbage(final PixelFormat format, final IntUnaryOperator pixels,
		final int size)
	{
		final PixelSource source = PixelHistogramTest.source(format, pixels, size, WIDTH);
		requireLittleGarbage(3, frame -> workspace.count(source, Progress.NONE));
	}

	/** @param work on a frame */
	private static void requireLittleGarbage(final int frames, final IntConsumer work) {
		IntStream.range(0, frames).forEach(work);
		final long before = allocated();
		IntStream.range(0, frames).forEach(work);
		final long bytes = (allocated() - before) / frames;
		assertTrue(bytes < BYTES_A_FRAME, bytes + " bytes a frame");
	}

	private ValueHistogram count(final int[] film, final int frame) {
		return workspace.count(PixelHistogramTest.source(PixelFormat.RGB, i -> film[frame * WIDTH + i],
			WIDTH * HEIGHT, WIDTH), Progress.NONE);
	}

	private void segment(final int[] film, final int frame) {
		final ValueHistogram histogram = count(film, frame);
		clusters = clusters == null
			? histogram.cluster(KMeansOptions.defaults(), Progress.NONE)
			: histogram.in(PixelFormat.RGB, Progress.NONE)
				.follow(clusters, KMeansOptions.defaults(), Progress.NONE);
		final PixelLabeler labeler = workspace.labeler(PixelFormat.RGB, PixelFormat.RGB, clusters,
			Steps.UNHEARD);
		final int[] row = new int[WIDTH];
		for (int y = 0; y < HEIGHT; y++) {
			System.arraycopy(film, (frame + y) * WIDTH, row, 0, WIDTH);
			labeler.label(row, WIDTH, labels);
		}
	}

	/** Noise that gets brighter downward; each frame begins one row lower. */
	private static int[] film() {
		final Random random = new Random(1);
		final int[] film = new int[WIDTH * (HEIGHT + FRAMES)];
		Arrays.setAll(film, i -> {
			final int grey = i / WIDTH * 190 / (HEIGHT + FRAMES);
			return grey * 0x10101 + (random.nextInt() & 0x3f3f3f);
		});
		return film;
	}

	private static long allocated() {
		return Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())).sum();
	}
}
