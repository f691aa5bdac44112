package sc.fiji.kmeans.cluster;

/**
 * Arrays that one run leaves to the next, as from frame to frame of a film, so that large ones
 * are allocated once. Runs use it one after another.
 */
public final class RunMemory {

	/** Null while a run has them. */
	private RunArrays free = new RunArrays();

	/** The arrays of the run before, for the next one. */
	RunArrays take() {
		final RunArrays arrays = free == null ? new RunArrays() : free;
		free = null;
		return arrays.begin();
	}

	/**
	 * Takes the arrays of a run back that has ended, with all its threads; its result holds on to
	 * none of them. One that was cancelled keeps its own for good: its other threads may go on for a
	 * while, and take some more of them.
	 */
	void takeBack(final RunArrays arrays) {
		free = arrays;
	}
}
