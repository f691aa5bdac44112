package sc.fiji.kmeans.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * Arrays that one run leaves to the next, as from frame to frame of a film, so that
 * large ones are allocated once. Runs use it one after another, never at the same time;
 * a run lends memories to its parallel parts.
 * <p>
 * Invariant: a run takes its arrays in the same order as the one before, so each is
 * likely to fit; one that is too short is replaced. No result holds on to them.
 */
public final class RunMemory {

	/** Reserve of an array that replaces another. */
	private static final double RESERVE = 1.125;

	private Kept<long[]> longs;
	private Kept<double[]> doubles;
	private Kept<int[]> ints;
	/** Memories that were lent and came back, the one that holds most first. */
	private Queue<RunMemory> others;
	/** Whether a run has begun and did not end. */
	private boolean isInUse;

	public RunMemory() {
		startAnew();
	}

	private void startAnew() {
		longs = new Kept<>(long[]::new, array -> array.length);
		doubles = new Kept<>(double[]::new, array -> array.length);
		ints = new Kept<>(int[]::new, array -> array.length);
		others = new PriorityBlockingQueue<>(1, Comparator.comparingLong(it -> -it.bytes()));
	}

	/**
	 * Runs with all arrays free again, except the arrays of a run before that was cancelled:
	 * its other threads may go on for a moment.
	 *
	 * @param run whose result holds on to none of the arrays, and all whose threads end
	 *          with it
	 */
	<T> T run(final Function<RunMemory, T> run) {
		if (isInUse) startAnew();
		isInUse = true;
		longs.taken = 0;
		doubles.taken = 0;
		ints.taken = 0;
		final T result = run.apply(this);
		isInUse = false;
		return result;
	}

	private long bytes() {
		return Long.BYTES * longs.length + Double.BYTES * doubles.length + Integer.BYTES * ints.length;
	}

	/**
	 * Lends a memory to a part of the run: of those that are free the one that holds most, so
	 * that a large part that runs alone finds what the one before it has left.
	 *
	 * @param part as above
	 */
	<T> T lend(final Function<RunMemory, T> part) {
		final Queue<RunMemory> waiting = others;
		final RunMemory other = waiting.poll();
		final RunMemory lent = other == null ? new RunMemory() : other;
		final T result = lent.run(part);
		waiting.add(lent);
		return result;
	}

	/** @return at least so long, with anything in it */
	long[] longs(final int length) {
		return longs.take(length);
	}

	/** @return at least so long, with anything in it */
	double[] doubles(final int length) {
		return doubles.take(length);
	}

	/** @return at least so long, with anything in it */
	int[] ints(final int length) {
		return ints.take(length);
	}

	/** Arrays of a type, of which the first ones are taken. */
	private static final class Kept<T> {

		private final IntFunction<T> maker;
		private final ToIntFunction<T> lengthOf;
		private final List<T> arrays = new ArrayList<>();
		private int taken;
		/** Of all arrays together. */
		private long length;

		private Kept(final IntFunction<T> maker, final ToIntFunction<T> lengthOf) {
			this.maker = maker;
			this.lengthOf = lengthOf;
		}

		private T take(final int needed) {
			final int i = taken++;
			if (i == arrays.size()) arrays.add(made(needed));
			else {
				final int there = lengthOf.applyAsInt(arrays.get(i));
				if (there < needed) {
					length -= there;
					arrays.set(i, made((int) Math.min(Integer.MAX_VALUE - 8, RESERVE * needed)));
				}
			}
			return arrays.get(i);
		}

		private T made(final int size) {
			length += size;
			return maker.apply(size);
		}
	}
}
