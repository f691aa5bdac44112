package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a head tells, and what it must not. */
class PictureHeadTest {

	private static PictureHead head(final long width, final long height) {
		return new PictureHead(width, height, 4, true);
	}

	private static String tooShort(final PictureHead head, final double most) {
		return assertThrows(IOException.class, () -> head.requireAtMost(most)).getMessage();
	}

	@ParameterizedTest
	@CsvSource({ "1,1,true", "0,1,false", "1,0,false", "-1,1,false", "1,-1,false", "-1,-1,false" })
	void pixelsAreWidthTimesHeight(final long width, final long height, final boolean has) {
		assertEquals(has, head(width, height).hasPixels());
	}

	@Test
	void itTellsWhetherImageJReadsItsKind() {
		assertTrue(head(1, 1).isForImageJ());
		assertEquals(false, new PictureHead(1, 1, 4, false).isForImageJ());
	}

	/** Their product has more than 64 bits. */
	@Test
	void noSizeIsTooLargeToBeCompared() throws IOException {
		head(1L << 32, 1L << 32).requireAtMost(Math.scalb(1.0, 64));
		assertEquals("this image is damaged: its file is too short for 4294967296 x 4294967296 pixels",
			tooShort(head(1L << 32, 1L << 32), 1e19));
	}

	@Test
	void moreFramesNeedMoreMemory() throws IOException {
		final long sixteenth = Runtime.getRuntime().maxMemory() / 16;
		final PictureHead head = head(1000, sixteenth / 4000);
		head.requireMemory(1);
		assertTrue(assertThrows(IOException.class, () -> head.requireMemory(17)).getMessage()
			.matches("not enough memory: 1000 x \\d+ x 17 pixels take .*"));
	}

	@Test
	void aHeadWithoutPixelsIsDamaged() {
		assertEquals("this image is damaged: it has 0 x 7 x 2 pixels",
			assertThrows(IOException.class, () -> head(0, 7).requireMemory(2)).getMessage());
	}
}
