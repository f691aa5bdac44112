package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.files.format.NoData;
import sc.fiji.kmeans.files.tiff.TiffImage;
import sc.fiji.kmeans.image.IgnoredValues;
import sc.fiji.kmeans.image.PageMeaning;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.image.TestImages.Kind;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.samples.TiffBytes;
import sc.fiji.kmeans.saved.ClusterFile;

/** The value that a file says is no data is left out. */
class NoDataTest {

	private static final int TAG = 42113;
	private static final int FORMAT = 339;
	private static final int SIDE = 20;

	@TempDir
	private Path folder;

	private static ImagePlus open(final Path file) throws IOException {
		try (TiffImage image = new TiffImage(file, PageMeaning.FRAMES)) {
			return image.whole();
		}
	}

	/** The value in the file, and the text of the tag, for each type of pixels. */
	@ParameterizedTest
	@CsvSource({ "8,1,0,0", "8,1,255,255", "8,1,7,' 7 '", "8,2,-128,-128", "16,1,9,9.0",
		"16,1,65535,65535", "16,2,-9999,-9999", "16,2,-32768,-32768", "16,2,0,0",
		"32,1,4294967295,4294967295", "32,2,-2147483648,-2147483648", "32,2,-9999,-9.999e3",
		"32,3,-9999,-9999", "32,3,0.1,0.1", "32,3,-3.4028234663852886e+38,-3.40282346638528898e+38",
		"32,3,0,-0" })
	void pixelsOfThatValueAreLeftOut(final int bits, final int format, final double value,
		final String text) throws IOException
	{
		final Path file = file(bits, format, value, text);
		final ImagePlus image = open(file);
		final Segmentation result = Segmentation.of(image, options(file));
		final ImageProcessor labels = result.labels().getProcessor();
		for (int i = 0; i < SIDE * SIDE; i++)
			assertEquals(i % 5 == 0, labels.get(i) == 0, "pixel " + i);
		assertEquals(2, result.clustersOfFrame(1).found().size());
		assertEquals(2,
			Segmentation
				.of(image, SegmentationOptions.defaults().with(KMeansOptions.defaults().withClusters(2)))
				.clustersOfFrame(1)
				.found()
				.size());
	}

	/** Of several components or channels one is enough, as with NaN. */
	@ParameterizedTest
	@ValueSource(strings = { "RGB", "8", "16", "32" })
	void oneChannelIsEnough(final String type) {
		final ImagePlus image = type.equals("RGB")
			? Kind.RGB.image(9, 7, 3)
			: RandomImages.hyperstack(Integer.parseInt(type), 3, 1, 1, 4);
		final double value = type.equals("RGB")
			? image.getProcessor().get(5) & 0xff
			: image.getStack().getProcessor(2).getf(5);
		assertLeftOut(image, value, x -> x == value);
	}

	/** The file tells of indices, not of their colours. */
	@Test
	void ofAnIndexedImageItIsTheIndex() {
		final ImagePlus image = Kind.INDEXED.image(9, 7, 3);
		final int index = image.getProcessor().get(5);
		final ImageProcessor labels = Segmentation.of(image, options(index)).labels().getProcessor();
		for (int i = 0; i < labels.getPixelCount(); i++)
			assertEquals(image.getProcessor().get(i) == index, labels.get(i) == 0);
	}

	private static void assertLeftOut(final ImagePlus image, final double value,
		final DoublePredicate isLeftOut)
	{
		final ImageProcessor labels = Segmentation.of(image, options(value)).labels().getProcessor();
		boolean some = false;
		for (int i = 0; i < labels.getPixelCount(); i++) {
			final boolean expected = Arrays.stream(values(image, i)).anyMatch(isLeftOut);
			assertEquals(expected, labels.get(i) == 0, "pixel " + i);
			some |= expected;
		}
		assertTrue(some);
	}

	private static double[] values(final ImagePlus image, final int i) {
		final ImageProcessor first = image.getStack().getProcessor(1);
		final int rgb = first.get(i);
		if (image.getBitDepth() == 24)
			return new double[] { rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff };
		final double[] values = new double[image.getNChannels()];
		Arrays.setAll(values, c -> image.getStack().getProcessor(c + 1).getf(i));
		return values;
	}

