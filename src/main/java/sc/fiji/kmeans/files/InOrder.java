package sc.fiji.kmeans.files;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does one job with many things, some at a time, and gives what becomes of them in turn. */
final class InOrder {

	/** So that the others go on while one takes longer; no more wait than this for each thread. */
	private static final int WAITING = 4;

	private InOrder() {}

	/**
	 * @param threads that many at the same time, 1 or more
	 * @param work whose exceptions end it all
	 * @param use is called in this thread, in the order of the things
	 */
	static <A, B> void each(final List<A> things, final int threads, final Function<A, B> work,
		final Consumer<B> use)
	{
		if (threads == 1) {
			things.forEach(thing -> use.accept(work.apply(thing)));
			return;
		}
		final ExecutorService pool = Executors.newFixedThreadPool(threads);
		try {
			final Queue<Future<B>> begun = new ArrayDeque<>();
			for (final A thing : things) {
				if (begun.size() == WAITING * threads) use.accept(result(begun.remove()));
				begun.add(pool.submit(() -> work.apply(thing)));
			}
			while (!begun.isEmpty())
				use.accept(result(begun.remove()));
		}
		finally {
			pool.shutdownNow();
		}
	}

	private static <B> B result(final Future<B> future) {
		try {
			return future.get();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw (CancellationException) new CancellationException().initCause(e);
		}
		catch (final ExecutionException e) {
			if (e.getCause() instanceof RuntimeException) throw (RuntimeException) e.getCause();
			throw new IllegalStateException(e.getCause());
		}
	}
}
