package sc.fiji.kmeans.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Nobody paints over what is shown, or over what waits to be shown. */
class PictureExchangeTest {

	@Property(tries = 200)
	void threePicturesAreEnough(@ForAll final long seed) {
		final Random random = new Random(seed);
		final PictureExchange exchange = new PictureExchange();
		final Set<ImageProcessor> all = Collections.newSetFromMap(new IdentityHashMap<>());
		ImageProcessor shown = null;
		ImageProcessor waiting = null;
		for (int step = 0; step < 100; step++) {
			final ImageProcessor painted = exchange.like(new ByteProcessor(1, 1));
			all.add(painted);
			if (waiting != null) assertNotSame(waiting, painted);
			if (random.nextBoolean()) {
				shown = waiting == null ? shown : waiting;
				waiting = null;
				assertSame(shown, exchange.take());
			}
			if (shown != null) assertNotSame(shown, painted);
			exchange.put(painted);
			waiting = painted;
		}
		assertTrue(all.size() <= 3, all.size() + " pictures");
		assertEquals(all.size(), new HashSet<>(all).size());
	}

	/** As of two channels of a picture. */
	@Property(tries = 20)
	void nobodyGetsAPlaneThatAnotherPaintsOn(@ForAll final long seed) {
		final Random random = new Random(seed);
		final PictureExchange exchange = new PictureExchange();
		final ImageProcessor first = new ByteProcessor(2, 1);
		exchange.put(first);
		exchange.put(new ByteProcessor(2, 1));
		if (random.nextBoolean()) exchange.take();
		final ImageProcessor like = new ByteProcessor(random.nextBoolean() ? 2 : 3, 1);
		final ImageProcessor one = exchange.like(like);
		assertEquals(like.getWidth() == 2, one == first);
		assertEquals(like.getWidth(), one.getWidth());
		assertNotSame(one, exchange.like(like));
	}
}
