package sc.fiji.kmeans.plugin;

import ij.IJ;
import ij.macro.Interpreter;

/** The key that cancels a command: which of its strokes mean this command. */
public final class Escape {

	private Escape() {}

	/**
	 * Forgets what was pressed before a command begins. ImageJ does where a macro begins, so
	 * in a macro nothing is forgotten here: what is pressed between two of its commands means
	 * all that follow. A script's old strokes nobody else forgets.
	 */
	public static void forgetOlder() {
		if (Interpreter.getInstance() == null) IJ.resetEscape();
	}
}
