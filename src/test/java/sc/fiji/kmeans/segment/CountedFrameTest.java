package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.image.IgnoredValues;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.vector.Transform;

/** A frame that is clustered again and again gives what a segmentation gives. */
class CountedFrameTest {

	private static final SegmentationOptions PLAIN = SegmentationOptions.defaults();

	private static CountedFrame counted(final ImagePlus image) {
		final ImageProcessor[] channels = new ImageProcessor[image.getNChannels()];
		for (int c = 0; c < channels.length; c++) {
			channels[c] = image.getStack().getProcessor(c + 1).duplicate();
			if (image instanceof CompositeImage) channels[c].setLut(image.getLuts()[c]);
		}
		return new CountedFrame(channels, image.getRoi(), image, 1);
	}

	private static void assertSame(final ImagePlus image, final CountedFrame frame,
		final SegmentationOptions options)
	{
		final Segmentation expected = Segmentation.of(image, options);
		final ImageClusters learned = frame.learned(options.withMerge("none"), Progress.NONE);
		final ImageClusters merged = learned.merged(options.merge().toString());
		final SegmentedFrame labelled = frame.labelled(merged, options, Progress.NONE);
		assertArrayEquals((byte[]) expected.labels().getProcessor().getPixels(),
			(byte[]) labelled.labels().getPixels(), options.toString());
		for (final int label : merged.labels().all()) {
			assertArrayEquals(expected.clusters().value(label), merged.value(label));
			assertEquals(expected.clusters().pixels(label), merged.pixels(label));
		}
	}

	private static List<SegmentationOptions> ofValues() {
		return Arrays.asList(PLAIN, PLAIN.withClusters(5), PLAIN.withClusters(5).withMerge("1+3"),
			PLAIN.withClusters(4).withMinSize(3), PLAIN.with(Transform.LOG),
			PLAIN.with(Transform.LOG).withClusters(5), PLAIN.with(IgnoredValues.of("black+60")),
			PLAIN.withClusters(2), PLAIN.withAppliedToAll(true), PLAIN);
	}

	@ParameterizedTest
	@CsvSource({ "8, 1", "16, 1", "32, 1", "8, 3", "16, 2", "32, 4" })
	void itGivesTheSameAsASegmentationInAnyOrderOfOptions(final int bits, final int channels) {
		final ImagePlus image = RandomImages.hyperstack(bits, channels, 1, 1, bits + channels);
		for (final Roi selection : new Roi[] { null, new Roi(1, 2, 6, 4), new OvalRoi(0, 0, 8, 7) }) {
			image.setRoi(selection);
			final CountedFrame frame = counted(image);
			ofValues().forEach(options -> assertSame(image, frame, options));
			if (channels > 1) {
				assertSame(image, frame, PLAIN.withScaled(true));
				assertSame(image, frame, PLAIN.withChannels("2"));
				assertSame(image, frame, PLAIN.withClusters(4));
			}
		}
	}

	@Test
	void coloursAreClusteredInAnySpaceInTurn() {
		final ImagePlus image = RandomImages.hyperstack(24, 1, 1, 1, 7);
		final CountedFrame frame = counted(image);
		for (int round = 0; round < 2; round++)
			for (final ColorSpace space : ColorSpace.values())
				for (final int k : new int[] { 3, 5 })
					assertSame(image, frame, PLAIN.with(space).withClusters(k));
	}

	@Test
	void aNumberIsSuggestedAsForTheImage() {
		final ImagePlus image = RandomImages.hyperstack(24, 1, 1, 1, 8);
		final CountedFrame frame = counted(image);
		frame.learned(PLAIN.withClusters(4), Progress.NONE);
		assertEquals(Suggestion.of(image, PLAIN).toString(),
			frame.suggested(PLAIN, Progress.NONE).toString());
		assertSame(image, frame, PLAIN.withClusters(4));
	}

	@Test
	void afterARefusalItGoesOn() {
		final ImagePlus image = RandomImages.hyperstack(8, 1, 1, 1, 9);
		final CountedFrame frame = counted(image);
		assertThrows(IllegalArgumentException.class,
			() -> frame.learned(PLAIN.with(ColorSpace.LAB), Progress.NONE));
		assertThrows(IllegalArgumentException.class,
			() -> frame.learned(PLAIN.with(IgnoredValues.of("black+255")), Progress.NONE));
		assertSame(image, frame, PLAIN);
	}

	/**
	 * Whose threads may still be at work: at any moment of learning or labelling. Who cancels says so
	 * once, and wants the next one.
	 */
	@ParameterizedTest
	@CsvSource({ "RGB", "LAB" })
	void aRunThatWasCancelledLeavesNothingToTheNext(final ColorSpace space) {
		final Random random = new Random(5);
		final ImagePlus image = new ImagePlus("",
			new ColorProcessor(200, 150, random.ints(30_000).toArray()));
		final CountedFrame frame = counted(image);
		final int[] numbers = { 3, 9 };
		final Map<Integer, byte[]> expected = new HashMap<>();
		final Map<Integer, Integer> reports = new HashMap<>();
		for (final int k : numbers) {
			final AtomicInteger heard = new AtomicInteger();
			expected.put(k, labels(counted(image), PLAIN.with(space).withClusters(k),
				(fraction, word) -> heard.incrementAndGet()));
			reports.put(k, heard.get());
		}
		for (int i = 0; i < 8; i++) {
			final int k = numbers[random.nextInt(2)];
			final AtomicInteger left = new AtomicInteger(1 + random.nextInt(reports.get(k)));
			try {
				labels(frame, PLAIN.with(space).withClusters(k), (fraction, word) -> {
					if (left.decrementAndGet() == 0) throw new CancellationException();
				});
			}
			catch (final CancellationException unwanted) {
				// The next one begins at once.
			}
			final int next = numbers[random.nextInt(2)];
			assertArrayEquals(expected.get(next),
				labels(frame, PLAIN.with(space).withClusters(next), Progress.NONE), "round " + i);
		}
	}

	private static byte[] labels(final CountedFrame frame, final SegmentationOptions options,
		final Progress progress)
	{
		final ImageClusters clusters = frame.learned(options, progress);
		return (byte[]) frame.labelled(clusters, options, progress).labels().getPixels();
	}

	/** As the picture is shown. */
	@ParameterizedTest
	@CsvSource({ "8, 1", "16, 1", "32, 1", "24, 1", "8, 3", "16, 2" })
	void coloursOfLabelsAreThoseOfTheSegmentedPicture(final int bits, final int channels) {
		final CountedFrame frame = counted(
			RandomImages.hyperstack(bits, channels, 1, 1, bits + channels));
		final ImageClusters learned = frame.learned(PLAIN, Progress.NONE);
		final ImageClusters merged = learned.merged("1+2");
		final int[] colours = frame.labelled(learned, PLAIN, Progress.NONE).colours(merged);
		final SegmentedFrame expected = frame.labelled(merged, PLAIN, Progress.NONE);
		final ImageProcessor picture = expected.segmented().convertToRGB();
		for (int i = 0; i < picture.getPixelCount(); i++)
			assertEquals(picture.get(i) & 0xffffff, colours[expected.labels().get(i)]);
	}
}
