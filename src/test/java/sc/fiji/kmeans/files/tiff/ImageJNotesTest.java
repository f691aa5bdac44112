package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.Opener;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import ij.process.LUT;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.kmeans.image.PageMeaning;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.image.SignedPixels;

/** What ImageJ keeps of an image beside its pixels is read and written as ImageJ does. */
class ImageJNotesTest {

	@TempDir
	private Path folder;

	/** @param isSigned whether pixels stand for numbers with a sign */
	private static ImagePlus image(final int bits, final int channels, final int frames,
		final boolean isSigned)
	{
		final ImagePlus image = RandomImages.hyperstack(bits, channels, 1, frames, 1);
		final Calibration calibration = image.getCalibration();
		calibration.pixelWidth = 0.25;
		calibration.pixelHeight = 0.5;
		calibration.pixelDepth = frames > 1 ? 2 : 1;
		calibration.setUnit("\u00b5m");
		calibration.frameInterval = 1.5;
		calibration.setTimeUnit("min");
		calibration.xOrigin = 3;
		if (isSigned && bits == 16) calibration.setSigned16BitCalibration();
		else if (isSigned) SignedPixels.calibrate8Bits(calibration);
		else
			if (bits < 24)
				calibration.setFunction(Calibration.STRAIGHT_LINE, new double[] { 5, 0.1 }, "OD");
		image.setProperty("Info", "some words \u20ac");
		for (int n = 1; n <= image.getStackSize() && image.getStackSize() > 1; n++)
			image.getStack().setSliceLabel("slice " + n, n);
		if (image instanceof CompositeImage) {
			((CompositeImage) image).setLuts(
				Arrays.copyOf(new LUT[] { table(Color.RED, 1, 9), table(Color.CYAN, 2, 80) }, channels));
		}
		else if (bits == 16 || bits == 32) image.setDisplayRange(2, 77);
		return image;
	}

	private static LUT table(final Color colour, final int black, final int white) {
		final LUT table = LUT.createLutFromColor(colour);
		return new LUT(table, black, white);
	}

	private static void assertSame(final ImagePlus expected, final ImagePlus read) {
		assertEquals(labels(expected), labels(read));
		assertEquals(texts(expected), texts(read));
	}

	private static List<String> labels(final ImagePlus image) {
		return image.getStackSize() == 1
			? Collections.emptyList()
			: Arrays.asList(image.getStack().getSliceLabels()).subList(0, image.getStackSize());
	}

	private static String texts(final ImagePlus image) {
		final Calibration calibration = image.getCalibration();
		final StringBuilder texts = new StringBuilder(
			Arrays.toString(image.getDimensions()).replaceFirst(", \\d+,", ", height,"));
		if (image instanceof CompositeImage) for (final LUT table : image.getLuts())
			texts.append(table.min)
				.append(' ')
				.append(table.max)
				.append(Arrays.toString(table.getBytes()));
		else
			if (image.getBitDepth() == 16 || image.getBitDepth() == 32)
				texts.append(image.getDisplayRangeMin()).append(' ').append(image.getDisplayRangeMax());
		return texts.append(calibration.toString().replaceFirst("table=\\w+", ""))
			.append(calibration.getFunction())
			.append(Arrays.toString(calibration.getCoefficients()))
			.append(calibration.getValueUnit())
			.append(calibration.getTimeUnit())
			.append(calibration.xOrigin)
			.append(image.getInfoProperty())
			.toString();
	}

	/** Of channels: in colours over each other, one by one, or in grey; as pages or in tiles. */
	@ParameterizedTest
	@CsvSource({ "1,false", "2,false", "3,false", "2,true", "3,true" })
	void channelsAreShownAsBefore(final int mode, final boolean isTiled) throws IOException {
		final CompositeImage image = (CompositeImage) image(16, 2, 1, false);
		image.setMode(mode);
		final Path file = Files.createFile(folder.resolve("a.tif"));
		write(image, new TiffWriter(file, new WrittenPage(image, image.getHeight(), isTiled, isTiled)));
		try (TiffImage own = new TiffImage(file, PageMeaning.FRAMES)) {
			assertEquals(mode, ((CompositeImage) own.head()).getMode());
		}
		if (!isTiled)
			assertEquals(mode, ((CompositeImage) new Opener().openImage(file.toString())).getMode());
	}

