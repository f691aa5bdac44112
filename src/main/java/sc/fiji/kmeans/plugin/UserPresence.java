package sc.fiji.kmeans.plugin;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;

import java.awt.GraphicsEnvironment;

/** Whether somebody sits in front of ImageJ. */
public final class UserPresence {

	private UserPresence() {}

	/** Whether there is a display, and no macro that has chosen the command. */
	public static boolean isSomebodyThere() {
		return !GraphicsEnvironment.isHeadless() && Macro.getOptions() == null && !IJ.isMacro()
			&& !Interpreter.isBatchMode();
	}
}
