package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.files.format.RawTiff.Entry;

/** An entry tells of no more values than the file holds, as ImageJ reads them. */
class TiffEntriesTest {

	private static final int OFFSETS = 273;
	private static final int COUNTS = 50838;
	private static final int DATA = 50839;

	private static Void check(final TiffFile file) throws IOException {
		new TiffEntries(file, TiffDirectory.first(file)).check();
		return null;
	}

	private static RawTiff tiff(final Entry... entries) {
		return new RawTiff(ByteOrder.LITTLE_ENDIAN).directory(entries);
	}

	private static String refusal(final RawTiff tiff) {
		return assertThrows(IOException.class, () -> tiff.with(TiffEntriesTest::check)).getMessage();
	}

	@Property(tries = 50)
	void whatTheFileHoldsIsTaken(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		RawTiff.random(random).directory(Entry.randoms(random)).with(TiffEntriesTest::check);
	}

	/** The values stand at the end of the file: one more is too many. */
	@Property(tries = 30)
	void oneValueMoreIsRefused(@ForAll final long seed,
		@ForAll @IntRange(min = 3, max = 9) final int n) throws IOException
	{
		final Random random = new Random(seed);
		final int[] values = random.ints(n).toArray();
		RawTiff.random(random).directory(Entry.of(700, 4, values)).with(TiffEntriesTest::check);
		assertEquals(
			"this TIFF file is damaged: its entry 700 has " + (n + 1)
				+ " values, more than the file holds",
			refusal(RawTiff.random(random).directory(new Entry(700, 4, n + 1, values))));
	}

	/** What ImageJ reads of these, whatever type they say they have: bytes a value. */
	@ParameterizedTest
	@CsvSource({ "273,1,4", "50838,1,4", "279,1,4", "279,3,2", "320,1,2", "270,0,1", "305,0,1",
		"306,0,1", "315,0,1", "316,0,1" })
	void imageJReadsMoreThanTheTypeSays(final int tag, final int type, final int bytes)
		throws IOException
	{
		// the entry itself and the end of the chain are 18 bytes, and its values begin at byte 8
		final int n = 18 / bytes;
		tiff(new Entry(tag, type, n, 8)).with(TiffEntriesTest::check);
		assertEquals("this TIFF file is damaged: its entry " + tag + " has " + (n + 1)
			+ " values, more than the file holds", refusal(tiff(new Entry(tag, type, n + 1, 8))));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 14, 200 })
	void anEntryOfNoKnownTypeHasNoLength(final int type) throws IOException {
		tiff(new Entry(700, type, Integer.MAX_VALUE, -1)).with(TiffEntriesTest::check);
	}

	@Test
	void valuesThatFitIntoTheEntryAreNowhereElse() throws IOException {
		tiff(new Entry(700, 4, 1, -1), new Entry(701, 1, 4, -1), new Entry(702, 3, 2, -1))
			.with(TiffEntriesTest::check);
	}

	@Test
	void offsetsOfSeveralStripsHave32Bits() throws IOException {
		tiff(Entry.of(OFFSETS, 3, 8)).with(TiffEntriesTest::check);
		tiff(Entry.of(OFFSETS, 4, 8, 9)).with(TiffEntriesTest::check);
		assertEquals("ImageJ can not read this TIFF file: offsets of strips have 16 bits",
			refusal(tiff(Entry.of(OFFSETS, 3, 8, 8, 8, 8, 8), Entry.of(700, 4, 1, 2, 3, 4))));
	}

	/** A head of 12 bytes that tells of one kind, and the bytes of the data. */
	private static RawTiff own(final int told, final int... lengths) {
		return tiff(Entry.of(COUNTS, 4, lengths), new Entry(DATA, 4, 3, 0x494a494a, 0x6c61626c, told));
	}

	@Test
	void imageJsOwnDataAreInTheFile() throws IOException {
		own(1, 12, 0).with(TiffEntriesTest::check);
		own(2, 12, 0, 0).with(TiffEntriesTest::check);
		assertEquals(
			"this TIFF file is damaged: its entry 50838 tells of more bytes than the file holds",
			refusal(own(1, 12, 1)));
		assertEquals(
			"this TIFF file is damaged: its entry 50838 tells of more bytes than the file holds",
			refusal(own(1, 12, -1)));
	}

	@Test
	void imageJsOwnDataAreAsManyAsTheirHeadTells() {
		assertEquals("this TIFF file is damaged: its entry 50839 tells of 3 data, and there are 2",
			refusal(own(3, 12, 0, 0)));
		assertEquals(
			"this TIFF file is damaged: its entry 50839 tells of 4294967295 data, and there are 1",
			refusal(own(-1, 12, 0)));
	}

	/** ImageJ does not read such a head at all. */
	@Test
	void aHeadThatIsNoneTellsNothing() throws IOException {
		own(99, 11, 0).with(TiffEntriesTest::check);
		tiff(Entry.of(COUNTS, 4, 12, 0), new Entry(DATA, 4, 3, 1, 2, 99)).with(TiffEntriesTest::check);
		tiff(Entry.of(COUNTS, 4, 12, 1 << 30)).with(TiffEntriesTest::check);
	}
}
