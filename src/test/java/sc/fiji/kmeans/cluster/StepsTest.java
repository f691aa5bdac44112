package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Steps that several threads share, and parts of a whole. */
class StepsTest {

	private final List<Double> fractions = Collections.synchronizedList(new ArrayList<>());
	private final Progress progress = (fraction, word) -> fractions.add(fraction);

	/** Each number of steps is told once, in whatever order threads come. */
	@Property(tries = 30)
	void everyStepOfEveryThreadIsHeard(@ForAll @IntRange(min = 1, max = 300) final int total) {
		final List<Double> heard = Collections.synchronizedList(new ArrayList<>());
		final Steps steps = new Steps((fraction, word) -> heard.add(fraction), "", total);
		IntStream.range(0, total).parallel().forEach(i -> steps.done());
		assertEquals(IntStream.rangeClosed(0, total)
			.mapToObj(i -> (double) i / total)
			.collect(Collectors.toList()), heard.stream().sorted().collect(Collectors.toList()));
	}

	/** All threads hear of it, also where the progress wants something else by then. */
	@Test
	void aCancellationLasts() {
		final boolean[] isUnwanted = new boolean[1];
		final Progress once = (fraction, word) -> {
			if (isUnwanted[0]) throw new CancellationException();
		};
		final Steps steps = new Steps(once, "", 2);
		final Checkpoint checkpoint = new Checkpoint(once).before("indexing");
		steps.done();
		checkpoint.pass();
		isUnwanted[0] = true;
		assertThrows(CancellationException.class, steps::check);
		assertThrows(CancellationException.class, checkpoint::pass);
		isUnwanted[0] = false;
		assertThrows(CancellationException.class, steps::check);
		assertThrows(CancellationException.class, steps::done);
		assertThrows(CancellationException.class, checkpoint::pass);
	}

	@Test
	void checksTellWhatIsDone() {
		final Steps steps = new Steps(progress, "", 2);
		steps.check();
		steps.done();
		steps.check();
		assertEquals("[0.0, 0.0, 0.5, 0.5]", fractions.toString());
	}

	@Test
	void moreThanAllIsAll() {
		final Steps steps = new Steps(progress, "", 1);
		steps.done();
		steps.done();
		assertEquals("[0.0, 1.0, 1.0]", fractions.toString());
	}

	/** Of an image without rows. */
	@Test
	void noStepsBeginToo() {
		new Steps(progress, "", 0).check();
		assertEquals("[0.0, 0.0]", fractions.toString());
	}

	@Test
	void eachReportHasTheWord() {
		final List<String> words = new ArrayList<>();
		final Steps steps = new Steps((fraction, word) -> words.add(word), "counting", 9);
		steps.done();
		steps.check();
		assertEquals("[counting, counting, counting]", words.toString());
	}

	/** Work within a step may tell what it likes. */
	@Test
	void workWithinAStepIsHeardAndMovesNothing() {
		final List<String> words = new ArrayList<>();
		final Steps steps = new Steps((fraction, word) -> words.add(word + fraction), "drawing", 4);
		steps.done();
		steps.within().part(0.5, 1).report(1, "labelling");
		assertEquals("[drawing0.0, drawing0.25, drawing0.25]", words.toString());
	}

	/** A part of a part lies in the whole as its place says. */
	@Property(tries = 100)
	void partsOfPartsAreParts(@ForAll final long seed) {
		final Random random = new Random(seed);
		final double from = random.nextDouble();
		final double to = random.nextDouble();
		final double at = random.nextDouble();
		final List<Double> heard = new ArrayList<>();
		final Progress whole = (fraction, word) -> heard.add(fraction);
		whole.part(0.25, 0.75).part(from, to).report(at, "");
		whole.part(0.25 + from / 2, 0.25 + to / 2).report(at, "");
		assertEquals(heard.get(1), heard.get(0), 1e-15);
	}
}
