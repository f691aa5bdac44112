package sc.fiji.kmeans.measure;

import ij.measure.Calibration;
import ij.measure.ResultsTable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.segment.SegmentedFrame;

/**
 * What the clusters of a segmentation measure, taken from labels and pixels, so
 * that it holds for the label image as it is, after small regions are gone and
 * clusters are merged.
 */
public final class Measurements {

	/** The column of the titles of images. */
	private static final String IMAGE = "Image";
	/** The column of what clusters are called. */
	private static final String NAME = "Name";
	private static final double PERCENT = 100;

	private final Segmentation segmentation;
	private final List<MeasuredFrame> frames;

	/** Looks at all pixels. */
	public Measurements(final Segmentation segmentation) {
		this(segmentation, Progress.NONE);
	}

	/**
	 * Measures, and reports progress.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	public Measurements(final Segmentation segmentation, final Progress progress) {
		this(segmentation, new ArrayList<>());
		final Calibration calibration = segmentation.attributes().calibration();
		final Steps steps = new Steps(progress, "measuring", segmentation.frames());
		final Segmentation heard = segmentation.reportingTo(steps.within());
		for (int n = 1; n <= segmentation.frames(); n++) {
			frames.add(measured(heard.frame(n), calibration, steps));
			steps.done();
		}
	}

	/** @param frames of the segmentation, all measured */
	Measurements(final Segmentation segmentation, final List<MeasuredFrame> frames) {
		this.segmentation = segmentation;
		this.frames = frames;
	}

	private static MeasuredFrame measured(final SegmentedFrame frame, final Calibration calibration,
		final Steps steps)
	{
		final MeasuredFrame measured = new MeasuredFrame(frame, calibration);
		measured.addMeans(frame, steps);
		measured.endMeans();
		measured.addSquares(frame, steps);
		return measured;
	}

	/**
	 * One row for each frame and cluster that it has: Image (its title), Frame (its number in the
	 * image), Cluster,
	 * Name (if a cluster has one), Pixels, Area (calibrated, with its unit), Percent (of the
	 * segmented pixels of the frame), the mean of each channel (calibrated) by its name, Hex (the
	 * cluster's own colour), RMS to Mean (root of the mean squared distance of the pixels to their
	 * mean, calibrated), the centre in the colour space if that is not RGB; and if there was a
	 * clustering of the frame, before any merging its Epsilon (in units of the points), Compactness
	 * and Agreement, and a Note if values were rounded.
	 */
	public ResultsTable table() {
		final ResultsTable table = empty();
		for (int n = 1; n <= frames.size(); n++)
			for (final int j : segmentation.clustersOfFrame(n).labels().all())
				addRow(table, n, j);
		return finished(table);
	}

	/** Cells that have no value are empty; ImageJ would write NaN. */
	private static ResultsTable finished(final ResultsTable table) {
		for (final String heading : table.getHeadings())
			for (int row = 0; row < table.size(); row++)
				if (hasNoValue(table, heading, row)) table.setValue(heading, row, "");
		Decimals.set(table);
		return table;
	}

	private static boolean hasNoValue(final ResultsTable table, final String heading, final int row) {
		return !heading.equals(IMAGE) && !heading.equals(NAME)
			&& Double.isNaN(table.getValue(heading, row))
			&& table.getStringValue(heading, row).equals("NaN");
	}

	private static ResultsTable empty() {
		final ResultsTable table = new ResultsTable();
		table.setNaNEmptyCells(true);
		return table;
	}

	private void addRow(final ResultsTable table, final int n, final int j) {
		final MeasuredFrame frame = frames.get(n - 1);
		table.addRow();
		table.addValue(IMAGE, segmentation.title());
		table.addValue("Frame", segmentation.numberOfFrame(n));
		table.addValue("Cluster", j);
		if (ClusterTable.isNamed(segmentation))
			table.addValue(NAME, segmentation.clustersOfFrame(n).nameOfLabel(j));
		table.addValue("Pixels", frame.pixels(j));
		table.addValue("Area (" + segmentation.areaUnit() + ")", area(frame.pixels(j)));
		table.addValue("Percent", frame.percent(j));
		addMeans(table, frame, j);
		table.addValue("Hex", String.format("#%06x", segmentation.colourInFrame(n, j)));
		table.addValue("RMS to Mean", frame.rms(j));
		addCentre(table, n, j);
		final Clusters clusters = segmentation.clustersOfFrame(n).found();
		if (clusters.attempts() == 0) return;
		table.addValue("Epsilon", segmentation.figures(n).epsilon());
		table.addValue("Compactness", clusters.compactness());
		table.addValue("Agreement", segmentation.figures(n).agreement());
		final String notes = Stream
			.of(segmentation.figures(n).sample(), segmentation.figures(n).warning())
			.filter(Optional::isPresent)
			.map(Optional::get)
			.collect(Collectors.joining("; "));
		if (!notes.isEmpty()) table.addValue("Note", notes);
	}

	private double area(final long pixels) {
		final Calibration calibration = segmentation.attributes().calibration();
		return pixels * calibration.pixelWidth * calibration.pixelHeight;
	}

	private void addMeans(final ResultsTable table, final MeasuredFrame frame, final int j) {
		final List<String> names = segmentation.valueNames();
		for (int c = 0; c < names.size(); c++)
			table.addValue(names.get(c), frame.mean(j)[c]);
	}

	/** Of merged clusters the mean of their centres, weighted by pixels. */
	private void addCentre(final ResultsTable table, final int n, final int j) {
		final ColorSpace space = segmentation.options().colorSpace();
		if (space == ColorSpace.RGB) return;
		final double[] centre = segmentation.clustersOfFrame(n).centre(j);
		for (int q = 0; q < centre.length; q++)
			table.addValue(space.names().get(q), centre[q]);
	}

	/**
	 * One row for each time point, or for each slice if there is but one time point:
	 * Image, Frame, Time (with its unit, if the image tells its interval), and of each
	 * cluster the area, with its unit, and the percentage of the segmented pixels, over
	 * all slices of a time point.
	 */
	public ResultsTable overTime() {
		final ResultsTable table = empty();
		final double interval = segmentation.attributes().calibration().frameInterval;
		final int together = segmentation.attributes().slicesOfATimePoint();
		for (int from = 1; from <= frames.size(); from += together) {
			final int time = (from - 1) / together;
			table.addRow();
			table.addValue(IMAGE, segmentation.title());
			table.addValue("Frame", time + 1);
			if (interval > 0) table.addValue("Time (" + segmentation.timeUnit() + ")", time * interval);
			addClusters(table, from, from + together);
		}
		return finished(table);
	}

	private void addClusters(final ResultsTable table, final int from, final int to) {
		final int[] labels = segmentation.numbers();
		final long all = IntStream.of(labels).mapToLong(j -> pixels(from, to, j)).sum();
		for (final int j : labels)
			table.addValue("Cluster " + j + " (" + segmentation.areaUnit() + ")",
				area(pixels(from, to, j)));
		for (final int j : labels)
			table.addValue("Cluster " + j + " (%)", PERCENT * pixels(from, to, j) / all);
	}

	/** Of a label in the frames from one to before another. */
	private long pixels(final int from, final int to, final int label) {
		return IntStream.range(from, to)
			.filter(n -> label <= segmentation.clustersOfFrame(n).labels().largest())
			.mapToLong(n -> frames.get(n - 1).pixels(label))
			.sum();
	}
}
