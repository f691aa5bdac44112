package sc.fiji.kmeans.measure;

import ij.measure.ResultsTable;

import java.util.Arrays;
import java.util.List;

import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.segment.Segmentation;

/** The clusters of a segmentation as a table, one row for each. */
public final class ClusterTable {

	private ClusterTable() {}

	/**
	 * Columns: Frame (for a stack), Cluster, Name (if a cluster has one), Pixels (that it was learned
	 * from, or that it was applied to), Percent (of all of them), Red, Green and Blue of their mean
	 * (of a grey image: its Value, of a multi-channel one the channels by their names, calibrated)
	 * and Hex, the cluster's own colour. All numbers have their full precision. Clusters that are
	 * merged have one row, and numbers that a frame does not have none.
	 */
	public static ResultsTable of(final Segmentation segmentation) {
		final ResultsTable table = new ResultsTable();
		for (int frame = 1; frame <= segmentation.frames(); frame++) {
			final long[] pixels = pixels(segmentation, frame);
			for (final int j : segmentation.clustersOfFrame(frame).labels().all())
				addRow(table, segmentation, frame, j, pixels);
		}
		return table;
	}

	/** The number of pixels of each label; of label 0 none. */
	private static long[] pixels(final Segmentation segmentation, final int frame) {
		final ImageClusters learned = segmentation.clustersOfFrame(frame);
		if (learned.found().pixels() == 0) return segmentation.pixelsOfLabels(frame);
		final long[] pixels = new long[learned.labels().largest() + 1];
		Arrays.setAll(pixels, j -> j == 0 ? 0 : learned.pixels(j));
		return pixels;
	}

	/** Whether a cluster of some frame has a name. */
	static boolean isNamed(final Segmentation segmentation) {
		return segmentation.clusters().isNamed();
	}

	private static void addRow(final ResultsTable table, final Segmentation segmentation,
		final int frame, final int j, final long[] pixels)
	{
		final double[] mean = segmentation.clustersOfFrame(frame).value(j);
		table.addRow();
		if (segmentation.frames() > 1) table.addValue("Frame", frame);
		table.addValue("Cluster", j);
		if (isNamed(segmentation))
			table.addValue("Name", segmentation.clustersOfFrame(frame).nameOfLabel(j));
		table.addValue("Pixels", Long.toString(pixels[j]));
		table.addValue("Percent", Double.toString(100.0 * pixels[j] / Arrays.stream(pixels).sum()));
		final List<String> names = segmentation.valueNames();
		for (int c = 0; c < mean.length; c++)
			table.addValue(names.get(c), Double.toString(
				segmentation.isOfColours() ? mean[c] : segmentation.attributes().calibrated(mean[c])));
		table.addValue("Hex", String.format("#%06x", segmentation.colourInFrame(frame, j)));
	}
}
