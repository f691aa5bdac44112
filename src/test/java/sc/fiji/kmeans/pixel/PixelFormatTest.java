package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;

class PixelFormatTest {

	@Test
	void rgbIsRedGreenBlueFromTheTop() {
		final double[] x = new double[3];
		PixelFormat.RGB.unpack(0x123456, x);
		assertArrayEquals(new double[] { 0x12, 0x34, 0x56 }, x);
		assertEquals(0x123456, PixelFormat.RGB.pixel(x));
	}

	@Test
	void centresAreRoundedNotTruncated() {
		assertEquals(0xc8c7ff, PixelFormat.RGB.pixel(new double[] { 199.5, 199.4999, 254.9 }));
		assertEquals(200, PixelFormat.grey(16).pixel(new double[] { 199.9 }));
	}

	@Test
	void bitsOutOfBoundsAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> PixelFormat.grey(0));
		assertThrows(IllegalArgumentException.class, () -> PixelFormat.grey(33));
	}

	@Test
	void coloursAreOrderedByLightnessThenByComponent() {
		// Relative luminance: blue 0.07, red 0.21, green 0.72. Mean of components
		// says otherwise: (200, 0, 0) would come before blue.
		final double[] black = { 0, 0, 0 };
		final double[] blue = { 0, 0, 255 };
		final double[] darkRed = { 200, 0, 0 };
		final double[] green = { 0, 255, 0 };
		final double[] white = { 255, 255, 255 };
		final double[][] sorted = { white, green, darkRed, blue, black };
		Arrays.sort(sorted, PixelFormat.RGB.order());
		assertArrayEquals(new double[][] { black, blue, darkRed, green, white }, sorted);
		assertTrue(PixelFormat.RGB.order().compare(blue.clone(), blue) == 0);
	}

	@Test
	void greyIsOrderedByValue() {
		final PixelSum sum = new PixelSum(PixelFormat.grey(16));
		for (final int value : new int[] { 60000, 100, 30000 })
			sum.add(value);
		final Clusters clusters = sum.histogram(Progress.NONE)
			.cluster(KMeansOptions.defaults(), Progress.NONE);
		assertEquals(100, clusters.centre(1)[0]);
		assertEquals(30000, clusters.centre(2)[0]);
		assertEquals(60000, clusters.centre(3)[0]);
	}
}
