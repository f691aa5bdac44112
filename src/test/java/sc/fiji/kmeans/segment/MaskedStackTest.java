package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.plugin.Duplicator;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.image.TestImages.Kind;
import sc.fiji.kmeans.image.TestImages;

/** The masked stack shows each cluster removed, and holds no pixels. */
class MaskedStackTest {

	private static final KMeansOptions FOUR = KMeansOptions.defaults().withClusters(4);

	@ParameterizedTest
	@EnumSource(Kind.class)
	void sliceJIsWithoutClusterJ(final Kind kind) {
		final ImagePlus image = kind.image(15, 12, 9);
		image.setRoi(TestImages.freehand());
		final Segmentation result = Segmentation.of(image, FOUR);
		final ImagePlus each = result.maskedEach();
		assertArrayEquals(new int[] { 15, 12, 1, 4, 1 }, each.getDimensions());
		for (int j = 1; j <= 4; j++) {
			assertArrayEquals(values(result.masked(j), 1), values(each, j));
			assertEquals("without " + j, each.getStack().getSliceLabel(j));
		}
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void frameTSliceJIsFrameTWithoutClusterJ(final Kind kind) {
		final Segmentation result = Segmentation.of(TestImages.stack(kind, 3), FOUR);
		final ImagePlus each = result.maskedEach();
		assertArrayEquals(new int[] { 17, 13, 1, 4, 3 }, each.getDimensions());
		for (int t = 1; t <= 3; t++)
			for (int j = 1; j <= 4; j++) {
				final int n = each.getStackIndex(1, j, t);
				assertArrayEquals(values(result.masked(j), t), values(each, n));
				assertEquals("plane " + t + " without " + j, each.getStack().getSliceLabel(n));
			}
	}

	@Test
	void aFrameWithFewerClustersIsShownWhole() {
		final ImageStack stack = new ImageStack(3, 1);
		stack.addSlice(new ColorProcessor(3, 1, new int[] { 1, 0x808080, 0xffffff }));
		stack.addSlice(new ColorProcessor(3, 1, new int[] { 7, 7, 7 }));
		final ImagePlus each = Segmentation.of(new ImagePlus("", stack), FOUR).maskedEach();
		assertArrayEquals(new int[] { 3, 1, 1, 3, 2 }, each.getDimensions());
		assertArrayEquals(new int[] { 0, 0, 0 }, values(each, 4));
		assertArrayEquals(new int[] { 7, 7, 7 }, values(each, 5));
		assertArrayEquals(new int[] { 7, 7, 7 }, values(each, 6));
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void browsingShowsTheSlices(final Kind kind) {
		final Segmentation result = Segmentation.of(kind.image(15, 12, 9), FOUR);
		final ImagePlus each = result.maskedEach();
		for (final int j : new int[] { 3, 1, 4, 2, 3 }) {
			each.setSlice(j);
			assertArrayEquals(values(result.masked(j), 1), TestImages.values(each.getProcessor()));
		}
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void everySliceLooksBlackWhereItIsMasked(final Kind kind) {
		final ImagePlus image = kind.image(15, 12, 9);
		if (kind == Kind.GREY8) image.getProcessor().invertLut();
		final Segmentation result = Segmentation.of(image, FOUR);
		final ImagePlus each = result.maskedEach();
		for (int j = 1; j <= 4; j++) {
			each.setSlice(j);
			assertBlack(each.getProcessor().getBufferedImage(), result.labels(), j);
		}
	}

	private static void assertBlack(final BufferedImage shown, final ImagePlus labels,
		final int removed)
	{
		for (int y = 0; y < 12; y++)
			for (int x = 0; x < 15; x++)
				if (labels.getPixel(x, y)[0] == removed) assertEquals(0xff000000, shown.getRGB(x, y));
	}

	@Test
	void duplicatingASelectionGivesItsPixels() {
		final Segmentation result = Segmentation.of(Kind.RGB.image(15, 12, 9), FOUR);
		final ImagePlus each = result.maskedEach();
		final ImagePlus expected = result.masked(2);
		each.setRoi(new Roi(2, 3, 6, 5));
		expected.setRoi(new Roi(2, 3, 6, 5));
		assertArrayEquals(values(new Duplicator().run(expected), 1),
			values(new Duplicator().run(each), 2));
	}

	@Test
	void changesOfASliceLast() {
		final ImagePlus each = Segmentation.of(Kind.RGB.image(15, 12, 9), FOUR).maskedEach();
		final int[] others = values(each, 3);
		final ImageProcessor inverted = each.getStack().getProcessor(2).duplicate();
		inverted.invert();
		each.getStack().getProcessor(2).invert();
		assertArrayEquals(TestImages.values(inverted), values(each, 2));
		assertArrayEquals(others, values(each, 3));
		assertFalse(each.getStack().isVirtual());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, 9 })
	void thereIsNoSliceOutsideTheRange(final int n) {
		final ImagePlus memory = TestImages.stack(Kind.RGB, 2);
		for (final ImagePlus image : Arrays.asList(memory, RandomImages.virtual(memory))) {
			final ImageStack stack = Segmentation.of(image, FOUR).maskedEach().getStack();
			assertThrows(IllegalArgumentException.class, () -> stack.getProcessor(n));
			assertThrows(IllegalArgumentException.class, () -> stack.deleteSlice(n));
			assertNull(stack.getSliceLabel(n));
		}
	}

	@Test
	void aStackThatDoesNotFitIsVirtual() {
		final int side = 1024;
		final ImagePlus image = new ImagePlus("", new ColorProcessor(side, side,
			IntStream.range(0, side * side).map(i -> i % 200 * 0x010101).toArray()));
		final ImagePlus each = Segmentation.of(image, FOUR.withClusters(200).withAttempts(1))
			.maskedEach();
		assertTrue(each.getStack().isVirtual());
		assertEquals(200, each.getStackSize());
		for (int j = 1; j <= 200; j++)
			assertEquals(0, each.getStack().getProcessor(j).get(j - 1) & 0xffffff);
	}

	private static int[] values(final ImagePlus image, final int n) {
		return TestImages.values(image.getStack().getProcessor(n));
	}
}
