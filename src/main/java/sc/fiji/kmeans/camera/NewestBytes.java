package sc.fiji.kmeans.camera;

/**
 * Hands the newest picture of one thread to another. Three arrays go round: the
 * one that is written, the newest, and the one that is read; nobody waits.
 */
final class NewestBytes {

	private Bytes newest = new Bytes();
	private boolean isNew;

	/** @return what to write the next picture to */
	synchronized Bytes put(final Bytes written) {
		final Bytes free = newest;
		newest = written;
		isNew = true;
		return free;
	}

	/** @return the newest; null if it was taken before, and then read may be kept */
	synchronized Bytes take(final Bytes read) {
		if (!isNew) return null;
		isNew = false;
		final Bytes taken = newest;
		newest = read;
		return taken;
	}
}
