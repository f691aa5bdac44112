package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random calls of the command: each is refused with one message, and nothing has happened,
 * or it is right. The property {@code calls} says how many there are, {@code seed} which;
 * a failure says its seed.
 */
class RandomCallsTest {

	private static final int CALLS = Integer.getInteger("calls", 500);
	private static final long SEED = Long.getLong("seed", System.nanoTime());

	@TempDir
	Path folder;

	@Test
	void everyCallIsRightOrRefused() {
		System.out.println("random calls: -Dseed=" + SEED + " -Dcalls=" + CALLS);
		int accepted = 0;
		for (long seed = SEED; seed < SEED + CALLS; seed++) {
			final long one = seed;
			if (assertTimeoutPreemptively(Duration.ofSeconds(60), () -> call(one), "-Dseed=" + one))
				accepted++;
		}
		System.out.println(accepted + " accepted");
		assertTrue(CALLS < 100 || accepted > CALLS / 5 && accepted < CALLS, accepted + " accepted");
	}

	private boolean call(final long seed) {
		final Random random = new Random(seed);
		final OddImages kind = OddImages.values()[random.nextInt(OddImages.values().length)];
		final ImagePlus image = kind.draw(random);
		final RandomOptions options = new RandomOptions(random);
		try {
			return new JudgedCall(image, options, folder.resolve("clusters.csv"), random.nextInt(3))
				.judge();
		}
		catch (final AssertionError | RuntimeException e) {
			throw new AssertionError("-Dcalls=1 -Dseed=" + seed + ": " + kind + " " + image + " "
				+ image.getRoi() + ": " + options + "\n" + e, e);
		}
	}
}
