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
 * The arrays of one run at a time, which lends others to its parallel parts.
 * <p>
 * Invariant: a run takes its arrays in the same order as the one before, so each is
 * likely to fit; one that is too short is replaced. No result holds on to them.
 */
final class RunArrays {

	/** Reserve of an array that replaces another. */
	private static final double RESERVE = 1.125;

	private final Kept<long[]> longs = new Kept<>(long[]::new, array -> array.length);
	private final Kept<double[]> doubles = new Kept<>(double[]::new, array -> array.length);
	private final Kept<int[]> ints = new Kept<>(int[]::new, array -> array.length);
	/** Those that were lent and came back, the one that holds most first. */
	private final Queue<RunArrays> others = new PriorityBlockingQueue<>(1,
		Comparator.comparingLong(it -> -it.bytes()));

	/** All arrays are free again. */
	RunArrays begin() {
		longs.taken = 0;
		doubles.taken = 0;
		ints.taken = 0;
		return this;
	}

	private long bytes() {
		return Long.BYTES * longs.length + Double.BYTES * doubles.length + Integer.BYTES * ints.length;
	}

	/**
	 * Lends arrays to a part of the run: of those that are free the ones that hold most, so that a
	 * large part that runs alone finds what the one before it has left. A part that throws keeps
	 * them.
	 *
	 * @param part whose result holds on to none of the arrays, and all whose threads end with it
	 */
	<T> T lend(final Function<RunArrays, T> part) {
		final RunArrays other = others.poll();
		final RunArrays lent = other == null ? new RunArrays() : other;
		final T result = part.apply(lent.begin());
		others.add(lent);
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
