package sc.fiji.kmeans.camera;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import sc.fiji.kmeans.live.FrameSource;

/** Remembers what it heard. */
final class RecordingListener implements FrameSource.Listener {

	private int arrivals;
	private final List<String> troubles = new ArrayList<>();
	private final List<String> ends = new ArrayList<>();

	@Override
	public synchronized void arrived() {
		arrivals++;
	}

	@Override
	public synchronized void trouble(final String message) {
		troubles.add(message);
	}

	@Override
	public synchronized void ended(final String why) {
		ends.add(why);
	}

	synchronized int arrivals() {
		return arrivals;
	}

	synchronized List<String> troubles() {
		return new ArrayList<>(troubles);
	}

	synchronized List<String> ends() {
		return new ArrayList<>(ends);
	}

	void awaitArrivals(final int n) {
		await(() -> arrivals() >= n);
	}

	void awaitTroubles(final int n) {
		await(() -> troubles().size() >= n);
	}

	void awaitEnd() {
		await(() -> !ends().isEmpty());
	}

	/** Fails after ten seconds. */
	static void await(final BooleanSupplier condition) {
		final long end = System.nanoTime() + 10_000_000_000L;
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > end) fail("nothing of what was awaited came");
			pause(2);
		}
	}

	static void pause(final int milliseconds) {
		try {
			Thread.sleep(milliseconds);
		}
		catch (final InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	/** Of threads that live. */
	static long count(final String threadName) {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter(thread -> thread.getName().equals(threadName))
			.count();
	}
}
