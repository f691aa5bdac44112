package sc.fiji.kmeans.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import ij.plugin.filter.ParticleAnalyzer;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.image.TestImages;
import sc.fiji.kmeans.model.FrameMode;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.Palette;
import sc.fiji.kmeans.segment.Segmentation;

/**
 * Tables, colours and selections say what counting the label image and the image
 * says, also after clusters are merged and small regions dissolved.
 */
class MeasurementsTest {

	private static final int[] BITS = { 8, 16, 24, 32 };
	private static final String[] MERGES = { "none", "1+3", "2+3,1+5" };
	/** Half by a quarter of a millimetre. */
	private static final double PIXEL_AREA = 0.125;

	private static SegmentationOptions options(final String merge, final int minSize) {
		return SegmentationOptions.defaults()
			.with(KMeansOptions.defaults().withClusters(5).withAttempts(2))
			.withMerge(merge)
			.withMinSize(minSize);
	}

	/** An image with its segmentation. */
	private static final class Case {

		private final ImagePlus image;
		private final Segmentation result;
		private final ImagePlus labels;
		private final ResultsTable table;

		Case(final long seed, final int type, final int channels, final SegmentationOptions options) {
			final int bits = BITS[type];
			image = RandomImages.hyperstack(bits, bits == 24 ? 1 : channels, 1, 2, seed);
			image.setRoi(TestImages.oval());
			result = Segmentation.of(image, options, Progress.NONE);
			labels = result.labels();
			table = new Measurements(result).table();
		}

		ImageProcessor labels(final int frame) {
			return labels.getStack().getProcessor(frame);
		}

		IntStream pixels(final int frame, final int label) {
			final ImageProcessor plane = labels(frame);
			return IntStream.range(0, plane.getPixelCount()).filter(i -> plane.get(i) == label);
		}

		double value(final int frame, final int channel, final int i) {
			final ImageProcessor plane = image.getStack()
				.getProcessor((frame - 1) * image.getNChannels() + (isColour() ? 1 : channel));
			return isColour() ? plane.get(i) >> 24 - 8 * channel & 0xff : plane.getf(i);
		}

		double mean(final int frame, final int channel, final int label) {
			return pixels(frame, label).mapToDouble(i -> value(frame, channel, i))
				.average()
				.orElse(Double.NaN);
		}

		boolean isColour() {
			return image.getStack().getProcessor(1) instanceof ColorProcessor;
		}

		String[] names() {
			if (isColour()) return new String[] { "Red", "Green", "Blue" };
			return image.getNChannels() == 1
				? new String[] { "Value" }
				: IntStream.rangeClosed(1, image.getNChannels())
					.mapToObj(c -> "Channel " + c)
					.toArray(String[]::new);
		}
	}

	@Property(tries = 60)
	void theTableIsWhatCountingGives(@ForAll final long seed,
		@ForAll @IntRange(min = 0, max = 3) final int type,
		@ForAll @IntRange(min = 1, max = 3) final int channels,
		@ForAll @IntRange(min = 0, max = 2) final int merge,
		@ForAll @IntRange(min = 0, max = 6) final int minSize)
	{
		final Case test = new Case(seed, type, channels, options(MERGES[merge], minSize));
		int row = 0;
		for (int n = 1; n <= 2; n++) {
			final int all = 63 - (int) test.pixels(n, 0).count();
			double percent = 0;
			for (int j = 1; j <= 5 - merge; j++, row++) {
				assertRow(test, row, n, j, all);
				percent += test.table.getValue("Percent", row);
			}
			assertEquals(100, percent, 1e-9);
		}
		assertEquals(row, test.table.size());
	}

