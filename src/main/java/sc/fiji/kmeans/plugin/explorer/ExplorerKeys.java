package sc.fiji.kmeans.plugin.explorer;

import ij.gui.Roi;
import ij.gui.TextRoi;

import java.awt.Component;
import java.awt.KeyEventDispatcher;
import java.awt.TextComponent;
import java.awt.Window;
import java.awt.event.KeyEvent;

import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.text.JTextComponent;

/** The keys of the explorer on the window of its image, which ImageJ does not see then. */
final class ExplorerKeys implements KeyEventDispatcher {

	/** A key that is held is released and pressed again and again on some systems. */
	private static final int RELEASE_MILLIS = 60;

	private final Actions actions;
	/** The window of the explorer. */
	private final Window panel;
	private final Timer release = new Timer(RELEASE_MILLIS, event -> actions().holdOriginal(false));
	/** Whether the character of the key that was pressed is to be swallowed, too. */
	private boolean isTaken;

	/** @param panel window of the explorer */
	ExplorerKeys(final Actions actions, final Window panel) {
		this.actions = actions;
		this.panel = panel;
		release.setRepeats(false);
	}

	private Actions actions() {
		return actions;
	}

	@Override
	public boolean dispatchKeyEvent(final KeyEvent e) {
		if (e.getID() == KeyEvent.KEY_TYPED) return isTaken && isOnImage(e.getComponent());
		if (e.getKeyCode() == KeyEvent.VK_SPACE) return hold(e);
		if (e.getID() != KeyEvent.KEY_PRESSED) return false;
		isTaken = isOnImage(e.getComponent()) && !isWriting() ? take(e) : isUndo(e) && takeUndo(e);
		return isTaken;
	}

	private boolean isOnImage(final Component component) {
		final Window window = component instanceof Window
			? (Window) component
			: SwingUtilities.getWindowAncestor(component);
		return actions.explorer() != null && window == actions.explorer().image().getWindow();
	}

	/** Whether a text is being written into the image. */
	private boolean isWriting() {
		return actions.explorer().image().getRoi() instanceof TextRoi;
	}

	/** ImageJ scrolls with it, so it hears of it, too. */
	private boolean hold(final KeyEvent e) {
		if (!isOnImage(e.getComponent())) return false;
		if (e.getID() == KeyEvent.KEY_RELEASED) release.restart();
		else {
			release.stop();
			actions.holdOriginal(true);
		}
		return false;
	}

	/** On the panel, too, but where something is written. */
	private boolean isUndo(final KeyEvent e) {
		final Window window = SwingUtilities.getWindowAncestor(e.getComponent());
		return window == panel && e.isControlDown() && !(e.getComponent() instanceof JTextComponent)
			&& !(e.getComponent() instanceof TextComponent);
	}

	private boolean takeUndo(final KeyEvent e) {
		if (e.getKeyCode() == KeyEvent.VK_Z) actions.undo();
		else if (e.getKeyCode() == KeyEvent.VK_Y) actions.redo();
		else return false;
		return true;
	}

	private boolean take(final KeyEvent e) {
		if (e.isControlDown() || e.isMetaDown()) return takeUndo(e);
		if (e.isAltDown() || e.isShiftDown()) return false;
		final int digit = e.getKeyCode() - KeyEvent.VK_0;
		if (digit >= 1 && digit <= 9) {
			actions.selectLabel(digit);
			return true;
		}
		return takeArrow(e) || takeLetter(e);
	}

	/** Arrows move a selection, if there is one, and left and right go through slices. */
	private boolean takeArrow(final KeyEvent e) {
		final Roi roi = actions.explorer().image().getRoi();
		final boolean isStack = actions.explorer().image().getStackSize() > 1;
		if (roi != null) return false;
		if (e.getKeyCode() == KeyEvent.VK_UP) actions.step(1);
		else if (e.getKeyCode() == KeyEvent.VK_DOWN) actions.step(-1);
		else if (!isStack && e.getKeyCode() == KeyEvent.VK_RIGHT) actions.step(1);
		else if (!isStack && e.getKeyCode() == KeyEvent.VK_LEFT) actions.step(-1);
		else return false;
		return true;
	}

	private boolean takeLetter(final KeyEvent e) {
		switch (e.getKeyCode()) {
			case KeyEvent.VK_H :
				actions.hideSelected();
				return true;
			case KeyEvent.VK_K :
				actions.keepSelected();
				return true;
			case KeyEvent.VK_M :
				actions.mergeSelected();
				return true;
			case KeyEvent.VK_S :
				actions.suggest();
				return true;
			case KeyEvent.VK_ENTER :
				actions.create();
				return true;
			default :
				return false;
		}
	}
}
