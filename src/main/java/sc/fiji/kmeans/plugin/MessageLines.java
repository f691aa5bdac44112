package sc.fiji.kmeans.plugin;

import ij.gui.GenericDialog;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.GridLayout;
import java.awt.Label;
import java.awt.Panel;

/**
 * A message below the fields of a dialog that changes while the user types. It is
 * broken into lines, for which there is room from the beginning, so that nothing
 * moves away from under the pointer.
 */
final class MessageLines {

	private static final int LINES = 4;

	private final GenericDialog dialog;
	private final Label[] lines = new Label[LINES];

	/** Adds the message to a dialog; there is a display. */
	MessageLines(final GenericDialog dialog, final String text) {
		this.dialog = dialog;
		dialog.addMessage(text);
		lines[0] = (Label) dialog.getMessage();
		final GridBagLayout layout = (GridBagLayout) dialog.getLayout();
		final GridBagConstraints place = layout.getConstraints(lines[0]);
		place.gridwidth = GridBagConstraints.REMAINDER;
		place.fill = GridBagConstraints.HORIZONTAL;
		final Panel block = new Block();
		for (int i = 0; i < LINES; i++) {
			if (i > 0) lines[i] = new Label();
			block.add(lines[i]);
		}
		dialog.add(block, place);
	}

	/** As wide as the dialog is without it, whatever the lines are. */
	private static final class Block extends Panel {

		private Block() {
			super(new GridLayout(0, 1));
		}

		@Override
		public Dimension getPreferredSize() {
			return new Dimension(1, super.getPreferredSize().height);
		}

		@Override
		public Dimension getMinimumSize() {
			return getPreferredSize();
		}
	}

	void show(final String text, final Color colour) {
		final FontMetrics metrics = lines[0].getFontMetrics(lines[0].getFont());
		final int width = lines[0].getWidth() - 2 * metrics.charWidth('m');
		String left = text;
		for (int i = 0; i < LINES; i++) {
			final String shown = i == LINES - 1 ? left : beginning(left, width, metrics);
			lines[i].setForeground(colour);
			lines[i].setText(shown);
			left = left.substring(shown.length());
		}
		dialog.validate();
	}

	/** As many words as there is room for, or a part of the first; at least a letter. */
	private static String beginning(final String text, final int width,
		final FontMetrics metrics)
	{
		int end = text.length();
		while (end > 1 && metrics.stringWidth(text.substring(0, end)) > width)
			end--;
		final int blank = text.lastIndexOf(' ', end - 1);
		return text.substring(0, end == text.length() || blank < 0 ? end : blank + 1);
	}
}
