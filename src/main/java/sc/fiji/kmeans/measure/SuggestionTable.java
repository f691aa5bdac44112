package sc.fiji.kmeans.measure;

import ij.measure.ResultsTable;

import sc.fiji.kmeans.segment.Suggestion;

/** The table of a suggested number of clusters. */
public final class SuggestionTable {

	private SuggestionTable() {}

	/**
	 * A row for each number of clusters. Columns: Image, Clusters, Compactness, Explained (%),
	 * Corner, Worst Valley, Smallest CIEDE2000 (of colours), Smallest Cluster (%), and Suggested:
	 * how well the suggested number stands out, in its row. What there is none of is NaN.
	 */
	public static ResultsTable of(final String title, final Suggestion suggestion) {
		final ResultsTable table = new ResultsTable();
		for (int k = 1; k <= suggestion.most(); k++) {
			table.addRow();
			table.addValue("Image", title);
			table.addValue("Clusters", k);
			table.addValue("Compactness", suggestion.compactness(k));
			table.addValue("Explained (%)", 100 * suggestion.explained(k));
			table.addValue("Corner", suggestion.corner(k));
			table.addValue("Worst Valley", suggestion.valley(k));
			if (suggestion.isOfColours()) table.addValue("Smallest CIEDE2000", suggestion.difference(k));
			table.addValue("Smallest Cluster (%)", 100 * suggestion.smallest(k));
			table.addValue("Suggested", k == suggestion.clusters() ? suggestion.kind().toString() : "");
		}
		return table;
	}
}
