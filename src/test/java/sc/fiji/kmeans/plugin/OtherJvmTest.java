package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.saved.ClusterFile;
import sc.fiji.kmeans.segment.Segmentation;

/**
 * Another JVM, with one thread, another compiler and another order of hash codes, gives the
 * same bits for the same random images and settings.
 */
class OtherJvmTest {

	private static final int SEGMENTATIONS = Integer.getInteger("calls", 30);
	private static final long SEED = Long.getLong("seed", System.nanoTime());

	/** What the other JVM runs. @param arguments seed and number */
	public static void main(final String... arguments) {
		System.out.println(bits(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1])));
	}

	@Test
	void anotherJvmGivesTheSameBits() throws IOException, InterruptedException {
		System.out.println("other JVM: -Dseed=" + SEED);
		final String java = Paths.get(System.getProperty("java.home"), "bin", "java").toString();
		final Process other = new ProcessBuilder(java, "-Xmx256m", "-XX:+IgnoreUnrecognizedVMOptions",
			"-XX:TieredStopAtLevel=1", "-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2",
			"-Djava.util.concurrent.ForkJoinPool.common.parallelism=1", "-Djava.awt.headless=true", "-cp",
			System.getProperty("java.class.path"), OtherJvmTest.class.getName(), String.valueOf(SEED),
			String.valueOf(SEGMENTATIONS)).redirectErrorStream(true).start();
		final String expected = bits(SEED, SEGMENTATIONS);
		try (BufferedReader said = new BufferedReader(
			new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8)))
		{
			assertEquals(expected, said.lines().collect(Collectors.joining("\n")));
		}
		assertEquals(0, other.waitFor());
		assertTrue(expected.contains("8: "), expected);
	}

	/** Of labels, segmented pixels and the file of clusters; a line for each. */
	private static String bits(final long seed, final int number) {
		final StringBuilder lines = new StringBuilder("seed " + seed);
		for (long one = seed; one < seed + number; one++)
			lines.append("\n-Dcalls=1 -Dseed=" + one + ": " + bits(one));
		return lines.toString();
	}

	private static String bits(final long seed) {
		final Random random = new Random(seed);
		final ImagePlus image = OddImages.values()[random.nextInt(OddImages.values().length)]
			.draw(random);
		try {
			final Segmentation segmentation = Segmentation.of(image,
				new RandomOptions(random).settings().options(), Progress.NONE);
			return (JudgedCall.pixels(segmentation.labels()) + " "
				+ JudgedCall.pixels(segmentation.segmented())).replace('\n', ' ') + " "
				+ ClusterFile.text(segmentation.clusters()).hashCode();
		}
		catch (final IllegalArgumentException refused) {
			return String.valueOf(refused.getMessage().hashCode());
		}
	}
}
