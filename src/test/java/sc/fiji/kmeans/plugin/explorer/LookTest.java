package sc.fiji.kmeans.plugin.explorer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ColorProcessor;

import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.plugin.preview.LearnedPicture;
import sc.fiji.kmeans.plugin.preview.LearnedPictures;
import sc.fiji.kmeans.segment.Palette;

/** The paint of each label, for what is to be seen. */
class LookTest {

	private static final int K = 4;
	private static final int ALPHA = 0xff000000;

	private final ImagePlus image = new ImagePlus("", pixels());
	private final MoreSettings settings = MoreSettings.standard(image);
	private final SegmentationOptions base = SegmentationOptions.defaults().withMerge("none");

	/** Four greys, and a little noise. */
	private static ColorProcessor pixels() {
		final ColorProcessor pixels = new ColorProcessor(20, 20);
		final Random random = new Random(1);
		for (int i = 0; i < pixels.getPixelCount(); i++)
			pixels.set(i, ALPHA | 0x010101 * (60 * random.nextInt(K) + random.nextInt(5)));
		return pixels;
	}

	private LearnedPicture picture(final String merge) {
		return LearnedPictures.of(image, base, K, merge);
	}

	/** The clusters of a picture as a state merges them. */
	private static ImageClusters merged(final LearnedPicture picture, final ExplorerState state) {
		return picture.learned().merged(state.groups().toString());
	}

	private ExplorerState random(final Random random) {
		ExplorerState state = new ExplorerState(settings, K);
		for (int j = 1; j <= K; j++) {
			if (random.nextInt(3) == 0) state = state.toggling(j);
			if (random.nextInt(4) == 0) state = state.selecting(j).mergingInto(1 + random.nextInt(K));
		}
		return random.nextBoolean() ? state.selecting(1 + random.nextInt(K)) : state;
	}

	private static int expected(final Look look, final int colour, final ExplorerState state,
		final int cluster)
	{
		final boolean isHidden = state.isHidden(cluster);
		switch (look.shown) {
			case TINTED :
				final int percent = state.isSelected(cluster) ? (100 + look.opacity) / 2 : look.opacity;
				return isHidden ? 0 : percent * 255 / 100 << 24 | colour;
			case SEGMENTED :
				return isHidden ? 0 : ALPHA | colour;
			case KEPT :
				return isHidden ? ALPHA : 0;
			default :
				return 0;
		}
	}

	@Property(tries = 60)
	void eachLabelHasThePaintOfItsGroup(@ForAll final long seed, @ForAll final Look.Mode shown,
		@ForAll @IntRange(max = 100) final int opacity, @ForAll final boolean isDistinct)
	{
		final ExplorerState state = random(new Random(seed));
		final LearnedPicture picture = picture("none");
		final ImageClusters merged = merged(picture, state);
		final Look look = new Look(shown, opacity, isDistinct);
		final int[] colours = look.colours(picture, merged);
		final int[] paints = look.paints(picture, merged, state);
		assertEquals(K + 1, paints.length);
		assertEquals(0, paints[0]);
		for (int j = 1; j <= K; j++)
			assertEquals(expected(look, colours[state.groups().label(j)], state, j), paints[j]);
	}

	/** Where small regions depend on merging, the labels are those after it: the same paints. */
	@Property(tries = 30)
	void mergedLabelsHaveTheSamePaints(@ForAll final long seed, @ForAll final Look.Mode shown) {
		final ExplorerState state = random(new Random(seed));
		final LearnedPicture plain = picture("none");
		final LearnedPicture merged = picture(state.groups().toString());
		final Look look = new Look(shown, 50, true);
		final int[] ofPlain = look.paints(plain, merged(plain, state), state);
		final int[] ofMerged = look.paints(merged, merged(merged, state), state);
		if (!merged.isMerged()) assertArrayEquals(ofPlain, ofMerged);
		else for (int j = 1; j <= K; j++)
			assertEquals(ofPlain[j], ofMerged[state.groups().label(j)]);
	}

	/** Those of labels are the same in every image; the others are the clusters' own. */
	@Test
	void coloursAreDistinctOrOwn() {
		final LearnedPicture picture = picture("none");
		final ImageClusters learned = picture.learned();
		assertArrayEquals(IntStream.rangeClosed(0, K).map(Palette::colour).toArray(),
			new Look(Look.Mode.TINTED, 50, true).colours(picture, learned));
		final int[] own = new Look(Look.Mode.TINTED, 50, false).colours(picture, learned);
		for (int j = 1; j <= K; j++) {
			final int grey = own[j] & 0xff;
			assertTrue(Math.abs(grey - 60 * (j - 1) - 2) <= 2, Integer.toHexString(own[j]));
		}
	}

	/** What is selected stands out, but never hides the image. */
	@Test
	void selectedTintsAreHalfAsTransparent() {
		final LearnedPicture picture = picture("none");
		final ExplorerState state = new ExplorerState(settings, K).selecting(2);
		final int[] paints = new Look(Look.Mode.TINTED, 40, true).paints(picture, picture.learned(),
			state);
		assertEquals(40 * 255 / 100, paints[1] >>> 24);
		assertEquals(70 * 255 / 100, paints[2] >>> 24);
	}

	@ParameterizedTest
	@EnumSource(Look.Mode.class)
	void whatIsShownIsAWord(final Look.Mode shown) {
		assertEquals(shown.name().toLowerCase(Locale.ROOT), shown.toString());
	}
}
