package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sc.fiji.kmeans.samples.SampleFile;

/** Whatever part of a file is there: its pixels are those of the whole file, or it is refused. */
class TruncatedFileTest {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@EnumSource
	void aTruncatedFileIsRefusedUnlessAllPixelsAreThere(final SampleFile sample) throws IOException {
		final byte[] bytes = sample.bytes();
		final int[][] whole = pixels(sample.write(folder));
		for (int length = 0; length < bytes.length; length += step(length, bytes.length)) {
			final Path part = folder.resolve("part");
			Files.write(part, Arrays.copyOf(bytes, length));
			final int[][] pixels = pixelsOrNull(part);
			if (pixels != null)
				assertTrue(Arrays.deepEquals(whole, pixels), length + " of " + bytes.length + " bytes");
		}
	}

	@ParameterizedTest
	@EnumSource
	void halfAFileIsRefused(final SampleFile sample) throws IOException {
		final Path part = sample.writePart(folder, sample.bytes().length / 2);
		assertThrows(IOException.class, () -> new ImageFile(part).open());
	}

	/** Every length of head and tail, where the headers and end marks are. */
	private static int step(final int length, final int whole) {
		return length < 100 || length > whole - 20 ? 1 : 1 + (whole - 120) / 23;
	}

	private static int[][] pixelsOrNull(final Path file) {
		try {
			return pixels(file);
		}
		catch (final IOException e) {
			assertFalse(e.getMessage().isEmpty());
			return null;
		}
	}

	private static int[][] pixels(final Path file) throws IOException {
		final ImagePlus image = new ImageFile(file).open();
		return IntStream.rangeClosed(1, image.getStackSize())
			.mapToObj(n -> (int[]) image.getStack().getProcessor(n).convertToRGB().getPixels())
			.toArray(int[][]::new);
	}
}
