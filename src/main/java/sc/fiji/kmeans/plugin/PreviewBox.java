package sc.fiji.kmeans.plugin;

import java.awt.BorderLayout;
import java.awt.Checkbox;
import java.awt.Color;
import java.awt.Component;
import java.awt.FlowLayout;
import java.awt.Label;
import java.awt.Panel;
import java.util.function.Consumer;
import java.util.function.Function;

import sc.fiji.kmeans.plugin.dialog.Follower;
import sc.fiji.kmeans.plugin.dialog.MessageLines;

/**
 * A box in a dialog that shows at once, while it is ticked, what the settings make, and a
 * line about it. It is none of the settings: off at the start, neither recorded nor kept.
 * For the event thread.
 *
 * @param <S> the settings
 */
final class PreviewBox<S> implements Follower<S> {

	/** What is shown outside of the dialog. */
	interface PreviewPicture<S> {

		void show(S settings);

		/** Nothing is left of it; it may be shown again. */
		void hide();

		/** For good. */
		void close();
	}

	private final Panel whole = new Panel(new BorderLayout());
	private final Checkbox box = new Checkbox("Preview");
	private final MessageLines line = new MessageLines(new Label(), 1, 1);
	private final PreviewPicture<S> picture;
	/** The last good ones; null before. */
	private S settings;

	/** @param maker makes the picture, given what takes a line about it */
	PreviewBox(final Function<Consumer<String>, PreviewPicture<S>> maker) {
		picture = maker.apply(text -> line.show(text, Color.black));
		box.addItemListener(event -> update());
		final Panel top = new Panel(new FlowLayout(FlowLayout.LEFT, 0, 0));
		top.add(box);
		whole.add(top, BorderLayout.WEST);
		whole.add(line, BorderLayout.CENTER);
	}

	@Override
	public Component component() {
		return whole;
	}

	/** With the line, for which there may be too little room. */
	@Override
	public String help() {
		return "Preview: shows the clusters of this slice over the image while you change the settings; the"
			+ " image itself is not changed." + (line.text().isEmpty() ? "" : " " + line.text());
	}

	/** Where there are no settings that fit, the last picture stays. */
	@Override
	public void follow(final S value) {
		if (value == null) return;
		settings = value;
		update();
	}

	private void update() {
		if (!box.getState()) picture.hide();
		else if (settings != null) picture.show(settings);
	}

	@Override
	public void end() {
		picture.close();
	}
}
