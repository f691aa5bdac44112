package sc.fiji.kmeans.files;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;

/** Who does the work of a run: threads of this machine, or other machines. */
public interface Workers {

	/**
	 * Does one job with each of many things, and gives what becomes of them in turn.
	 *
	 * @param use is called in this thread, in the order of the things
	 */
	<A extends Serializable, B extends Serializable> void each(List<A> things, Work<A, B> work,
		Consumer<B> use);

	/**
	 * Does one job with some of many things at a time, and joins what becomes of them in any order.
	 *
	 * @param told of things that are done, as far as this is known
	 * @return nothing if there are no things
	 */
	<A extends Serializable, B extends Serializable> Optional<B> joined(List<A> things,
		Work<Iterator<A>, B> work, Join<B> join, Runnable told);

	/** Into how many parts one thing is best cut, for all to have work. */
	int parts();

	/** Is done anywhere, maybe more than once, always with the same result. */
	@FunctionalInterface
	interface Work<A, B> extends Function<A, B>, Serializable {}

	/** Makes one of two, the same in whatever order; may change them. */
	@FunctionalInterface
	interface Join<B> extends BinaryOperator<B>, Serializable {}
}
