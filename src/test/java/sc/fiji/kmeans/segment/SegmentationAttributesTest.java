package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.plugin.LutLoader;
import ij.process.ImageProcessor;

import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.image.TestImages.Kind;
import sc.fiji.kmeans.image.TestImages;

/** What pictures take over from their original besides the pixels. */
class SegmentationAttributesTest {

	/** A way to draw a picture. */
	enum Picture {
		LABELS, SEGMENTED, MASKED, MASKED_EACH;

		ImagePlus of(final ImagePlus image) {
			return of(Segmentation.of(image, KMeansOptions.defaults()));
		}

		ImagePlus of(final Segmentation segmentation) {
			switch (this) {
				case LABELS :
					return segmentation.labels();
				case SEGMENTED :
					return segmentation.segmented();
				case MASKED :
					return segmentation.masked(2);
				default :
					return segmentation.maskedEach();
			}
		}
	}

	private final ImagePlus frames = TestImages.stack(Kind.RGB, 6);

	@BeforeEach
	void describe() {
		final Calibration calibration = frames.getCalibration();
		calibration.setUnit("um");
		calibration.pixelWidth = 0.5;
		calibration.pixelDepth = 3;
		calibration.xOrigin = 7;
		calibration.frameInterval = 30;
		frames.setProperty("Info", "stained");
		frames.setProp("stain", "H&E");
		frames.setTitle("cells.tif");
		frames.setDimensions(1, 2, 3);
		frames.setOpenAsHyperStack(true);
	}

	@ParameterizedTest
	@EnumSource(Picture.class)
	void calibrationIsCarriedOver(final Picture kind) {
		final Calibration calibration = kind.of(frames).getCalibration();
		assertEquals("µm", calibration.getUnit());
		assertEquals(0.5, calibration.pixelWidth);
		assertEquals(7, calibration.xOrigin);
		assertEquals(3, calibration.pixelDepth);
		assertEquals(30, calibration.frameInterval);
	}

	@ParameterizedTest
	@EnumSource(Picture.class)
	void infoAndPropertiesAreCarriedOver(final Picture kind) {
		final ImagePlus picture = kind.of(frames);
		assertEquals("stained", picture.getProperty("Info"));
		assertEquals("H&E", picture.getProp("stain"));
	}

	@ParameterizedTest
	@EnumSource(value = Picture.class, names = { "LABELS", "SEGMENTED", "MASKED" })
	void dimensionsAndSliceLabelsAreCarriedOver(final Picture kind) {
		final ImagePlus picture = kind.of(frames);
		assertArrayEquals(new int[] { 17, 13, 1, 2, 3 }, picture.getDimensions());
		assertEquals(true, picture.getOpenAsHyperStack());
		for (int n = 1; n <= 6; n++)
			assertEquals("plane " + n, picture.getStack().getSliceLabel(n));
	}

	@Test
	void infoDoesNotBecomeASliceLabel() {
		final ImagePlus image = Kind.RGB.image(9, 9, 1);
		image.setProperty("Info", "Exposure: 1/60");
		final Segmentation result = Segmentation.of(image, KMeansOptions.defaults());
		assertEquals("without 1", result.maskedEach().getStack().getSliceLabel(1));
		assertEquals(null, result.segmented().getProp("Slice_Label"));
	}

	@Test
	void theFirstLineOfASliceLabelSaysWhatIsMasked() {
		final ImagePlus image = TestImages.stack(Kind.RGB, 2);
		image.getStack().setSliceLabel("slice\nmore", 2);
		assertEquals("slice without 3\nmore",
			Segmentation.of(image, KMeansOptions.defaults()).maskedEach().getStack().getSliceLabel(6));
	}

	@Test
	void titlesSayWhatIsShown() {
		assertEquals("cells-labels", Picture.LABELS.of(frames).getTitle());
		assertEquals("cells-segmented", Picture.SEGMENTED.of(frames).getTitle());
		assertEquals("cells-masked", Picture.MASKED.of(frames).getTitle());
		assertEquals("cells-masked", Picture.MASKED_EACH.of(frames).getTitle());
	}

	@Test
	void anImageWithoutAttributesGivesPicturesWithout() {
		final ImagePlus image = Kind.RGB.image(5, 5, 1);
		for (final Picture kind : Picture.values()) {
			final ImagePlus picture = kind.of(image);
			assertEquals(null, picture.getProperty("Info"));
			assertEquals(null, picture.getPropertiesAsArray());
			assertFalse(picture.getCalibration().scaled());
		}
	}

	static Stream<ImagePlus> shaded() {
		final ImagePlus bytes = Kind.GREY8.image(9, 8, 1);
		bytes.setDisplayRange(40, 90);
		final ImagePlus shorts = Kind.GREY16.image(9, 8, 1);
		shorts.setDisplayRange(3000, 40000);
		final ImagePlus shortStack = TestImages.stack(Kind.GREY16, 2);
		shortStack.setDisplayRange(3000, 40000);
		final ImagePlus fire = Kind.GREY16.image(9, 8, 1);
		fire.getProcessor().setColorModel(LutLoader.getLut("Fire"));
		return Stream.of(bytes, shorts, shortStack, fire);
	}