	@ParameterizedTest
	@CsvSource({ "8,1,1", "16,1,1", "16,1,3", "32,1,2", "8,2,2", "16,2,1", "32,2,3" })
	void notesOfImageJAreRead(final int bits, final int channels, final int frames)
		throws IOException
	{
		final Path file = folder.resolve("a.tif");
		IJ.saveAsTiff(image(bits, channels, frames, false), file.toString());
		final ImagePlus expected = new Opener().openImage(file.toString());
		try (TiffImage image = new TiffImage(file, PageMeaning.FRAMES)) {
			assertSame(expected, image.whole());
			assertSame(expected, image.head());
		}
	}

	@ParameterizedTest
	@CsvSource({ "8,1,1,false", "16,1,3,false", "16,1,1,true", "16,1,2,true", "16,2,2,true",
		"32,1,1,false", "32,2,2,false", "8,2,1,false" })
	void imageJReadsWhatIsWritten(final int bits, final int channels, final int frames,
		final boolean isSigned) throws IOException
	{
		final ImagePlus image = image(bits, channels, frames, isSigned);
		final Path file = folder.resolve("a.tif");
		write(image, file);
		final ImagePlus read = new Opener().openImage(file.toString());
		// Of a stack that is compressed it reads no labels.
		assertEquals(texts(image), texts(read));
		try (TiffImage own = new TiffImage(file, PageMeaning.FRAMES)) {
			assertSame(image, own.whole());
		}
		for (int n = 1; n <= image.getStackSize(); n++)
			assertArrayEquals(new Object[] { image.getStack().getPixels(n) },
				new Object[] { read.getStack().getPixels(n) });
	}

	private static void write(final ImagePlus image, final Path file) throws IOException {
		Files.createFile(file);
		write(image, new TiffWriter(file, image, image.getHeight()));
	}

	private static void write(final ImagePlus image, final TiffWriter writer) throws IOException {
		try (TiffWriter out = writer) {
			final ImageStack stack = image.getStack();
			for (int n = 1; n <= stack.size(); n += image.getNChannels()) {
				final ImageProcessor[] channels = new ImageProcessor[image.getNChannels()];
				for (int c = 0; c < channels.length; c++)
					channels[c] = stack.getProcessor(n + c);
				out.write(channels);
			}
		}
	}

	/** The numbers of the file are those that the pixels stand for. */
	@ParameterizedTest
	@CsvSource({ "8,1,1,false", "16,1,1,false", "16,2,2,false", "16,2,2,true", "8,1,3,true" })
	void signedNumbersAreWrittenAsSuch(final int bits, final int channels, final int frames,
		final boolean isBig) throws IOException
	{
		final ImagePlus image = image(bits, channels, frames, true);
		final Path file = Files.createFile(folder.resolve("a.tif"));
		write(image, new TiffWriter(file, new WrittenPage(image, image.getHeight(), isBig, isBig)));
		try (TiffImage read = new TiffImage(file, PageMeaning.FRAMES)) {
			final ImagePlus whole = read.whole();
			final Random random = new Random(bits);
			for (int i = 0; i < 20; i++) {
				final int n = 1 + random.nextInt(image.getStackSize());
				final int pixel = random.nextInt(image.getWidth() * image.getHeight());
				final int raw = image.getStack().getProcessor(n).get(pixel);
				assertEquals(raw, whole.getStack().getProcessor(n).get(pixel));
				assertEquals(raw - (1 << bits - 1), whole.getCalibration().getCValue(raw));
			}
		}
	}
}
