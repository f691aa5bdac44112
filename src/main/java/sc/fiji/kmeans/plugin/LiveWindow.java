package sc.fiji.kmeans.plugin;

import ij.ImagePlus;
import ij.gui.GUI;
import ij.gui.ImageWindow;
import ij.process.ImageProcessor;

import java.awt.Point;
import java.awt.Rectangle;

import sc.fiji.kmeans.live.LiveSegmentation;

/**
 * The window of a live segmentation: the newest picture, and below it what can be
 * changed while it runs. Its image is a normal one, and stays when all is over.
 * Closing it ends the segmentation. For the event thread.
 */
final class LiveWindow extends ImageWindow {

	private final transient LiveSegmentation live;
	private final LivePanel panel;

	/** @param picture the first one */
	LiveWindow(final LiveSegmentation live, final String title,
		final ImageProcessor picture)
	{
		super(new ImagePlus(title, picture));
		this.live = live;
		panel = new LivePanel(live);
		add(panel);
		pack();
		keepOnScreen();
	}

	private void keepOnScreen() {
		final Rectangle screen = GUI.getMaxWindowBounds(this);
		final Point place = getLocation();
		setLocation(Math.max(screen.x, Math.min(place.x, screen.x + screen.width -
			getWidth())), Math.max(screen.y, Math.min(place.y, screen.y + screen.height -
				getHeight())));
	}

	/** Shows the newest picture. */
	void update() {
		final ImageProcessor picture = live.takePicture();
		if (isClosed() || picture == null) return;
		if (picture != imp.getProcessor()) imp.setProcessor(picture);
		else imp.updateAndDraw();
		panel.update();
	}

	/** @param message for the user; empty if all is well */
	void tell(final String message) {
		panel.tell(message);
	}

	/** Nothing can be changed any more. */
	void end(final String why) {
		panel.end(why);
	}

	@Override
	public boolean close() {
		final boolean isClosed = super.close();
		if (isClosed) {
			live.stop();
			panel.end("");
		}
		return isClosed;
	}
}
