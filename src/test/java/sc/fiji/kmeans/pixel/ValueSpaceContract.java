package sc.fiji.kmeans.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every space of pixel values; subclasses name some. */
public abstract class ValueSpaceContract {

	/** Any space of these. */
	protected abstract ValueSpace space(Random random);

	/** A value that the space is for. */
	protected abstract long value(ValueSpace space, Random random);

	private double[] point(final ValueSpace space, final long value) {
		final double[] x = new double[space.dimensions()];
		space.locate(value, x);
		return x;
	}

	@Property(tries = 50)
	void aValueAlwaysHasTheSamePoint(@ForAll final long seed) {
		final Random random = new Random(seed);
		final ValueSpace space = space(random);
		final long[] values = random.longs(200).map(x -> value(space, random)).toArray();
		final double[][] points = IntStream.range(0, values.length)
			.mapToObj(i -> point(space, values[i]))
			.toArray(double[][]::new);
		IntStream.range(0, values.length)
			.parallel()
			.forEach(i -> assertArrayEquals(points[i], point(space, values[i])));
	}

	@Property(tries = 50)
	void coordinatesAreWholeUnitsWithinTheirBounds(@ForAll final long seed) {
		final Random random = new Random(seed);
		final ValueSpace space = space(random);
		assertTrue(space.dimensions() >= 1);
		assertTrue(Math.abs(space.fractionBits()) <= 1000);
		final double unit = Math.scalb(1.0, -space.fractionBits());
		for (int i = 0; i < 200; i++)
			for (final double x : point(space, value(space, random))) {
				assertEquals(Math.rint(x / unit), x / unit);
				assertTrue(Math.abs(x / unit) < (space.isWide() ? 0x1p62 : 0x1p31), x + " by " + unit);
			}
	}

	/** Equal only where all coordinates are; else one way round or the other. */
	@Property(tries = 50)
	void theOrderIsTotal(@ForAll final long seed) {
		final Random random = new Random(seed);
		final ValueSpace space = space(random);
		final Comparator<double[]> order = space.order();
		for (int i = 0; i < 100; i++) {
			final double[] a = point(space, value(space, random));
			final double[] b = near(a, random);
			final double[] c = point(space, value(space, random));
			assertEquals(0, order.compare(a, a.clone()));
			assertEquals(Arrays.equals(a, b), order.compare(a, b) == 0);
			assertEquals(Integer.signum(order.compare(a, b)), -Integer.signum(order.compare(b, a)));
			if (order.compare(a, b) < 0 && order.compare(b, c) < 0) assertTrue(order.compare(a, c) < 0);
		}
	}

	/** Another in one coordinate, or the same. */
	private static double[] near(final double[] x, final Random random) {
		final double[] near = x.clone();
		near[random.nextInt(near.length)] += random.nextInt(3) / 2.0;
		return near;
	}
}
