package sc.fiji.kmeans.plugin.explorer;

import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.GUI;
import ij.gui.HistogramWindow;
import ij.gui.ImageWindow;
import ij.gui.PlotWindow;
import ij.plugin.frame.PlugInFrame;
import ij.plugin.frame.Recorder;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.WindowEvent;
import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.util.Map;
import java.util.WeakHashMap;

import javax.swing.LayoutFocusTraversalPolicy;

import sc.fiji.kmeans.plugin.Events;
import sc.fiji.kmeans.plugin.ResultImages;
import sc.fiji.kmeans.plugin.dialog.Command;
import sc.fiji.kmeans.plugin.dialog.FreePlace;
import sc.fiji.kmeans.plugin.preview.Preview;

/**
 * The window of the explorer, one at a time. It follows the active image; of an image that
 * it comes back to it knows what was chosen. For the event thread.
 */
final class ExplorerFrame extends PlugInFrame {

	private static final String TITLE = Command.EXPLORE.title();
	private static final String PLACE = "kmeans.explorer.loc";

	/** The open one; null if there is none. */
	private static ExplorerFrame open;

	private final transient Map<ImagePlus, History> histories = new WeakHashMap<>();
	/** Null where there is no image to explore. */
	private transient Explorer explorer;
	private final transient Actions actions = new Actions(() -> explorer, this::say, this::create,
		this::takeName);
	private final transient ExplorerPanel panel = new ExplorerPanel(actions);
	private final transient ExplorerKeys keys = new ExplorerKeys(actions, this);
	private final transient ExplorerTool tool = new ExplorerTool(actions, ExplorerFrame::open);
	private final transient Pointer pointer = new Pointer(actions, panel);
	private final transient PropertyChangeListener activation = this::activated;
	private final transient ImageListener watching = new Watching();
	private transient Look look = ExplorerPanel.FIRST_LOOK;
	private boolean isCreating;

	private ExplorerFrame() {
		super(TITLE);
		// That of a window of AWT does not know what is of Swing.
		setFocusTraversalPolicy(new LayoutFocusTraversalPolicy());
		add(panel, BorderLayout.CENTER);
		pack();
		final Point place = Prefs.getLocation(PLACE);
		if (place != null) setLocation(place);
		else GUI.centerOnImageJScreen(this);
	}

	/** Opens it, or brings it to the front. */
	static void open() {
		if (open == null) {
			open = new ExplorerFrame();
			open.begin(WindowManager.getCurrentWindow());
		}
		open.toFront();
		open.follow(WindowManager.getCurrentImage());
	}

	/** It is going to have rows, and maybe a curve. */
	private Dimension largest(final Rectangle screen) {
		return new Dimension(getWidth(), Math.min(screen.height, getHeight() + panel.growth()));
	}

	/** @param image window of an image; null for none */
	private void begin(final ImageWindow image) {
		if (image != null && Prefs.getLocation(PLACE) == null)
			FreePlace.of(largest(GUI.getMaxWindowBounds(image)), image).ifPresent(this::setLocation);
		WindowManager.addWindow(this);
		KeyboardFocusManager.getCurrentKeyboardFocusManager()
			.addPropertyChangeListener("activeWindow", activation);
		KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(keys);
		ImagePlus.addImageListener(watching);
		setVisible(true);
		tool.install();
	}

	private void activated(final PropertyChangeEvent event) {
		if (event.getNewValue() instanceof ImageWindow)
			followUnasked(((ImageWindow) event.getNewValue()).getImagePlus());
	}

	@Override
	public void windowActivated(final WindowEvent event) {
		super.windowActivated(event);
		if (explorer == null) followUnasked(WindowManager.getCurrentImage());
	}

	/** Only an image that somebody may want to explore. @param image null for none */
	private void followUnasked(final ImagePlus image) {
		if (image == null || ResultImages.contain(image)) return;
		final ImageWindow window = image.getWindow();
		if (!(window instanceof PlotWindow || window instanceof HistogramWindow)) follow(image);
	}

	/** @param image null for none; ImageJ may have given it another window */
	private void follow(final ImagePlus image) {
		if (explorer != null && explorer.isOn(image)) return;
		leave();
		if (image != null && Preview.canShow(image)) explore(image);
		if (panel.update()) makeRoom();
	}

	private void explore(final ImagePlus image) {
		final History history = histories.computeIfAbsent(image,
			first -> new History(new ExplorerState(MoreSettings.standard(first), panel.clusters())));
		explorer = new Explorer(image, history, look, this::changed);
		pointer.listen(image);
		explorer.start();
	}

	private void leave() {
		if (explorer == null) return;
		pointer.leave();
		explorer.close();
		explorer = null;
	}

	private void changed() {
		if (explorer == null) return;
		look = explorer.look();
		if (panel.update()) makeRoom();
	}

	/** It stays where it is, so that nothing moves away from under the pointer, if it can. */
	private void makeRoom() {
		final Dimension size = getPreferredSize();
		final Rectangle screen = GUI.getMaxWindowBounds(this);
		final int bottom = screen.y + screen.height;
		size.height = Math.max(size.height - panel.spare(), Math.min(size.height, bottom - getY()));
		final int y = Math.max(screen.y, Math.min(getY(), bottom - size.height));
		setBounds(getX(), y, size.width, size.height);
		validate();
	}

	/** Null where there is no image to explore. */
	Explorer explorer() {
		return explorer;
	}

	/** What is said besides what happened last. */
	private void say(final String text) {
		panel.say(text);
	}

	/** One that is still being written. */
	private void takeName() {
		panel.takeName();
	}

	private void create(final Explorer asked) {
		if (isCreating) return;
		CreateDialog.ask(this, asked.image()).ifPresent(wanted -> {
			try {
				create(new Creation(asked.image(), wanted.line(asked.state(), asked.frame())));
			}
			catch (final IllegalArgumentException refusal) {
				say(refusal.getMessage());
			}
		});
	}

	private void create(final Creation creation) {
		isCreating = true;
		say("Creating...");
		creation.start(done -> {
			isCreating = false;
			say(done);
		});
	}

	/** Hears from any thread. */
	private final class Watching implements ImageListener {

		@Override
		public void imageOpened(final ImagePlus image) {}

		@Override
		public void imageUpdated(final ImagePlus image) {}

		@Override
		public void imageClosed(final ImagePlus image) {
			EventQueue.invokeLater(() -> {
				if (explorer == null || explorer.image() != image || Preview.canShow(image)) return;
				leave();
				if (panel.update()) makeRoom();
			});
		}
	}

	/** ImageJ's own would be recorded, and a macro would close an image by it. */
	@Override
	public void windowClosing(final WindowEvent event) {
		close();
	}

	/** Leaves the image and ImageJ's tools as they were; ImageJ's command is not recorded. */
	@Override
	public void close() {
		Events.inTurn(() -> {
			Recorder.setCommand(null);
			closeNow();
		});
	}

	private void closeNow() {
		leave();
		if (open == this) open = null;
		KeyboardFocusManager.getCurrentKeyboardFocusManager()
			.removePropertyChangeListener("activeWindow", activation);
		KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(keys);
		EventQueue.invokeLater(() -> ImagePlus.removeImageListener(watching));
		tool.remove();
		Prefs.saveLocation(PLACE, getLocation());
		super.close();
		IJ.showStatus("");
	}
}
