package sc.fiji.kmeans.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.Segmentation;

/** A channel that varies more than three times as much as another is told. */
class DecidingChannelTest {

	/** @param deviations of each channel, about */
	private static ImagePlus image(final int bits, final double... deviations) {
		final ImagePlus image = RandomImages.hyperstack(bits, deviations.length, 1, 1, 1);
		for (int c = 0; c < deviations.length; c++) {
			final ImageProcessor plane = image.getStack().getProcessor(c + 1);
			for (int i = 0; i < plane.getPixelCount(); i++)
				plane.setf(i, (float) Math.rint(100 + (i % 2 == 0 ? -1 : 1) * deviations[c]));
		}
		return image;
	}

	private static Optional<String> hint(final ImagePlus image, final boolean isScaled) {
		return Segmentation
			.of(image, SegmentationOptions.defaults().with(KMeansOptions.defaults()).withScaled(isScaled))
			.figures(1)
			.hint();
	}

	@Test
	void theChannelThatDecidesIsNamed() {
		for (final int bits : new int[] { 8, 16, 32 })
			assertEquals("channel 2 decides over channel 3: see scale",
				hint(image(bits, 20, 31, 10), false).get());
	}

	@Test
	void nothingIsSaidOfChannelsThatVaryAlike() {
		assertEquals(Optional.empty(), hint(image(8, 20, 30, 10), false));
	}

	@Test
	void nothingIsSaidWhereChannelsAreScaled() {
		assertEquals(Optional.empty(), hint(image(8, 40, 4), true));
	}

	/** Scaling would not help it. */
	@Test
	void aChannelThatDoesNotVaryIsNotCompared() {
		assertEquals(Optional.empty(), hint(image(8, 40, 0), false));
	}

	@Test
	void oneChannelDecidesAlways() {
		assertEquals(Optional.empty(), hint(image(32, 40), false));
	}
}
