package sc.fiji.kmeans.cluster;

import java.util.function.Function;

/**
 * Arrays that one run leaves to the next, as from frame to frame of a film, so that large ones
 * are allocated once. Runs use it one after another.
 */
public final class RunMemory {

	/** Null while a run has them. */
	private RunArrays free = new RunArrays();

	/**
	 * Runs with the arrays of the run before. One that was cancelled keeps its own for good: its
	 * other threads may go on for a while, and take some more of them.
	 *
	 * @param run whose result holds on to none of the arrays, and all whose threads end with it,
	 *          unless it throws
	 */
	<T> T run(final Function<RunArrays, T> run) {
		final RunArrays arrays = free == null ? new RunArrays() : free;
		free = null;
		final T result = run.apply(arrays.begin());
		free = arrays;
		return result;
	}
}
