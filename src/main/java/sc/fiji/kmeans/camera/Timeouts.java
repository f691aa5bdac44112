package sc.fiji.kmeans.camera;

/** How long a network camera is waited for, in milliseconds. */
final class Timeouts {

	static final Timeouts USUAL = new Timeouts(10_000, 5_000, 1_000, 5_000);

	/** For a connection and its first picture. */
	final int connect;
	/** For more bytes. */
	final int stall;
	/** After a break, until it is tried again. */
	final int firstPause;
	/** The pauses grow to this. */
	final int longestPause;

	Timeouts(final int connect, final int stall, final int firstPause, final int longestPause) {
		this.connect = connect;
		this.stall = stall;
		this.firstPause = firstPause;
		this.longestPause = longestPause;
	}

	/** @param failures one after another */
	int pause(final int failures) {
		return (int) Math.min(longestPause, (long) firstPause * failures);
	}
}
