package sc.fiji.kmeans.plugin;

import java.awt.Checkbox;
import java.awt.Component;

import sc.fiji.kmeans.plugin.dialog.Follower;

/**
 * A box in a dialog that shows at once, while it is ticked, what the settings make. It is
 * none of the settings: off at the start, neither recorded nor kept.
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

	private final Checkbox box = new Checkbox("Preview");
	private final PreviewPicture<S> picture;
	/** The last good ones; null before. */
	private S settings;

	PreviewBox(final PreviewPicture<S> picture) {
		this.picture = picture;
		box.addItemListener(event -> update());
	}

	@Override
	public Component component() {
		return box;
	}

	@Override
	public String help() {
		return "Preview: shows the clusters of this slice over the image while you change the settings; the"
			+ " image itself is not changed.";
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
