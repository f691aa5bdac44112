package sc.fiji.kmeans.base;

/** The memory that Java may still take. */
public final class FreeMemory {

	private FreeMemory() {}

	/** In bytes; what is no longer used counts as taken until it is collected. */
	public static long bytes() {
		final Runtime runtime = Runtime.getRuntime();
		return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
	}

	/** Whether a number of bytes is free, once what is no longer used is collected. */
	public static boolean isRoomFor(final double bytes) {
		if (bytes <= bytes()) return true;
		System.gc();
		return bytes <= bytes();
	}
}
