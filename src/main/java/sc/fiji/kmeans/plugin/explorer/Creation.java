package sc.fiji.kmeans.plugin.explorer;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.plugin.frame.Recorder;

import java.awt.EventQueue;
import java.util.function.Consumer;

import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.plugin.ClusterSource;
import sc.fiji.kmeans.plugin.dialog.Command;
import sc.fiji.kmeans.plugin.dialog.MacroLine;
import sc.fiji.kmeans.plugin.preview.Preview;

/**
 * Runs the command that makes what was asked for, as the macro does that it records: so
 * that line alone gives the same.
 */
final class Creation {

	private static final String COMMAND = Command.SEGMENT.label();
	/** ImageJ gives options to threads that begin so, and records none that end so. */
	private static final String THREAD = "Run$_K-Means Explorer Macro$";

	private final ImagePlus image;
	/** As it is recorded. */
	private final String line;

	Creation(final ImagePlus image, final String line) {
		this.image = image;
		this.line = line;
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

	/** A command that was stopped, by Escape or by closing the image, ends like any other. */
	private String made() {
		if (!Preview.canShow(image)) return "Nothing was created: the image is closed";
		final ImageClusters before = clusters();
		try {
			IJ.run(image, COMMAND, MacroLine.meant(line));
		}
		catch (final RuntimeException aborted) {
			if (!Macro.MACRO_CANCELED.equals(aborted.getMessage())) throw aborted;
		}
		if (clusters() == before) return "Nothing was created";
		record();
		return "Created: " + line;
	}

	/** A command that comes to its end leaves others, as objects, with the image. */
	private ImageClusters clusters() {
		return ClusterSource.kept(image).orElse(null);
	}

	private void record() {
		if (!Recorder.record) return;
		if (Recorder.scriptMode())
			Recorder.recordCall("IJ.run(imp, \"" + COMMAND + "\", \"" + line + "\");");
		else
			Recorder.record("run", COMMAND, line);
	}
}
