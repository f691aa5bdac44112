package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of a file in its byte order. */
class TiffFileTest {

	private static final byte[] LITTLE = { 'I', 'I', 42, 0, 1, 2, (byte) 0x83, (byte) 0x84 };
	private static final byte[] BIG = { 'M', 'M', 0, 42, 1, 2, (byte) 0x83, (byte) 0x84 };

	private static <T> T with(final byte[] bytes, final RawTiff.Use<T> use) throws IOException {
		return TemporaryFile.with(bytes, path -> {
			try (TiffFile file = new TiffFile(path)) {
				return use.of(file);
			}
		});
	}

	@Test
	void numbersHaveTheOrderOfTheFileAndNoSign() throws IOException {
		assertEquals(0x84830201L, (long) with(LITTLE, TiffFile::first));
		assertEquals(0x01028384L, (long) with(BIG, TiffFile::first));
		assertEquals(0x8483, (long) with(LITTLE, file -> file.number(6, 2)));
		assertEquals(0x8384, (long) with(BIG, file -> file.number(6, 2)));
	}

	@Test
	void partsHaveTheOrderOfTheFile() throws IOException {
		assertEquals(ByteOrder.LITTLE_ENDIAN, with(LITTLE, file -> file.bytes(4, 3).order()));
		assertEquals(0x010283, with(BIG, file -> file.bytes(4, 3).getShort() << 8 | 0x83).intValue());
		assertEquals(3, with(BIG, file -> file.bytes(4, 3).remaining()).intValue());
		assertEquals(0, with(BIG, file -> file.bytes(8, 0).remaining()).intValue());
		assertEquals(8, (long) with(BIG, TiffFile::length));
	}

	@Property(tries = 30)
	void whatIsWrittenIsRead(@ForAll final int value, @ForAll final boolean isLittle)
		throws IOException
	{
		final RawTiff tiff = new RawTiff(isLittle ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
			.directory(RawTiff.Entry.of(256, 4, value));
		// behind the head, the number of entries, tag, type and number of values
		assertEquals(value & 0xffffffffL, (long) tiff.with(file -> file.number(8 + 2 + 8, 4)));
	}

	@Test
	void beyondTheEndThereIsNothing() {
		for (final int at : new int[] { 5, 8, 100, Integer.MAX_VALUE })
			assertThrows(EOFException.class, () -> with(LITTLE, file -> file.number(at, 4)));
		assertThrows(EOFException.class, () -> with(LITTLE, file -> file.bytes(0, 9)));
		assertThrows(EOFException.class,
			() -> with(LITTLE, file -> file.bytes(0xffffffffL, Integer.MAX_VALUE)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "II\0*", "MM*\0", "II+\0", "PK\3\4", "    " })
	void whatDoesNotBeginAsOneIsNone(final String head) {
		assertEquals("this is no TIFF file",
			assertThrows(IOException.class,
				() -> with((head + "\0\0\0\0").getBytes(StandardCharsets.US_ASCII), TiffFile::first))
				.getMessage());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "I", "II*" })
	void aFileThatIsTooShortIsNone(final String head) {
		assertThrows(EOFException.class,
			() -> with(head.getBytes(StandardCharsets.US_ASCII), TiffFile::first));
	}

	@Test
	void aClosedFileTellsNothing() throws IOException {
		final TiffFile closed = with(LITTLE, file -> file);
		assertThrows(IOException.class, closed::first);
	}

	@Test
	void aFileThatIsMissingIsNotMade() throws IOException {
		final Path file = TemporaryFile.with(LITTLE, path -> path);
		assertThrows(IOException.class, () -> new TiffFile(file));
		assertFalse(Files.exists(file));
	}
}
