package sc.fiji.kmeans.plugin.dialog;

import ij.gui.GUI;

import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Font;
import java.awt.GridLayout;
import java.awt.Label;
import java.awt.MouseInfo;
import java.awt.Panel;
import java.awt.Point;
import java.awt.PointerInfo;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import javax.swing.Timer;

/**
 * Tells what a component is for where the pointer rests on it. AWT has no tool tips, and
 * components that are off hear nothing of the pointer; so this looks now and then where it
 * is, as long as the window is there. Only the event thread uses it.
 */
final class ToolTips {

	private static final int LOOK_MILLIS = 100;
	/** Times that the pointer is found at one place before it rests. */
	private static final int LOOKS = 6;
	private static final int LINE = 64;
	private static final int MARGIN = 4;
	private static final Color PAPER = new Color(255, 255, 225);

	private final Window owner;
	private final Map<Component, Supplier<String>> texts = new HashMap<>();
	private final Hand pointer = new Hand();
	private final Timer timer = new Timer(LOOK_MILLIS, event -> look());
	/** Whether the user types or chooses, from when a field is used until another is entered. */
	private boolean isBusy;
	private Point last;
	private int looks;
	/** Null while none is shown. */
	private Window tip;

	ToolTips(final Window owner) {
		this.owner = owner;
	}

	/** For a component and all in it. @param text what is told then; empty for nothing */
	void add(final Component component, final Supplier<String> text) {
		texts.put(component, text);
		listen(component);
	}

	private void listen(final Component component) {
		component.addMouseListener(pointer);
		component.addKeyListener(new KeyAdapter() {

			@Override
			public void keyPressed(final KeyEvent event) {
				isBusy = true;
			}
		});
		if (component instanceof Container)
			for (final Component part : ((Container) component).getComponents())
			listen(part);
	}

	/** Whoever leaves a component may be about to click on what the text covers. */
	private final class Hand extends MouseAdapter {

		@Override
		public void mousePressed(final MouseEvent event) {
			isBusy = true;
			hide();
		}

		@Override
		public void mouseEntered(final MouseEvent event) {
			isBusy = false;
		}

		@Override
		public void mouseExited(final MouseEvent event) {
			last = null;
			hide();
		}
	}

	/** Until the window is disposed of. */
	void start() {
		timer.start();
	}

	private void look() {
		if (!owner.isDisplayable()) timer.stop();
		final PointerInfo pointer = MouseInfo.getPointerInfo();
		final Point now = pointer == null ? null : pointer.getLocation();
		final boolean isResting = now != null && now.equals(last) && owner.isActive() && !isBusy;
		looks = isResting ? looks + 1 : 0;
		last = now;
		if (!isResting) hide();
		if (looks == LOOKS)
			texts.keySet()
				.stream()
				.filter(component -> contains(component, now))
				.findFirst()
				.ifPresent(this::show);
	}

	private static boolean contains(final Component component, final Point onScreen) {
		return component.isShowing()
			&& new Rectangle(component.getLocationOnScreen(), component.getSize()).contains(onScreen);
	}

	private void hide() {
		if (tip != null) tip.dispose();
		tip = null;
	}

	private void show(final Component component) {
		final String text = texts.get(component).get();
		if (text.isEmpty()) return;
		tip = new Window(owner);
		tip.setFocusableWindowState(false);
		tip.setType(Window.Type.POPUP);
		tip.setBackground(Color.gray);
		tip.add(paper(text, component.getFont()));
		tip.pack();
		tip.setLocation(place(component));
		tip.setVisible(true);
	}

	private static Panel paper(final String text, final Font font) {
		final Panel paper = new Panel(new GridLayout(0, 1));
		paper.setBackground(PAPER);
		paper.setForeground(Color.black);
		paper.setFont(font);
		for (final String line : lines(text))
			paper.add(new Label(line));
		return paper;
	}

	/** Of about the same length. */
	static String[] lines(final String text) {
		return text.replaceAll("(.{1," + LINE + "})(\\s+|$)", "$1\n").trim().split("\n");
	}

	/** Below the component, or above it where there is no room. */
	private Point place(final Component component) {
		final Point at = component.getLocationOnScreen();
		final Rectangle screen = GUI.getMaxWindowBounds(owner);
		final int below = at.y + component.getHeight() + MARGIN;
		final boolean hasRoom = below + tip.getHeight() <= screen.y + screen.height;
		return new Point(Math.max(screen.x, Math.min(at.x, screen.x + screen.width - tip.getWidth())),
			hasRoom ? below : at.y - MARGIN - tip.getHeight());
	}
}
