package sc.fiji.kmeans.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Many machines on this one: all that goes from one to another becomes bytes. */
final class Machines implements Workers {

	private final int parts;
	/** How many things were done. */
	int done;

	Machines(final int parts) {
		this.parts = parts;
	}

	@Override
	public <A extends Serializable, B extends Serializable> void each(final List<A> things,
		final Work<A, B> work, final Consumer<B> use)
	{
		done += things.size();
		things.forEach(thing -> use.accept(sent(sent(work).apply(sent(thing)))));
	}

	@Override
	public <A extends Serializable, B extends Serializable> Optional<B> joined(final List<A> things,
		final Work<Iterator<A>, B> work, final Join<B> join, final Runnable told)
	{
		done += things.size();
		return things.stream()
			.map(thing -> sent(sent(work).apply(Collections.singleton(sent(thing)).iterator())))
			.reduce((one, other) -> sent(join.apply(one, other)));
	}

	@Override
	public int parts() {
		return parts;
	}

	@SuppressWarnings("unchecked")
	private static <T> T sent(final T thing) {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(thing);
			out.flush();
			return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
		}
		catch (final IOException | ClassNotFoundException e) {
			throw new IllegalStateException(e);
		}
	}
}
