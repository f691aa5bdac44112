package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

/** Code streams of JPEG 2000, mark by mark, and the files that they stand in. */
class CodeStreamTest {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
	private final DataOutputStream out = new DataOutputStream(bytes);

	private void segment(final int mark, final int length) throws IOException {
		out.writeShort(mark);
		out.writeShort(length);
		out.write(new byte[length - 2]);
	}

	/** A part of a tile with so many bytes of data. @param told the length that it says */
	private void part(final int data, final int told) throws IOException {
		out.writeShort(0xff90);
		out.writeShort(10);
		out.writeShort(0);
		out.writeInt(told);
		out.writeShort(1);
		segment(0xff52, 7);
		out.writeShort(0xff93);
		out.write(new byte[data]);
	}

	private static int length(final int data) {
		return 12 + 2 + 7 + 2 + data;
	}

	private void end() throws IOException {
		out.writeShort(0xffd9);
	}

	private static void check(final byte[] stream) throws IOException {
		new CodeStream(new DataInputStream(new ByteArrayInputStream(stream))).check();
	}

	private String refusal() {
		return assertThrows(IOException.class, () -> check(bytes.toByteArray())).getMessage();
	}

	@Property(tries = 60)
	void partsFollowEachOtherToTheEnd(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		bytes.reset();
		for (int n = random.nextInt(4); n > 0; n--)
			segment(0xff52 + n, 2 + random.nextInt(20));
		final int parts = 1 + random.nextInt(4);
		for (int n = 0; n < parts; n++) {
			final int data = random.nextInt(50);
			// The last part need not tell its length.
			part(data, n == parts - 1 && random.nextBoolean() ? 0 : length(data));
		}
		end();
		final byte[] whole = bytes.toByteArray();
		check(whole);
		final byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));
		assertThrows(IOException.class, () -> check(cut));
	}

	@Test
	void wrongLengthsAreDamage() throws IOException {
		part(20, length(19));
		end();
		assertEquals("this image is damaged: a part of it has a wrong length", refusal());
		bytes.reset();
		part(20, 5);
		end();
		assertEquals("this image is damaged: a part of it has a wrong length", refusal());
		bytes.reset();
		part(20, length(21));
		end();
		assertThrows(IOException.class, () -> check(bytes.toByteArray()));
	}

	@Test
	void marksAreMarks() throws IOException {
		out.writeShort(0x1234);
		out.writeShort(2);
		assertEquals("this image is damaged: its head is broken", refusal());
		bytes.reset();
		out.writeShort(0xff52);
		out.writeShort(1);
		assertEquals("this image is damaged: its head is broken", refusal());
	}

	@Test
	void packedHeadsAreNamed() throws IOException {
		segment(0xff60, 5);
		assertTrue(refusal().contains("JPEG 2000 with packed heads"));
	}

	/** A part without a length goes on to the end of the file, where the end is due. */
	@Test
	void theLastPartEndsWithTheEnd() throws IOException {
		part(20, 0);
		assertThrows(EOFException.class, () -> check(bytes.toByteArray()));
		end();
		check(bytes.toByteArray());
		out.write(0);
		assertThrows(EOFException.class, () -> check(bytes.toByteArray()));
	}

	/** A stream for itself, or in boxes. */
	private byte[] file(final int components, final int depth, final int side, final int tile,
		final boolean isBoxed) throws IOException
	{
		bytes.reset();
		if (isBoxed) {
			out.writeInt(12);
			out.writeInt(0x6a502020);
			out.writeInt(0x0d0a870a);
			// A box whose length has 8 bytes.
			out.writeInt(1);
			out.writeInt(0x66747970);
			out.writeLong(20);
			out.writeInt(0);
			out.writeInt(0);
			out.writeInt(0x6a703263);
		}
		out.writeShort(0xff4f);
		out.writeShort(0xff51);
		out.writeShort(38 + 3 * components);
		out.writeShort(0);
		out.writeInt(side + 5);
		out.writeInt(side + 7);
		out.writeInt(5);
		out.writeInt(7);
		out.writeInt(tile);
		out.writeInt(tile);
		out.writeInt(0);
		out.writeInt(0);
		out.writeShort(components);
		for (int c = 0; c < components; c++) {
			out.writeByte(depth - 1);
			out.writeShort(0x101);
		}
		part(20, 0);
		end();
		return bytes.toByteArray();
	}

	private static PictureHead read(final byte[] file) throws IOException {
		final Jpeg2000File picture = new Jpeg2000File(
			new DataInputStream(new ByteArrayInputStream(file)));
		final PictureHead head = picture.head();
		picture.check(head, file.length);
		return head;
	}

	@Test
	void headsTellTheSize() throws IOException {
		for (final boolean isBoxed : new boolean[] { true, false })
			PictureFileContract.assertSize(30, 30, read(file(3, 8, 30, 64, isBoxed)));
	}

	@Test
	void otherComponentsAreNamed() throws IOException {
		final int[][] others = { { 5, 8 }, { 3, 17 } };
		for (final int[] other : others) {
			final byte[] file = file(other[0], other[1], 30, 64, false);
			assertTrue(assertThrows(IOException.class, () -> read(file)).getMessage()
				.contains("JPEG 2000 of " + other[0] + " components of " + other[1] + " bits"));
		}
	}

	/** Each tile takes some bytes, and the first one has the first pixel. */
	@Test
	void tilesAreInTheFile() throws IOException {
		final byte[] many = file(3, 8, 3000, 16, false);
		assertTrue(assertThrows(IOException.class, () -> read(many)).getMessage()
			.contains("its file is too short for its tiles"));
		final byte[] beside = file(3, 8, 30, 4, false);
		assertTrue(assertThrows(IOException.class, () -> read(beside)).getMessage()
			.contains("its first tile is beside it"));
	}
}
