package sc.fiji.kmeans.files;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Threads of this machine. */
public final class Threads implements Workers {

	/** So that the others go on while one takes longer; no more wait than this for each thread. */
	private static final int WAITING = 4;

	private final int number;

	/** @param number 1 or more */
	public Threads(final int number) {
		this.number = number;
	}

	/** Work of a single image is shared anyway. */
	@Override
	public int parts() {
		return 1;
	}

	@Override
	public <A extends Serializable, B extends Serializable> void each(final List<A> things,
		final Work<A, B> work, final Consumer<B> use)
	{
		if (number == 1) {
			things.forEach(thing -> use.accept(work.apply(thing)));
			return;
		}
		final ExecutorService pool = Executors.newFixedThreadPool(number);
		try {
			final Queue<Future<B>> begun = new ArrayDeque<>();
			for (final A thing : things) {
				if (begun.size() == WAITING * number) use.accept(result(begun.remove()));
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

	@Override
	public <A extends Serializable, B extends Serializable> Optional<B> joined(final List<A> things,
		final Work<Iterator<A>, B> work, final Join<B> join, final Runnable told)
	{
		final AtomicReference<B> all = new AtomicReference<>();
		each(things, thing -> work.apply(Collections.singleton(thing).iterator()), one -> {
			all.accumulateAndGet(one, (before, next) -> before == null ? next : join.apply(before, next));
			told.run();
		});
		return Optional.ofNullable(all.get());
	}
}
