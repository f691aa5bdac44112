package sc.fiji.kmeans.plugin.live;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageWindow;
import ij.plugin.PlugIn;

import java.io.IOException;

import sc.fiji.kmeans.camera.Camera;
import sc.fiji.kmeans.camera.NetworkCamera;
import sc.fiji.kmeans.live.FollowedImage;
import sc.fiji.kmeans.live.FrameSource;
import sc.fiji.kmeans.plugin.Escape;
import sc.fiji.kmeans.plugin.dialog.Command;
import sc.fiji.kmeans.plugin.dialog.SettingsDialog;

/**
 * Plugins &gt; Segmentation &gt; K-Means Live Segmentation...: segments what the
 * active image, a camera or a network camera shows, frame after frame.
 */
public final class LivePlugIn implements PlugIn {

	private static final String TITLE = Command.LIVE.title();

	@Override
	public void run(final String arg) {
		Escape.forgetOlder();
		tell(() -> SettingsDialog.ask(new LiveForm(TITLE, LivePlugIn::active))
			.ifPresent(settings -> LiveControl.outsideEvents(() -> tell(() -> start(settings)))));
	}

	/** Says what was refused. */
	private static void tell(final Runnable work) {
		try {
			work.run();
		}
		catch (final IllegalArgumentException refusal) {
			IJ.error(TITLE, refusal.getMessage());
		}
	}

	/** Where it ends by itself, the command ends with it. */
	private static void start(final LiveSettings settings) {
		try {
			final LiveSession session = LiveSession.start(source(settings), settings);
			if (settings.stopAfter() > 0) session.awaitEnd();
		}
		catch (final IOException failed) {
			throw new IllegalArgumentException(failed.getMessage(), failed);
		}
	}

	private static FrameSource source(final LiveSettings settings) throws IOException {
		switch (settings.source()) {
			case LiveSettings.ACTIVE :
				return new FollowedImage(active(), LivePlugIn::isOpen);
			case LiveSettings.CAMERA :
				return Camera.open(settings.camera(), settings.resolution());
			default :
				return new NetworkCamera(settings.source());
		}
	}

	private static boolean isOpen(final ImagePlus image) {
		final ImageWindow window = image.getWindow();
		return window != null && !window.isClosed();
	}

	/** @throws IllegalArgumentException if there is none */
	static ImagePlus active() {
		final ImagePlus image = WindowManager.getCurrentImage();
		if (image == null)
			throw new IllegalArgumentException(
				"source = " + LiveSettings.ACTIVE + ": takes an open image, and there is none");
		return image;
	}
}
