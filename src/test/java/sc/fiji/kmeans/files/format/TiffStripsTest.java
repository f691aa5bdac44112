package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.io.FileInfo;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** All pixels of an image are in the strips of its file. */
class TiffStripsTest {

	private static final int HEAD = 8;
	/** Types of ImageJ, the bits of a pixel in a plane of the file, and the number of planes. */
	private static final int[][] TYPES = { { FileInfo.BITMAP, 1, 1 }, { FileInfo.GRAY8, 8, 1 },
		{ FileInfo.COLOR8, 8, 1 }, { FileInfo.GRAY12_UNSIGNED, 12, 1 },
		{ FileInfo.GRAY16_SIGNED, 16, 1 }, { FileInfo.GRAY16_UNSIGNED, 16, 1 },
		{ FileInfo.GRAY32_UNSIGNED, 32, 1 }, { FileInfo.GRAY32_FLOAT, 32, 1 }, { FileInfo.RGB, 24, 1 },
		{ FileInfo.RGB48, 48, 1 }, { FileInfo.RGB_PLANAR, 8, 3 }, { FileInfo.RGB48_PLANAR, 16, 3 } };

	/** An image whose strips stand one behind the other. */
	private static final class Layout {

		private final FileInfo info = new FileInfo();
		private final int rowBytes;
		private final int planes;
		/** Of the file. */
		private int length = HEAD;

		private Layout(final int[] type, final int width, final int height, final int rows) {
			rowBytes = (type[1] * width + 7) / 8;
			planes = type[2];
			info.fileType = type[0];
			info.width = width;
			info.height = height;
			info.rowsPerStrip = rows;
			info.offset = HEAD;
			place();
		}

		private static Layout random(final Random random) {
			return new Layout(TYPES[random.nextInt(TYPES.length)], 1 + random.nextInt(40),
				1 + random.nextInt(30), 1 + random.nextInt(35));
		}

		private void place() {
			final int perPlane = (info.height + info.rowsPerStrip - 1) / info.rowsPerStrip;
			info.stripOffsets = new int[planes * perPlane];
			info.stripLengths = new int[planes * perPlane];
			for (int i = 0; i < planes * perPlane; i++) {
				final int first = i % perPlane * info.rowsPerStrip;
				info.stripOffsets[i] = length;
				info.stripLengths[i] = rowBytes
					* (Math.min(info.height, first + info.rowsPerStrip) - first);
				length += info.stripLengths[i];
			}
		}

		private void check() throws IOException {
			check(new byte[length]);
		}

		/** @param bytes of a file whose head does not matter */
		private void check(final byte[] bytes) throws IOException {
			System.arraycopy(new byte[] { 'I', 'I', 42, 0 }, 0, bytes, 0, 4);
			TemporaryFile.with(bytes, path -> {
				try (TiffFile file = new TiffFile(path)) {
					new TiffStrips(file, info).check();
					return null;
				}
			});
		}

		private String refusal() {
			return assertThrows(IOException.class, this::check).getMessage();
		}
	}

	@Property(tries = 150)
	void bytesAreThoseOfAllStrips(@ForAll final long seed) {
		final Layout layout = Layout.random(new Random(seed));
		assertEquals(Arrays.stream(layout.info.stripLengths).sum(), TiffStrips.bytes(layout.info));
		assertEquals(layout.length - HEAD, TiffStrips.bytes(layout.info));
	}

	@Property(tries = 60)
	void aWholeImageIsTaken(@ForAll final long seed) throws IOException {
		Layout.random(new Random(seed)).check();
	}

	@Property(tries = 60)
	void anImageThatMissesAByteIsRefused(@ForAll final long seed) {
		final Layout layout = Layout.random(new Random(seed));
		layout.length--;
		assertThrows(IOException.class, layout::check);
	}

	/** A strip more than the rows need does no harm; one fewer is missed. */
	@Property(tries = 30)
	void anImageThatMissesAStripIsRefused(@ForAll final long seed) {
		final Layout layout = Layout.random(new Random(seed));
		final int n = layout.info.stripOffsets.length;
		layout.info.stripOffsets = Arrays.copyOf(layout.info.stripOffsets, n - 1);
		layout.info.stripLengths = Arrays.copyOf(layout.info.stripLengths, n - 1);
		final String said = layout.refusal();
		assertTrue(
			said.endsWith(
				"an image has " + (n - 1) + " strips, and its " + layout.info.height + " rows are " + n),
			said);
	}

	private static Layout grey(final int bytes, final int rows) {
		return new Layout(bytes == 1 ? TYPES[1] : new int[] { FileInfo.GRAY16_UNSIGNED, 8 * bytes, 1 },
			10, 10, rows);
	}