	@ParameterizedTest
	@MethodSource("shaded")
	void displayRangeAndLookUpTableAreCarriedOver(final ImagePlus image) {
		for (final Picture kind : new Picture[] { Picture.SEGMENTED, Picture.MASKED,
			Picture.MASKED_EACH })
		{
			final ImagePlus picture = kind.of(image);
			assertEquals(image.getDisplayRangeMin(), picture.getDisplayRangeMin());
			assertEquals(image.getDisplayRangeMax(), picture.getDisplayRangeMax());
			assertEquals(image.getProcessor().getLut().toString(),
				picture.getProcessor().getLut().toString());
			assertArrayEquals(image.getProcessor().getLut().getBytes(),
				picture.getProcessor().getLut().getBytes());
		}
	}

	@Test
	void theDisplayRangeHoldsInEverySliceOfTheMaskedStack() {
		final ImagePlus image = Kind.GREY16.image(9, 8, 1);
		image.setDisplayRange(3000, 40000);
		final ImagePlus masked = Picture.MASKED_EACH.of(image);
		masked.setSlice(3);
		assertEquals(3000, masked.getDisplayRangeMin());
		assertEquals(40000, masked.getDisplayRangeMax());
	}

	@ParameterizedTest
	@EnumSource(value = Kind.class, names = { "GREY8", "GREY16" })
	void densityCalibrationHoldsForValuesAndNotForLabels(final Kind kind) {
		final ImagePlus image = kind.image(9, 8, 1);
		image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { -5, 0.25 }, "OD");
		final Segmentation result = Segmentation.of(image, KMeansOptions.defaults());
		assertFalse(result.labels().getCalibration().calibrated());
		assertEquals(2, value(result.labels(), 2));
		for (final Picture picture : new Picture[] { Picture.SEGMENTED, Picture.MASKED,
			Picture.MASKED_EACH })
			assertEquals(95, picture.of(result).getCalibration().getCValue(400));
		assertEquals("OD", result.segmented().getCalibration().getValueUnit());
	}

	@Test
	void signed16BitImagesKeepTheirValues() {
		final ImagePlus image = Kind.GREY16.image(9, 8, 1);
		image.getCalibration().setSigned16BitCalibration();
		final ImagePlus masked = Picture.MASKED.of(image);
		assertEquals(true, masked.getCalibration().isSigned16Bit());
	}

	@Test
	void laterChangesOfTheOriginalDoNotShow() {
		final ImagePlus image = TestImages.stack(Kind.RGB, 2);
		final Segmentation result = Segmentation.of(image, KMeansOptions.defaults());
		final int[][] before = pixels(result);
		final ImageProcessor plane = image.getStack().getProcessor(1);
		plane.invert();
		image.getStack().getProcessor(2).noise(50);
		image.setTitle("other");
		image.getCalibration().pixelWidth = 99;
		image.getStack().setSliceLabel("changed", 1);
		image.setProperty("Info", "changed");
		image.close();
		assertArrayEquals(before, pixels(result));
		for (final Picture kind : Picture.values()) {
			final ImagePlus picture = kind.of(result);
			assertEquals(0, picture.getTitle().indexOf("RGB stack-"));
			assertEquals(1, picture.getCalibration().pixelWidth);
			assertEquals(0, picture.getStack().getSliceLabel(1).indexOf("plane 1"));
			assertEquals(null, picture.getProperty("Info"));
		}
	}

	@Test
	void changesOfOnePictureDoNotShowInTheNext() {
		final Segmentation result = Segmentation.of(TestImages.stack(Kind.RGB, 2),
			KMeansOptions.defaults());
		final int[][] before = pixels(result);
		for (final Picture kind : Picture.values()) {
			final ImagePlus picture = kind.of(result);
			picture.getStack().getProcessor(1).invert();
			picture.getCalibration().pixelWidth = 99;
		}
		assertArrayEquals(before, pixels(result));
		assertEquals(1, result.labels().getCalibration().pixelWidth);
	}

	@Test
	void theOriginalStaysAsItIs() {
		final int[] before = TestImages.values(frames.getStack().getProcessor(1));
		frames.setRoi(TestImages.oval());
		for (final Picture kind : Picture.values())
			kind.of(frames);
		assertArrayEquals(before, TestImages.values(frames.getStack().getProcessor(1)));
		assertEquals(frames.getRoi().getBounds(), TestImages.oval().getBounds());
		assertFalse(frames.isLocked());
		assertFalse(frames.changes);
	}

	private static int[][] pixels(final Segmentation result) {
		return Stream.of(Picture.values())
			.flatMap(kind -> Stream.of(1, 2)
				.map(n -> TestImages.values(kind.of(result).getStack().getProcessor(n))))
			.toArray(int[][]::new);
	}

	private static double value(final ImagePlus labels, final int label) {
		return labels.getCalibration().getCValue(label);
	}
}