	@Property(generation = GenerationMode.EXHAUSTIVE)
	void aFrameAloneHasItsNumberInTheImage(@ForAll @IntRange(min = 1, max = 3) final int channels,
		@ForAll @IntRange(min = 1, max = 6) final int number)
	{
		final ImagePlus image = RandomImages.hyperstack(8, channels, 2, 3, 5);
		final SegmentationOptions options = SegmentationOptions.defaults().with(FrameMode.CURRENT);
		image.setSlice((number - 1) * channels + 1);
		for (final OptionalInt frame : Arrays.asList(OptionalInt.empty(), OptionalInt.of(number)))
			assertAllOf(number, new Measurements(Segmentation.of(image, options.withFrame(frame))));
	}

	private static void assertAllOf(final int number, final Measurements measured) {
		for (int row = 0; row < 3; row++)
			assertEquals(number, measured.table().getValue("Frame", row));
		assertEquals(3, measured.table().size());
	}

	private static void assertRow(final Case test, final int row, final int n, final int j,
		final int all)
	{
		final long count = test.pixels(n, j).count();
		assertEquals(n, test.table.getValue("Frame", row));
		assertEquals(j, test.table.getValue("Cluster", row));
		assertEquals(count, test.table.getValue("Pixels", row));
		assertEquals(count * PIXEL_AREA, test.table.getValue("Area (mm²)", row), 1e-12);
		assertEquals(100.0 * count / all, test.table.getValue("Percent", row), 1e-9);
		final String[] names = test.names();
		double squares = 0;
		for (int c = 1; c <= names.length; c++) {
			final int channel = c;
			final double mean = test.mean(n, c, j);
			assertEquals(mean, test.table.getValue(names[c - 1], row), 1e-6);
			squares += test.pixels(n, j)
				.mapToDouble(i -> Math.pow(test.value(n, channel, i) - mean, 2))
				.sum();
		}
		assertEquals(Math.sqrt(squares / count), test.table.getValue("RMS to Mean", row), 1e-4);
		assertEquals(String.format("#%06x", test.result.colourInFrame(n, j)),
			test.table.getStringValue("Hex", row));
	}

	/** Before regions are dissolved, clusters are painted with their means. */
	@Property(tries = 40)
	void mergedClustersAreThoseOfTheirPixels(@ForAll final long seed,
		@ForAll @IntRange(min = 0, max = 3) final int type,
		@ForAll @IntRange(min = 1, max = 3) final int channels,
		@ForAll @IntRange(min = 0, max = 2) final int merge)
	{
		final Case plain = new Case(seed, type, channels, options("none", 0));
		final Case test = new Case(seed, type, channels, options(MERGES[merge], 0));
		final int[] merged = { 1, 2, 1, 3, 4 };
		final int[] twice = { 1, 2, 2, 3, 1 };
		final ImagePlus segmented = test.result.segmented();
		for (int n = 1; n <= 2; n++)
			for (int i = 0; i < 63; i++) {
				final int label = test.labels(n).get(i);
				final int before = plain.labels(n).get(i);
				assertEquals(
					before == 0 || merge == 0 ? before : merge == 1 ? merged[before - 1] : twice[before - 1],
					label);
				for (int c = 1; label > 0 && c <= test.names().length; c++)
					assertEquals(test.mean(n, c, label), painted(segmented, test, n, c, i),
						BITS[type] == 32 ? 1e-4 : 0.5 + 1e-9);
			}
	}

	private static double painted(final ImagePlus segmented, final Case test, final int frame,
		final int channel, final int i)
	{
		final ImageProcessor plane = segmented.getStack()
			.getProcessor((frame - 1) * test.image.getNChannels() + (test.isColour() ? 1 : channel));
		return test.isColour() ? plane.get(i) >> 24 - 8 * channel & 0xff : plane.getf(i);
	}

