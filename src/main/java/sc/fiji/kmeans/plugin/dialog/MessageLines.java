package sc.fiji.kmeans.plugin.dialog;

import ij.gui.GenericDialog;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.GridLayout;
import java.awt.Insets;
import java.awt.Label;
import java.awt.Panel;
import java.util.ArrayList;
import java.util.List;

/**
 * A message that changes while the user types. It is broken into lines and asks for
 * no width, so that it never makes a window wider.
 */
public final class MessageLines extends Panel {

	private static final int IN_DIALOG = 4;

	private final List<Label> lines = new ArrayList<>();
	private final int most;
	private String text = "";
	private boolean isCut;

	/**
	 * @param first line, which has the font of all
	 * @param least number of lines for which there is room from the beginning
	 * @param most number of lines; what is left then is cut off between words, with dots
	 */
	public MessageLines(final Label first, final int least, final int most) {
		super(new GridLayout(0, 1));
		this.most = most;
		add(first);
		for (int i = 1; i < least; i++)
			add(new Label());
	}

	private void add(final Label line) {
		lines.add(line);
		super.add(line);
	}

	/**
	 * Adds a message below the fields of a dialog, with room for all its lines, so that
	 * nothing moves away from under the pointer; there is a display.
	 */
	static MessageLines below(final GenericDialog dialog, final String text) {
		dialog.addMessage(text);
		final Label first = (Label) dialog.getMessage();
		final GridBagConstraints place = ((GridBagLayout) dialog.getLayout()).getConstraints(first);
		place.gridwidth = GridBagConstraints.REMAINDER;
		place.fill = GridBagConstraints.HORIZONTAL;
		place.insets = new Insets(0, 0, 0, 0);
		final MessageLines message = new MessageLines(first, IN_DIALOG, IN_DIALOG);
		dialog.add(message, place);
		return message;
	}

	@Override
	public Dimension getPreferredSize() {
		return new Dimension(1, super.getPreferredSize().height);
	}

	@Override
	public Dimension getMinimumSize() {
		return getPreferredSize();
	}

	/** @return whether there are more lines now, for which room has to be made */
	public boolean show(final String message, final Color colour) {
		text = message;
		final int before = lines.size();
		String left = text;
		for (int i = 0; i < lines.size(); i++) {
			final String shown = beginning(left);
			isCut = i == most - 1 && shown.length() < left.length();
			lines.get(i).setForeground(colour);
			lines.get(i).setText(isCut ? shown + "..." : shown);
			left = left.substring(shown.length());
			if (!left.isEmpty() && i == lines.size() - 1 && lines.size() < most) add(new Label());
		}
		validate();
		return lines.size() > before;
	}

	/** All of it. */
	public String text() {
		return text;
	}

	/** All of it where some is cut off, and can not be read; else empty. */
	String tip() {
		return isCut ? text() : "";
	}

	/** As many words as there is room for, or a part of the first; at least a letter. */
	private String beginning(final String text) {
		if (getWidth() == 0) return text;
		final FontMetrics metrics = getFontMetrics(getFont());
		final int width = getWidth() - 2 * metrics.charWidth('m');
		// A letter has a pixel or more.
		int end = Math.min(text.length(), Math.max(1, width));
		while (end > 1 && metrics.stringWidth(text.substring(0, end)) > width)
			end--;
		final int blank = text.lastIndexOf(' ', end - 1);
		return text.substring(0, end == text.length() || blank < 0 ? end : blank + 1);
	}
}
