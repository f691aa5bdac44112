package sc.fiji.kmeans.files;

import java.io.Serializable;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Threads of this machine. */
public final class Threads implements Workers {

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
		InOrder.each(things, number, work, use);
	}

	@Override
	public <A extends Serializable, B extends Serializable> Optional<B> joined(final List<A> things,
		final Work<Iterator<A>, B> work, final Join<B> join, final Runnable told)
	{
		final AtomicReference<B> all = new AtomicReference<>();
		InOrder.each(things, number, thing -> work.apply(Collections.singleton(thing).iterator()),
			one -> {
				all.accumulateAndGet(one,
					(before, next) -> before == null ? next : join.apply(before, next));
				told.run();
			});
		return Optional.ofNullable(all.get());
	}
}
