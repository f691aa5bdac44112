package sc.fiji.kmeans.live;

/** How a live segmentation does; immutable. */
public final class LiveFigures {

	private final long frames;
	private final long dropped;
	private final double perSecond;
	private final double seconds;
	private final double latency;

	LiveFigures(final long frames, final long dropped, final double perSecond, final double seconds,
		final double latency)
	{
		this.frames = frames;
		this.dropped = dropped;
		this.perSecond = perSecond;
		this.seconds = seconds;
		this.latency = latency;
	}

	/** Number of frames that were segmented. */
	public long frames() {
		return frames;
	}

	/** Number of frames that came while an older one was being segmented. */
	public long dropped() {
		return dropped;
	}

	/** Number of frames that were segmented in the last second. */
	public double perSecond() {
		return perSecond;
	}

	/** Seconds from the start to the last picture. */
	public double seconds() {
		return seconds;
	}

	/** Seconds from the coming of the last frame to its picture. */
	public double latency() {
		return latency;
	}
}
