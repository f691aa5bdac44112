package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.Initialization;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.measure.Measurements;
import sc.fiji.kmeans.model.FrameMode;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.Segmentation;

/** What the status line says of rounding and of a channel that decides. */
class SummaryNotesTest {

	private static String summary(final ImagePlus image) {
		return Summary.of(Segmentation.of(image, KMeansOptions.defaults().withClusters(4)), "value", 0);
	}

	@Test
	void valuesThatRoundingMadeEqual() {
		assertTrue(summary(new ImagePlus("", new FloatProcessor(4, 1, new float[] { 1, 2, 3, 1e30f })))
			.matches("only 2 of 4 clusters, values so far "
				+ "apart that 2 become equal to others by rounding: ignore=1E30, 4 values, .*, 0.0 s"));
	}

	/** Of a stack whose first frame has a note, and the second one none. */
	@Test
	void whatRoundingMadeEqualHasNoOptimumButThatOfRoundedValues() {
		final ImageStack stack = new ImageStack(4, 1);
		stack.addSlice(new FloatProcessor(4, 1, new float[] { 1, 2, 3, 1e30f }));
		stack.addSlice(new FloatProcessor(4, 1, new float[] { 1, 2, 3, 4 }));
		final Segmentation segmentation = Segmentation.of(new ImagePlus("", stack),
			KMeansOptions.defaults().withClusters(4));
		assertEquals("optimum of rounded values", segmentation.figures(1).agreement());
		assertEquals("optimum", segmentation.figures(2).agreement());
		final ResultsTable table = new Measurements(segmentation).table();
		assertEquals(6, table.size());
		for (int row = 0; row < table.size(); row++) {
			final boolean isRounded = row < 2;
			assertEquals(isRounded ? "optimum of rounded values" : "optimum",
				table.getStringValue("Agreement", row));
			assertEquals(isRounded, table.getStringValue("Note", row).contains("rounding"));
			assertEquals(!isRounded, table.getStringValue("Note", row).isEmpty());
		}
	}

	@Test
	void aChannelThatDecides() {
		final ImageStack stack = new ImageStack(2, 1);
		stack.addSlice(new ByteProcessor(2, 1, new byte[] { 0, 100 }));
		stack.addSlice(new ByteProcessor(2, 1, new byte[] { 0, 10 }));
		final ImagePlus image = new ImagePlus("", stack);
		image.setDimensions(2, 1, 1);
		assertTrue(summary(new CompositeImage(image))
			.matches("only 2 of 4 clusters, channel 1 decides over channel 2: see scale, 2 values, .*, "
				+ "0.0 s"));
	}

	/** ImageJ's bar has room for so many characters. */
	private static final int ROOM = 76;

	private static String summary(final FrameMode mode, final KMeansOptions options) {
		final String summary = Summary.of(Segmentation.of(Pictures.frames(20, 15, 120),
			SegmentationOptions.defaults().with(options).with(mode)), "colour", 12.3);
		assertTrue(summary.length() <= ROOM, summary);
		return summary;
	}

	/** Without iterations, but where their limit was reached. */
	@Test
	void ofAStackWhatIsImportantComesFirst() {
		final KMeansOptions eight = KMeansOptions.defaults().withClusters(8);
		final String each = summary(FrameMode.EACH, eight);
		assertTrue(each.matches(
			"8 clusters in each of 120 frames, at least \\d of 10 attempts agree, " + "12.3 s"), each);
		final String all = summary(FrameMode.TOGETHER, eight);
		assertTrue(
			all.matches(
				"8 clusters for all 120 frames, \\d+ of 10 attempts agree, " + "\\d+ colours, 12.3 s"),
			all);
		final String limited = summary(FrameMode.EACH,
			eight.withInitialization(Initialization.RANDOM)
				.withEpsilon(0)
				.withIterations(1)
				.withAttempts(1));
		assertEquals("8 clusters in each of 120 frames, 1 attempt, iteration limit reached, 12.3 s",
			limited);
	}

	@Test
	void nothingOfOrdinaryValues() {
		final String summary = summary(
			new ImagePlus("", new FloatProcessor(5, 1, new float[] { 1, 2, 3, 4, 5.5f })));
		assertEquals(-1, summary.indexOf("rounding"), summary);
		assertEquals(-1, summary.indexOf("scale"), summary);
	}
}
