package sc.fiji.kmeans.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Points come in ascending order, whatever their order was. */
class LinePointsTest {

	/** All, or only those of each leaf, in another order. */
	@Property(tries = 100)
	void pointsAscend(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 300) final int n,
		@ForAll final boolean isByLeaf)
	{
		final Random random = new Random(seed);
		final long[] values = random.longs(n, -500, 500).distinct().sorted().toArray();
		final long[] shuffled = values.clone();
		for (int i = 0; i < values.length; i++) {
			final int first = isByLeaf ? i / 32 * 32 : 0;
			final int other = first + random.nextInt(i - first + 1);
			final long moved = shuffled[i];
			shuffled[i] = shuffled[other];
			shuffled[other] = moved;
		}
		final RandomPoints points = new RandomPoints(
			LongStream.of(shuffled).mapToObj(x -> new long[] { x }).toArray(long[][]::new),
			LongStream.of(shuffled).map(x -> 501 + x).toArray());
		final LinePieces pieces = LinePieces.whole(LinePoints.of(points.tree()), true)
			.split(values.length);
		assertArrayEquals(values,
			IntStream.range(0, pieces.size()).mapToLong(i -> pieces.get(i).low).toArray());
		assertArrayEquals(Arrays.stream(values).map(x -> 501 + x).toArray(),
			IntStream.range(0, pieces.size()).mapToLong(i -> pieces.get(i).weight).toArray());
	}
}
