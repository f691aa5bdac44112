package sc.fiji.kmeans.plugin.explorer;

import ij.ImagePlus;
import ij.gui.ImageCanvas;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;

/** Tells on the panel what is at the pixel that the user points at, whatever the tool. */
final class Pointer extends MouseAdapter {

	private final Actions actions;
	private final ExplorerPanel panel;
	/** Null where there is no image. */
	private ImageCanvas canvas;

	Pointer(final Actions actions, final ExplorerPanel panel) {
		this.actions = actions;
		this.panel = panel;
	}

	void listen(final ImagePlus image) {
		canvas = image.getCanvas();
		canvas.addMouseMotionListener(this);
		canvas.addMouseListener(this);
	}

	void leave() {
		canvas.removeMouseMotionListener(this);
		canvas.removeMouseListener(this);
		canvas = null;
	}

	@Override
	public void mouseMoved(final MouseEvent e) {
		if (actions.explorer() != null)
			panel
				.point(actions.explorer().told(canvas.offScreenX(e.getX()), canvas.offScreenY(e.getY())));
	}

	@Override
	public void mouseExited(final MouseEvent e) {
		panel.point("");
	}
}