	@Property(tries = 30)
	void selectionsAreThePixelsOfTheirLabels(@ForAll final long seed,
		@ForAll @IntRange(min = 0, max = 3) final int type,
		@ForAll @IntRange(min = 0, max = 2) final int merge,
		@ForAll @IntRange(min = 0, max = 6) final int minSize)
	{
		final Case test = new Case(seed, type, 2, options(MERGES[merge], minSize));
		final List<Roi> selections = ClusterSelections.of(test.result, Progress.NONE);
		int found = 0;
		for (int n = 1; n <= 2; n++)
			for (int j = 1; j <= 5 - merge; j++) {
				if (test.pixels(n, j).count() == 0) continue;
				final Roi roi = selections.get(found++);
				assertTrue(roi.getName().endsWith("cluster " + j), roi.getName());
				assertEquals(n, Math.max(roi.getTPosition(), roi.getPosition()));
				assertEquals(Palette.colour(j), roi.getStrokeColor().getRGB() & 0xffffff);
				final boolean[] selected = TestImages.selected(roi, RandomImages.WIDTH,
					RandomImages.HEIGHT);
				assertArrayEquals(test.pixels(n, j).toArray(),
					IntStream.range(0, 63).filter(i -> selected[i]).toArray());
			}
		assertEquals(found, selections.size());
	}

	@Property(tries = 20)
	void particlesHaveTheAreasOfTheTable(@ForAll final long seed,
		@ForAll @IntRange(min = 0, max = 3) final int type,
		@ForAll @IntRange(min = 0, max = 5) final int minSize)
	{
		final Case test = new Case(seed, type, 2, options("1+3", minSize));
		for (int n = 1; n <= 2; n++)
			for (int j = 1; j <= 4; j++) {
				final ImagePlus labels = new ImagePlus("labels", test.labels(n));
				labels.setCalibration(test.labels.getCalibration());
				labels.getProcessor().setThreshold(j, j, ImageProcessor.NO_LUT_UPDATE);
				final ResultsTable particles = new ResultsTable();
				new ParticleAnalyzer(0, ij.measure.Measurements.AREA, particles, 0,
					Double.POSITIVE_INFINITY).analyze(labels);
				final double area = IntStream.range(0, particles.size())
					.mapToDouble(i -> particles.getValue("Area", i))
					.sum();
				assertEquals(test.table.getValue("Area (mm²)", 4 * (n - 1) + j - 1), area, 1e-9);
			}
	}

	@Example
	void meansAreCalibrated() {
		for (final int bits : new int[] { 8, 16, 32 }) {
			final ImagePlus image = RandomImages.hyperstack(bits, 1, 1, 1, 4);
			final double plain = table(image).getValue("Value", 1);
			image.getCalibration()
				.setFunction(Calibration.STRAIGHT_LINE, new double[] { -5, 0.25 }, "OD");
			assertEquals(bits == 32 ? plain : 0.25 * plain - 5, table(image).getValue("Value", 1), 1e-6);
		}
	}

	/** The mean of calibrated values is not the calibrated mean. */
	@Example
	void meansOfCurvedCalibrationsAreThoseOfTheCalibratedPixels() {
		final ImagePlus image = RandomImages.hyperstack(8, 1, 1, 1, 4);
		image.getCalibration().setFunction(Calibration.POLY2, new double[] { 3, 1, 0.5 }, "OD");
		final Segmentation result = Segmentation.of(image, options("none", 0), Progress.NONE);
		final ImageProcessor labels = result.labels().getProcessor();
		for (int j = 1; j <= 5; j++) {
			final int label = j;
			final double mean = IntStream.range(0, 63)
				.filter(i -> labels.get(i) == label)
				.mapToDouble(i -> image.getCalibration().getCValue(image.getProcessor().get(i)))
				.average()
				.getAsDouble();
			assertEquals(mean, new Measurements(result).table().getValue("Value", j - 1), 1e-3);
		}
	}

	private static ResultsTable table(final ImagePlus image) {
		return new Measurements(Segmentation.of(image, options("none", 0), Progress.NONE)).table();
	}

