package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * With many clusters there is no long stretch without a report, so that a cancelled
 * run ends soon. In one thread, as reports of others would hide a stretch, and by its own
 * time on a processor, which does not depend on what else the machine is busy with.
 */
class CheckpointsTest {

	private static final long LONG_ENOUGH = Duration.ofSeconds(3).toNanos();
	private static final long MOST = Duration.ofMillis(200).toNanos();

	@ParameterizedTest
	@CsvSource({ "1000, k-means++, 4000", "7000, k-means++, 30000", "7000, random, 30000",
		"300, k-means++, 200000", "60000, k-means++, 60000" })
	void reportsComeOften(final int k, final String initialization, final int n) {
		final KMeansOptions options = KMeansOptions.defaults()
			.withClusters(k)
			.withAttempts(1)
			.withIterations(1)
			.withInitialization(Initialization.of(initialization));
		final Stretches stretches = new Stretches();
		stretches.run(
			progress -> new KMeans(options, RandomPoints.BY_COMPONENT).cluster(scattered(n), progress));
		stretches.assertShort();
	}

	@Test
	void theSearchForMatchesReports() {
		final Stretches stretches = new Stretches();
		stretches.run(progress -> clusters(1000, 1).matches(clusters(1000, 2), 500, progress));
		stretches.assertShort();
	}

	private static Clusters clusters(final int k, final long seed) {
		final double[][] centres = new double[k][];
		final Random random = new Random(seed);
		Arrays.setAll(centres, j -> random.doubles(3, 0, 256).toArray());
		return Clusters.of(centres);
	}

	/** For many items: as often as there is work. */
	@Test
	void sortsPass() {
		final AtomicLong reports = new AtomicLong();
		final Checkpoint checkpoint = new Checkpoint((fraction, word) -> reports.incrementAndGet());
		final double[][] rows = new Random(1).doubles(100000)
			.mapToObj(x -> new double[] { x })
			.toArray(double[][]::new);
		Centres.of(rows).sorted(checkpoint.passing(Comparator.comparingDouble(row -> row[0])));
		assertTrue(reports.get() > 100, reports + " reports");
	}

	@Test
	void whatThrowsEndsTheRun() {
		for (int after = 1; after < 3000; after = after * 3 + 1) {
			final AtomicLong left = new AtomicLong(after);
			final AtomicLong late = new AtomicLong();
			final RandomPoints points = scattered(2000);
			final KMeans kMeans = new KMeans(KMeansOptions.defaults().withClusters(500).withAttempts(1),
				RandomPoints.BY_COMPONENT);
			assertThrows(CancellationException.class,
				() -> inOneThread(() -> kMeans.cluster(points, (fraction, word) -> {
					if (left.decrementAndGet() > 0) return;
					late.incrementAndGet();
					throw new CancellationException();
				})));
			assertEquals(1, late.get(), "reports after the end");
		}
	}

	private static void inOneThread(final Runnable run) {
		final ForkJoinPool pool = new ForkJoinPool(1);
		try {
			pool.submit(run).join();
		}
		finally {
			pool.shutdownNow();
		}
	}

	/** The longest time between two reports, of the thread that makes them. */
	private static final class Stretches {

		private long begun;
		private long last;
		private long longest;

		private void run(final Consumer<Progress> work) {
			inOneThread(() -> {
				begun = now();
				last = begun;
				try {
					work.accept((fraction, word) -> report());
				}
				catch (final CancellationException e) {
					// It has run long enough.
				}
				longest = Math.max(longest, now() - last);
			});
		}

		private void report() {
			final long now = now();
			longest = Math.max(longest, now - last);
			last = now;
			if (now - begun > LONG_ENOUGH) throw new CancellationException();
		}

		private static long now() {
			return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
		}

		private void assertShort() {
			assertTrue(longest < MOST, "longest stretch: " + longest / 1000000 + " ms");
		}
	}

	private static RandomPoints scattered(final int n) {
		final Random random = new Random(n);
		final long[] values = random.longs(0, 1 << 18).distinct().limit(n).sorted().toArray();
		return new RandomPoints(Arrays.stream(values)
			.mapToObj(v -> new long[] { v & 63, v >> 6 & 63, v >> 12 })
			.toArray(long[][]::new), LongStream.of(values).map(v -> 1 + v % 3).toArray());
	}
}
