package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.cli.CommandLineRun;
import sc.fiji.kmeans.samples.TiffBytes;

/** The command line leaves out what a file says is no data. */
class NoDataFileTest {

	private static final int FORMAT = 339;
	private static final int NO_DATA = 42113;
	private static final int SIDE = 20;

	@TempDir
	private Path folder;

	/** Beside a file of the same pixels that says nothing. */
	@Test
	void eachFileHasItsOwn() throws IOException {
		final Path map = write("map.tif", tiff().text(NO_DATA, "-9999"));
		final Path plain = write("plain.tif", tiff());
		final CommandLineRun run = CommandLineRun.of(map, plain, "--clusters=2", "--output",
			folder.resolve("out"));
		assertEquals(0, run.exitCode);
		assertEquals("[40, 41]", run.values("distinct").toString());
		final byte[] labels = labels("map");
		for (int i = 0; i < labels.length; i++)
			assertEquals(i % 5 == 0, labels[i] == 0);
		assertEquals(0, IntStream.range(0, labels.length).filter(i -> labels("plain")[i] == 0).count());
	}

	@Test
	void appliedToTheSameFileLabelsAreTheSame() throws IOException {
		final Path map = write("map.tif", tiff().text(NO_DATA, "-9999"));
		final Path saved = folder.resolve("saved.csv");
		final Path out = folder.resolve("out");
		CommandLineRun.of(map, "--clusters=2", "--save", saved, "--output", out);
		final byte[] labels = labels("map");
		Files.delete(out.resolve("map-labels.png"));
		assertEquals(0, CommandLineRun.of(map, "--apply", saved, "--output", out).exitCode);
		assertArrayEquals(labels, labels("map"));
	}

	private byte[] labels(final String name) {
		return (byte[]) IJ.openImage(folder.resolve("out/" + name + "-labels.png").toString())
			.getProcessor()
			.getPixels();
	}

	private Path write(final String name, final TiffBytes tiff) throws IOException {
		return Files.write(folder.resolve(name), tiff.bytes());
	}

	/** Every fifth pixel is -9999. */
	private static TiffBytes tiff() {
		final ByteBuffer pixels = ByteBuffer.allocate(4 * SIDE * SIDE).order(ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < SIDE * SIDE; i++)
			pixels.putFloat(i % 5 == 0 ? -9999 : i % 2 * 80 + 20.5f + i / SIDE);
		return TiffBytes.grey(SIDE, SIDE, 32, pixels.array()).with(FORMAT, TiffBytes.SHORT, 3);
	}
}
