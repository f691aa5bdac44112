package sc.fiji.kmeans.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

import sc.fiji.kmeans.cluster.Progress;

class ChannelTransformTest {

	private static final double[] OFFSETS = { -3, 40 };
	private static final double[] UNITS = { 0.5, 100 };

	private static float[] applied(final ChannelTransform transform, final int channel,
		final float... values)
	{
		final float[] transformed = new float[values.length];
		transform.apply(channel, values, transformed, 0, values.length);
		return transformed;
	}

	@Example
	void valuesAreCountedFromTheOffsetInUnits() {
		assertArrayEquals(new float[] { 0, 0, 1, 2, Float.NaN, Float.POSITIVE_INFINITY },
			applied(ChannelTransform.of(Transform.SQRT, OFFSETS, UNITS), 0, -9, -3, -2.5f, -1, Float.NaN,
				Float.POSITIVE_INFINITY));
		assertArrayEquals(new float[] { 0, 0, (float) Math.log(2), (float) StrictMath.log(11) },
			applied(ChannelTransform.of(Transform.LOG, OFFSETS, UNITS), 1, 0, 40, 140, 1040));
	}

	@Property
	void theWayBackLeadsToTheValue(@ForAll final Transform kind,
		@ForAll @DoubleRange(min = 0, max = 1e6) final double a,
		@ForAll @DoubleRange(min = 40, max = 1e6) final double b)
	{
		final ChannelTransform transform = ChannelTransform.of(kind, OFFSETS, UNITS);
		final double[] values = { a, b };
		final double[] back = transform.back(transform.of(values));
		for (int c = 0; c < 2; c++)
			assertEquals(values[c], back[c], 1e-9 * (1 + values[c]));
	}

	@Property
	void theyNeverFall(@ForAll final long seed, @ForAll final Transform kind) {
		final float[] sorted = numbers(seed);
		Arrays.sort(sorted);
		final float[] transformed = applied(ChannelTransform.of(kind, OFFSETS, UNITS), 1, sorted);
		for (int i = 1; i < sorted.length; i++)
			assertTrue(transformed[i - 1] <= transformed[i]);
	}

	/** Whole and others, of any size. */
	private static float[] numbers(final long seed) {
		final Random random = new Random(seed);
		final float[] numbers = new float[50];
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = random.nextBoolean()
				? random.nextInt(66000) - 100
				: (float) (random.nextGaussian() * Math.scalb(1.0, random.nextInt(60) - 20));
		return numbers;
	}

	@Property(tries = 50)
	void aTableChangesNothing(@ForAll final long seed, @ForAll final Transform kind) {
		final ChannelTransform plain = ChannelTransform.of(kind, OFFSETS, UNITS);
		final float[] numbers = numbers(seed);
		numbers[3] = Float.NaN;
		numbers[4] = Float.NEGATIVE_INFINITY;
		numbers[5] = 65535;
		numbers[6] = 65536;
		for (int c = 0; c < 2; c++)
			assertArrayEquals(applied(plain, c, numbers), applied(plain.tabled(), c, numbers));
		assertEquals(plain, plain.tabled());
	}

	@Example
	void ofNothingNothingChanges() {
		final double[] values = { -3, 1e9 };
		assertTrue(ChannelTransform.NONE.isNone());
		assertArrayEquals(values, ChannelTransform.NONE.of(values));
		assertArrayEquals(values, ChannelTransform.NONE.back(values));
	}

	private static ChannelTransform learned(final Transform kind, final boolean areReal,
		final float[]... pixels)
	{
		return new TransformedVectors(CountedVectors.of(pixels).vectors, kind, areReal, Progress.NONE)
			.transform();
	}

	/** The medians are 12 and 7; of the second channel it is the smallest value. */
	@Example
	void theUnitOfLogarithmsIsTheMedianAboveTheOffset() {
		final float[][] pixels = { { 10, 7 }, { 99, 7 }, { 13, 7 }, { 12, 27 } };
		assertEquals(ChannelTransform.of(Transform.LOG, new double[] { 10, 7 }, new double[] { 2, 5 }),
			learned(Transform.LOG, false, pixels));
		assertEquals(ChannelTransform.of(Transform.LOG, new double[] { 4 }, new double[] { 1 }),
			learned(Transform.LOG, true, new float[] { 4 }));
	}

	/** The widest channel is from 7 to 27. */
	@Example
	void theUnitOfRootsIsOneForAllChannels() {
		final float[][] pixels = { { 10, 7 }, { 12, 27 } };
		final double[] offsets = { 10, 7 };
		assertEquals(ChannelTransform.of(Transform.SQRT, offsets, new double[] { 1, 1 }),
			learned(Transform.SQRT, false, pixels));
		assertEquals(ChannelTransform.of(Transform.SQRT, offsets, new double[] { 16, 16 }),
			learned(Transform.SQRT, true, pixels));
	}

	/** No difference of floats is too large. */
	@Example
	void numbersMayBeAnything() {
		final ChannelTransform transform = learned(Transform.LOG, true, new float[] { -3e38f },
			new float[] { 3e38f }, new float[] { 3.1e38f });
		assertEquals(6e38, transform.units()[0], 1e32);
		assertEquals((float) Math.log(2), applied(transform, 0, 3e38f)[0]);
	}

	@Example
	void othersAreRefused() {
		refused("units = 1 of them: takes 2, one for each offset", OFFSETS, 1);
		refused("units = -1.0: takes finite numbers above 0", OFFSETS, 1, -1);
		refused("offsets = NaN: takes numbers of 32 bits", new double[] { 0, Double.NaN }, 1, 1);
		assertEquals("transform = cube: takes none, sqrt, log",
			assertThrows(IllegalArgumentException.class, () -> Transform.of("cube")).getMessage());
	}

	private static void refused(final String message, final double[] offsets, final double... units) {
		assertEquals(message, assertThrows(IllegalArgumentException.class,
			() -> ChannelTransform.of(Transform.LOG, offsets, units)).getMessage());
	}
}
