package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Codes stand for as many letters as were written. */
class LzwCodesTest {

	/** Of a TIFF file, which has to begin anew before codes would need 13 bits. */
	private static final int MOST = 4094;
	/** More than a table has. */
	private static final int NEVER = 5000;

	/** Letters that often follow each other, so that codes become long. */
	private static byte[] letters(final Random random, final int n, final int bits) {
		final byte[] letters = new byte[n];
		final int few = 1 + random.nextInt(1 << bits);
		for (int i = 0; i < n; i++)
			letters[i] = i > 0 && random.nextInt(3) > 0 ? letters[i - 1] : (byte) random.nextInt(few);
		return letters;
	}

	@Property(tries = 40)
	void ofATiffFileAllLettersAreCounted(@ForAll final long seed,
		@ForAll @IntRange(max = 6000) final int n,
		@ForAll @IntRange(min = 300, max = MOST) final int most) throws IOException
	{
		final byte[] data = CodeWriter.tiff().whole(letters(new Random(seed), n, 8), most);
		assertEquals(n, LzwCodes.ofTiff(data).length(Long.MAX_VALUE));
	}

	@Property(tries = 40)
	void ofAGifFileAllLettersAreCounted(@ForAll final long seed,
		@ForAll @IntRange(max = 6000) final int n, @ForAll @IntRange(min = 1, max = 8) final int bits,
		@ForAll @IntRange(min = 300, max = NEVER) final int most) throws IOException
	{
		final byte[] data = CodeWriter.gif(bits).whole(letters(new Random(seed), n, bits), most);
		assertEquals(n, LzwCodes.ofGif(data, bits).length(Long.MAX_VALUE));
	}

	/** A GIF file need not begin with an empty table, nor say where it ends. */
	@Property(tries = 20)
	void aGifFileMayBeginAndEndWithoutAWord(@ForAll final long seed,
		@ForAll @IntRange(max = 400) final int n) throws IOException
	{
		final byte[] data = CodeWriter.gif(7).data(letters(new Random(seed), n, 7), NEVER).bytes();
		final long length = LzwCodes.ofGif(data, 7).length(Long.MAX_VALUE);
		assertTrue(n == length || n + 1 == length, length + " of " + n);
	}

	@Property(tries = 40)
	void beyondTheLimitNothingIsCounted(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 500) final int n, @ForAll @IntRange(max = 600) final int limit)
		throws IOException
	{
		final byte[] data = CodeWriter.tiff().whole(letters(new Random(seed), n, 8), MOST);
		final long length = LzwCodes.ofTiff(data).length(limit);
		assertTrue(Math.min(limit, n) <= length && length <= n, length + " of " + n);
		if (limit == 0) assertEquals(0, length);
	}

	/** And in the end there are all of them. */
	@Property(tries = 20)
	void moreBytesAreMoreLetters(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 300) final int n) throws IOException
	{
		final byte[] data = CodeWriter.gif(8).whole(letters(new Random(seed), n, 8), NEVER);
		long before = 0;
		for (int part = 0; part <= data.length; part++) {
			final long length = LzwCodes.ofGif(Arrays.copyOf(data, part), 8).length(Long.MAX_VALUE);
			assertTrue(before <= length && length <= n);
			before = length;
		}
		assertEquals(n, before);
		assertTrue(LzwCodes.ofGif(Arrays.copyOf(data, data.length / 2), 8).length(n) < n);
	}

	/** Of random letters nearly each is a code, and 3838 codes fill the table. */
	@Property(tries = 6)
	void aTableIsFullWhereNobodyEmptiesIt(@ForAll final long seed) throws IOException {
		final byte[] noise = new byte[9000];
		new Random(seed).nextBytes(noise);
		assertTrue(overfull(CodeWriter.gif(8).whole(noise, NEVER)));
		assertFalse(overfull(CodeWriter.gif(8).whole(noise, 4096)));
		assertFalse(overfull(CodeWriter.gif(8).whole(Arrays.copyOf(noise, 3000), NEVER)));
	}

	private static boolean overfull(final byte[] data) throws IOException {
		final LzwCodes codes = LzwCodes.ofGif(data, 8);
		codes.length(Long.MAX_VALUE);
		return codes.isOverfull();
	}

	@Test
	void aCodeMayStandForWhatItIsJustToMean() throws IOException {
		// 1; then 6, which is "1 and its own first letter"; then 7, which is 6 and one more: 1 + 2 + 3
		assertEquals(6,
			LzwCodes.ofGif(CodeWriter.gif(2).clear().code(1).code(6).code(7).end().bytes(), 2)
				.length(Long.MAX_VALUE));
	}

	@Test
	void whatComesBehindTheEndIsNotCounted() throws IOException {
		assertEquals(1,
			LzwCodes.ofGif(CodeWriter.gif(2).clear().code(3).end().code(3).code(3).bytes(), 2)
				.length(Long.MAX_VALUE));
	}

	@Test
	void aCodeThatStandsForNothingIsRefused() {
		assertRefused(LzwCodes.ofGif(CodeWriter.gif(2).clear().code(6).bytes(), 2));
		assertRefused(LzwCodes.ofGif(CodeWriter.gif(2).clear().code(0).code(7).bytes(), 2));
		assertRefused(LzwCodes.ofTiff(CodeWriter.tiff().clear().code(65).code(259).bytes()));
	}

	@Test
	void anEmptyTableForgetsItsCodes() {
		assertRefused(
			LzwCodes.ofGif(CodeWriter.gif(2).clear().code(1).code(6).clear().code(1).code(7).bytes(), 2));
	}

	@Test
	void aTiffFileBeginsWithAnEmptyTable() {
		assertRefused(LzwCodes.ofTiff(CodeWriter.tiff().code(65).end().bytes()));
		assertRefused(LzwCodes.ofTiff(new byte[0]));
	}

	private static void assertRefused(final LzwCodes codes) {
		assertEquals("is no LZW data",
			assertThrows(IOException.class, () -> codes.length(Long.MAX_VALUE)).getMessage());
	}
}
