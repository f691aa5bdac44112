package sc.fiji.kmeans.plugin.explorer;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;

/**
 * Plugins &gt; Segmentation &gt; K-Means Explorer...: a panel that shows the clusters of the
 * active image over it while they are chosen.
 */
public final class ExplorerPlugIn implements PlugIn {

	@Override
	public void run(final String arg) {
		if (GraphicsEnvironment.isHeadless() || Macro.getOptions() != null || IJ.isMacro()
			|| Interpreter.isBatchMode())
			IJ.error("K-Means Explorer",
				"The K-Means Explorer is for people in front of the image; in macros and without a"
					+ " display use K-Means Segmentation, with the line that its Create records");
		else
			EventQueue.invokeLater(ExplorerFrame::open);
	}
}
