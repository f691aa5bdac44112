package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

/** Each setting is set by itself. */
class KMeansOptionsTest {

	/** In whatever order, and nothing of it can be seen in what they were made of. */
	@Property(tries = 100)
	void theOrderOfTheSettingsChangesNothing(@ForAll final long seed) {
		final Random random = new Random(seed);
		final int clusters = 1 + random.nextInt(KMeansOptions.MAX_CLUSTERS);
		final double epsilon = random.nextInt(100) / 8.0;
		final int iterations = 1 + random.nextInt(1000);
		final int attempts = 1 + random.nextInt(1000);
		final Initialization initialization = Initialization.values()[random.nextInt(2)];
		final List<UnaryOperator<KMeansOptions>> settings = Arrays.asList(
			options -> options.withClusters(clusters), options -> options.withEpsilon(epsilon),
			options -> options.withIterations(iterations), options -> options.withAttempts(attempts),
			options -> options.withInitialization(initialization),
			options -> options.withRandomSeed(seed));
		Collections.shuffle(settings, random);
		final String before = KMeansOptions.defaults().toString();
		KMeansOptions options = KMeansOptions.defaults();
		for (final UnaryOperator<KMeansOptions> setting : settings)
			options = setting.apply(options);
		assertEquals(clusters, options.clusters());
		assertEquals(epsilon, options.epsilon());
		assertEquals(iterations, options.iterations());
		assertEquals(attempts, options.attempts());
		assertEquals(initialization, options.initialization());
		assertEquals(seed, options.randomSeed());
		assertEquals(before, KMeansOptions.defaults().toString());
	}

	@Test
	void theyAreWrittenWithTheirNames() {
		assertEquals("clusters=3 epsilon=0.2 iterations=100 attempts=10 initialization=k-means++"
			+ " random_seed=1", KMeansOptions.defaults().toString());
	}

	@Test
	void theBoundsThemselvesAreTaken() {
		assertEquals(1, KMeansOptions.defaults().withClusters(1).clusters());
		assertEquals(65535, KMeansOptions.defaults().withClusters(65535).clusters());
		assertEquals(0, KMeansOptions.defaults().withEpsilon(0).epsilon());
		assertEquals(1, KMeansOptions.defaults().withIterations(1).iterations());
		assertEquals(1, KMeansOptions.defaults().withAttempts(1).attempts());
		assertThrows(NullPointerException.class,
			() -> KMeansOptions.defaults().withInitialization(null));
	}

	@Test
	void initializationsAreFoundByTheirNames() {
		for (final Initialization initialization : Initialization.values())
			assertSame(initialization, Initialization.of(initialization.toString()));
		assertEquals("initialization = Random: takes k-means++ or random",
			assertThrows(IllegalArgumentException.class, () -> Initialization.of("Random")).getMessage());
	}
}
