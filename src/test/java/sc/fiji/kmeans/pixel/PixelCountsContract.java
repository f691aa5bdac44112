package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import sc.fiji.kmeans.cluster.WeightedPointsContract;

/** What holds for all counts of values; subclasses say how they are kept. */
abstract class PixelCountsContract extends WeightedPointsContract {

	/** Counts of some format, whichever they are for. */
	abstract PixelCounts counts(Random random);

	/** The format of the counts that are made of these numbers. */
	abstract PixelFormat format(Random random);

	@Override
	protected PixelCounts points(final long seed) {
		return counts(new Random(seed));
	}

	@Property(tries = 20)
	void valuesAreInTheOrderOfTheirKeys(@ForAll final long seed) {
		final PixelFormat format = format(new Random(seed));
		final PixelCounts counts = points(seed);
		long before = -1;
		for (int i = 0; i < counts.size(); i++) {
			final long key = CountedValues.key(format, counts.value(i));
			assertTrue(key > before, before + " -> " + key);
			before = key;
		}
	}

	@Property(tries = 20)
	void coordinatesAreTheComponents(@ForAll final long seed) {
		final PixelFormat format = format(new Random(seed));
		final PixelCounts counts = points(seed);
		assertEquals(format.components(), counts.dimensions());
		final double[] x = new double[format.components()];
		final double[] components = new double[format.components()];
		for (int i = 0; i < counts.size(); i++) {
			counts.read(i, x);
			format.unpack(counts.value(i), components);
			assertArrayEquals(components, x);
			assertEquals(counts.value(i), format.pixel(x));
			assertTrue(format.fits(counts.value(i)));
		}
	}

	@Property(tries = 20)
	void pixelsAreAllWeightsTogether(@ForAll final long seed) {
		final PixelCounts counts = points(seed);
		long sum = 0;
		for (int i = 0; i < counts.size(); i++)
			sum += counts.weight(i);
		assertEquals(sum, counts.pixels());
	}
}
