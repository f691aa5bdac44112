package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cli.CommandLineRun;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.image.IgnoredValues;
import sc.fiji.kmeans.measure.Measurements;
import sc.fiji.kmeans.model.Background;
import sc.fiji.kmeans.model.FrameMode;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.samples.SampleFile;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.vector.Transform;

/** How to segment, what is removed and what is measured, as the options say. */
class ResultKindsTest {

	private static final SegmentationOptions DEFAULTS = SegmentationOptions.defaults();

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "Lab", "a*b*", "HSB" })
	void aColourSpaceIsObeyed(final String space) throws IOException {
		assertLabels(DEFAULTS.with(ColorSpace.of(space)), Paths.get("sample-data/ihc.png"),
			"--color-space", space);
	}

	@ParameterizedTest
	@ValueSource(strings = { "together", "current", "apply" })
	void framesAreObeyed(final String frames) throws IOException {
		assertLabels(DEFAULTS.with(FrameMode.of(frames)), Paths.get("sample-data/moving-cells.tif"),
			"--frames", frames);
	}

	@Test
	void whatIsIgnoredSmallOrMergedIsObeyed() throws IOException {
		assertLabels(DEFAULTS.with(IgnoredValues.of("#c03020+40")), SampleFile.PNG, "--ignore",
			"#c03020+40");
		assertLabels(DEFAULTS.withMinSize(80), SampleFile.PNG, "--min-size", 80);
		assertLabels(DEFAULTS.withMerge("1+3"), SampleFile.PNG, "--merge", "1+3");
	}

	/** The second channel differs a thousand times as much, but is noise. */
	@Test
	void channelsAreScaled() throws IOException {
		final ImagePlus image = IJ.createHyperStack("", 40, 1, 2, 1, 1, 16);
		for (int x = 0; x < 40; x++) {
			image.getStack().getProcessor(1).set(x, x < 30 ? 1 : 9);
			image.getStack().getProcessor(2).set(x, 1000 * (x * 7 % 11));
		}
		final Path file = folder.resolve("x.tif");
		IJ.saveAsTiff(image, file.toString());
		assertLabels(DEFAULTS.withScaled(true), file, "--scale");
	}

	@Test
	void valuesAreTransformed() throws IOException {
		final Path file = Paths.get("sample-data/fluorescence/fluorescent-cells.tif");
		assertLabels(DEFAULTS.with(Transform.SQRT), file, "--transform", "sqrt");
		assertLabels(DEFAULTS.with(Transform.LOG), file, "--transform=log");
	}

	private void assertLabels(final SegmentationOptions options, final SampleFile sample,
		final Object... arguments) throws IOException
	{
		assertLabels(options, sample.write(folder, "x"), arguments);
	}

	/** Those of the options, which are not those without them. */
	private void assertLabels(final SegmentationOptions options, final Path file,
		final Object... arguments)
	{
		run(file, arguments);
		final ImagePlus image = IJ.openImage(file.toString());
		final ImagePlus expected = Segmentation.of(image, options, Progress.NONE).labels();
		final ImagePlus other = Segmentation.of(image, KMeansOptions.defaults()).labels();
		final String extension = expected.getStackSize() > 1 ? "tif" : "png";
		final ImagePlus labels = IJ.openImage(
			result(file.getFileName().toString().replaceFirst("\\.\\w+$", "") + "-labels." + extension)
				.toString());
		assertArrayEquals(pixels(expected), pixels(labels));
		assertFalse(Arrays.equals(pixels(expected), pixels(other)));
	}

	private static int[] pixels(final ImagePlus picture) {
		return IntStream.rangeClosed(1, picture.getStackSize()).flatMap(n -> {
			final ImageProcessor plane = picture.getStack().getProcessor(n);
			return IntStream.range(0, plane.getPixelCount()).map(plane::get);
		}).toArray();
	}

	@Test
	void whatIsKeptIsWrittenInOnePicture() throws IOException {
		final Path file = SampleFile.PNG.write(folder, "x");
		run(file, "--kept", "3,1", "--background", "white");
		assertArrayEquals(rgb(segmentation(file).kept(Background.WHITE, 1, 3)),
			rgb(IJ.openImage(result("x-kept-1+3.png").toString())));
		assertFalse(Files.exists(result("x-kept-2.png")));
	}

	@Test
	void whatIsRemovedGetsTheBackground() throws IOException {
		final Path file = SampleFile.PNG.write(folder, "x");
		run(file, "--masked", 2, "--background", "white");
		assertArrayEquals(rgb(segmentation(file).masked(Background.WHITE, 2)),
			rgb(IJ.openImage(result("x-masked-2.png").toString())));
	}

	private static int[] rgb(final ImagePlus picture) {
		return Arrays.stream(pixels(picture)).map(v -> v | 0xff000000).toArray();
	}

	@ParameterizedTest
	@CsvSource({ "masked, false", "kept, true" })
	void transparentPixelsOfColoursAreNotSeen(final String kind, final boolean isKept)
		throws IOException
	{
		final Path file = SampleFile.PNG.write(folder, "x");
		run(file, "--" + kind, 2, "--background", "transparent");
		final ImageProcessor labels = segmentation(file).labels().getProcessor();
		final ImageProcessor original = IJ.openImage(file.toString()).getProcessor();
		final BufferedImage picture = ImageIO.read(result("x-" + kind + "-2.png").toFile());
		for (int i = 0; i < labels.getPixelCount(); i++) {
			final boolean isSeen = labels.get(i) == 2 == isKept;
			assertEquals(isSeen ? original.get(i) | 0xff000000 : 0,
				picture.getRGB(i % SampleFile.WIDTH, i / SampleFile.WIDTH));
		}
	}

	/** What is ignored belongs to no cluster: neither to those removed nor to those kept. */
	@Test
	void pixelsWithoutClusterAreNeitherMaskedNorKept() throws IOException {
		final BufferedImage four = new BufferedImage(4, 1, BufferedImage.TYPE_INT_RGB);
		four.setRGB(0, 0, 4, 1, new int[] { 0, 0x101010, 0x808080, 0xf0f0f0 }, 0, 4);
		final Path file = folder.resolve("x.png");
		ImageIO.write(four, "png", file.toFile());
		run(file, "--ignore", "black", "--kept", 2, "--masked", 2, "--background", "transparent");
		assertArrayEquals(new int[] { 0, 0, 0xff808080, 0 },
			ImageIO.read(result("x-kept-2.png").toFile()).getRGB(0, 0, 4, 1, null, 0, 4));
		assertArrayEquals(new int[] { 0xff000000, 0xff101010, 0, 0xfff0f0f0 },
			ImageIO.read(result("x-masked-2.png").toFile()).getRGB(0, 0, 4, 1, null, 0, 4));
	}

	/** Greys, too: those that are removed are black, and can not be seen. */
	@Test
	void transparentIsAnAlphaOfPngFiles() throws IOException {
		final Path file = SampleFile.TIFF_8.write(folder, "x");
		run(file, "--masked", 2, "--background", "transparent");
		final Segmentation segmentation = segmentation(file);
		final ImageProcessor masked = segmentation.masked(2).getProcessor();
		final BufferedImage read = ImageIO.read(result("x-masked-2.png").toFile());
		for (int y = 0; y < masked.getHeight(); y++)
			for (int x = 0; x < masked.getWidth(); x++) {
				final boolean isRemoved = segmentation.frame(1).labels().get(x, y) == 2;
				assertEquals(isRemoved ? 0 : 255, read.getRaster().getSample(x, y, 1));
				if (!isRemoved) assertEquals(masked.get(x, y), read.getRaster().getSample(x, y, 0));
			}
	}

	@Test
	void measurementsHaveFullPrecision() throws IOException {
		final Path file = SampleFile.PNG.write(folder, "x");
		run(file, "--measure");
		assertTable(new Measurements(segmentation(file)).table(), "x-measurements.csv");
		assertFalse(Files.exists(result("x-frames.csv")));
		assertFalse(Files.exists(result("measurements.csv")));
	}

	@Test
	void measurementsOfAStackHaveATableOverTime() throws IOException {
		final Path file = SampleFile.TIFF_STACK.write(folder, "x");
		run(file, "--measure");
		final Measurements expected = new Measurements(segmentation(file));
		assertTable(expected.table(), "x-measurements.csv");
		assertTable(expected.overTime(), "x-frames.csv");
	}

	@Test
	void withoutMeasuringThereAreNoMeasurements() throws IOException {
		run(SampleFile.TIFF_STACK.write(folder, "x"));
		try (Stream<Path> files = Files.list(folder.resolve("out"))) {
			assertEquals(1, files.filter(file -> file.toString().endsWith(".csv")).count());
		}
	}

	/** Numbers with the same bits, texts with the same letters. */
	private void assertTable(final ResultsTable table, final String name) throws IOException {
		final List<String> lines = Files.readAllLines(result(name));
		assertEquals(String.join(",", table.getHeadings()), lines.get(0));
		assertEquals(table.size(), lines.size() - 1);
		for (int row = 0; row < table.size(); row++) {
			final String[] cells = lines.get(row + 1).split(",", -1);
			for (int c = 0; c < cells.length; c++) {
				final double number = table.getValue(table.getHeadings()[c], row);
				if (Double.isNaN(number)) assertEquals(table.getStringValue(c, row), cells[c]);
				else assertEquals(number, Double.parseDouble(cells[c]));
			}
		}
	}

	@Test
	void theTableOfTheClustersTellsMergedClustersOnce() throws IOException {
		run(SampleFile.PNG.write(folder, "x"), "--merge", "1+2");
		final List<String> lines = Files.readAllLines(result("x-clusters.csv"));
		assertEquals(3, lines.size());
		assertTrue(lines.get(2).startsWith("2,"));
	}

	/** In a*b* the centre has two coordinates, the colour three. */
	@Test
	void theTableOfTheClustersTellsColoursInEverySpace() throws IOException {
		final BufferedImage two = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
		two.setRGB(0, 0, 0x204060);
		two.setRGB(1, 0, 0xc03020);
		final Path file = folder.resolve("x.png");
		ImageIO.write(two, "png", file.toFile());
		run(file, "--color-space", "a*b*");
		assertEquals("[1,1,50.0,32.0,64.0,96.0,#204060, 2,1,50.0,192.0,48.0,32.0," + "#c03020]",
			Files.readAllLines(result("x-clusters.csv"))
				.subList(1, 3)
				.stream()
				.sorted()
				.collect(Collectors.toList())
				.toString());
	}

	private static Segmentation segmentation(final Path file) {
		return Segmentation.of(IJ.openImage(file.toString()), KMeansOptions.defaults());
	}

	private void run(final Path file, final Object... options) {
		final CommandLineRun run = CommandLineRun
			.of(Stream.concat(Stream.of(file, "--output=" + folder.resolve("out")), Stream.of(options))
				.toArray());
		assertEquals("[]", run.err.toString());
		assertEquals(0, run.exitCode);
	}

	private Path result(final String name) {
		return folder.resolve("out").resolve(name);
	}
}
