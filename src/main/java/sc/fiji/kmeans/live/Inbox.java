package sc.fiji.kmeans.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where everybody leaves word of what there is to do, and the worker waits for it.
 * Nobody but the worker waits. Frames are not queued: of those that came since it
 * last looked, all but the newest are dropped.
 */
final class Inbox {

	private LiveOptions options;
	private boolean isChanged;
	private boolean isPaused;
	private boolean isOver;
	private String why = "";
	/** Frames that came and were not taken yet. */
	private long frames;
	private long came;
	private long dropped;
	private List<Consumer<Optional<Snapshot>>> snapshots = new ArrayList<>();

	Inbox(final LiveOptions options) {
		this.options = options;
	}

	/** A frame came. */
	synchronized void arrived() {
		if (isPaused) return;
		frames++;
		came = System.nanoTime();
		notifyAll();
	}

	synchronized void set(final LiveOptions value) {
		options = value;
		isChanged = true;
		notifyAll();
	}

	synchronized LiveOptions options() {
		return options;
	}

	/** Frames that come in a pause are not looked at, but the newest is after it. */
	synchronized void pause(final boolean value) {
		final boolean isResumed = isPaused && !value;
		isPaused = value;
		if (isResumed) arrived();
	}

	/** @return false if it is over */
	synchronized boolean snapshot(final Consumer<Optional<Snapshot>> taker) {
		if (isOver) return false;
		snapshots.add(taker);
		notifyAll();
		return true;
	}

	/** Those who want a snapshot, and are not waited for any more. */
	synchronized List<Consumer<Optional<Snapshot>>> takeSnapshots() {
		final List<Consumer<Optional<Snapshot>>> taken = snapshots;
		snapshots = new ArrayList<>();
		return taken;
	}

	/** @param reason of which the first one holds */
	synchronized void end(final String reason) {
		if (!isOver) why = reason;
		isOver = true;
		notifyAll();
	}

	synchronized boolean isOver() {
		return isOver;
	}

	/** Why it ended. */
	synchronized String why() {
		return why;
	}

	synchronized long dropped() {
		return dropped;
	}

	/** Waits until there is something to do; nothing if it is over. */
	synchronized Optional<Tasks> take() throws InterruptedException {
		while (!isOver && frames == 0 && !isChanged && snapshots.isEmpty())
			wait();
		if (isOver) return Optional.empty();
		final Tasks tasks = new Tasks(frames > 0, came, options, takeSnapshots());
		dropped += Math.max(0, frames - 1);
		frames = 0;
		isChanged = false;
		return Optional.of(tasks);
	}
}
