package sc.fiji.kmeans.cli;

import java.io.PrintWriter;

/** Tells at which image a run is, in one line of a console that is overwritten. */
final class ProgressLine {

	private final PrintWriter console;
	private final int images;
	private int image;
	/** What stands in the line now. */
	private String shown = "";

	/** @param console null if there is none: then nothing is said */
	ProgressLine(final PrintWriter console, final int images) {
		this.console = console;
		this.images = images;
	}

	/** Tells that the next image is looked at; a single one is no news. */
	void next() {
		image++;
		if (images > 1) write("progress: " + image + " of " + images);
	}

	/** Leaves the line empty, for others to write to the console. */
	void clear() {
		if (!shown.isEmpty()) write("");
	}

	private void write(final String text) {
		if (console == null) return;
		console.print("\r" + shown.replaceAll(".", " ") + "\r" + text);
		console.flush();
		shown = text;
	}
}
