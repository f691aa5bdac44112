package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sc.fiji.kmeans.cluster.Initialization;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.model.FrameMode;
import sc.fiji.kmeans.model.SegmentationOptions;

class TraceTest {

	private static final SegmentationOptions OPTIONS = SegmentationOptions.defaults();

	private static Segmentation segmentation(final ImagePlus image,
		final Initialization initialization)
	{
		return Segmentation.of(image, OPTIONS.with(
			KMeansOptions.defaults().withInitialization(initialization).withClusters(6).withEpsilon(0)));
	}

	/** Of the distances between an image and its picture, whose colours are rounded. */
	private static double compactness(final ImagePlus image, final ImageProcessor picture) {
		double sum = 0;
		for (int i = 0; i < picture.getPixelCount(); i++)
			for (int shift = 0; shift <= 16; shift += 8) {
				final int by = (image.getProcessor().get(i) >> shift & 0xff)
					- (picture.get(i) >> shift & 0xff);
				sum += by * by;
			}
		return sum;
	}

	@ParameterizedTest
	@EnumSource(Initialization.class)
	void eachPictureHasTheCompactnessOfItsLabel(final Initialization initialization) {
		final ImagePlus image = KnownNumbers.UNEVEN_LIGHT.image(3);
		final Segmentation segmentation = segmentation(image, initialization);
		final Trace trace = segmentation.trace();
		final ImagePlus pictures = segmentation.pictures(trace);
		assertEquals("colours-trace of one plain run, " + initialization + " start",
			pictures.getTitle());
		assertEquals(trace.size(), pictures.getStackSize());
		assertTrue(trace.size() > 3 && trace.size() <= Trace.MOST, "" + trace.size());
		for (int n = 1; n <= trace.size(); n++) {
			assertLabelled(trace, n - 1, pictures.getStack().getSliceLabel(n));
			// A random centre may be no colour, and none is painted.
			if (n == 1 && initialization == Initialization.RANDOM) continue;
			final double of = compactness(image, pictures.getStack().getProcessor(n));
			assertEquals(of, trace.compactness(n - 1), 1e-2 * of, "slice " + n);
		}
	}

	/** With the compactness to so many digits as the label has, and no fewer than are needed. */
	private static void assertLabelled(final Trace trace, final int iteration, final String label) {
		final String number = label.replaceFirst("start, compactness |iteration \\d+, compactness ",
			"");
		final int digits = number.replaceFirst("e.*", "").replace(".", "").length();
		assertEquals(label(iteration, trace.compactness(iteration), digits), label);
		assertTrue(digits >= 2);
		for (final int other : new int[] { iteration - 1, iteration + 1 })
			if (other >= 0 && other < trace.size())
				assertEquals(trace.compactness(other) == trace.compactness(iteration),
					label(0, trace.compactness(other), digits)
						.equals(label(0, trace.compactness(iteration), digits)),
					label);
	}

	private static String label(final int iteration, final double compactness, final int digits) {
		final String[] parts = String.format(Locale.ROOT, "%." + (digits - 1) + "e", compactness)
			.split("e\\+0?");
		return (iteration == 0 ? "start" : "iteration " + iteration) + ", compactness " + parts[0] + "e"
			+ parts[1];
	}

	/** Two digits, as long as they tell the one before and the next. */
	@Test
	void labelsAreShort() {
		final Trace trace = segmentation(KnownNumbers.UNEVEN_LIGHT.image(3), Initialization.RANDOM)
			.trace();
		assertTrue(trace.label(0).matches("start, compactness \\d\\.\\de\\d+"), trace.label(0));
		final int last = trace.size() - 1;
		assertTrue(trace.label(last).length() < "iteration 10, compactness 1.23456789e10".length(),
			trace.label(last));
	}

