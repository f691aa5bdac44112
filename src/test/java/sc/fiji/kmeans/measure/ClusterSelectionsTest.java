package sc.fiji.kmeans.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.image.ClusterKind;
import sc.fiji.kmeans.image.TestImages;
import sc.fiji.kmeans.image.TracedRegion;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.segment.Palette;

class ClusterSelectionsTest {

	@Property
	void aSelectionHasThePixelsOfItsLabel(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 5) final int k)
	{
		for (final int factor : new int[] { 1, 1000, 13107 }) {
			final ImageProcessor labels = random(seed, k, factor);
			for (int j = 0; j <= k; j++)
				assertSelects(labels, j * factor, TracedRegion.of(labels, j * factor));
		}
	}

	private static void assertSelects(final ImageProcessor labels, final int label, final Roi roi) {
		final int[] expected = IntStream.range(0, labels.getPixelCount())
			.filter(i -> labels.get(i) == label)
			.toArray();
		if (expected.length == 0) {
			assertNull(roi);
			return;
		}
		final boolean[] selected = TestImages.selected(roi, labels.getWidth(), labels.getHeight());
		assertArrayEquals(expected,
			IntStream.range(0, selected.length).filter(i -> selected[i]).toArray());
	}

	@Property(tries = 100)
	void theLabelsStayAsTheyAre(@ForAll final long seed) {
		for (final int factor : new int[] { 1, 1000 }) {
			final ImageProcessor labels = random(seed, 3, factor);
			final ImageProcessor before = labels.duplicate();
			labels.setMinAndMax(1, 3);
			labels.setThreshold(1, 2, ImageProcessor.NO_LUT_UPDATE);
			ClusterSelections.all(labels, clusters(3), Steps.UNHEARD);
			assertArrayEquals(TestImages.values(before), TestImages.values(labels));
			assertArrayEquals(new double[] { 1, 2, 1, 3 }, new double[] { labels.getMinThreshold(),
				labels.getMaxThreshold(), labels.getMin(), labels.getMax() });
		}
	}

	@Test
	void selectionsAreNamedAndColouredAndBelongToNoSlice() {
		final Roi[] rois = ClusterSelections.all(halves(new ByteProcessor(4, 2)), clusters(4),
			Steps.UNHEARD);
		assertEquals("[cluster 1, cluster 3]",
			Arrays.toString(Arrays.stream(rois).map(Roi::getName).toArray()));
		assertEquals(new Color(Palette.colour(1)), rois[0].getStrokeColor());
		assertEquals(new Color(Palette.colour(3)), rois[1].getStrokeColor());
		for (final Roi roi : rois) {
			assertEquals(0, roi.getPosition());
			assertFalse(roi.hasHyperStackPosition());
		}
	}

	@Test
	void oneOutlineIsNotComposite() {
		final Roi half = TracedRegion.of(halves(new ShortProcessor(4, 2)), 3);
		assertEquals(Roi.TRACED_ROI, half.getType());
		assertEquals(new Rectangle(2, 0, 2, 2), half.getBounds());
		final ImageProcessor ring = TestImages.fill(new ByteProcessor(3, 3), i -> i == 4 ? 0 : 1);
		assertTrue(TracedRegion.of(ring, 1) instanceof ShapeRoi);
	}

	private static ImageClusters clusters(final int k) {
		return ImageClusters.of(ClusterKind.ofValues(1),
			IntStream.rangeClosed(1, k).mapToObj(j -> new double[] { j }).toArray(double[][]::new));
	}

	private static ImageProcessor halves(final ImageProcessor image) {
		return TestImages.fill(image, i -> i % 4 < 2 ? 1 : 3);
	}

	@Test
	void allPixelsMayHaveOneLabel() {
		for (final ImageProcessor flat : new ImageProcessor[] { new ByteProcessor(3, 2),
			new ShortProcessor(3, 2) })
			assertSelects(TestImages.fill(flat, i -> 7), 7, TracedRegion.of(flat, 7));
	}

	@Test
	void numbersThatAreNoLabelsHaveNoPixels() {
		for (final int label : new int[] { -1, 256, 65536, -808080 })
			assertNull(TracedRegion.of(halves(new ByteProcessor(4, 2)), label));
		for (final int label : new int[] { -1, 65536, -808080 })
			assertNull(TracedRegion.of(halves(new ShortProcessor(4, 2)), label));
	}

	@Test
	void anInterruptedThreadGetsNoHalfASelection() {
		Thread.currentThread().interrupt();
		assertThrows(CancellationException.class,
			() -> TracedRegion.of(halves(new ByteProcessor(4, 2)), 1));
		assertTrue(Thread.interrupted());
	}

	/** Multiples of a factor up to k, 16-bit where that is needed. */
	private static ImageProcessor random(final long seed, final int k, final int factor) {
		final Random random = new Random(seed);
		final int width = 1 + random.nextInt(14);
		final int height = 1 + random.nextInt(14);
		final int lowest = random.nextInt(2);
		return TestImages.fill(
			factor == 1 ? new ByteProcessor(width, height) : new ShortProcessor(width, height),
			i -> factor * (lowest + random.nextInt(k + 1 - lowest)));
	}
}
