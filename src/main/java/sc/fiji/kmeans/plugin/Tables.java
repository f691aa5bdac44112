package sc.fiji.kmeans.plugin;

import ij.IJ;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.text.TextPanel;
import ij.text.TextWindow;

import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.util.Arrays;

/**
 * The tables of this plugin. Each has rows of image after image, until it is closed; who
 * closes that of the clusters begins all anew. In a macro, and where there is no display,
 * the rows of the clusters are ImageJ's active results, too, unless it shows others.
 * <p>
 * Macros can {@code call} the public methods, which are the same with windows, in batch
 * mode and without a display.
 */
public final class Tables {

	static final String CLUSTERS = "KMeans-Clusters";
	static final String FRAMES = "KMeans-Frames";

	/** All rows of clusters so far; that of the window, where there is one. */
	private static ResultsTable clusters = new ResultsTable();
	/** The same rows, as ImageJ's active results. */
	private static ResultsTable active = new ResultsTable();
	private static ResultsTable frames = new ResultsTable();

	private Tables() {}

	/**
	 * Adds rows, and shows them where there is a display.
	 *
	 * @param overTime of a stack; of other images it has no more than one row, and is
	 *          left out
	 */
	static synchronized void add(final ResultsTable measured,
		final ResultsTable overTime)
	{
		if (isClosed()) clear();
		clusters = added(measured, clusters, CLUSTERS);
		if (overTime.size() > 1) frames = added(overTime, frames, FRAMES);
		activate(measured);
		if (window(CLUSTERS) != null) WindowManager.setWindow(window(CLUSTERS));
	}

	/** Without a display, the command Clear Results closes it. */
	private static boolean isClosed() {
		return GraphicsEnvironment.isHeadless() ? active != Analyzer.getResultsTable() ||
			active.size() == 0 : window(CLUSTERS) == null;
	}

	/** Begins all tables anew. */
	public static synchronized void clear() {
		for (final String title : Arrays.asList(CLUSTERS, FRAMES))
			if (window(title) != null) window(title).close(false);
		clusters = empty();
		frames = empty();
	}

	private static ResultsTable empty() {
		final ResultsTable table = new ResultsTable();
		table.setNaNEmptyCells(true);
		return table;
	}

	/** @return the table with all rows, which may be that of a window */
	private static ResultsTable added(final ResultsTable rows, final ResultsTable before,
		final String title)
	{
		final TextWindow open = window(title);
		final ResultsTable all = open == null ? before : open.getTextPanel()
			.getOrCreateResultsTable();
		final String headings = all.getColumnHeadings();
		append(rows, all);
		if (open == null || !headings.equals(all.getColumnHeadings())) all.show(title);
		else show(open.getTextPanel(), all, rows.size());
		return all;
	}

	private static void append(final ResultsTable rows, final ResultsTable all) {
		for (int row = 0; row < rows.size(); row++) {
			all.addRow();
			for (final String heading : rows.getHeadings())
				copy(rows, row, heading, all);
		}
	}

	private static void copy(final ResultsTable rows, final int row,
		final String heading, final ResultsTable all)
	{
		final double value = rows.getValue(heading, row);
		if (Double.isNaN(value)) all.addValue(heading, rows.getStringValue(heading, row));
		else all.addValue(heading, value);
	}

	/** Does not write all rows again, which may be many. */
	private static void show(final TextPanel panel, final ResultsTable all,
		final int added)
	{
		for (int row = all.size() - added; row < all.size(); row++)
			panel.appendWithoutUpdate(all.getRowAsString(row));
		panel.updateDisplay();
	}

	/** What ImageJ shows as its results is left alone. */
	private static void activate(final ResultsTable rows) {
		if (!GraphicsEnvironment.isHeadless() && (!IJ.isMacro() || WindowManager.getFrame(
			"Results") != null)) return;
		if (clusters.size() == rows.size() || active != Analyzer.getResultsTable()) {
			active = empty();
			append(clusters, active);
			Analyzer.setResultsTable(active);
		}
		else append(rows, active);
	}

	/** Null if there is none. */
	private static TextWindow window(final String title) {
		final Frame frame = GraphicsEnvironment.isHeadless() ? null : WindowManager
			.getFrame(title);
		return frame instanceof TextWindow ? (TextWindow) frame : null;
	}

	/** Shows another table, or makes it the active results where there is no display. */
	static void show(final ResultsTable table, final String title) {
		if (GraphicsEnvironment.isHeadless()) Analyzer.setResultsTable(table);
		else table.show(title);
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
		final int number = (int) Double.parseDouble(row);
		final double value = current().getValue(column, number);
		return Double.isNaN(value) ? current().getStringValue(column, number) : value == Math
			.rint(value) && Math.abs(value) < 1L << 53 ? Long.toString((long) value) : Double
				.toString(value);
	}

	/**
	 * For macros: saves the table of the clusters.
	 *
	 * @param path whose ending tells how, as ImageJ has it
	 */
	public static synchronized void save(final String path) throws IOException {
		current().saveAs(path);
	}

	/** Empty if it was closed. */
	private static ResultsTable current() {
		if (isClosed()) return new ResultsTable();
		return GraphicsEnvironment.isHeadless() ? clusters : window(CLUSTERS).getTextPanel()
			.getOrCreateResultsTable();
	}
}
