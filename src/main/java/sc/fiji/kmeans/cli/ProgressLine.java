package sc.fiji.kmeans.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Tells how far a run is, in one line of a console that is overwritten. */
final class ProgressLine {

	private static final double SECOND = 1e9;
	private static final int MINUTE = 60;

	private final String name;
	private final PrintWriter console;
	private final int images;
	/** Gives nanoseconds. */
	private final LongSupplier clock;
	private final long start;
	private int done;
	/** Of these, how many took no work. */
	private int skipped;
	/** What stands in the line now. */
	private String shown = "";

	/**
	 * @param name of what is done
	 * @param console null if there is none: then nothing is said
	 */
	ProgressLine(final String name, final PrintWriter console, final int images,
		final LongSupplier clock)
	{
		this.name = name;
		this.console = console;
		this.images = images;
		this.clock = clock;
		start = clock.getAsLong();
	}

	/** Tells how many are done; a single one is no news. */
	void show() {
		if (images == 1) return;
		final double seconds = (clock.getAsLong() - start) / SECOND;
		final double rate = (done - skipped) / seconds;
		write(name + ": " + done + " of " + images
			+ (rate > 0 && rate < Double.POSITIVE_INFINITY
				? String.format(Locale.ROOT, ", %.1f a second, ", rate) + time((images - done) / rate)
					+ " left"
				: ""));
	}

	private static String time(final double seconds) {
		final long whole = (long) Math.ceil(seconds);
		if (whole < MINUTE) return whole + " s";
		final long minutes = whole / MINUTE;
		return minutes < MINUTE
			? minutes + " min " + whole % MINUTE + " s"
			: minutes / MINUTE + " h " + minutes % MINUTE + " min";
	}

	/** Counts one more, and leaves the line empty, for others to write to the console. */
	void next(final boolean isSkipped) {
		done++;
		if (isSkipped) skipped++;
		clear();
	}

	/** Leaves the line empty. */
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
