package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.samples.TiffBytes;

/** Files that were read for ever, or took much memory before they were refused. */
class EndlessFileTest {

	private static final Duration LIMIT = Duration.ofSeconds(20);
	private static final int SIZE = 8;
	/** Where the packets of the sample begin. */
	private static final int PACKETS = 0x85;

	@TempDir
	private Path folder;

	@Test
	void aTiffFileHasBits() {
		assertRefused("0 bits of a sample", tiff().with(258, TiffBytes.SHORT, 0).bytes());
	}

	@Test
	void valuesOfATiffFileHaveAKnownType() {
		final TiffBytes two = TiffBytes.grey(SIZE, SIZE / 2, 8, new byte[SIZE * SIZE])
			.with(277, TiffBytes.SHORT, 2)
			.with(258, TiffBytes.SHORT, 8, 8);
		assertRefused("type 99", two.with(339, 99, 1).count(339, 8_000_000).bytes());
	}

	@Test
	void rowsOfATiffFileAreInTheFile() {
		assertRefused("", tiff().with(256, TiffBytes.LONG, 100_000_000).bytes());
	}

	@Test
	void headsOfPacketsOfAJpeg2000FileEnd() throws IOException {
		for (final int filler : new int[] { 0xff, 0xfe, 0x7f, 0 }) {
			final byte[] stream = jpeg2000();
			Arrays.fill(stream, PACKETS, stream.length - 2, (byte) filler);
			assertTimeoutPreemptively(LIMIT, () -> {
				try {
					open(stream);
				}
				catch (final IOException e) {
					assertTrue(e.getMessage().startsWith("this image is damaged"), e.getMessage());
				}
			}, String.valueOf(filler));
		}
	}

	@Test
	void tilesOfAJpeg2000FileAreInTheFile() throws IOException {
		final byte[] tiles = jpeg2000();
		ByteBuffer.wrap(tiles).putInt(24, 1).putInt(28, 1);
		assertRefused("too short for its tiles", tiles);
		final byte[] beside = jpeg2000();
		ByteBuffer.wrap(beside).putInt(32, 99);
		assertRefused("its first tile is beside it", beside);
	}

	@Test
	void partsOfAJpeg2000FileHaveTheLengthThatTheyTell() throws IOException {
		for (final int length : new int[] { 1, 20, 400, Integer.MAX_VALUE }) {
			final byte[] stream = jpeg2000();
			final ByteBuffer bytes = ByteBuffer.wrap(stream);
			bytes.putInt(part(stream) + 6, length);
			assertRefused("", stream);
		}
	}

	@Test
	void packedHeadsOfAJpeg2000FileAreRefused() throws IOException {
		final byte[] stream = jpeg2000();
		stream[part(stream) - 38] = 0x60;
		assertRefused("packed heads", stream);
	}

	/** Where the first part of a tile begins. */
	private static int part(final byte[] stream) {
		int at = 0;
		while ((stream[at] & 0xff) != 0xff || (stream[at + 1] & 0xff) != 0x90)
			at++;
		return at;
	}

	private static byte[] jpeg2000() throws IOException {
		return Files.readAllBytes(ForeignFile.FOLDER.resolve("grey.j2k"));
	}

	private static TiffBytes tiff() {
		return TiffBytes.grey(SIZE, SIZE, 8, new byte[SIZE * SIZE]);
	}

	private void assertRefused(final String reason, final byte[] bytes) {
		assertTimeoutPreemptively(LIMIT, () -> {
			final String said = assertThrows(IOException.class, () -> open(bytes)).getMessage();
			assertTrue(said.contains(reason), said);
		});
	}

	private Object open(final byte[] bytes) throws IOException {
		return new ImageFile(Files.write(folder.resolve("file"), bytes)).open();
	}
}
