package sc.fiji.kmeans.plugin.explorer;

import ij.IJ;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;

import sc.fiji.kmeans.plugin.Events;
import sc.fiji.kmeans.plugin.UserPresence;
import sc.fiji.kmeans.plugin.dialog.Command;

/**
 * Plugins &gt; Segmentation &gt; K-Means Explorer...: a panel that shows the clusters of the
 * active image over it while they are chosen.
 */
public final class ExplorerPlugIn implements PlugIn {

	@Override
	public void run(final String arg) {
		if (!UserPresence.isSomebodyThere())
			IJ.error(Command.EXPLORE.title(),
				"The " + Command.EXPLORE.title()
					+ " is for people in front of the image; in macros and without a display use "
					+ Command.SEGMENT.title() + ", with the line that its Create records.");
		else
			open();
	}

	/**
	 * Without a line in the recorder, for a macro could not run it. ImageJ does not listen to
	 * that in the thread of a command.
	 */
	private static void open() {
		Events.inTurn(() -> {
			Recorder.setCommand(null);
			ExplorerFrame.open();
		});
	}
}
