package sc.fiji.kmeans.image;

import java.util.function.BiConsumer;

import sc.fiji.kmeans.cluster.Parallel;

/** Divides the rows of a plane for threads to work side by side. */
public final class ParallelRows {

	private static final int PARTS = 16;

	private ParallelRows() {}

	/**
	 * Where one part throws, the others end before that comes here.
	 *
	 * @param work from the first to before the last of n rows
	 */
	public static void of(final int n, final BiConsumer<Integer, Integer> work) {
		final int step = 1 + n / PARTS;
		Parallel.each((n + step - 1) / step,
			part -> work.accept(part * step, Math.min(n, (part + 1) * step)));
	}
}
