package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.kmeans.files.list.FoundImage;
import sc.fiji.kmeans.files.list.PlannedImage;
import sc.fiji.kmeans.files.tiff.TiffImage;
import sc.fiji.kmeans.image.PageMeaning;
import sc.fiji.kmeans.samples.TiffBytes;

/** Which images are segmented in bands. */
class LargeImageTest {

	private static final int ORIENTATION = 274;

	@TempDir
	private Path folder;

	/** The pixels are a hole in the file. */
	private Path file(final int width, final int height, final int bits, final int orientation)
		throws IOException
	{
		final byte[] start = TiffBytes.grey(width, height, bits, new byte[0])
			.with(ORIENTATION, TiffBytes.SHORT, orientation)
			.with(339, TiffBytes.SHORT, bits == 32 ? 3 : 1)
			.with(273, TiffBytes.LONG, 4096)
			.with(279, TiffBytes.LONG, width * height * bits / 8)
			.bytes();
		final Path file = folder.resolve("a.tif");
		Files.write(file, start);
		try (RandomAccessFile pixels = new RandomAccessFile(file.toFile(), "rw")) {
			pixels.setLength(4096 + (long) width * height * bits / 8);
		}
		return file;
	}

	/** Of 32 bits pixels are sorted to be counted. */
	@ParameterizedTest
	@CsvSource({ "536870912,8,18944", "67108863,32,6144" })
	void aRowThatIsTooLongIsRefusedAtOnce(final int width, final int bits, final int megabytes)
		throws IOException
	{
		final Path file = file(width, 1, bits, 1);
		final String message = assertThrows(IOException.class,
			() -> Segmenter.learning(null, key -> null)
				.openLarge(new PlannedImage(1, FoundImage.of(file), folder, "", "")))
			.getMessage();
		assertTrue(message.matches("not enough memory: one row of " + width + " pixels takes "
			+ megabytes + " MB, and \\d+ MB are free"), message);
	}

	@ParameterizedTest
	@CsvSource({ "4096,4096,8,1,false", "4097,4096,8,1,true", "4097,4096,8,3,true",
		"4097,4096,8,6,false", "4096,4096,32,1,false", "1,16777217,16,1,true" })
	void thoseOfManyPixels(final int width, final int height, final int bits, final int orientation,
		final boolean isLarge) throws IOException
	{
		final Optional<TiffImage> large = LargeImage.of(file(width, height, bits, orientation),
			PageMeaning.FRAMES);
		assertEquals(isLarge, large.isPresent());
		if (large.isPresent()) large.get().close();
	}
}
