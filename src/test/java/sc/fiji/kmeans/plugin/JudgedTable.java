package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import sc.fiji.kmeans.image.TestImages;

/** What was measured of labels, found anew from labels and pixels. */
final class JudgedTable {

	private static final Pattern SELECTION = Pattern
		.compile("(?s).*?(?: frame (\\d+))? cluster (\\d+)(?:: .*)?");

	private final ImagePlus image;
	private final ImagePlus labels;
	private final Calibration calibration;

	JudgedTable(final ImagePlus image, final ImagePlus labels) {
		this.image = image;
		this.labels = labels;
		calibration = image.getCalibration();
	}

	/** @param isWhole whether each frame of the image has labels */
	void judge(final ResultsTable table, final boolean isWhole) {
		for (int row = 0; row < table.size(); row++) {
			final int frame = place(table, row);
			final int[] pixels = pixels(frame, (int) table.getValue("Cluster", row));
			assertEquals(pixels.length, (long) table.getValue("Pixels", row), "row " + row);
			assertNear(pixels.length * areaOfPixel(), value(table, heading(table, "Area ("), row),
				"area in row " + row);
			assertNear(100.0 * pixels.length / labelled(frame), value(table, "Percent", row),
				"percent in row " + row);
			if (isWhole) judgeMeans(table, row, frame, pixels);
		}
	}

	/** The slice of the labels of a row's frame, which may be there alone. */
	private int place(final ResultsTable table, final int row) {
		return labels.getStackSize() == 1 ? 1 : (int) table.getValue("Frame", row);
	}

	private double areaOfPixel() {
		return calibration.pixelWidth * calibration.pixelHeight;
	}

	/** Cells without a value are empty. */
	private static double value(final ResultsTable table, final String heading, final int row) {
		return table.getStringValue(heading, row).isEmpty() ? Double.NaN : table.getValue(heading, row);
	}

	private static String heading(final ResultsTable table, final String start) {
		return Arrays.stream(table.getHeadings()).filter(h -> h.startsWith(start)).findFirst().get();
	}

	private static void assertNear(final double expected, final double found, final String what) {
		if (expected != found) assertEquals(expected, found, 1e-9 * Math.abs(expected), what);
	}

	/** The places of a label. */
	private int[] pixels(final int frame, final int label) {
		final ImageProcessor plane = labels.getStack().getProcessor(frame);
		return IntStream.range(0, plane.getPixelCount()).filter(i -> plane.get(i) == label).toArray();
	}

	private long labelled(final int frame) {
		final ImageProcessor plane = labels.getStack().getProcessor(frame);
		return IntStream.range(0, plane.getPixelCount()).filter(i -> plane.get(i) > 0).count();
	}

	/** The columns of the channels stand between two others. */
	private void judgeMeans(final ResultsTable table, final int row, final int frame,
		final int... pixels)
	{
		final List<String> headings = Arrays.asList(table.getHeadings());
		final List<String> channels = headings.subList(headings.indexOf("Percent") + 1,
			headings.indexOf("Hex"));
		double squares = 0;
		for (int c = 0; c < channels.size(); c++) {
			final IntToDoubleFunction channel = channel(frame, c, channels.size());
			final double mean = Arrays.stream(pixels).mapToDouble(channel).average().orElse(Double.NaN);
			final double most = Arrays.stream(pixels).mapToDouble(channel).map(Math::abs).max().orElse(0);
			if (most < 1e30) {
				final double found = value(table, channels.get(c), row);
				if (pixels.length == 0) assertTrue(Double.isNaN(found), "mean of none " + found);
				else assertEquals(mean, found, 1e-9 * most, channels.get(c) + " in row " + row);
			}
			squares += Arrays.stream(pixels)
				.mapToDouble(channel)
				.map(x -> (x - mean) * (x - mean))
				.average()
				.orElse(0);
		}
		if (pixels.length > 0 && squares < 1e60)
			assertEquals(Math.sqrt(squares), value(table, "RMS to Mean", row),
				1e-6 * (1 + Math.sqrt(squares)), "RMS in row " + row);
	}

