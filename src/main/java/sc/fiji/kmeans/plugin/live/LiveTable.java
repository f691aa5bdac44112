package sc.fiji.kmeans.plugin.live;

import ij.measure.ResultsTable;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.live.LiveFigures;
import sc.fiji.kmeans.model.ImageClusters;

/** A table with a row for each frame that was segmented, up to a number of them. */
final class LiveTable {

	private static final int MAX_ROWS = 100_000;
	private static final double MILLIS = 1000;
	private static final double PERCENT = 100;

	private final ResultsTable table = new ResultsTable();

	/** Adds a row, unless there are too many. */
	void add(final ImageClusters named, final LiveFigures figures) {
		if (table.size() == MAX_ROWS) return;
		final Clusters clusters = named.found();
		table.addRow();
		table.addValue("Frame", figures.frames());
		table.addValue("Time (s)", figures.seconds());
		table.addValue("Latency (ms)", MILLIS * figures.latency());
		table.addValue("Dropped", figures.dropped());
		table.addValue("Attempts", clusters.attempts());
		table.addValue("Compactness", clusters.compactness());
		for (int j = 1; j <= clusters.size(); j++)
			table.addValue("Percent " + named.caption(j),
				PERCENT * clusters.pixels(j) / clusters.pixels());
	}

	ResultsTable table() {
		return table;
	}
}