	@Test
	void fromARandomStartItEndsAsTheFirstAttempt() {
		final ImagePlus image = KnownNumbers.STAINS.image(0);
		final Segmentation one = Segmentation.of(image,
			OPTIONS.with(KMeansOptions.defaults()
				.withInitialization(Initialization.RANDOM)
				.withAttempts(1)
				.withRandomSeed(7)));
		final Trace trace = one.trace();
		assertEquals(one.clustersOfFrame(1).found().compactness(), trace.compactness(trace.size() - 1));
		final ImagePlus pictures = one.pictures(trace);
		assertArrayEquals((int[]) one.segmented().getProcessor().getPixels(),
			(int[]) pictures.getStack().getPixels(trace.size()));
	}

	@Test
	void thereAreAtMostAHundred() {
		final ImagePlus image = ramp();
		final Trace trace = Segmentation.of(image,
			OPTIONS.with(KMeansOptions.defaults()
				.withClusters(40)
				.withAttempts(1)
				.withIterations(1000)
				.withInitialization(Initialization.RANDOM)
				.withEpsilon(0)))
			.trace();
		assertEquals(Trace.MOST, trace.size());
	}

	/** On which centres move slowly. */
	private static ImagePlus ramp() {
		final ShortProcessor plane = new ShortProcessor(128, 128);
		for (int i = 0; i < plane.getPixelCount(); i++)
			plane.set(i, 4 * i);
		return new ImagePlus("ramp", plane);
	}

	@Test
	void itIsOfTheSelectionAndOfChosenChannels() {
		final ImagePlus image = KnownNumbers.CHANNELS.image(2);
		image.setRoi(new Roi(0, 0, 64, 128));
		final Segmentation segmentation = Segmentation.of(image, OPTIONS.withChannels("1,3"));
		final Trace trace = segmentation.trace();
		final ImagePlus pictures = segmentation.pictures(trace);
		assertEquals(2, pictures.getNChannels());
		assertEquals(trace.size(), pictures.getNSlices());
		final ImageProcessor last = pictures.getStack().getProcessor(pictures.getStackSize());
		final ImageProcessor original = image.getStack().getProcessor(3);
		for (int y = 0; y < 128; y++)
			assertEquals(original.get(100, y), last.get(100, y));
	}

	@ParameterizedTest
	@EnumSource(ColorSpace.class)
	void ofEverySpaceTheLastPictureIsInItsColours(final ColorSpace space) {
		final ImagePlus image = KnownNumbers.COLOURS.image(1);
		final Segmentation segmentation = Segmentation.of(image, OPTIONS.with(space));
		final Trace trace = segmentation.trace();
		final ImagePlus pictures = segmentation.pictures(trace);
		final ImageProcessor last = pictures.getStack().getProcessor(trace.size());
		assertTrue(
			compactness(image, last) < compactness(image, image.getProcessor().duplicate()) + 1e9);
		assertEquals(compactness(image, segmentation.segmented().getProcessor()),
			compactness(image, last), 0.05 * compactness(image, last));
	}

	@Test
	void ofAStackItShowsTheFrameThatIsShown() {
		final ImagePlus image = frames();
		image.setSlice(3);
		final Segmentation segmentation = Segmentation.of(image, OPTIONS.with(FrameMode.TOGETHER));
		final ImagePlus pictures = segmentation.pictures(segmentation.trace());
		assertEquals(segmentation.trace().size(), pictures.getStackSize());
		final ImageProcessor last = pictures.getStack().getProcessor(pictures.getStackSize());
		assertArrayEquals((byte[]) segmentation.segmented().getStack().getProcessor(3).getPixels(),
			(byte[]) last.getPixels());
	}

	private static ImagePlus frames() {
		final Random random = new Random(4);
		final ImageStack stack = new ImageStack(128, 128);
		for (int frame = 1; frame <= 4; frame++) {
			final int dark = 10 * frame;
			stack.addSlice(Drawings.plane(i -> (double) (dark + i % 3 * 80 + random.nextInt(4))));
		}
		return new ImagePlus("frames", stack);
	}
}
