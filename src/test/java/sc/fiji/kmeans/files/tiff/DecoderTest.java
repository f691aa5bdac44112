package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;

import org.junit.jupiter.api.Test;

class DecoderTest {

	private static final int DEFLATE = 8;

	/** Whatever bit of the data or of their checksum is wrong, but for those that fill up a byte. */
	@Test
	void everyDamageOfDeflatedBytesIsSeen() throws IOException {
		final Random random = new Random(1);
		final byte[] bytes = new byte[300];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) random.nextInt(4);
		final byte[] packed = deflated(bytes);
		assertArrayEquals(bytes, Decoder.decode(DEFLATE, packed, bytes.length));
		int same = 0;
		for (int bit = 16; bit < 8 * packed.length; bit++) {
			final byte[] wrong = packed.clone();
			wrong[bit / 8] ^= 1 << bit % 8;
			try {
				assertArrayEquals(bytes, Decoder.decode(DEFLATE, wrong, bytes.length), "bit " + bit);
				same++;
			}
			catch (final IOException seen) {
				// As it should be.
			}
		}
		assertTrue(same < 8, same + " bits");
		for (int length = 0; length < packed.length; length++) {
			final byte[] cut = Arrays.copyOf(packed, length);
			assertThrows(IOException.class, () -> Decoder.decode(DEFLATE, cut, bytes.length));
		}
	}

	/** As some writers fill up the last strip. */
	@Test
	void moreBytesThanAreNeededAreLeftAlone() throws IOException {
		final byte[] bytes = { 1, 2, 3, 4, 5, 6, 7, 8 };
		assertArrayEquals(new byte[] { 1, 2, 3 }, Decoder.decode(DEFLATE, deflated(bytes), 3));
	}

	private static byte[] deflated(final byte[] bytes) {
		final Deflater deflater = new Deflater();
		deflater.setInput(bytes);
		deflater.finish();
		final byte[] packed = new byte[1000];
		final int n = deflater.deflate(packed);
		deflater.end();
		return Arrays.copyOf(packed, n);
	}
}
