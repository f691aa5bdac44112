package sc.fiji.kmeans.files.list;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.files.format.FileFormat;
import sc.fiji.kmeans.plugin.Pictures;

class SourceMarkTest {

	private static final String DIGITS = "0123456789abcdef";

	@TempDir
	Path folder;

	@Test
	void readersPassOverTheMark() throws IOException {
		final ImagePlus image = Pictures.grey8(20, 10);
		final File png = folder.resolve("a.png").toFile();
		final File tif = folder.resolve("a.tif").toFile();
		ImageIO.write(image.getBufferedImage(), "png", png);
		new FileSaver(image).saveAsTiff(tif.toString());
		for (final File file : new File[] { png, tif }) {
			assertFalse(SourceMark.in(file.toPath()).isPresent());
			new SourceMark(DIGITS).addTo(file.toPath());
			assertEquals(Optional.of(DIGITS), SourceMark.in(file.toPath()));
			Pictures.assertSame(image, IJ.openImage(file.toString()));
			Pictures.assertSame(image, IJ.openImage(file.getPath()));
			assertEquals(true, FileFormat.of(file.toPath()).isRead());
		}
		assertArrayEquals(
			((java.awt.image.DataBufferByte) ImageIO.read(png).getRaster().getDataBuffer()).getData(),
			(byte[]) image.getProcessor().getPixels());
	}

	@Test
	void otherFilesHaveNone() throws IOException {
		assertFalse(SourceMark.in(folder.resolve("missing.png")).isPresent());
		assertFalse(SourceMark.in(Files.write(folder.resolve("x"), new byte[3])).isPresent());
		assertFalse(SourceMark.in(Files.write(folder.resolve("y"), new byte[300])).isPresent());
	}
}
