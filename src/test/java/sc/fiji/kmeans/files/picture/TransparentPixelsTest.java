package sc.fiji.kmeans.files.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.process.ImageProcessor;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cli.CommandLineRun;

/** Pixels of a PNG file that can not be seen do not count. */
class TransparentPixelsTest {

	@TempDir
	Path folder;

	@Test
	void theyGetLabel0AndAreNoColours() throws IOException {
		final BufferedImage picture = picture();
		final CommandLineRun run = run(picture);
		assertEquals(0, run.exitCode, run.err.toString());
		final ImageProcessor labels = IJ.openImage(folder.resolve("out/holes-labels.png").toString())
			.getProcessor();
		for (int y = 0; y < 8; y++)
			for (int x = 0; x < 9; x++)
				assertEquals(picture.getRGB(x, y) >>> 24 == 0, labels.get(x, y) == 0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "masked", "kept" })
	void theyStayTransparent(final String kind) throws IOException {
		final BufferedImage picture = picture();
		run(picture, "--" + kind, 2, "--background", "transparent");
		final BufferedImage part = ImageIO
			.read(folder.resolve("out/holes-" + kind + "-2.png").toFile());
		final ImageProcessor labels = IJ.openImage(folder.resolve("out/holes-labels.png").toString())
			.getProcessor();
		for (int y = 0; y < 8; y++)
			for (int x = 0; x < 9; x++)
				assertEquals(labels.get(x, y) > 0 && labels.get(x, y) == 2 == kind.equals("kept")
					? picture.getRGB(x, y) >>> 24
					: 0, part.getRGB(x, y) >>> 24);
	}

	@Test
	void aPictureOfNothingElseIsRefused() throws IOException {
		final CommandLineRun run = run(new BufferedImage(9, 8, BufferedImage.TYPE_INT_ARGB));
		assertEquals(1, run.exitCode);
		assertTrue(run.err.toString().contains("all pixels are transparent"), run.err.toString());
	}

	private CommandLineRun run(final BufferedImage picture, final Object... options)
		throws IOException
	{
		final Path file = folder.resolve("holes.png");
		ImageIO.write(picture, "png", file.toFile());
		return CommandLineRun
			.of(Stream.concat(Stream.of(file, "--output", folder.resolve("out")), Stream.of(options))
				.toArray());
	}

	/** Random colours, of which about a third is transparent, some nearly so. */
	private static BufferedImage picture() {
		final BufferedImage picture = new BufferedImage(9, 8, BufferedImage.TYPE_INT_ARGB);
		final Random random = new Random(1);
		final int[] alphas = { 0, 1, 255 };
		for (int y = 0; y < 8; y++)
			for (int x = 0; x < 9; x++)
				picture.setRGB(x, y, alphas[random.nextInt(3)] << 24 | random.nextInt(1 << 24));
		return picture;
	}
}
