package sc.fiji.kmeans.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;

import org.junit.jupiter.api.Test;

class SomeBandsTest {

	/** Each row is in one part, and parts are of nearly as many bands. */
	@Test
	void allPartsAreTheWhole() throws IOException {
		final Random random = new Random(6);
		for (int trial = 0; trial < 100; trial++) {
			final byte[] pixels = new byte[3 * (1 + random.nextInt(40))];
			random.nextBytes(pixels);
			final ImageBands whole = new BandsOfImage(
				new ImagePlus("", new ByteProcessor(3, pixels.length / 3, pixels)), 1 + random.nextInt(7));
			final int bands = whole.bands();
			assertArrayEquals(pixels, joined(whole, 1 + random.nextInt(bands)));
		}
	}

	private static byte[] joined(final ImageBands whole, final int parts) throws IOException {
		final int bands = whole.bands();
		final ByteArrayOutputStream joined = new ByteArrayOutputStream();
		for (int n = 0; n < parts; n++) {
			final SomeBands part = new SomeBands(whole, n, parts);
			assertEquals(whole.head().getHeight(), part.head().getHeight());
			final int own = part.bands();
			assertTrue(own == bands / parts || own == (bands - 1) / parts + 1, own + " of " + bands);
			for (int y = 0; y < part.height(); y += part.rows())
				joined.write((byte[]) part.band(1, y, Math.min(part.rows(), part.height() - y))
					.getProcessor()
					.getPixels());
		}
		return joined.toByteArray();
	}
}
