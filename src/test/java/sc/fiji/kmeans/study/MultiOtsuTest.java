package sc.fiji.kmeans.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Beside the definition and k-means. */
class MultiOtsuTest {

	/** 16 values, so that all thresholds can be tried. */
	private static int[] histogram(final Random random) {
		final int[] histogram = new int[256];
		for (int i = 0; i < 16; i++)
			histogram[i * 16 + random.nextInt(16)] = 1 + random.nextInt(100);
		return histogram;
	}

	@Test
	void noTwoThresholdsAreBetter() {
		final Random random = new Random(1);
		for (int trial = 0; trial < 20; trial++) {
			final int[] histogram = histogram(random);
			double least = Double.POSITIVE_INFINITY;
			for (int a = 0; a < 256; a += 4)
				for (int b = a; b < 256; b += 4)
					least = Math.min(least, within(histogram, a, b));
			final int[] classes = new MultiOtsu(histogram).classes(3);
			final double found = within(histogram, classes);
			assertTrue(found <= least * (1 + 1e-9), found + " > " + least);
		}
	}

	private static double within(final int[] histogram, final int a, final int b) {
		return within(histogram, IntStream.range(0, 256).map(i -> i < a ? 1 : i < b ? 2 : 3).toArray());
	}

	/** The sum of squared deviations from the means of the classes. */
	private static double within(final int[] histogram, final int[] classes) {
		double sum = 0;
		for (int c = 1; c <= 3; c++) {
			final int of = c;
			final int[] bins = IntStream.range(0, 256).filter(i -> classes[i] == of).toArray();
			final double n = Arrays.stream(bins).mapToDouble(i -> histogram[i]).sum();
			if (n == 0) continue;
			final double mean = Arrays.stream(bins).mapToDouble(i -> i * histogram[i]).sum() / n;
			sum += Arrays.stream(bins).mapToDouble(i -> histogram[i] * (i - mean) * (i - mean)).sum();
		}
		return sum;
	}

	/** Of 8 bits both are the same optimum. */
	@Test
	void itsClassesAreTheClustersOfKMeans() {
		final Picture picture = Family.COLONIES.picture(0);
		assertArrayEquals(Ours.with("k-means", options -> options).labels(picture),
			Thresholds.multiOtsu().labels(picture));
	}
}
