package sc.fiji.kmeans.plugin;

import ij.macro.Interpreter;

import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Window;
import java.util.HashSet;
import java.util.Set;

/** A macro that ran among real windows, and the boxes that it opened. */
public final class MacroBox {

	private final Interpreter interpreter = new Interpreter();
	private final Set<Window> boxes = new HashSet<>();

	private MacroBox() {}

	/** Runs a macro to its end and closes each box that stops it. */
	public static MacroBox run(final String macro) throws Exception {
		final MacroBox box = new MacroBox();
		final Thread thread = new Thread(() -> MacroRun.run(box.interpreter, macro), "Macro$");
		thread.start();
		while (thread.isAlive()) {
			box.closeBoxes();
			thread.join(10);
		}
		RealImageJ.settle();
		return box;
	}

	private void closeBoxes() throws Exception {
		for (final Window box : RealImageJ.windows(Dialog.class).toArray(Window[]::new)) {
			RealImageJ.settleWindow();
			boxes.add(box);
			EventQueue.invokeAndWait(box::dispose);
		}
	}

	/** What the box said; empty if there was none. */
	public String message() {
		if (boxes.size() > 1) throw new AssertionError(boxes + " instead of one");
		return boxes.isEmpty() ? "" : interpreter.getErrorMessage();
	}
}
