package sc.fiji.kmeans.plugin;

import ij.IJ;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;

import java.awt.GraphicsEnvironment;
import java.io.IOException;

import sc.fiji.kmeans.base.Reason;
import sc.fiji.kmeans.measure.Decimals;

/**
 * The tables of this plugin. Each has rows of image after image, until it is closed; who
 * closes that of the clusters begins all anew. In a macro, and where there is no display,
 * the rows of the clusters are ImageJ's active results, too, unless it shows others.
 * <p>
 * Macros can {@code call} the public methods, which do the same in windows, in batch
 * mode and without a display.
 */
public final class Tables {

	private static final GrowingTable CLUSTERS = new GrowingTable("KMeans-Clusters");
	private static final GrowingTable FRAMES = new GrowingTable("KMeans-Frames");

	private static final GrowingTable TRACES = new GrowingTable("KMeans-Trace");
	private static final GrowingTable SUGGESTIONS = new GrowingTable("KMeans-Suggestion");

	/** The rows of the clusters, as ImageJ's active results. */
	private static ResultsTable active = new ResultsTable();
	/** Whether they were when rows were added last. */
	private static boolean isActive;

	private Tables() {}

	/**
	 * Adds rows, and shows them where there is a display.
	 *
	 * @param overTime of a stack; of other images it has no more than one row, and is
	 *          left out
	 */
	static synchronized void add(final ResultsTable measured, final ResultsTable overTime) {
		if (isClosed()) clearMeasured();
		CLUSTERS.add(measured);
		if (overTime.size() > 1) FRAMES.add(overTime);
		activate(measured);
		CLUSTERS.select();
	}

	/** The command Clear Results closes it, too, where its rows are the active results. */
	private static boolean isClosed() {
		return isActive && Analyzer.getResultsTable().size() == 0
			|| CLUSTERS.isClosed() && !GraphicsEnvironment.isHeadless();
	}

	/** What others measured is left alone. */
	private static void activate(final ResultsTable more) {
		if (!GraphicsEnvironment.isHeadless() && !IJ.isMacro()) return;
		final ResultsTable results = Analyzer.getResultsTable();
		isActive = isOurs(results) || results.size() == 0 && WindowManager.getFrame("Results") == null;
		if (!isActive) return;
		if (isOurs(results) && results.size() + more.size() == CLUSTERS.rows().size())
			GrowingTable.append(more, results);
		else {
			active = GrowingTable.copy(CLUSTERS.rows());
			Analyzer.setResultsTable(active);
		}
		CLUSTERS.setDecimals(active);
	}

	/** The command Measure empties it, and fills it with its own. */
	private static boolean isOurs(final ResultsTable results) {
		return results == active && results.columnExists("Cluster");
	}

	/** Adds the iterations of a plain run. */
	static synchronized void addTrace(final ResultsTable iterations) {
		add(iterations, TRACES);
	}

	/** Adds the figures of a suggested number of clusters. */
	static synchronized void addSuggestion(final ResultsTable figures) {
		add(figures, SUGGESTIONS);
	}

	/** A table that was closed begins anew. */
	private static void add(final ResultsTable more, final GrowingTable all) {
		if (all.isClosed() && !GraphicsEnvironment.isHeadless()) all.clear();
		all.add(more);
	}

	/** Shows another table, or makes it the active results where there is no display. */
	public static void show(final ResultsTable table, final String title) {
		if (GraphicsEnvironment.isHeadless()) Analyzer.setResultsTable(table);
		Decimals.set(table);
		if (!GraphicsEnvironment.isHeadless()) table.show(title);
	}

	/** Closes all tables, so that they begin anew. */
	public static synchronized void clear() {
		TRACES.clear();
		SUGGESTIONS.clear();
		clearMeasured();
	}

	private static void clearMeasured() {
		CLUSTERS.clear();
		FRAMES.clear();
		if (isOurs(Analyzer.getResultsTable())) active.reset();
		isActive = false;
	}

	/** For macros: the number of rows of the clusters. */
	public static synchronized String size() {
		return Integer.toString(current().size());
	}

	/**
	 * For macros: what stands in the table of the clusters.
	 *
	 * @param column its heading
	 * @param row counted from 0
	 * @return a text, or a number in full precision
	 * @throws IllegalArgumentException if there is no such column or row
	 */
	public static synchronized String get(final String column, final String row) {
		return MacroCall.of(() -> text(column, row));
	}

	private static String text(final String column, final String row) {
		final int number = (int) Double.parseDouble(row);
		final double value = current().getValue(column, number);
		if (GrowingTable.isText(value, column)) return current().getStringValue(column, number);
		return value == Math.rint(value) && Math.abs(value) < 1L << 53
			? Long.toString((long) value)
			: Double.toString(value);
	}

	/**
	 * For macros: saves the table of the clusters.
	 *
	 * @param path whose ending tells how, as ImageJ has it
	 */
	public static synchronized void save(final String path) throws IOException {
		MacroCall.of(() -> saved(path));
	}

	private static String saved(final String path) throws IOException {
		try {
			current().saveAs(path);
			return path;
		}
		catch (final IOException e) {
			throw new IOException("table = " + path + ": takes a file that can be written ("
				+ Reason.of(e, "the system gives no reason") + ")", e);
		}
	}

	private static ResultsTable current() {
		return isClosed() ? new ResultsTable() : CLUSTERS.rows();
	}
}
