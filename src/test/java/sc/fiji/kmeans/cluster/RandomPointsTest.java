package sc.fiji.kmeans.cluster;

import java.util.Random;

/** What most laws of this package are tried on keeps the contract. */
class RandomPointsTest extends WeightedPointsContract {

	@Override
	protected WeightedPoints points(final long seed) {
		return seed % 2 == 0 ? RandomPoints.of(seed, 1000) : RandomPoints.wide(new Random(seed), 1000);
	}
}
