package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures are turned as EXIF tells. */
class OrientationTest {

	/** Of the stored rows 1 2 3 and 4 5 6: where the first row and column are seen. */
	@ParameterizedTest
	@CsvSource({ "1,3,1 2 3 4 5 6", "2,3,3 2 1 6 5 4", "3,3,6 5 4 3 2 1", "4,3,4 5 6 1 2 3",
		"5,2,1 4 2 5 3 6", "6,2,4 1 5 2 6 3", "7,2,6 3 5 2 4 1", "8,2,3 6 2 5 1 4" })
	void theNumberTellsWhereRowsAndColumnsGo(final int number, final int width, final String seen) {
		final ImageProcessor turned = Orientation.of(exif(ByteOrder.BIG_ENDIAN, 3, number))
			.turned(new ByteProcessor(3, 2, new byte[] { 1, 2, 3, 4, 5, 6 }));
		assertEquals(width, turned.getWidth());
		final StringBuilder pixels = new StringBuilder();
		for (int i = 0; i < 6; i++)
			pixels.append(i == 0 ? "" : " ").append(turned.get(i));
		assertEquals(seen, pixels.toString());
	}

	private static byte[] exif(final ByteOrder order, final int kind, final int number) {
		final ByteBuffer data = ByteBuffer.allocate(26).order(order);
		final byte letter = (byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M');
		data.put(letter).put(letter).putShort((short) 42).putInt(8).putShort((short) 1);
		data.putShort((short) 0x112).putShort((short) kind).putInt(1).putShort((short) number);
		return data.array();
	}

	@Test
	void bothByteOrdersAreRead() {
		assertEquals(Orientation.TO_THE_LEFT, Orientation.of(exif(ByteOrder.LITTLE_ENDIAN, 3, 8)));
		assertEquals(Orientation.TO_THE_LEFT, Orientation.of(exif(ByteOrder.BIG_ENDIAN, 3, 8)));
	}

	@ParameterizedTest
	@CsvSource({ "3,0", "3,9", "3,-1", "4,6", "2,6" })
	void whatIsNoOrientationTurnsNothing(final int kind, final int number) {
		assertEquals(Orientation.UPRIGHT, Orientation.of(exif(ByteOrder.BIG_ENDIAN, kind, number)));
	}

	/** Bytes that mean nothing do no harm. */
	@Property(tries = 200)
	void anyBytesTellOne(@ForAll final byte[] bytes) {
		final byte[] before = bytes.clone();
		assertEquals(Orientation.of(before), Orientation.of(bytes));
		assertArrayEquals(before, bytes);
	}
}
