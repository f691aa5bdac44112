package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.files.format.RawTiff.Entry;

/** Entries are told as they were written, in either byte order. */
class TiffDirectoryTest {

	private static final int TEXT = 270;

	@Property(tries = 50)
	void entriesComeBack(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final Entry[] entries = Entry.randoms(random);
		RawTiff.random(random).directory(entries).with(file -> {
			final TiffDirectory directory = TiffDirectory.first(file);
			assertEquals(entries.length, directory.size());
			for (int i = 0; i < entries.length; i++)
				assertEntry(entries[i], directory, i);
			return null;
		});
	}

	private static void assertEntry(final Entry entry, final TiffDirectory directory, final int i)
		throws IOException
	{
		assertEquals(i, directory.find(entry.tag));
		assertEquals(entry.tag, directory.tag(i));
		assertEquals(entry.type, directory.type(i));
		assertEquals(entry.count, directory.count(i));
		assertEquals(entry.count * (entry.type == 3 ? 2 : 4), directory.bytes(i));
		assertEquals(entry.number(), directory.number(entry.tag, -1));
	}

	@Property(tries = 20)
	void whatIsNotThereIsTheOther(@ForAll final long seed, @ForAll final long other)
		throws IOException
	{
		final Random random = new Random(seed);
		RawTiff.random(random).directory(Entry.randoms(random)).with(file -> {
			assertEquals(-1, TiffDirectory.first(file).find(255));
			assertEquals(other, TiffDirectory.first(file).number(255, other));
			return assertNoText(TiffDirectory.first(file), 255);
		});
	}

	private static Void assertNoText(final TiffDirectory directory, final int tag)
		throws IOException
	{
		assertEquals(Optional.empty(), directory.text(tag));
		return null;
	}

