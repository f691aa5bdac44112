package sc.fiji.kmeans.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

/** Light, stains and shapes of which pictures are made do what physics and geometry say. */
class SceneLawsTest {

	private static final double EXACT = 1e-12;
	private static final int SIZE = Scene.SIZE;

	/** Optical densities add, so light is multiplied. */
	@Property(tries = 30)
	void stainsOverEachOtherAbsorbOneAfterTheOther(@ForAll final long seed) {
		final Random random = new Random(seed);
		final double[][][] some = new double[2][3][5];
		final double[][] both = new double[3][5];
		for (int s = 0; s < 3; s++)
			for (int i = 0; i < 5; i++) {
				some[0][s][i] = random.nextDouble();
				some[1][s][i] = 2 * random.nextDouble();
				both[s][i] = some[0][s][i] + some[1][s][i];
			}
		final double[][] one = Stain.transmitted(some[0]);
		final double[][] other = Stain.transmitted(some[1]);
		final double[][] all = Stain.transmitted(both);
		for (int q = 0; q < 3; q++)
			for (int i = 0; i < 5; i++)
				assertEquals(one[q][i] * other[q][i], all[q][i], EXACT);
		assertArrayEquals(new double[5],
			Arrays.stream(Stain.transmitted(new double[3][5])[0]).map(light -> 1 - light).toArray(), 0);
	}

	@Property(tries = 20)
	void withoutVariationAllIsAtItsMedian(@ForAll final long seed) {
		final Chance chance = new Chance(seed, 0, 0);
		assertEquals(0, chance.gaussian(9), EXACT);
		assertEquals(1, chance.factor(9), EXACT);
		assertEquals(6, chance.ratio(4, 9), EXACT);
		assertEquals(7.25, chance.photons(7.25));
		assertEquals(1, chance.texture(10, 3).at(5, 5));
		assertEquals(1, Light.vignette(chance, 0.2, 0.4).at(0, 0), EXACT);
		final double place = chance.between(3, 4);
		assertTrue(place >= 3 && place < 4);
	}

	/** Both for few and for many: of a Poisson distribution mean and variance are the same. */
	@Property(tries = 6)
	void photonsComeByChance(@ForAll @IntRange(min = 1, max = 80) final int expected) {
		final Chance chance = new Chance(expected, 0, 1);
		final double[] photons = IntStream.range(0, 4000)
			.mapToDouble(i -> chance.photons(expected))
			.toArray();
		final double mean = Arrays.stream(photons).average().getAsDouble();
		final double variance = Arrays.stream(photons).map(n -> (n - mean) * (n - mean)).sum() / 4000;
		// Six deviations of the mean of so many.
		assertEquals(expected, mean, 6 * Math.sqrt(expected / 4000.0));
		assertEquals(expected, variance, 0.2 * expected + 0.2);
		assertTrue(Arrays.stream(photons).allMatch(n -> n >= 0 && n == Math.rint(n)));
	}

	@Property(tries = 3)
	void noiseIsSmoothAndOfDeviationOneAbout(@ForAll final long seed) {
		final Field noise = new SmoothNoise(new Random(seed), 4);
		double sum = 0;
		double squares = 0;
		for (int y = 0; y < SIZE; y++)
			for (int x = 0; x < SIZE; x++) {
				final double here = noise.at(x, y);
				sum += here;
				squares += here * here;
				assertEquals(here, noise.at(x + 1e-4, y), 1e-2);
			}
		final double n = (double) SIZE * SIZE;
		assertEquals(0, sum / n, 0.2);
		assertEquals(1, Math.sqrt(squares / n), 0.25);
	}

	/** A point is spread, no light is lost; an even plane stays as it is. */
	@Test
	void blurringKeepsTheLight() {
		final double[] point = new double[SIZE * SIZE];
		point[SIZE / 2 * SIZE + SIZE / 2] = 1;
		final double[] even = new double[SIZE * SIZE];
		Arrays.fill(even, 0.5);
		final double[][] planes = new Light(new double[][] { point, even }).blurred(2).planes();
		assertEquals(1, Arrays.stream(planes[0]).sum(), 1e-9);
		assertTrue(planes[0][SIZE / 2 * SIZE + SIZE / 2] < 0.1);
		assertEquals(planes[0][SIZE / 2 * SIZE + SIZE / 2 + 3],
			planes[0][(SIZE / 2 + 3) * SIZE + SIZE / 2], EXACT);
		assertTrue(Arrays.stream(planes[1]).allMatch(light -> Math.abs(light - 0.5) < 1e-9));
		final double[][] hazy = new Light(new double[][] { planes[1] }).withHaze(0.25, 3).planes();
		assertEquals(0.625, hazy[0][77], 1e-9);
	}

	@Property(tries = 10)
	void aBlobHasTheAreaOfItsEllipse(@ForAll final long seed,
		@ForAll @IntRange(min = 10, max = 30) final int radius)
	{
		final Chance chance = new Chance(seed, 0, 1);
		final Field round = new Blob(chance, SIZE / 2, SIZE / 2, radius, 0);
		double area = 0;
		for (int y = 0; y < SIZE; y++)
			for (int x = 0; x < SIZE; x++) {
				final double inside = round.at(x, y);
				final double far = Math.hypot(x - SIZE / 2, y - SIZE / 2) - radius;
				if (far < -1) assertEquals(1, inside);
				if (far > 1) assertEquals(0, inside);
				area += inside;
			}
		assertEquals(Math.PI * radius * radius, area, 0.02 * area);
	}
}
