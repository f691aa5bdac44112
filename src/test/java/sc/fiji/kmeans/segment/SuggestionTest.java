package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.SuggestionKind;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.image.IgnoredValues;
import sc.fiji.kmeans.model.FrameMode;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.vector.Transform;

class SuggestionTest {

	private static final SegmentationOptions OPTIONS = SegmentationOptions.defaults();

	static Stream<ImagePlus> images() {
		return Stream
			.of(KnownNumbers.COLOURS, KnownNumbers.GREY_PEAKS, KnownNumbers.WIDE_PEAKS,
				KnownNumbers.CHANNELS, KnownNumbers.UNEVEN_LIGHT)
			.map(kind -> kind.image(1));
	}

	/** So a macro with the number gives the same. */
	@ParameterizedTest
	@MethodSource("images")
	void theSuggestedNumberIsClusteredLikeAnyOther(final ImagePlus image) {
		final Segmentation suggested = Segmentation.of(image, OPTIONS.withSuggestedClusters());
		final int k = Suggestion.of(image, OPTIONS).clusters();
		final Segmentation given = Segmentation.of(image, OPTIONS.withClusters(k));
		assertEquals(k, suggested.suggestion().get().clusters());
		assertEquals(k, suggested.options().kMeans().clusters());
		assertFalse(suggested.options().areClustersSuggested());
		assertFalse(given.suggestion().isPresent());
		assertEquals(given.clustersOfFrame(1).found().compactness(),
			suggested.clustersOfFrame(1).found().compactness());
		assertSamePixels(given.labels(), suggested.labels());
		assertSamePixels(given.segmented(), suggested.segmented());
	}

	/** Neither are they counted twice for that, nor sorted. */
	@ParameterizedTest
	@MethodSource("images")
	void pixelsAreCountedNoMoreOftenThanForAGivenNumber(final ImagePlus image) {
		for (final FrameMode mode : FrameMode.values()) {
			final SegmentationOptions options = OPTIONS.with(mode);
			final SegmentationOptions suggested = options.withSuggestedClusters();
			final CountedPixels counted = CountedPixels.of(image, options, Progress.NONE);
			for (final String work : new String[] { "counting", "sorting" }) {
				assertEquals(reports(work, progress -> Segmentation.of(image, options, progress)),
					reports(work, progress -> Segmentation.of(image, suggested, progress)), work);
				assertEquals(reports(work, progress -> counted.learned(options, progress)),
					reports(work, progress -> counted.learned(suggested, progress)), work);
			}
		}
	}

	private static int reports(final String work, final Consumer<Progress> task) {
		final AtomicInteger reports = new AtomicInteger();
		task.accept((fraction, word) -> {
			if (word.equals(work)) reports.incrementAndGet();
		});
		return reports.get();
	}

	private static void assertSamePixels(final ImagePlus expected, final ImagePlus actual) {
		for (int n = 1; n <= expected.getStackSize(); n++)
			assertArrayEquals(pixels(expected, n), pixels(actual, n));
	}

	private static int[] pixels(final ImagePlus image, final int slice) {
		final ImageProcessor plane = image.getStack().getProcessor(slice);
		final int[] pixels = new int[plane.getPixelCount()];
		Arrays.setAll(pixels, plane::get);
		return pixels;
	}

	/** The number of clusters that is asked for does not matter, nor what is made of them. */
	@Test
	void onlyThePixelsThatCountDecide() {
		final ImagePlus image = KnownNumbers.COLOURS.image(2);
		final Suggestion one = Suggestion.of(image, OPTIONS);
		final Suggestion other = Suggestion.of(image,
			OPTIONS.withClusters(9).withMinSize(20).withMerge("1+9"));
		for (int k = 1; k <= one.most(); k++)
			assertEquals(one.compactness(k), other.compactness(k));
	}

	/** Stripes of 3 colours left, 6 right. */
	private static ImagePlus stripes() {
		final Random random = new Random(3);
		final int[] colours = { 0x202020, 0xe03030, 0x30e030, 0x3030e0, 0xe0e030, 0x30e0e0 };
		final ColorProcessor plane = new ColorProcessor(120, 60);
		for (int y = 0; y < 60; y++)
			for (int x = 0; x < 120; x++)
				plane.set(x, y, colours[y / 10 % (x < 60 ? 3 : 6)] + random.nextInt(8) * 0x10101);
		return new ImagePlus("stripes", plane);
	}

	@Test
	void aSelectionCounts() {
		final ImagePlus image = stripes();
		assertEquals(6, Suggestion.of(image, OPTIONS).clusters());
		image.setRoi(new Roi(0, 0, 60, 60));
		assertEquals(3, Suggestion.of(image, OPTIONS).clusters());
		assertEquals(
			"3 clusters suggested (clear: this number stands out); 3 colours can be told apart",
			Suggestion.of(image, OPTIONS).toString());
	}