	@Test
	void withoutStripsThereIsNoImage() {
		final Layout layout = grey(1, 5);
		layout.info.stripOffsets = null;
		assertEquals("this TIFF file is damaged: an image has 0 strips, and its 10 rows are 2",
			layout.refusal());
	}

	/** The file may say nothing of rows, or of more than there are. */
	@Test
	void oneStripHasAllRows() throws IOException {
		for (final int rows : new int[] { 0, -1, 10, 1000 }) {
			final Layout layout = grey(2, 10);
			layout.info.rowsPerStrip = rows;
			layout.check();
		}
	}

	/** ImageJ reads bytes from the first strip on, and numbers of 16 bits strip by strip. */
	@Test
	void bytesStandOneBehindTheOther() throws IOException {
		final Layout bytes = grey(1, 3);
		bytes.info.stripOffsets[2]++;
		bytes.length++;
		assertEquals("ImageJ can not read this TIFF file: strip 3 does not follow strip 2",
			bytes.refusal());
		final Layout shorts = grey(2, 3);
		shorts.info.stripOffsets[3] += 5;
		shorts.length += 5;
		shorts.check();
	}

	@Test
	void imagesThatStandOnTheirHeadsAreTaken() throws IOException {
		final Layout layout = grey(1, 5);
		layout.info.stripOffsets = new int[] { HEAD + 50, HEAD };
		layout.info.offset = HEAD;
		layout.check(new byte[HEAD + 200]);
	}

	@Property(tries = 20)
	void aStackHasThePixelsOfAllItsImages(@ForAll @IntRange(min = 2, max = 9) final int n)
		throws IOException
	{
		final Layout layout = grey(1, 10);
		layout.info.nImages = n;
		layout.length = HEAD + 100 * n;
		layout.check();
		layout.length--;
		assertTrue(layout.refusal().startsWith("this TIFF file has fewer bytes than its pixels need"));
	}

	@Test
	void lengthsAreThere() {
		final Layout layout = grey(2, 5);
		layout.info.stripLengths = null;
		assertEquals("this TIFF file is damaged: the lengths of its strips are missing",
			layout.refusal());
		layout.info.stripLengths = new int[] { 100 };
		assertEquals("this TIFF file is damaged: the lengths of its strips are missing",
			layout.refusal());
	}

	@Test
	void lengthsAreThoseOfTheRows() {
		final Layout shorter = grey(2, 5);
		shorter.info.stripLengths[0]--;
		assertEquals("this TIFF file is damaged: strip 1 of 2 has 99 bytes, and its rows 100",
			shorter.refusal());
		final Layout longer = grey(2, 5);
		longer.info.stripLengths[0] += 20;
		longer.length += 20;
		assertEquals("this TIFF file is damaged: strip 1 of 2 has 120 bytes, and its rows 100",
			longer.refusal());
	}

	@Test
	void theLastStripMayBeLonger() throws IOException {
		final Layout layout = grey(2, 5);
		layout.info.stripLengths[1] += 50;
		layout.length += 50;
		layout.check();
	}

	@Test
	void stripsDoNotOverlapNorReachBeyondTheFile() {
		final Layout layout = grey(2, 2);
		Arrays.fill(layout.info.stripOffsets, 0);
		Arrays.fill(layout.info.stripLengths, 45);
		layout.length = 224;
		assertEquals("this TIFF file is damaged: its strips overlap", layout.refusal());
		layout.info.stripOffsets[4] = -1;
		assertThrows(EOFException.class, layout::check);
	}

	@Property(tries = 20)
	void compressedStripsHaveTheirRows(@ForAll @IntRange(min = 1, max = 10) final int rows)
		throws IOException
	{
		final Layout layout = grey(1, rows);
		layout.info.compression = FileInfo.PACK_BITS;
		final byte[] bytes = new byte[HEAD + 2 * 10];
		final int n = layout.info.stripOffsets.length;
		for (int i = 0, at = HEAD; i < n; i++, at += 2) {
			bytes[at] = (byte) (1 - layout.info.stripLengths[i]);
			layout.info.stripOffsets[i] = at;
			layout.info.stripLengths[i] = 2;
		}
		layout.check(bytes);
		bytes[HEAD + 2 * (n - 1)]++;
		final String said = assertThrows(IOException.class, () -> layout.check(bytes)).getMessage();
		assertTrue(said.startsWith("this TIFF file is damaged: strip " + n + " of " + n + " has "),
			said);
	}

	@Test
	void runsEndWhereTheFileSaysThatRowsEnd() {
		final Layout layout = grey(1, 5);
		layout.info.compression = FileInfo.PACK_BITS;
		layout.info.rowsPerStrip = -1;
		assertEquals("ImageJ can not read this TIFF file: packed strips of 4294967295 rows",
			layout.refusal());
	}
}
