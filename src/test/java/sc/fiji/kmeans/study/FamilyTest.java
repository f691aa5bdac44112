package sc.fiji.kmeans.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is drawn is what is said to be drawn. */
class FamilyTest {

	/**
	 * But unstained cells, which are as bright as what is around them. Light does not vary either.
	 */
	@ParameterizedTest
	@EnumSource(names = { "TISSUE", "DAB", "LEAVES", "NUCLEI", "COLONIES", "CHANNELS" })
	void withoutVariationEachRegionIsOneCluster(final Family family) {
		final Picture plain = family.plain(1);
		final Ours ours = Ours.with("ours", options -> options);
		final Score score = new Score(plain.truth(), ours.labels(plain));
		assertEquals(plain.regions(), Arrays.stream(plain.truth()).distinct().count());
		assertEquals(1, score.adjustedRandIndex(), 1e-12);
		assertEquals(1, score.overlap(plain.target()), 1e-12);
	}

	/** So that nothing but the light makes the difference. */
	@ParameterizedTest
	@EnumSource(names = { "TISSUE", "LEAVES", "NUCLEI", "CHANNELS" })
	void unevenLightShowsTheSameThings(final Family family) {
		final Family uneven = Family
			.values()[family == Family.LEAVES ? Family.LEAVES_SHADED.ordinal() : family.ordinal() + 1];
		final Picture even = family.picture(2);
		final Picture other = uneven.picture(2);
		assertArrayEquals(even.truth(), other.truth());
		assertFalse(Arrays.equals(pixels(even), pixels(other)));
	}

	private static float[] pixels(final Picture picture) {
		return (float[]) picture.image().getProcessor().convertToFloat().getPixels();
	}
}
