package sc.fiji.kmeans.plugin;

import ij.IJ;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.text.TextPanel;
import ij.text.TextWindow;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;

import sc.fiji.kmeans.measure.Decimals;

/**
 * A table that rows are added to, and its window where there is a display; closing the
 * window is its end. ImageJ renames a table that is saved: that is taken back.
 */
final class GrowingTable {

	/** Columns of texts, also where these look like numbers. */
	private static final List<String> TEXTS = Arrays.asList("Image", "Name");

	/** There may be no window manager that activates windows. */
	private static final int PATIENCE = 25;
	private static final int MILLIS = 20;

	private final String title;
	private ResultsTable rows = new ResultsTable();
	private Decimals decimals = new Decimals();
	/** Null before the first row, and where there is no display. */
	private TextWindow window;

	GrowingTable(final String title) {
		this.title = title;
	}

	/** A table of the same rows. */
	static ResultsTable copy(final ResultsTable rows) {
		final ResultsTable copy = new ResultsTable();
		append(rows, copy);
		return copy;
	}

	/** Shows the numbers of a copy as its own. */
	void setDecimals(final ResultsTable copy) {
		decimals.setIn(copy);
	}

	/** Whether its window was closed, or never opened. */
	boolean isClosed() {
		return window == null || !window.isDisplayable();
	}

	/** Closes it. */
	void clear() {
		if (!isClosed()) window.close(false);
		window = null;
		rows = new ResultsTable();
		decimals = new Decimals();
	}

	/** All rows; also those that the user changed. */
	ResultsTable rows() {
		return isClosed() ? rows : window.getTextPanel().getOrCreateResultsTable();
	}

	void add(final ResultsTable more) {
		rows = rows();
		final String headings = rows.getColumnHeadings();
		append(more, rows);
		final boolean isShownOtherwise = decimals.add(more);
		decimals.setIn(rows);
		if (GraphicsEnvironment.isHeadless()) return;
		if (!isClosed() && !window.getTitle().equals(title)) IJ.renameResults(window.getTitle(), title);
		if (isClosed() || isShownOtherwise || !headings.equals(rows.getColumnHeadings())) open();
		else show(more.size());
	}

	private void open() {
		rows.show(title);
		window = (TextWindow) WindowManager.getFrame(title);
		awaitActivation();
	}

	/** A window that opens comes to the front later, and should not after the next. */
	private void awaitActivation() {
		for (int i = 0; i < PATIENCE && !window.isActive() && !EventQueue.isDispatchThread(); i++)
			IJ.wait(MILLIS);
	}

	/** Not all rows again, which may be many. */
	private void show(final int added) {
		final TextPanel panel = window.getTextPanel();
		for (int row = rows.size() - added; row < rows.size(); row++)
			panel.appendWithoutUpdate(rows.getRowAsString(row));
		panel.updateDisplay();
	}

	/** Makes it the table that macros read. */
	void select() {
		if (isClosed()) return;
		window.toFront();
		WindowManager.setWindow(window);
	}

	/** A cell that has no value is empty, whichever rows came before. */
	static void append(final ResultsTable more, final ResultsTable all) {
		final List<String> old = Arrays.asList(all.getHeadings());
		final List<String> added = Arrays.asList(more.getHeadings());
		final int before = all.size();
		for (int row = 0; row < more.size(); row++) {
			all.addRow();
			for (final String heading : added)
				copy(more, row, heading, all);
			for (final String heading : old)
				if (!more.columnExists(heading)) all.addValue(heading, "");
		}
		for (final String heading : added)
			for (int row = 0; row < before && !old.contains(heading); row++)
				all.setValue(heading, row, "");
	}

	/** @param value of a cell as a number */
	static boolean isText(final double value, final String heading) {
		return Double.isNaN(value) || TEXTS.contains(heading);
	}

	private static void copy(final ResultsTable from, final int row, final String heading,
		final ResultsTable to)
	{
		final double value = from.getValue(heading, row);
		if (isText(value, heading)) to.addValue(heading, from.getStringValue(heading, row));
		else to.addValue(heading, value);
	}
}
