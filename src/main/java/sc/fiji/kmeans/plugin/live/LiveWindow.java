package sc.fiji.kmeans.plugin.live;

import ij.gui.GUI;
import ij.gui.ImageWindow;
import ij.plugin.frame.Recorder;
import ij.process.ImageProcessor;

import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import sc.fiji.kmeans.live.LiveSegmentation;
import sc.fiji.kmeans.plugin.dialog.FreePlace;

/**
 * The window of a live segmentation: the newest picture, and below it what can be
 * changed while it runs. Its image is a normal one, and stays when all is over.
 * Closing it ends the segmentation. For the event thread.
 */
final class LiveWindow extends ImageWindow {

	/** The command that ends all live segmentations. */
	static final String STOP = "K-Means Live Stop";

	private static final int ACTIVATION_SECONDS = 2;

	private final transient LiveSegmentation live;
	private final transient LivePicture picture;
	private final LivePanel panel;
	/** Open until it has become the active window. */
	private final transient CountDownLatch activated = new CountDownLatch(1);

	/** @param neighbour where it is placed beside if there is room; may be null */
	LiveWindow(final LiveSegmentation live, final LivePicture picture, final Window neighbour) {
		super(picture.image());
		this.live = live;
		this.picture = picture;
		panel = new LivePanel(live, this::makeRoom);
		add(panel);
		pack();
		if (neighbour != null) FreePlace.of(getSize(), neighbour).ifPresent(this::setLocation);
		setLocation(FreePlace.onScreen(getBounds(), GUI.getMaxWindowBounds(this)));
		show();
	}

	/** Not before it is complete and in its place, as ImageJ would. */
	@Override
	public void show() {
		if (panel != null) super.show();
	}

	/** Moved and sized at once: of two changes X11 may lose one. */
	private void makeRoom() {
		final Rectangle grown = new Rectangle(getLocation(), getPreferredSize());
		grown.setLocation(FreePlace.onScreen(grown, GUI.getMaxWindowBounds(this)));
		setBounds(grown);
		validate();
	}

	/** Shows the newest picture. */
	void update() {
		final ImageProcessor newest = live.takePicture();
		if (getImagePlus() == null || newest == null) return;
		picture.show(newest);
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

	/** Does not wait for ever, for there may be no window manager. */
	void awaitActivation() {
		try {
			activated.await(ACTIVATION_SECONDS, TimeUnit.SECONDS);
		}
		catch (final InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void windowActivated(final WindowEvent event) {
		super.windowActivated(event);
		activated.countDown();
	}

	/** A macro closes it in its own thread; for one that is recorded, it is the end. */
	@Override
	public boolean close() {
		final boolean isClosed = super.close();
		if (isClosed) {
			if (Recorder.record && !panel.isOver()) Recorder.record("run", STOP);
			live.stop();
			panel.end("");
		}
		return isClosed;
	}
}
