package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for all who do the work of a run. */
abstract class WorkersContract {

	/** @param number that many work at once, 1 or more */
	abstract Workers workers(int number);

	private static ArrayList<Integer> things(final int n) {
		return IntStream.range(0, n).boxed().collect(Collectors.toCollection(ArrayList::new));
	}

	@Property(tries = 40)
	void resultsComeInTheOrderOfTheThings(@ForAll @IntRange(max = 60) final int n,
		@ForAll @IntRange(min = 1, max = 5) final int number)
	{
		final List<String> used = new ArrayList<>();
		final Thread user = Thread.currentThread();
		workers(number).each(things(n), thing -> "did " + thing, result -> {
			assertSame(user, Thread.currentThread());
			used.add(result);
		});
		assertEquals(things(n).stream().map(thing -> "did " + thing).collect(Collectors.toList()),
			used);
	}

	/** In whatever order they are joined. */
	@Property(tries = 40)
	void allAreJoined(@ForAll @IntRange(max = 60) final int n,
		@ForAll @IntRange(min = 1, max = 5) final int number)
	{
		final AtomicInteger told = new AtomicInteger();
		final Optional<Integer> sum = workers(number).joined(things(n), some -> {
			int own = 0;
			while (some.hasNext())
				own += some.next();
			return own;
		}, Integer::sum, told::incrementAndGet);
		assertEquals(n > 0, sum.isPresent());
		assertEquals(n * (n - 1) / 2, (int) sum.orElse(0));
		assertTrue(told.get() <= n);
	}

	@Property(tries = 10)
	void nothingIsNothing(@ForAll @IntRange(min = 1, max = 5) final int number) {
		workers(number).each(new ArrayList<Integer>(), thing -> thing, result -> {
			throw new AssertionError("there was nothing to do");
		});
		assertFalse(
			workers(number).<Integer, Integer>joined(new ArrayList<>(), some -> 1, Integer::sum, () -> {})
				.isPresent());
	}

	/** The first one that fails, of those that are used in turn. */
	@Property(tries = 20)
	void anExceptionEndsItAll(@ForAll @IntRange(max = 30) final int failing,
		@ForAll @IntRange(min = 1, max = 5) final int number)
	{
		final List<Integer> used = Collections.synchronizedList(new ArrayList<>());
		final RuntimeException thrown = assertThrows(RuntimeException.class,
			() -> workers(number).each(things(40), thing -> {
				if (thing == failing) throw new IllegalStateException("failed at " + thing);
				return thing;
			}, used::add));
		assertTrue(thrown.toString().contains("failed at " + failing), thrown.toString());
		assertTrue(used.size() <= failing);
		assertEquals(things(used.size()), used);
	}

	@Property(tries = 10)
	void someWorkIsWorthMoreParts(@ForAll @IntRange(min = 1, max = 5) final int number) {
		assertTrue(workers(number).parts() >= 1);
	}
}
