package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.base.WholeFiles;
import sc.fiji.kmeans.files.list.FoundImage;
import sc.fiji.kmeans.files.list.PlannedImage;
import sc.fiji.kmeans.image.Alpha;
import sc.fiji.kmeans.image.BandsOfImage;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.measure.Measurements;
import sc.fiji.kmeans.segment.BandSegmentation;
import sc.fiji.kmeans.segment.Segmentation;

/** Files of an image in bands hold what those of the whole hold. */
class BandedResultsTest {

	@TempDir
	private Path folder;
	private final Map<String, String> texts = new HashMap<>();
	private ImagePlus image;

	/** Bits, channels, slices and background, for all types that pictures have. */
	@ParameterizedTest
	@CsvSource({ "8,1,1,white", "16,1,1,black", "24,1,1,white", "24,1,1,transparent", "32,1,1,white",
		"8,1,1,transparent", "16,1,1,transparent", "32,1,1,transparent", "16,2,1,transparent",
		"8,3,1,black", "16,2,2,white", "24,1,3,black" })
	void filesHoldTheSame(final int bits, final int channels, final int slices,
		final String background) throws IOException
	{
		image = RandomImages.hyperstack(bits, channels, slices, 1, bits + channels + slices);
		if (bits == 24) image.setRoi(new OvalRoi(1, 1, 6, 5));
		writeBoth(background);
	}

	private void writeBoth(final String background) throws IOException {
		texts.put("background", background);
		texts.put("kept", "1");
		texts.put("legend", "true");
		texts.put("measure", "true");
		texts.put("min_size", "3");
		final Segmenter segmenter = Segmenter.learning(null, texts::get);
		writeWhole(segmenter, planned("whole"));
		writeBands(segmenter, planned("bands"));
		assertEquals(names("whole"), names("bands"));
		for (final String name : names("whole"))
			assertSame(folder.resolve("whole").resolve(name), folder.resolve("bands").resolve(name));
	}

	private static byte[] alpha(final ImagePlus image) {
		return Alpha.of(image).map(alpha -> (byte[]) alpha.getPixels()).orElse(null);
	}

	/** What stays of a pixel is as transparent as it was. */
	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24 })
	void picturesAreAsTransparentAsTheImage(final int bits) throws IOException {
		image = RandomImages.hyperstack(bits, 1, 1, 1, 5);
		if (bits == 8) image.getProcessor().invertLut();
		final ByteProcessor alpha = new ByteProcessor(image.getWidth(), image.getHeight());
		for (int i = 0; i < alpha.getPixelCount(); i++)
			alpha.set(i, 1 + 37 * i % 255);
		Alpha.set(image, alpha);
		writeBoth("transparent");
		final ImagePlus labels = IJ.openImage(folder.resolve("whole/a-labels.png").toString());
		final byte[] kept = alpha(open("a-kept-1.png"));
		for (int i = 0; i < alpha.getPixelCount(); i++)
			assertEquals(labels.getProcessor().get(i) == 1 ? alpha.get(i) : 0, kept[i] & 0xff);
	}

	@Test
	void picturesOfSignedNumbersAreSigned() throws IOException {
		image = RandomImages.hyperstack(16, 1, 1, 1, 5);
		image.getCalibration().setSigned16BitCalibration();
		writeBoth("black");
		assertTrue(open("a-segmented.tif").getCalibration().isSigned16Bit());
		assertTrue(open("a-kept-1.tif").getCalibration().isSigned16Bit());
		assertFalse(open("a-labels.png").getCalibration().isSigned16Bit());
	}

	private ImagePlus open(final String result) throws IOException {
		return new ImageFile(folder.resolve("whole").resolve(result)).open();
	}

	private PlannedImage planned(final String name) throws IOException {
		return new PlannedImage(1, FoundImage.of(Files.write(folder.resolve("none.tif"), new byte[9])),
			Files.createDirectory(folder.resolve(name)), "a-", "");
	}

	private void writeWhole(final Segmenter segmenter, final PlannedImage planned)
		throws IOException
	{
		final Segmentation segmentation = segmenter.segment(image, OptionalDouble.empty());
		try (WholeFiles files = new WholeFiles()) {
			final ResultFiles results = new ResultFiles(planned, Alpha.of(image));
			results.write(segmentation, new ResultKinds(segmenter.settings()), files);
			results.write(new Measurements(segmentation), files);
			results.writeTable(segmentation, files);
			files.move();
		}
	}

	private void writeBands(final Segmenter segmenter, final PlannedImage planned)
		throws IOException
	{
		final BandSegmentation segmentation = segmenter.segment(new BandsOfImage(image, 3),
			OptionalDouble.empty());
		try (WholeFiles files = new WholeFiles()) {
			final Segmentation counted = new BandedResults(planned, new ResultKinds(segmenter.settings()),
				image.getHeight()).write(segmentation, files);
			new ResultFiles(planned).writeTable(counted, files);
			files.move();
		}
	}

	private List<String> names(final String results) throws IOException {
		try (Stream<Path> files = Files.list(folder.resolve(results))) {
			return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
		}
	}

	private static void assertSame(final Path expected, final Path file) throws IOException {
		if (file.toString().endsWith(".csv")) {
			assertEquals(Files.readAllLines(expected), Files.readAllLines(file));
			return;
		}
		final ImagePlus one = new ImageFile(expected).open();
		final ImagePlus other = new ImageFile(file).open();
		assertArrayEquals(alpha(one), alpha(other), file.toString());
		assertEquals(one.getCalibration().getCValue(1), other.getCalibration().getCValue(1));
		assertEquals(one.getStackSize(), other.getStackSize());
		for (int n = 1; n <= one.getStackSize(); n++)
			assertArrayEquals(new Object[] { one.getStack().getPixels(n) },
				new Object[] { other.getStack().getPixels(n) }, file.toString());
	}

	@Test
	void whatTakesTheWholeIsRefused() throws IOException {
		texts.put("trace", "true");
		assertRefused("trace = true: takes an image of fewer pixels", 10);
		texts.clear();
		texts.put("background", "transparent");
		assertRefused("background = transparent: takes black or white for an image of more than"
			+ " 1024 MB, whose pictures are TIFF files without alpha", 1 << 28);
	}

	/** @param height of an image of two columns */
	private void assertRefused(final String message, final int height) throws IOException {
		final ResultKinds kinds = new ResultKinds(Segmenter.learning(null, texts::get).settings());
		final BandedResults results = new BandedResults(planned("refused" + height), kinds, height);
		final ImagePlus head = new ImagePlus("", new ColorProcessor(2, 1));
		assertEquals(message,
			assertThrows(IllegalArgumentException.class, () -> results.requirePossible(head))
				.getMessage());
	}
}
