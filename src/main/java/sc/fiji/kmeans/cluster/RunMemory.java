package sc.fiji.kmeans.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * Arrays that a run leaves to the next, such as those of the frames of a film:
 * what is large is taken once, not once a frame. For runs one after another, never
 * two at a time; but a run lends memory to those of its parts that are done side by
 * side.
 * <p>
 * Invariant: a run takes its arrays in the same order as the one before, so each
 * is likely to fit; one that is too short is replaced. No result holds on to them.
 */
public final class RunMemory {

	/** So much longer is an array that replaces another. */
	private static final double RESERVE = 1.125;

	private List<long[]> longs = new ArrayList<>();
	private List<double[]> doubles = new ArrayList<>();
	private List<int[]> ints = new ArrayList<>();
	private int takenLongs;
	private int takenDoubles;
	private int takenInts;
	/** What was lent and came back. */
	private Queue<RunMemory> others = new ConcurrentLinkedQueue<>();
	/** Whether a run has begun and did not end. */
	private boolean isInUse;

	/**
	 * All arrays may be taken again, but not those of a run that was cancelled: its
	 * other threads may go on for a moment.
	 */
	void begin() {
		if (isInUse) giveUp();
		isInUse = true;
		takenLongs = 0;
		takenDoubles = 0;
		takenInts = 0;
	}

	private void giveUp() {
		longs = new ArrayList<>();
		doubles = new ArrayList<>();
		ints = new ArrayList<>();
		others = new ConcurrentLinkedQueue<>();
	}

	/** The run has ended, and so have all its threads. */
	void end() {
		isInUse = false;
	}

	/**
	 * Lends a memory to a part of the run.
	 *
	 * @param part whose result holds on to none of its arrays
	 */
	<T> T lend(final Function<RunMemory, T> part) {
		final Queue<RunMemory> waiting = others;
		final RunMemory other = waiting.poll();
		final RunMemory lent = other == null ? new RunMemory() : other;
		lent.begin();
		final T result = part.apply(lent);
		lent.end();
		waiting.add(lent);
		return result;
	}

	/** @return at least so long, with anything in it */
	long[] longs(final int length) {
		final int i = takenLongs++;
		if (i == longs.size()) longs.add(new long[length]);
		else if (longs.get(i).length < length) longs.set(i, new long[reserved(
			length)]);
		return longs.get(i);
	}

	/** @return at least so long, with anything in it */
	double[] doubles(final int length) {
		final int i = takenDoubles++;
		if (i == doubles.size()) doubles.add(new double[length]);
		else if (doubles.get(i).length < length) doubles.set(i, new double[reserved(
			length)]);
		return doubles.get(i);
	}

	/** @return at least so long, with anything in it */
	int[] ints(final int length) {
		final int i = takenInts++;
		if (i == ints.size()) ints.add(new int[length]);
		else if (ints.get(i).length < length) ints.set(i, new int[reserved(length)]);
		return ints.get(i);
	}

	private static int reserved(final int length) {
		return (int) Math.min(Integer.MAX_VALUE - 8, RESERVE * length);
	}
}
