package sc.fiji.kmeans.live;

/** Counts the frames that are segmented, and when. */
final class FrameStatistics {

	private static final double NANOS = 1e9;

	private final long start = System.nanoTime();
	private final Rate rate = new Rate();
	private long frames;
	private long last = start;
	private long latency;

	/** A frame is segmented. @param came when it came, in nanoseconds */
	synchronized void add(final long came) {
		last = System.nanoTime();
		frames++;
		latency = last - came;
		rate.add(last);
	}

	synchronized LiveFigures figures(final long dropped) {
		return new LiveFigures(frames, dropped, rate.perSecond(System.nanoTime()),
			(last - start) / NANOS, latency / NANOS);
	}
}