	@ParameterizedTest
	@EnumSource(names = { "GREY8", "RGB" })
	void selectionBackgroundAndNoDataHoldTogether(final Kind kind) {
		final ImagePlus image = kind.image(19, 17, 3);
		final OvalRoi selection = new OvalRoi(2, 3, 14, 11);
		image.setRoi(selection);
		final int mask = Arrays.hashCode((byte[]) selection.getMask().getPixels());
		final double noData = values(image, 8 * 19 + 9)[0];
		final int other = image.getProcessor().get(10, 8) & 0xffffff;
		final int background = kind == Kind.RGB ? other : other * 0x10101;
		final ImageProcessor labels = Segmentation
			.of(image, options(noData).with(IgnoredValues.of(String.format("#%06x", background))))
			.labels()
			.getProcessor();
		for (int i = 0; i < labels.getPixelCount(); i++) {
			final boolean isLeftOut = !selection.contains(i % 19, i / 19)
				|| (image.getProcessor().get(i) & 0xffffff) == other
				|| Arrays.stream(values(image, i)).anyMatch(x -> x == noData);
			assertEquals(isLeftOut, labels.get(i) == 0, "pixel " + i);
		}
		assertEquals(mask, Arrays.hashCode((byte[]) selection.getMask().getPixels()));
	}

	@Test
	void appliedToTheSameFileLabelsAreTheSame() throws IOException {
		for (final int format : new int[] { 2, 3 }) {
			final Path file = file(32, format, -9999, "-9999");
			final ImagePlus image = IJ.openImage(file.toString());
			final Segmentation learned = Segmentation.of(image, options(file));
			final Path saved = folder.resolve("saved.csv");
			ClusterFile.write(learned.clusters(), saved);
			final ImageClusters clusters = ClusterFile.read(saved);
			final Segmentation applied = Segmentation.apply(clusters, image,
				clusters.options().withNoData(NoData.in(file)), Progress.NONE);
			assertArrayEquals((byte[]) learned.labels().getProcessor().getPixels(),
				(byte[]) applied.labels().getProcessor().getPixels());
		}
	}

	@Test
	void whereAllPixelsAreNoDataThereIsNothingToCluster() throws IOException {
		final Path file = Files.write(folder.resolve("all.tif"),
			TiffBytes.grey(2, 2, 8, new byte[4]).text(TAG, "0").bytes());
		assertNothing(": all have the no-data value 0", IJ.openImage(file.toString()), options(file));
	}

	@Test
	void ofColoursOneComponentOfEachPixelIsEnough() {
		final ImagePlus yellow = IJ.createImage("yellow", "RGB", 4, 4, 1);
		for (int i = 0; i < 16; i++)
			yellow.getProcessor().set(i, i + 1 << 8 | 0x800000);
		assertNothing(": all have the no-data value 0", yellow, options(0));
	}

	/** Signed pixels of 16 bits are stored with 32768 added. */
	@Test
	void theReasonIsTheValueOfTheFile() {
		final ImagePlus signed = IJ.createImage("signed", "16-bit black", 4, 4, 1);
		signed.getCalibration().setSigned16BitCalibration();
		assertNothing(": all have the no-data value -32768", signed, options(0));
		final ImagePlus real = IJ.createImage("real", "32-bit black", 4, 4, 1);
		real.getProcessor().add(-0.5);
		assertNothing(": all have the no-data value -0.5", real, options(-0.5));
	}

	@Test
	void whatElseIsLeftOutIsNotNoData() {
		assertNothing("", IJ.createImage("black", "8-bit black", 4, 4, 1),
			options(7).with(IgnoredValues.of("black")));
	}

	private static void assertNothing(final String reason, final ImagePlus image,
		final SegmentationOptions options)
	{
		assertEquals("There are no pixels to cluster" + reason,
			assertThrows(IllegalArgumentException.class, () -> Segmentation.of(image, options))
				.getMessage());
	}

	private static SegmentationOptions options(final Path file) {
		return SegmentationOptions.defaults()
			.with(KMeansOptions.defaults().withClusters(2))
			.withNoData(NoData.in(file));
	}

	private static SegmentationOptions options(final double noData) {
		return SegmentationOptions.defaults()
			.with(KMeansOptions.defaults().withClusters(2))
			.withNoData(OptionalDouble.of(noData));
	}

	/** Values 20 to 39 and 100 to 119; every fifth pixel has the given one. */
	private Path file(final int bits, final int format, final double value, final String text)
		throws IOException
	{
		final ByteBuffer pixels = ByteBuffer.allocate(SIDE * SIDE * bits / 8)
			.order(ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < SIDE * SIDE; i++)
			put(pixels, bits, format, i % 5 == 0 ? value : i % 2 * 80 + 20 + i / SIDE);
		return Files.write(folder.resolve("x.tif"),
			TiffBytes.grey(SIDE, SIDE, bits, pixels.array())
				.with(FORMAT, TiffBytes.SHORT, format)
				.text(TAG, text)
				.bytes());
	}

	private static void put(final ByteBuffer pixels, final int bits, final int format,
		final double value)
	{
		if (bits == 8) pixels.put((byte) value);
		else if (bits == 16) pixels.putShort((short) (int) value);
		else if (format == 3) pixels.putFloat((float) value);
		else pixels.putInt((int) (long) value);
	}
}