	@Test
	void anIgnoredBackgroundDoesNotCount() {
		final ImagePlus image = stripes();
		assertEquals(5, Suggestion.of(image, OPTIONS.with(IgnoredValues.of("#202020+10"))).clusters());
	}

	@ParameterizedTest
	@EnumSource(ColorSpace.class)
	void coloursAreComparedInEverySpace(final ColorSpace space) {
		final Suggestion suggestion = Suggestion.of(stripes(), OPTIONS.with(space));
		assertEquals(6, suggestion.clusters());
		assertTrue(suggestion.difference(6) > 12, "" + suggestion.difference(6));
		assertTrue(suggestion.toldApart().getAsInt() >= 6);
	}

	@Test
	void channelsAndTransformsCount() {
		final ImagePlus image = KnownNumbers.CHANNELS.image(2);
		assertEquals(4, Suggestion.of(image, OPTIONS).clusters());
		assertEquals(2, Suggestion.of(image, OPTIONS.withChannels("2")).clusters());
		assertEquals(4, Suggestion.of(image, OPTIONS.withScaled(true)).clusters());
		final Suggestion logarithms = Suggestion.of(image, OPTIONS.with(Transform.LOG));
		assertTrue(logarithms.compactness(1) < Suggestion.of(image, OPTIONS).compactness(1) / 100);
		assertFalse(logarithms.toldApart().isPresent());
		assertTrue(Double.isNaN(logarithms.difference(2)));
	}

	/** 2, 3 and 4 greys; together 4. */
	@Test
	void theShownFrameDecidesOrAllTogether() {
		final ImageStack stack = new ImageStack(40, 40);
		for (int frame = 2; frame <= 4; frame++) {
			final ByteProcessor plane = new ByteProcessor(40, 40);
			final Random random = new Random(frame);
			for (int i = 0; i < 1600; i++)
				plane.set(i, 60 * (i % frame) + random.nextInt(5));
			stack.addSlice(plane);
		}
		final ImagePlus image = new ImagePlus("frames", stack);
		image.setSlice(2);
		assertEquals(3, Suggestion.of(image, OPTIONS).clusters());
		assertEquals(3, Suggestion.of(image, OPTIONS.with(FrameMode.CURRENT)).clusters());
		assertEquals(4, Suggestion.of(image, OPTIONS.with(FrameMode.TOGETHER)).clusters());
		final Segmentation each = Segmentation.of(image, OPTIONS.withSuggestedClusters());
		assertEquals(3, each.clustersOfFrame(3).found().size());
	}

	@Test
	void fewValuesAreTheirOwnClusters() {
		final ByteProcessor plane = new ByteProcessor(3, 1, new byte[] { 7, 9, 7 });
		final Suggestion suggestion = Suggestion.of(new ImagePlus("", plane), OPTIONS);
		assertEquals(2, suggestion.most());
		assertEquals(1, suggestion.explained(2));
		assertEquals("2 clusters suggested (clear: this number stands out)", suggestion.toString());
		final Suggestion flat = Suggestion.of(new ImagePlus("", new ColorProcessor(4, 4)), OPTIONS);
		assertEquals("1 cluster suggested (clear: this number stands out); 1 colour can be told apart",
			flat.toString());
		assertEquals(1, flat.explained(1));
	}

	/** A ramp of dark greys, of which few can be told apart. */
	@Test
	void ofAContinuumNoMoreColoursThanCanBeToldApart() {
		final ColorProcessor plane = new ColorProcessor(60, 10);
		for (int i = 0; i < 600; i++)
			plane.set(i, (40 + i % 60 / 2) * 0x10101);
		final Suggestion suggestion = Suggestion.of(new ImagePlus("", plane), OPTIONS);
		assertEquals(SuggestionKind.CONTINUUM, suggestion.kind());
		final int apart = suggestion.toldApart().getAsInt();
		assertEquals(apart, suggestion.clusters());
		assertTrue(apart < 3, "" + apart);
		for (int k = 2; k <= suggestion.most(); k++)
			assertEquals(k <= apart, suggestion.difference(k) >= 12);
	}

	@Test
	void mergedNumbersBeyondTheSuggestedOneAreRefused() {
		final SegmentationOptions options = OPTIONS.withSuggestedClusters().withMerge("1+12");
		assertTrue(
			assertThrows(IllegalArgumentException.class, () -> Segmentation.of(stripes(), options))
				.getMessage()
				.startsWith("merge = 1+12: takes"));
	}

	@Test
	void nothingSuggestsNothing() {
		final ImagePlus image = stripes();
		assertEquals("There are no pixels to cluster", assertThrows(IllegalArgumentException.class,
			() -> Suggestion.of(image, OPTIONS.with(IgnoredValues.of("white+255")))).getMessage());
	}

	@Test
	void itCanBeCancelled() {
		assertThrows(CancellationException.class,
			() -> Suggestion.of(stripes(), OPTIONS, (fraction, word) -> {
				if (fraction > 0.5) throw new CancellationException();
			}));
	}
}
