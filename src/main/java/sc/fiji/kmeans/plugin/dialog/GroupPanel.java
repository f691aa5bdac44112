package sc.fiji.kmeans.plugin.dialog;

import java.awt.Checkbox;
import java.awt.Component;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Label;
import java.awt.Panel;
import java.awt.TextField;

import sc.fiji.kmeans.settings.Group;

/**
 * The fields of a group under its heading: two side by side where they are always shown,
 * one below the other where they unfold. Long ones have a row of their own.
 */
final class GroupPanel extends Panel {

	/** Columns of the longest text field that is not long. */
	private static final int SHORT = 12;
	private static final int SWITCHES_IN_A_ROW = 3;
	private static final int GAP = 3;

	private final boolean isFolded;
	/** Fields in a row. */
	private final int across;
	private int row;
	private int column;
	private boolean isWide;
	/** Of those that stand side by side; null before the first. */
	private Panel switches;

	GroupPanel(final Group group) {
		super(new GridBagLayout());
		isFolded = group.isFolded();
		across = isFolded ? 1 : 2;
		if (group.heading().isEmpty()) return;
		add(new Heading(group.heading()), place(0, GridBagConstraints.REMAINDER));
		row++;
	}

	/** In bold letters of the font of the dialog, which has the size that ImageJ is set to. */
	private static final class Heading extends Label {

		private Heading(final String text) {
			super(text);
		}

		@Override
		public void addNotify() {
			super.addNotify();
			setFont(getFont().deriveFont(Font.BOLD));
		}
	}

	/** Whether it unfolds. */
	boolean isFolded() {
		return isFolded;
	}

	/** Whether some field is long. */
	boolean isWide() {
		return isWide;
	}

	/** Number of rows, with the heading. */
	int rows() {
		return row;
	}

	/** @param box of the field and what helps to fill it */
	void addField(final Label label, final Component box) {
		final boolean isLong = box instanceof Panel
			|| box instanceof TextField && ((TextField) box).getColumns() > SHORT;
		if (isLong) endRow();
		isWide |= isLong;
		final GridBagConstraints place = place(2 * column, 1);
		place.anchor = GridBagConstraints.EAST;
		add(label, place);
		add(box, place(2 * column + 1, isLong ? GridBagConstraints.REMAINDER : 1));
		column++;
		if (isLong || column == across) endRow();
	}

	private void endRow() {
		if (column > 0) row++;
		column = 0;
	}

	void addSwitch(final Checkbox box) {
		if (isFolded) {
			add(box, place(1, 1));
			row++;
			return;
		}
		if (switches == null) {
			endRow();
			switches = new Panel(new GridBagLayout());
			add(switches, place(0, GridBagConstraints.REMAINDER));
			row++;
		}
		switches.add(box, placeOfSwitch(switches.getComponentCount()));
	}

	/** @param before number of those before it */
	private static GridBagConstraints placeOfSwitch(final int before) {
		final GridBagConstraints place = new GridBagConstraints();
		place.gridx = before % SWITCHES_IN_A_ROW;
		place.gridy = before / SWITCHES_IN_A_ROW;
		place.anchor = GridBagConstraints.WEST;
		place.insets = new Insets(0, 0, 0, 3 * GAP);
		return place;
	}

	private GridBagConstraints place(final int x, final int width) {
		final GridBagConstraints place = new GridBagConstraints();
		place.gridx = x;
		place.gridy = row;
		place.gridwidth = width;
		place.anchor = GridBagConstraints.WEST;
		place.insets = new Insets(0, x > 1 && x % 2 == 0 ? 3 * GAP : 0, GAP, 0);
		return place;
	}
}
