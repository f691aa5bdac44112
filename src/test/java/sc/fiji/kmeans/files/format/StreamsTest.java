package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Numbers whose lowest byte comes first, and what is passed over. */
class StreamsTest {

	private static DataInputStream in(final byte... bytes) {
		return new DataInputStream(new ByteArrayInputStream(bytes));
	}

	@Property(tries = 50)
	void numbersComeBack(@ForAll final int number, @ForAll @IntRange(max = 65535) final int small)
		throws IOException
	{
		final DataInputStream in = in(ByteBuffer.allocate(6)
			.order(ByteOrder.LITTLE_ENDIAN)
			.putInt(number)
			.putShort((short) small)
			.array());
		assertEquals(number, Streams.intOf(in));
		assertEquals(small, Streams.shortOf(in));
		assertEquals(-1, in.read());
	}

	@Test
	void asManyBytesArePassedOver() throws IOException {
		final DataInputStream in = in((byte) 1, (byte) 2, (byte) 3);
		Streams.skip(in, 0);
		Streams.skip(in, -5);
		Streams.skip(in, 2);
		assertEquals(3, in.read());
	}

	@Test
	void noneIsPassedOverThatIsNotThere() {
		assertThrows(EOFException.class, () -> Streams.skip(in((byte) 1, (byte) 2), 3));
		assertThrows(EOFException.class, () -> Streams.shortOf(in((byte) 1)));
		assertThrows(EOFException.class, () -> Streams.intOf(in((byte) 1, (byte) 2, (byte) 3)));
	}
}
