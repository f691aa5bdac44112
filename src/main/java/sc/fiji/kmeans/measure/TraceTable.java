package sc.fiji.kmeans.measure;

import ij.measure.ResultsTable;

import sc.fiji.kmeans.segment.Trace;

/** The table of the iterations of a plain run. */
public final class TraceTable {

	private TraceTable() {}

	/** Columns: Image, Iteration (0 for the start), Compactness in full precision. */
	public static ResultsTable of(final String title, final Trace trace) {
		final ResultsTable table = new ResultsTable();
		for (int i = 0; i < trace.size(); i++) {
			table.addRow();
			table.addValue("Image", title);
			table.addValue("Iteration", i);
			table.addValue("Compactness", trace.compactness(i));
		}
		return table;
	}
}
