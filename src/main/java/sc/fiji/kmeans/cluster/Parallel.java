package sc.fiji.kmeans.cluster;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Work that threads of the common pool share. It ends when all of them have ended with it, also
 * where one throws: what they write to may be used again at once. (A parallel stream that throws
 * leaves its other threads behind.)
 */
public final class Parallel {

	/** Into how many ranges things are divided at most. */
	private static final int RANGES = 16;

	private Parallel() {}

	/** Things from the first to before the last. */
	@FunctionalInterface
	public interface IndexRange {

		void of(int from, int to);
	}

	/**
	 * Does things that lie side by side in one part, in no order of the parts, as {@link #each} does.
	 *
	 * @param n number of things
	 */
	public static void ranges(final int n, final IndexRange work) {
		final int step = 1 + n / RANGES;
		each((n + step - 1) / step, range -> work.of(range * step, Math.min(n, (range + 1) * step)));
	}

	/**
	 * Does parts of some work, in no order. Where one throws, those that have not begun are left
	 * out.
	 *
	 * @param n number of parts
	 * @param work of a part, counted from 0; what it throws first is thrown when all have ended
	 */
	public static void each(final int n, final IntConsumer work) {
		final AtomicReference<Throwable> failure = new AtomicReference<>();
		IntStream.range(0, n).parallel().forEach(part -> {
			if (failure.get() != null) return;
			try {
				work.accept(part);
			}
			catch (final RuntimeException | Error thrown) {
				failure.compareAndSet(null, thrown);
			}
		});
		final Throwable thrown = failure.get();
		if (thrown instanceof RuntimeException) throw (RuntimeException) thrown;
		if (thrown != null) throw (Error) thrown;
	}

	/**
	 * What comes of parts of some work, in their order; they are done as {@link #each} does.
	 *
	 * @param n number of parts
	 * @param work of a part, counted from 0
	 */
	public static <T> List<T> map(final int n, final IntFunction<T> work) {
		final AtomicReferenceArray<T> done = new AtomicReferenceArray<>(n);
		each(n, part -> done.set(part, work.apply(part)));
		return IntStream.range(0, n).mapToObj(done::get).collect(Collectors.toList());
	}
}
