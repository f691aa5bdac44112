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
			final ImageProcessor spare = exchange.spare();
			final ImageProcessor painted = spare == null ? new ByteProcessor(1, 1) : spare;
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
}
