package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import ij.process.LUT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.kmeans.image.DataRange;
import sc.fiji.kmeans.image.RandomImages;

/** What is black and what is white are the least and the largest number that is data. */
class WrittenRangeTest {

	private static final double NO_DATA = 65535;

	@TempDir
	private Path folder;

	/** Some pixels are no data, or, of 32 bits, infinite or not a number. */
	private static ImagePlus image(final int bits, final int channels) {
		final ImagePlus image = RandomImages.hyperstack(bits, channels, 2, 1, 7);
		final float[] strange = { (float) NO_DATA, Float.NaN, Float.POSITIVE_INFINITY,
			Float.NEGATIVE_INFINITY };
		final Random random = new Random(3);
		for (int n = 1; n <= image.getStackSize(); n++)
			for (int i = 0; i < 12; i++)
				image.getStack()
					.getProcessor(n)
					.setf(random.nextInt(RandomImages.WIDTH * RandomImages.HEIGHT),
						bits == 16 ? strange[0] : strange[i % 4]);
		return image;
	}

	/** By channel, of the first frame. */
	private static double[][] expected(final ImagePlus image) {
		return IntStream.rangeClosed(1, image.getNChannels()).mapToObj(c -> {
			final ImageProcessor plane = image.getStack().getProcessor(c);
			final double[] data = IntStream.range(0, plane.getPixelCount())
				.mapToDouble(plane::getf)
				.filter(x -> Double.isFinite(x) && x != NO_DATA)
				.sorted()
				.toArray();
			return new double[] { data[0], data[data.length - 1] };
		}).toArray(double[][]::new);
	}

	private static double[][] shown(final ImagePlus image) {
		if (!(image instanceof CompositeImage))
			return new double[][] { { image.getDisplayRangeMin(), image.getDisplayRangeMax() } };
		return Arrays.stream(image.getLuts())
			.map(table -> new double[] { table.min, table.max })
			.toArray(double[][]::new);
	}

	private static void showAll(final ImagePlus image) {
		if (image instanceof CompositeImage) {
			final LUT[] tables = image.getLuts();
			for (int c = 0; c < tables.length; c++)
				tables[c] = new LUT(tables[c], c, NO_DATA);
			((CompositeImage) image).setLuts(tables);
		}
		else image.setDisplayRange(0, NO_DATA);
	}

	@ParameterizedTest
	@CsvSource({ "16,1", "16,2", "32,1", "32,3" })
	void ofAWholeImage(final int bits, final int channels) {
		final ImagePlus image = image(bits, channels);
		showAll(image);
		DataRange.show(image, OptionalDouble.of(NO_DATA));
		assertEquals(Arrays.deepToString(expected(image)), Arrays.deepToString(shown(image)));
	}

	/** The rows are written in two parts, for themselves or not. */
	@ParameterizedTest
	@CsvSource({ "16,1,false", "16,2,true", "32,1,true", "32,3,false" })
	void ofOneThatIsWrittenRowByRow(final int bits, final int channels, final boolean isInParts)
		throws IOException
	{
		final ImagePlus image = image(bits, channels);
		final ImagePlus head = image.duplicate();
		showAll(head);
		final Path file = folder.resolve("a.tif");
		final WrittenPage page = new WrittenPage(head, RandomImages.HEIGHT);
		try (TiffWriter writer = new TiffWriter(file, page).without(OptionalDouble.of(NO_DATA))) {
			for (int frame = 0; frame < 2; frame++) {
				final ImageProcessor[] planes = new ImageProcessor[channels];
				for (int c = 0; c < channels; c++)
					planes[c] = image.getStack().getProcessor(frame * channels + c + 1);
				if (isInParts) writePart(planes, page, writer);
				else writer.write(planes);
			}
		}
		assertEquals(Arrays.deepToString(expected(image)),
			Arrays.deepToString(shown(IJ.openImage(file.toString()))));
	}

	private void writePart(final ImageProcessor[] planes, final WrittenPage page,
		final TiffWriter whole) throws IOException
	{
		final Path file = folder.resolve("part");
		final TiffWriter part = new TiffWriter(file, page.part(RandomImages.HEIGHT))
			.without(OptionalDouble.of(NO_DATA));
		part.write(planes);
		part.close();
		whole.write(file, RandomImages.HEIGHT, part.figures());
		Files.delete(file);
	}
}
