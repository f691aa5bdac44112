package sc.fiji.kmeans.plugin.live;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.plugin.PlugIn;

import java.awt.EventQueue;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import sc.fiji.kmeans.plugin.Events;
import sc.fiji.kmeans.plugin.dialog.KnownKeys;
import sc.fiji.kmeans.plugin.dialog.MacroWords;

/**
 * Plugins &gt; Segmentation &gt; K-Means Live Stop and K-Means Live Snapshot, for
 * all live segmentations that run.
 */
public final class LiveControl implements PlugIn {

	/** @param arg {@code stop} or {@code snapshot} */
	@Override
	public void run(final String arg) {
		final String options = Macro.getOptions();
		try {
			if (options != null) requireNone(new MacroWords(options));
			control(arg);
		}
		catch (final IllegalArgumentException refusal) {
			IJ.error(arg.equals("stop") ? LiveWindow.STOP : LivePanel.SNAPSHOT, refusal.getMessage());
		}
	}

	/** These commands have no keys. */
	private static void requireNone(final MacroWords words) {
		if (words.next())
			throw new KnownKeys(Collections.emptySet()).refused(words.key(), words.value());
	}

	private static void control(final String arg) {
		final List<LiveSession> sessions = LiveSession.running();
		if (sessions.isEmpty()) IJ.showStatus("No live segmentation runs");
		else outsideEvents(() -> {
			if (arg.equals("stop")) stop(sessions);
			else snapshot(sessions);
		});
	}

	/** What waits for windows, or for cameras, can not do so in their thread. */
	static void outsideEvents(final Runnable work) {
		if (EventQueue.isDispatchThread()) new Thread(work, "K-Means Live").start();
		else work.run();
	}

	/** Returns when they have ended, and their tables and last pictures are there. */
	private static void stop(final List<LiveSession> sessions) {
		sessions.forEach(session -> session.live().stop());
		sessions.forEach(LiveSession::awaitEnd);
	}

	/**
	 * Events first, and those that they make, so that whatever a macro did before is
	 * in them. The images open in the thread of the macro, so that it finds them
	 * active.
	 */
	private static void snapshot(final List<LiveSession> sessions) {
		Events.await();
		Events.await();
		final List<ImagePlus> images = sessions.stream()
			.map(session -> LiveSnapshot.take(session.live()))
			.collect(Collectors.toList())
			.stream()
			.map(CompletableFuture::join)
			.flatMap(List::stream)
			.collect(Collectors.toList());
		images.forEach(ImagePlus::show);
		if (images.isEmpty()) IJ.showStatus("There is no frame to take a snapshot of");
	}
}
