package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;

/** An image that does not fit into memory is refused with words. */
class MemoryTest {

	@Test
	void whatEarlierImagesLeftIsNoneThatIsMissing() throws IOException {
		final long third = Runtime.getRuntime().maxMemory() / 3;
		for (int image = 0; image < 5; image++) {
			Memory.require(third / 1000, 1000, 1, 1);
			assertTrue(new byte[(int) (third / 4)].length > 0);
		}
	}

	@Test
	void sizesThatCanNotBeAreRefused() {
		assertReason("this image is damaged: it has 0 x 5 pixels", 0, 5, 1);
		assertReason("this image is damaged: it has 5 x -1 pixels", 5, -1, 1);
		assertReason("65536 x 32768 pixels: takes fewer than 2^31 in a frame", 65536, 32768, 1);
		final String said = refusal(20000, 20000, 1000);
		assertTrue(said.matches(
			"not enough memory: 20000 x 20000 x 1000 pixels take" + " 1525879 MB, and \\d+ MB are free"),
			said);
	}

	private static void assertReason(final String reason, final long width, final long height,
		final int images)
	{
		assertEquals(reason, refusal(width, height, images));
	}

	private static String refusal(final long width, final long height, final int images) {
		return assertThrows(IOException.class, () -> Memory.require(width, height, images, 4))
			.getMessage();
	}
}