	/** The calibrated values of a channel or component. */
	private IntToDoubleFunction channel(final int frame, final int c, final int channels) {
		final int planes = image.getStackSize() / labels.getStackSize();
		final ImageProcessor first = image.getStack().getProcessor((frame - 1) * planes + 1);
		if (planes == 1 && channels == 3) return i -> TestImages.value(first, i) >> 16 - 8 * c & 0xff;
		final ImageProcessor plane = image.getStack()
			.getProcessor((frame - 1) * planes + 1 + (planes == channels ? c : 0));
		return i -> plane.getBitDepth() == 32 || !calibration.calibrated()
			? plane.getf(i)
			: calibration.getCValue(plane.get(i));
	}

	/** The colour that is told is the one that pixels are painted in. */
	void judgeColours(final ResultsTable table, final ImagePlus segmented) {
		if (segmented.getStackSize() != labels.getStackSize()) return;
		for (int row = 0; row < table.size(); row++) {
			final int frame = place(table, row);
			final ImageProcessor painted = segmented.getStack().getProcessor(frame);
			final int[] pixels = pixels(frame, (int) table.getValue("Cluster", row));
			if (painted instanceof ColorProcessor && pixels.length > 0)
				assertEquals(String.format("#%06x", painted.get(pixels[0]) & 0xffffff),
					table.getStringValue("Hex", row), "colour in row " + row);
		}
	}

	/** Each selection has the pixels of its label, and each label that has some its selection. */
	void judgeSelections(final Iterable<Roi> selections) {
		final List<String> found = new ArrayList<>();
		for (final Roi selection : selections) {
			final Matcher name = SELECTION.matcher(selection.getName());
			assertTrue(name.matches(), selection.getName());
			final int frame = name.group(1) == null ? 1 : Integer.parseInt(name.group(1));
			final int label = Integer.parseInt(name.group(2));
			final boolean[] inside = TestImages.selected(selection, image.getWidth(), image.getHeight());
			final ImageProcessor plane = labels.getStack().getProcessor(frame);
			for (int i = 0; i < inside.length; i++)
				assertEquals(plane.get(i) == label, inside[i], selection.getName() + ", pixel " + i);
			found.add(frame + " " + label);
		}
		final List<String> expected = new ArrayList<>();
		for (int frame = 1; frame <= labels.getStackSize(); frame++) {
			final ImageProcessor plane = labels.getStack().getProcessor(frame);
			final int n = frame;
			IntStream.range(0, plane.getPixelCount())
				.map(plane::get)
				.filter(label -> label > 0)
				.sorted()
				.distinct()
				.forEach(label -> expected.add(n + " " + label));
		}
		assertEquals(expected, found);
	}

	/**
	 * The curves of the areas, behind their dark rims.
	 *
	 * @param together number of frames of a time point
	 */
	void judgePlot(final Plot plot, final int together) {
		final int curves = (int) Arrays.stream(plot.getPlotObjectDesignations())
			.filter(what -> what.startsWith("Data Set"))
			.count() / 2;
		final int points = labels.getStackSize() / together;
		for (int j = 1; j <= curves; j++) {
			final float[][] curve = plot.getDataObjectArrays(curves + j - 1);
			assertEquals(points, curve[1].length, "points of curve " + j);
			for (int t = 0; t < points; t++) {
				long pixels = 0;
				for (int n = t * together + 1; n <= (t + 1) * together; n++)
					pixels += pixels(n, j).length;
				assertEquals((float) (pixels * areaOfPixel()), curve[1][t], "curve " + j + " at " + t);
			}
		}
		assertTrue(curves > 0, Arrays.toString(plot.getPlotObjectDesignations()));
	}
}
