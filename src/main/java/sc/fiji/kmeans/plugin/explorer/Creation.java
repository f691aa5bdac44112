package sc.fiji.kmeans.plugin.explorer;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.plugin.frame.Recorder;

import java.awt.EventQueue;
import java.util.function.Consumer;

import sc.fiji.kmeans.plugin.MacroLine;

/**
 * Runs the command that makes what was asked for, as the macro does that it records: so
 * that line alone gives the same.
 */
final class Creation {

	private static final String COMMAND = "K-Means Segmentation...";
	/** ImageJ gives options to threads that begin so, and records none that end so. */
	private static final String THREAD = "Run$_K-Means Explorer Macro$";

	private final ImagePlus image;
	/** As it is recorded. */
	private final String line;
	/** Of the slice whose clusters are meant; 0 if that does not matter. */
	private final int position;

	/** @param isOfShownSlice whether the clusters are those of the slice that is shown now */
	Creation(final ImagePlus image, final String line, final boolean isOfShownSlice) {
		this.image = image;
		this.line = line;
		position = isOfShownSlice ? image.getCurrentSlice() : 0;
	}

	/** @param end is told in the event thread, when all is there, what was done */
	void start(final Consumer<String> end) {
		final Thread thread = new Thread(() -> {
			final String done = made();
			EventQueue.invokeLater(() -> end.accept(done));
		}, THREAD);
		thread.setDaemon(true);
		thread.start();
	}

	private String made() {
		try {
			IJ.run(image, COMMAND, MacroLine.meant(line));
		}
		catch (final RuntimeException aborted) {
			if (!Macro.MACRO_CANCELED.equals(aborted.getMessage())) throw aborted;
			return "Nothing was created";
		}
		record();
		return "Created: " + line;
	}

	private void recordSlice() {
		final int[] place = image.convertIndexToPosition(position);
		if (Recorder.scriptMode()) Recorder.recordCall("imp.setPosition(" + position + ");");
		else
			if (image.isHyperStack()) Recorder.record("Stack.setPosition", place[0], place[1], place[2]);
			else Recorder.record("setSlice", position);
	}

	private void record() {
		if (!Recorder.record) return;
		if (position > 0) recordSlice();
		if (Recorder.scriptMode())
			Recorder.recordCall("IJ.run(imp, \"" + COMMAND + "\", \"" + line + "\");");
		else
			Recorder.record("run", COMMAND, line);
	}
}
