package sc.fiji.kmeans.benchmark;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What this process holds. */
final class Held {

	private Held() {}

	/** A line with the heap after a garbage collection, threads, and open files. */
	static void print(final String what, final long done) {
		System.gc();
		System.out.printf(Locale.ROOT, "%s=%d heap_mb=%.2f threads=%d files=%d%n", what, done,
			ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6,
			ManagementFactory.getThreadMXBean().getThreadCount(), openFiles());
	}

	/** -1 where the system does not tell. */
	private static int openFiles() {
		final String[] files = new File("/proc/self/fd").list();
		return files == null ? -1 : files.length;
	}
}
