package sc.fiji.kmeans.image;

import ij.measure.ResultsTable;

import sc.fiji.kmeans.cluster.Clusters;

/** The clusters of a segmentation as a table, one row for each. */
public final class ClusterTable {

	private ClusterTable() {}

	/**
	 * Columns: Frame (for a stack), Cluster, Pixels, Percent (of the segmented
	 * pixels of the frame), Red, Green and Blue of the centre (of a grey image: its
	 * value, three times) and Hex, the colour that the segmented image shows. All
	 * numbers have their full precision.
	 */
	public static ResultsTable of(final Segmentation segmentation) {
		final ResultsTable table = new ResultsTable();
		for (int plane = 1; plane <= segmentation.planes(); plane++)
			for (int j = 1; j <= segmentation.clusters(plane).size(); j++)
				addRow(table, segmentation, plane, j);
		return table;
	}

	private static void addRow(final ResultsTable table,
		final Segmentation segmentation, final int plane, final int j)
	{
		final Clusters clusters = segmentation.clusters(plane);
		final double[] centre = clusters.centre(j);
		table.addRow();
		if (segmentation.planes() > 1) table.addValue("Frame", plane);
		table.addValue("Cluster", j);
		table.addValue("Pixels", Long.toString(clusters.pixels(j)));
		table.addValue("Percent", Double.toString(100.0 * clusters.pixels(j) /
			clusters.pixels()));
		table.addValue("Red", Double.toString(centre[0]));
		table.addValue("Green", Double.toString(centre[centre.length / 2]));
		table.addValue("Blue", Double.toString(centre[centre.length - 1]));
		table.addValue("Hex", String.format("#%06x", segmentation.colour(plane, j)));
	}
}
