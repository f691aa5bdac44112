package sc.fiji.kmeans.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.process.ByteProcessor;

import java.io.IOException;
import java.util.Random;

import org.junit.jupiter.api.Test;

class SomeBandsTest {

	/** Its bands are bands of the whole. */
	@Test
	void rowsAreThoseOfTheWhole() throws IOException {
		final Random random = new Random(6);
		for (int trial = 0; trial < 100; trial++) {
			final byte[] pixels = new byte[3 * (1 + random.nextInt(40))];
			random.nextBytes(pixels);
			final ImageBands whole = new BandsOfImage(
				new ImagePlus("", new ByteProcessor(3, pixels.length / 3, pixels)), 1 + random.nextInt(7));
			final int first = random.nextInt(whole.bands()) * whole.rows();
			final int height = Math.min(whole.rows() * (1 + random.nextInt(3)), whole.height() - first);
			final SomeBands part = new SomeBands(whole, first, height);
			assertEquals(whole.head().getHeight(), part.head().getHeight());
			assertEquals((height - 1) / whole.rows() + 1, part.bands());
			for (int y = 0; y < height; y += part.rows()) {
				final int rows = Math.min(part.rows(), height - y);
				assertArrayEquals((byte[]) whole.band(1, first + y, rows).getProcessor().getPixels(),
					(byte[]) part.band(1, y, rows).getProcessor().getPixels());
			}
		}
	}
}
