package sc.fiji.kmeans.plugin.preview;

import ij.ImagePlus;

import java.awt.Dialog;
import java.util.Arrays;
import java.util.function.Consumer;

import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.Suggestion;

/**
 * The segmented image, painted over the window of its source while a dialog asks for the
 * settings, with a line that says what it shows. For the event thread.
 */
public final class Preview {

	private static final int OPAQUE = 0xff000000;

	private final ImagePlus image;
	private final Consumer<String> line;
	// Null while it is off.
	private Session session;
	private ClusterPainter painter;

	/** @param line takes what is to be said, also that something is refused; empty for nothing */
	public Preview(final ImagePlus image, final Consumer<String> line) {
		this.image = image;
		this.line = line;
		exclude(Dialog.ModalExclusionType.APPLICATION_EXCLUDE);
	}

	/** The dialog does not keep the user from zooming, scrolling, selecting. */
	private void exclude(final Dialog.ModalExclusionType type) {
		if (image.getWindow() != null) image.getWindow().setModalExclusionType(type);
	}

	/** Whether an image has a window over which something can be painted. */
	public static boolean canShow(final ImagePlus image) {
		return Session.isOpen(image) && image.getCanvas() != null;
	}

	/** Shows what becomes of other options; begins with the first ones. */
	public void show(final SegmentationOptions options) {
		if (session == null) {
			painter = new ClusterPainter(image, true);
			session = new Session(image, new PreviewView(painter));
			session.start();
		}
		session.want(Recipe.of(options));
	}

	/** What the session tells, as long as it is not off. */
	private final class PreviewView implements Session.View {

		private final ClusterPainter own;

		private PreviewView(final ClusterPainter own) {
			this.own = own;
		}

		@Override
		public void show(final LearnedPicture picture) {
			if (painter != own) return;
			own.show(picture, paints(picture));
			line.accept(picture.toString());
		}

		@Override
		public void suggest(final Suggestion suggestion) {}

		@Override
		public void refuse(final String message) {
			if (painter == own) line.accept(message);
		}

		@Override
		public void suggestNone(final String message) {}
	}

	private static int[] paints(final LearnedPicture picture) {
		final int[] paints = picture.frame().colours(picture.frame().clusters());
		Arrays.setAll(paints, label -> label == 0 ? 0 : OPAQUE | paints[label]);
		return paints;
	}

	/** Leaves nothing of it on the image; may be shown again. */
	public void hide() {
		if (session == null) return;
		session.end();
		painter.hide();
		session = null;
		painter = null;
		line.accept("");
	}

	/** For good: the window is as it was. */
	public void close() {
		hide();
		exclude(Dialog.ModalExclusionType.NO_EXCLUDE);
	}
}
