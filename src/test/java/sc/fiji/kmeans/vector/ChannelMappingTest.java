package sc.fiji.kmeans.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import sc.fiji.kmeans.image.ClusterKind;

/** Values become points, and points values again. */
class ChannelMappingTest {

	private static ChannelMapping random(final Random random, final int d) {
		final Transform kind = Transform.values()[random.nextInt(Transform.values().length)];
		return ChannelMapping.NONE
			.transformedBy(kind == Transform.NONE
				? ChannelTransform.NONE
				: ChannelTransform.of(kind, random.doubles(d, -9, 0).toArray(),
					random.doubles(d, 0.1, 5).toArray()))
			.dividedBy(random.nextBoolean() ? new double[0] : random.doubles(d, 0.1, 10).toArray());
	}

	@Property(tries = 100)
	void valuesComeBack(@ForAll final long seed) {
		final Random random = new Random(seed);
		final int d = 1 + random.nextInt(5);
		final double[] values = random.doubles(d, 0, 1000).toArray();
		final ChannelMapping mapping = random(random, d);
		assertArrayEquals(values, mapping.values(mapping.point(values)), 1e-8);
	}

	/** Transformed first, then divided. */
	@Example
	void aPointIsTheTransformDividedByTheScale() {
		final ChannelMapping mapping = ChannelMapping.NONE.dividedBy(4)
			.transformedBy(ChannelTransform.of(Transform.SQRT, new double[] { 1 }, new double[] { 1 }));
		assertEquals(Transform.SQRT.of(9) / 4, mapping.point(new double[] { 10 })[0]);
	}

	@Example
	void whatDoesNotFitAKindIsRefused() {
		final ClusterKind two = ClusterKind.ofValues(2);
		ChannelMapping.NONE.requireKind(two);
		ChannelMapping.NONE.dividedBy(1, 2).requireKind(two);
		assertThrows(IllegalArgumentException.class,
			() -> ChannelMapping.NONE.dividedBy(1, 2, 3).requireKind(two));
		assertThrows(IllegalArgumentException.class, () -> ChannelMapping.NONE.dividedBy(-1));
		assertThrows(IllegalArgumentException.class, () -> ChannelMapping.NONE.roundedTo(1101));
	}
}