	@Example
	void areasOverTime() {
		final Case test = new Case(1, 1, 1, options("2+4", 3));
		final ResultsTable time = new Measurements(test.result).overTime();
		assertEquals(2, time.size());
		for (int n = 1; n <= 2; n++) {
			assertEquals(n, time.getValue("Frame", n - 1));
			assertEquals(20 * (n - 1), time.getValue("Time (sec)", n - 1));
			for (int j = 1; j <= 4; j++)
				assertEquals(test.pixels(n, j).count() * PIXEL_AREA,
					time.getValue("Cluster " + j + " (mm²)", n - 1), 1e-12);
		}
		assertFalse(time.columnExists("Cluster 5 (mm²)"));
		assertEquals("mm²", test.result.areaUnit());
	}

	@Example
	void slicesOfATimePointAreOneRow() {
		final ImagePlus image = RandomImages.hyperstack(8, 1, 2, 3, 6);
		image.getCalibration().frameInterval = 5;
		final Measurements measurements = new Measurements(Segmentation.of(image, options("none", 0)));
		final ResultsTable table = measurements.table();
		final ResultsTable time = measurements.overTime();
		assertEquals(3, time.size());
		assertEquals(10, time.getValue("Time (sec)", 2));
		for (int t = 0; t < 3; t++) {
			double sum = 0;
			for (int row = 0; row < table.size(); row++)
				if ((int) (table.getValue("Frame", row) - 1) / 2 == t
					&& table.getValue("Cluster", row) == 1) sum += table.getValue("Area (mm²)", row);
			assertEquals(sum, time.getValue("Cluster 1 (mm²)", t), 1e-9);
		}
	}

	/** The mean of their pixels in the space, as of those that are not merged. */
	@Example
	void centresOfMergedClustersAreThoseOfTheirPixels() {
		final Segmentation result = Segmentation.of(RandomImages.hyperstack(24, 1, 1, 1, 4),
			options("1+3", 0).with(ColorSpace.LAB));
		final Clusters found = result.clustersOfFrame(1).found();
		final ResultsTable table = new Measurements(result).table();
		assertEquals((found.pixels(1) * found.centre(1)[2] + found.pixels(3) * found.centre(3)[2])
			/ (found.pixels(1) + found.pixels(3)), table.getValue("b*", 0), 1e-9);
		assertEquals(found.centre(4)[2], table.getValue("b*", 2));
		assertEquals(found.compactness(), table.getValue("Compactness", 2));
	}

	@Example
	void centresOfColourSpacesAreTold() {
		final ImagePlus image = RandomImages.hyperstack(24, 1, 1, 1, 4);
		final Segmentation result = Segmentation.of(image, options("none", 0).with(ColorSpace.LAB),
			Progress.NONE);
		final ResultsTable table = new Measurements(result).table();
		final double[] column = table.getColumn("L*");
		assertArrayEquals(IntStream.rangeClosed(1, 5)
			.mapToDouble(j -> result.clustersOfFrame(1).found().centre(j)[0])
			.toArray(), column);
		assertEquals(
			Arrays.asList("Image", "Frame", "Cluster", "Pixels", "Area (mm²)", "Percent", "Red", "Green",
				"Blue", "Hex", "RMS to Mean", "L*", "a*", "b*", "Epsilon", "Compactness", "Agreement"),
			Arrays.stream(table.getHeadings()).collect(Collectors.toList()));
	}

	/** Frames of a virtual stack are labelled again, which is heard row by row. */
	@Example
	void labellingOnTheWayIsHeard() {
		final ImagePlus film = RandomImages.virtual(RandomImages.hyperstack(16, 1, 1, 3, 1));
		final Segmentation segmentation = Segmentation.of(film, KMeansOptions.defaults());
		final int rows = 3 * film.getHeight();
		for (final BiConsumer<Segmentation, Progress> work : Arrays
			.<BiConsumer<Segmentation, Progress>>asList(Measurements::new, ClusterSelections::of,
				Legend::picture, LegendInset::of))
		{
			final List<Double> heard = Collections.synchronizedList(new ArrayList<>());
			work.accept(segmentation, (fraction, word) -> heard.add(fraction));
			assertTrue(heard.size() >= rows, heard.size() + " reports");
			assertTrue(Collections.max(heard) <= 1);
		}
	}
}
