package sc.fiji.kmeans.plugin;

import ij.gui.GenericDialog;

import java.awt.BorderLayout;
import java.awt.Checkbox;
import java.awt.Color;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Label;
import java.awt.Panel;
import java.util.function.Consumer;

/**
 * A box in a dialog that shows at once, while it is ticked, what the settings make, and a
 * line about it. It is none of the settings: off at the start, neither recorded nor kept.
 * For the event thread.
 *
 * @param <S> the settings
 */
final class PreviewBox<S> {

	/** What is shown outside of the dialog. */
	interface Picture<S> {

		void show(S settings);

		/** Nothing is left of it; it may be shown again. */
		void hide();

		/** For good. */
		void close();
	}

	private final Checkbox box = new Checkbox("Preview");
	private final MessageLines line = new MessageLines(new Label(), 1, 1);
	private final Picture<S> picture;
	/** The last good ones; null before. */
	private S settings;

	/**
	 * Adds it below the fields.
	 *
	 * @param maker makes the picture, given what takes a line about it
	 */
	PreviewBox(final GenericDialog dialog, final Maker<S> maker) {
		picture = maker.picture(text -> line.show(text, Color.black));
		box.addItemListener(event -> update());
		box.addKeyListener(dialog);
		final Panel row = new Panel(new BorderLayout());
		row.add(box, BorderLayout.WEST);
		row.add(line, BorderLayout.CENTER);
		dialog.addPanel(row);
		final GridBagLayout layout = (GridBagLayout) dialog.getLayout();
		final GridBagConstraints place = layout.getConstraints(row);
		place.fill = GridBagConstraints.HORIZONTAL;
		layout.setConstraints(row, place);
	}

	/** Makes a picture. */
	interface Maker<S> {

		Picture<S> picture(Consumer<String> line);
	}

	/** Other settings hold; where there are none that fit, the last picture stays. */
	void change(final S value) {
		settings = value;
		update();
	}

	private void update() {
		if (!box.getState()) picture.hide();
		else if (settings != null) picture.show(settings);
	}

	void close() {
		picture.close();
	}
}
