package sc.fiji.kmeans.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What pictures take over from the image that they are made of. */
class ImageAttributesTest {

	private static ImageAttributes ofAll(final ImagePlus image) {
		return new ImageAttributes(image,
			IntStream.rangeClosed(1, image.getNSlices() * image.getNFrames()).toArray());
	}

	private static ImageStack stack(final int bits, final int planes) {
		return RandomImages.hyperstack(bits, 1, planes, 1, 3).getStack();
	}

	@Property(tries = 12)
	void labelsAreThoseOfEachPlane(@ForAll @IntRange(min = 1, max = 3) final int channels,
		@ForAll @IntRange(min = 1, max = 3) final int slices,
		@ForAll @IntRange(min = 2, max = 3) final int times)
	{
		final ImagePlus image = RandomImages.hyperstack(8, channels, slices, times, 1);
		final ImageAttributes all = ofAll(image);
		for (int plane = 1; plane <= slices * times; plane++)
			for (int c = 1; c <= channels; c++) {
				final String expected = "plane " + ((plane - 1) * channels + c);
				assertEquals(expected, all.sliceLabel(plane, c));
				assertEquals(expected, new ImageAttributes(image, plane).sliceLabel(1, c));
			}
		assertEquals(channels, all.channels());
		assertEquals(slices, all.slicesOfATimePoint());
	}

	@Example
	void aSingleImageHasNoLabelButItsOwn() {
		final ImagePlus image = new ImagePlus("title", new ByteProcessor(2, 2));
		image.setProperty("Info", "a line");
		assertNull(new ImageAttributes(image, 1).sliceLabel(1, 1));
		image.setProp("Slice_Label", "own");
		assertEquals("own", new ImageAttributes(image, 1).sliceLabel(1, 1));
	}

	private static List<String> channelNames(final String... labels) {
		final ImagePlus image = RandomImages.hyperstack(8, 2, 1, labels.length / 2, 1);
		for (int n = 0; n < labels.length; n++)
			image.getStack().setSliceLabel(labels[n], n + 1);
		return ofAll(image).channelNames(new int[] { 1, 2 }, Collections.singleton("Label"));
	}

	@Example
	void channelsAreCalledByTheirLabels() {
		assertEquals(Arrays.asList("DAPI", "GFP"), channelNames(" DAPI \nmore", "GFP"));
		assertEquals(Arrays.asList("DAPI", "GFP"), channelNames("DAPI", "GFP", "DAPI", "GFP"));
	}

	/** Another in the next frame, twice the same, one without, and one that is taken. */
	@Example
	void elsewhereByTheirNumbers() {
		final List<String> numbers = Arrays.asList("Channel 1", "Channel 2");
		assertEquals(numbers, channelNames("DAPI", "GFP", "DAPI", "RFP"));
		assertEquals(numbers, channelNames("DAPI", "DAPI"));
		assertEquals(numbers, channelNames("DAPI", null));
		assertEquals(numbers, channelNames("DAPI", " \n "));
		assertEquals(numbers, channelNames("DAPI", "Label"));
	}

	@Property(tries = 15)
	void aSelectionIsShownInItsFrame(@ForAll @IntRange(min = 1, max = 2) final int channels,
		@ForAll @IntRange(min = 1, max = 3) final int slices,
		@ForAll @IntRange(min = 2, max = 3) final int times, @ForAll final boolean isOneFrame)
	{
		final ImagePlus image = RandomImages.hyperstack(8, channels, slices, times, 1);
		for (int t = 1; t <= times; t++)
			for (int z = 1; z <= slices; z++) {
				final int n = (t - 1) * slices + z;
				final ImageAttributes attributes = isOneFrame
					? new ImageAttributes(image, n)
					: ofAll(image);
				final int plane = isOneFrame ? 1 : n;
				final Roi selection = new Roi(1, 1, 2, 2);
				attributes.setPosition(selection, plane);
				assertEquals(n, attributes.frame(plane));
				if (image.isHyperStack())
					assertArrayEquals(new int[] { 0, z, t }, new int[] { selection.getCPosition(),
						selection.getZPosition(), selection.getTPosition() });
				else
					assertEquals(n, selection.getPosition());
			}
	}

	@Example
	void positionsOfAStackAndOfASingleImage() {
		final ImagePlus stack = new ImagePlus("stack", stack(8, 3));
		final Roi selection = new Roi(1, 1, 2, 2);
		ofAll(stack).setPosition(selection, 2);
		assertEquals(2, selection.getPosition());
		final ImageAttributes single = ofAll(RandomImages.hyperstack(8, 2, 1, 1, 1));
		assertEquals(0, single.frame(1));
		final Roi everywhere = new Roi(1, 1, 2, 2);
		single.setPosition(everywhere, 1);
		assertFalse(everywhere.hasHyperStackPosition() || everywhere.getPosition() > 0);
	}

