package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.image.TestImages;
import sc.fiji.kmeans.image.TestImages.Kind;
import sc.fiji.kmeans.model.Background;

class MaskedClustersTest {

	private final Segmentation segmentation = Segmentation.of(Kind.RGB.image(9, 9, 1),
		KMeansOptions.defaults());

	@ParameterizedTest
	@CsvSource(delimiter = '|',
		value = { "each|each", " each |each", "none|none", "2|2", " 2 , 1|1,2", "3,1,3|1,3", "007|7" })
	void textsAreReadInOneWay(final String text, final String canonical) {
		assertEquals(canonical, MaskedClusters.of(text, 7).toString());
		assertEquals(canonical, MaskedClusters.of(canonical, 7).toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "all", "EACH", "0", "4", "-1", "1,", ",1", "1,,2", "1;2", "1.5",
		"1,4", "99999999999", "2147483648", "1 2", "①" })
	void anythingElseIsRefusedWithTheFieldItsValueAndWhatItTakes(final String text) {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> MaskedClusters.of(text, 3)).getMessage();
		assertEquals(
			"masked = " + text
				+ ": takes each, none, selection, or cluster numbers from 1 to 3, such as 1 or 1,3",
			message);
	}

	@Test
	void noneGivesNoPicture() {
		assertFalse(MaskedClusters.of("none", 3).maskedOf(segmentation, Background.BLACK).isPresent());
		assertTrue(MaskedClusters.of("none", 3).pictures(new int[] { 1, 2, 3 }, 3).isEmpty());
	}

	@Test
	void eachGivesAPictureForEveryCluster() {
		assertSame(MaskedClusters.EACH, MaskedClusters.of("each", 3));
		assertEquals(3, picture("each").getStackSize());
		assertArrayEquals(new int[][] { { 1 }, { 2 }, { 3 } },
			MaskedClusters.EACH.pictures(new int[] { 1, 2, 3 }, 3).toArray());
	}

	@Test
	void numbersGiveOnePictureWithoutThem() {
		final ImagePlus picture = picture("1,3");
		assertEquals(1, picture.getStackSize());
		assertArrayEquals(TestImages.values(segmentation.masked(1, 3).getProcessor()),
			TestImages.values(picture.getProcessor()));
		assertArrayEquals(new int[][] { { 1, 3 } },
			MaskedClusters.of("1,3", 3).pictures(new int[] { 1, 2, 3 }, 3).toArray());
	}

	@Test
	void keptTakesTheSameTexts() {
		assertEquals("[[1], [2], [3]]", Arrays
			.deepToString(MaskedClusters.kept("each", 3).pictures(new int[] { 1, 2, 3 }, 3).toArray()));
		final ImagePlus each = MaskedClusters.kept("each", 3)
			.keptOf(segmentation, Background.WHITE)
			.get();
		assertEquals("RGB-kept", each.getTitle());
		for (int j = 1; j <= 3; j++) {
			assertEquals("only " + j, each.getStack().getSliceLabel(j));
			assertArrayEquals(TestImages.values(segmentation.kept(Background.WHITE, j).getProcessor()),
				TestImages.values(each.getStack().getProcessor(j)));
		}
		assertEquals("kept = selection: takes an image with a selection",
			assertThrows(IllegalArgumentException.class,
				() -> MaskedClusters.kept("selection", 3).keptOf(segmentation, Background.BLACK))
				.getMessage());
		assertTrue(
			assertThrows(IllegalArgumentException.class, () -> MaskedClusters.kept("4", 3)).getMessage()
				.startsWith("kept = 4: takes each, none, selection, or"));
	}

	@Test
	void numbersThatNoClusterCanHaveAreRefused() {
		for (final int number : new int[] { -1, 0, 4, 9 }) {
			final String message = "cluster = " + number + ": takes 1 to 3";
			assertEquals(message,
				assertThrows(IllegalArgumentException.class, () -> segmentation.masked(1, number))
					.getMessage());
			assertEquals(message, assertThrows(IllegalArgumentException.class,
				() -> segmentation.kept(Background.BLACK, number)).getMessage());
		}
	}

	private ImagePlus picture(final String text) {
		return MaskedClusters.of(text, 3).maskedOf(segmentation, Background.BLACK).get();
	}
}
