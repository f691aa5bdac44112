package sc.fiji.kmeans.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

/** Events of the last second are counted. */
class RateTest {

	private static final long SECOND = 1_000_000_000;

	/** The clock may begin anywhere, also just before its numbers turn over. */
	@Property(tries = 100)
	void itIsTheNumberOfThoseThatAreYoungerThanASecond(@ForAll final long start,
		@ForAll final long seed)
	{
		final Random random = new Random(seed);
		final Rate rate = new Rate();
		final List<Long> all = new ArrayList<>();
		long passed = 0;
		for (int n = 0; n < 50; n++) {
			passed += random.nextInt(200_000_000);
			final long now = passed;
			if (random.nextInt(3) > 0) {
				rate.add(start + now);
				all.add(now);
			}
			assertEquals(all.stream().filter(then -> now - then < SECOND).count(),
				rate.perSecond(start + now));
		}
	}

	@Test
	void aSecondLaterAnEventIsForgotten() {
		final Rate rate = new Rate();
		assertEquals(0, rate.perSecond(5));
		rate.add(5);
		rate.add(5);
		assertEquals(2, rate.perSecond(5));
		assertEquals(2, rate.perSecond(5 + SECOND - 1));
		assertEquals(0, rate.perSecond(5 + SECOND));
	}
}