	@Property(tries = 30)
	void allImagesOfAFileAreFoundInTheirOrder(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 8) final int n) throws IOException
	{
		final Random random = new Random(seed);
		final RawTiff tiff = RawTiff.random(random);
		final int[] widths = random.ints(n, 1, 1 << 16).toArray();
		for (final int width : widths)
			tiff.directory(Entry.of(256, 4, width), Entry.of(257, 3, 1, 2, 3));
		assertEquals(Arrays.stream(widths).boxed().collect(Collectors.toList()),
			tiff.with(file -> widths(TiffDirectory.all(file))));
	}

	private static List<Integer> widths(final List<TiffDirectory> directories) throws IOException {
		return directories.stream().map(TiffDirectoryTest::width).collect(Collectors.toList());
	}

	private static int width(final TiffDirectory directory) {
		try {
			return (int) directory.number(256, -1);
		}
		catch (final IOException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void ofSeveralEntriesWithATagTheLastHolds() throws IOException {
		final RawTiff tiff = new RawTiff(ByteOrder.BIG_ENDIAN).directory(Entry.of(256, 3, 7),
			Entry.of(256, 3, 8), Entry.of(257, 3, 9));
		assertEquals(8, (long) tiff.with(file -> TiffDirectory.first(file).number(256, -1)));
		assertEquals(1, tiff.with(file -> TiffDirectory.first(file).find(256)).intValue());
	}

	/** By the table of types of TIFF 6.0, and 13, an offset. */
	@ParameterizedTest
	@CsvSource({ "0,0", "1,1", "2,1", "3,2", "4,4", "5,8", "6,1", "7,1", "8,2", "9,4", "10,8", "11,4",
		"12,8", "13,4", "14,0", "65535,0" })
	void eachTypeHasItsSize(final int type, final int size) throws IOException {
		final RawTiff tiff = new RawTiff(ByteOrder.LITTLE_ENDIAN)
			.directory(new Entry(256, type, 1000, 0));
		assertEquals(1000L * size, (long) tiff.with(file -> TiffDirectory.first(file).bytes(0)));
	}

	@Test
	void countsAndOffsetsHaveNoSign() throws IOException {
		final RawTiff tiff = new RawTiff(ByteOrder.LITTLE_ENDIAN)
			.directory(new Entry(65535, 4, -1, -2));
		assertEquals(65535, tiff.with(file -> TiffDirectory.first(file).tag(0)).intValue());
		assertEquals(0xffffffffL, (long) tiff.with(file -> TiffDirectory.first(file).count(0)));
		assertEquals(0x3fffffffcL, (long) tiff.with(file -> TiffDirectory.first(file).bytes(0)));
		assertEquals(0xfffffffeL, (long) tiff.with(file -> TiffDirectory.first(file).offset(0)));
		assertThrows(EOFException.class,
			() -> tiff.with(file -> TiffDirectory.first(file).number(65535, 0)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "abc", "abcd", "abcde", "a longer text" })
	void aTextEndsWithItsFirstZero(final String text) throws IOException {
		for (final String rest : new String[] { "", "\0", "\0more", "\0\0" }) {
			final RawTiff tiff = new RawTiff(ByteOrder.BIG_ENDIAN)
				.directory(Entry.text(TEXT, text + rest));
			assertEquals(Optional.of(text), tiff.with(file -> TiffDirectory.first(file).text(TEXT)));
		}
	}

	@Test
	void aTextOfABookIsNone() throws IOException {
		new RawTiff(ByteOrder.BIG_ENDIAN).directory(new Entry(TEXT, 2, 1 << 15, 0))
			.with(file -> assertNoText(TiffDirectory.first(file), TEXT));
	}

	@Test
	void aTextThatIsNotThereIsMissed() {
		final RawTiff tiff = new RawTiff(ByteOrder.BIG_ENDIAN).directory(new Entry(TEXT, 2, 99, 1000));
		assertThrows(EOFException.class, () -> tiff.with(file -> TiffDirectory.first(file).text(TEXT)));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5 })
	void aRingIsRefused(final int n) {
		final RawTiff tiff = new RawTiff(ByteOrder.LITTLE_ENDIAN);
		IntStream.range(0, n).forEach(i -> tiff.directory(Entry.of(256, 3, i)));
		assertRefused("its images form a ring", tiff.ring());
	}

	@Test
	void aDirectoryHasEntriesButNotTooMany() {
		assertRefused("a directory has 0 entries: takes 1 to 1000",
			new RawTiff(ByteOrder.LITTLE_ENDIAN).directory());
		final byte[] many = new RawTiff(ByteOrder.BIG_ENDIAN).directory(Entry.of(256, 3, 1)).bytes();
		many[8] = 1001 >> 8;
		many[9] = (byte) 1001;
		final IOException refusal = assertThrows(IOException.class,
			() -> TemporaryFile.with(many, path -> TiffDirectory.first(new TiffFile(path))));
		assertEquals("this TIFF file is damaged: a directory has 1001 entries: takes 1 to 1000",
			refusal.getMessage());
	}

	private static void assertRefused(final String reason, final RawTiff tiff) {
		assertEquals("this TIFF file is damaged: " + reason,
			assertThrows(IOException.class, () -> tiff.with(TiffDirectory::all)).getMessage());
	}

	@Property(tries = 5)
	void aDirectoryThatIsCutShortIsMissed(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final Entry[] entries = Entry.randoms(random);
		final byte[] whole = RawTiff.random(random).directory(entries).bytes();
		for (int length = 8; length < 8 + 2 + 12 * entries.length + 4; length++) {
			final byte[] part = Arrays.copyOf(whole, length);
			assertFalse(TemporaryFile.with(part, TiffDirectoryTest::isWhole), length + " bytes");
		}
	}

	private static boolean isWhole(final Path path) throws IOException {
		try (TiffFile file = new TiffFile(path)) {
			return TiffDirectory.all(file).size() == 1;
		}
		catch (final EOFException missing) {
			return false;
		}
	}
}