	@Property(tries = 12)
	void aPictureHasTheShapeOfItsOriginal(@ForAll @IntRange(min = 1, max = 3) final int channels,
		@ForAll @IntRange(min = 1, max = 3) final int slices,
		@ForAll @IntRange(min = 1, max = 3) final int times)
	{
		final ImagePlus image = RandomImages.hyperstack(8, channels, slices, times, 1);
		image.setProperty("Info", "info");
		image.setProp("key", "value");
		final ImagePlus one = ofAll(image).picture("labels", new int[1], stack(8, slices * times));
		assertShape(one, 1, slices, times);
		final ImagePlus all = ofAll(image).picture("masked",
			IntStream.rangeClosed(1, channels).toArray(), stack(8, channels * slices * times));
		assertShape(all, channels, slices, times);
		for (final ImagePlus picture : new ImagePlus[] { one, all }) {
			assertEquals(image.isHyperStack(), picture.getOpenAsHyperStack());
			assertEquals(0.5, picture.getCalibration().pixelWidth);
			assertEquals("mm", picture.getCalibration().getUnit());
			assertEquals("info", picture.getProperty("Info"));
			assertEquals("value", picture.getProp("key"));
		}
		assertEquals("random-labels", one.getTitle());
		assertEquals("random-masked", all.getTitle());
	}

	private static void assertShape(final ImagePlus picture, final int channels, final int slices,
		final int times)
	{
		assertArrayEquals(new int[] { channels, slices, times },
			new int[] { picture.getNChannels(), picture.getNSlices(), picture.getNFrames() });
	}

	/** 2 slices at 3 times are 6 frames, each with a row of 4 slices then. */
	@Example
	void expandedPicturesHaveARowForEachFrame() {
		final ImagePlus image = RandomImages.hyperstack(8, 1, 2, 3, 1);
		assertShape(ofAll(image).expanded("each", new int[] { 1 }, 4, stack(8, 24)), 1, 4, 6);
		assertShape(new ImageAttributes(image, 5).expanded("each", new int[] { 1 }, 4, stack(8, 4)), 1,
			4, 1);
	}

	@Example
	void channelsKeepTheirTablesAndMode() {
		final ImagePlus image = RandomImages.hyperstack(8, 2, 1, 2, 1);
		((CompositeImage) image).setMode(CompositeImage.COLOR);
		final CompositeImage picture = (CompositeImage) ofAll(image).picture("masked",
			new int[] { 1, 2 }, stack(8, 4));
		assertEquals(CompositeImage.COLOR, picture.getMode());
		for (int c = 0; c < 2; c++) {
			assertArrayEquals(image.getLuts()[c].getBytes(), picture.getLuts()[c].getBytes());
			assertEquals(3 + c, picture.getLuts()[c].min);
			assertEquals(150 + c, picture.getLuts()[c].max);
		}
		assertNull(ofAll(RandomImages.hyperstack(8, 1, 1, 1, 1)).luts(1));
		assertEquals(2, ofAll(image).luts(1, 2).length);
	}

	@Example
	void theDisplayRangeIsTakenOverWhereTheTypeIs() {
		final ImagePlus image = RandomImages.hyperstack(16, 1, 1, 1, 1);
		image.setDisplayRange(100, 900);
		final ImagePlus same = ofAll(image).picture("masked", new int[] { 1 }, stack(16, 1));
		assertEquals(100, same.getDisplayRangeMin());
		assertEquals(900, same.getDisplayRangeMax());
		assertEquals(255, ofAll(image).picture("labels", new int[1], stack(8, 1)).getDisplayRangeMax());
	}

	/** NaN and infinities have none; the second slice has 2 to 5. */
	@Example
	void whereThereIsNoRangeItIsThatOfTheFirstSliceThatHasOne() {
		final ImagePlus image = new ImagePlus("", new FloatProcessor(2, 1, new float[] { 7, 7 }));
		image.setDisplayRange(7, 7);
		final ImageStack planes = new ImageStack(2, 1);
		planes.addSlice(new FloatProcessor(2, 1, new float[] { Float.NaN, 3 }));
		planes.addSlice(new FloatProcessor(2, 1, new float[] { 2, 5 }));
		final ImagePlus picture = ofAll(image).picture("x", new int[] { 1 }, planes);
		assertEquals(2, picture.getDisplayRangeMin());
		assertEquals(5, picture.getDisplayRangeMax());
	}

	/** Those of 32 bits are in their unit already. */
	@Example
	void valuesAreCalibrated() {
		for (final int bits : new int[] { 8, 16, 32 }) {
			final ImagePlus image = RandomImages.hyperstack(bits, 1, 1, 1, 1);
			image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { -10, 2 }, "m");
			assertEquals(bits == 32 ? 7 : 4, ofAll(image).calibrated(7), 1e-6);
		}
	}

	@Example
	void whatWasAskedForStaysAsItWas() {
		final ImagePlus image = RandomImages.hyperstack(8, 1, 1, 1, 1);
		final ImageAttributes attributes = ofAll(image);
		image.getCalibration().pixelWidth = 99;
		image.setTitle("other");
		attributes.calibration().pixelWidth = 77;
		assertEquals(0.5, attributes.calibration().pixelWidth);
		assertEquals("random.tif", attributes.title());
		assertTrue(new ImageAttributes(RandomImages.hyperstack(8, 1, 3, 1, 1), 1, 2, 3)
			.slicesOfATimePoint() == 1);
	}
}
