package sc.fiji.kmeans.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import java.util.BitSet;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.FrameSegmenter;
import sc.fiji.kmeans.segment.MaskedClusters;
import sc.fiji.kmeans.segment.Planes;
import sc.fiji.kmeans.segment.SegmentedFrame;

/** Pictures of a frame of four pixels in two clusters. */
class PictureKindTest {

	private static final SegmentationOptions TWO = SegmentationOptions.defaults()
		.with(KMeansOptions.defaults().withClusters(2));

	private static BitSet numbers(final String masked) {
		return new LiveOptions(TWO, PictureKind.MASKED, MaskedClusters.given(masked, 2))
			.maskedNumbers();
	}

	/** The clusters are 10 and 12, whose mean is 11, and 200. */
	private static SegmentedFrame frame() {
		return frame(Planes.NEW);
	}

	private static SegmentedFrame frame(final Planes planes) {
		final ImageProcessor plane = new ByteProcessor(2, 2, new byte[] { 10, (byte) 200, 12, 11 });
		return new FrameSegmenter(TWO, Progress.NONE, planes).segment(new ImageProcessor[] { plane },
			null);
	}

	private static String pixels(final ImageProcessor picture) {
		final StringBuilder pixels = new StringBuilder();
		for (int i = 0; i < 4; i++)
			pixels.append(i == 0 ? "" : " ").append(picture.get(i));
		return pixels.toString();
	}

	@ParameterizedTest
	@CsvSource({ "SEGMENTED,none,11 200 11 11", "SEGMENTED,1,11 200 11 11", "LABELS,none,1 2 1 1",
		"LABELS,2,1 2 1 1", "MASKED,none,10 200 12 11", "MASKED,1,0 200 0 0", "MASKED,2,10 0 12 11",
		"MASKED,'1,2',0 0 0 0" })
	void eachKindHasItsPixels(final PictureKind kind, final String masked, final String pixels) {
		assertEquals(pixels, pixels(kind.picture(frame(), numbers(masked))));
	}

	/** What it showed does not matter, nor whether it fits at all. */
	@ParameterizedTest
	@EnumSource
	void anEarlierPictureIsPaintedOver(final PictureKind kind) {
		final ImageProcessor fresh = kind.picture(frame(), numbers("1"));
		for (final PictureKind earlier : PictureKind.values())
			assertPaintedOver(fresh, kind, earlier.picture(frame(), numbers("2")));
		assertPaintedOver(fresh, kind, new ByteProcessor(7, 1));
	}

	private static void assertPaintedOver(final ImageProcessor fresh, final PictureKind kind,
		final ImageProcessor earlier)
	{
		final PictureExchange pictures = new PictureExchange();
		pictures.put(earlier);
		pictures.put(fresh);
		final ImageProcessor painted = kind.picture(frame(pictures), numbers("1"));
		assertEquals(earlier.getPixelCount() == 4, painted == earlier);
		assertTrue(Objects.deepEquals(fresh.getPixels(), painted.getPixels()));
	}

	@ParameterizedTest
	@EnumSource
	void kindsAreReadAndWritten(final PictureKind kind) {
		assertEquals(kind, PictureKind.of(kind.toString()));
		assertEquals(kind.name(), kind.toString().toUpperCase());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Labels", "label", " masked" })
	void otherTextsAreRefused(final String text) {
		assertEquals("show = " + text + ": takes segmented, labels, masked",
			assertThrows(IllegalArgumentException.class, () -> PictureKind.of(text)).getMessage());
	}

	@Test
	void theNumbersThatAreMaskedAreASet() {
		assertEquals("{}", numbers("none").toString());
		assertEquals("{1, 2}", numbers("2,1,2").toString());
	}
}
