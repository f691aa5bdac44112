package sc.fiji.kmeans.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.image.IgnoredValues;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.measure.ClusterTable;
import sc.fiji.kmeans.measure.Measurements;
import sc.fiji.kmeans.model.Background;
import sc.fiji.kmeans.model.FrameMode;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.Segmentation;

/** Some channels of an image give what an image gives that has these alone. */
class ChosenChannelsLawsTest {

	/** An image of 1 to 12 channels, some of them, and an image of these alone. */
	private static final class Case {

		private final Random random;
		private final ImagePlus image;
		private final int[] chosen;
		private final ImagePlus alone;

		private Case(final long seed) {
			random = new Random(seed);
			final int bits = 8 << random.nextInt(3);
			final int channels = 1 + random.nextInt(12);
			image = RandomImages.hyperstack(bits == 24 ? 32 : bits, channels, 1 + random.nextInt(2),
				1 + random.nextInt(2), seed);
			chosen = random.ints(1 + random.nextInt(channels), 1, channels + 1)
				.distinct()
				.sorted()
				.toArray();
			for (int n = 0; n < image.getStackSize(); n++) {
				final ImageProcessor plane = image.getStack().getProcessor(n + 1);
				for (int i = random.nextInt(9); i > 0; i--)
					plane.setf(random.nextInt(plane.getPixelCount()), 0);
				image.getStack().setSliceLabel("C" + (n % channels + 1), n + 1);
			}
			if (image.getStackSize() == 1) image.setProp("Slice_Label", "C1");
			alone = alone();
		}

		private ImagePlus alone() {
			final int channels = image.getNChannels();
			final ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
			for (int n = 0; n < image.getStackSize(); n += channels)
				for (final int c : chosen)
					stack.addSlice("C" + c, image.getStack().getProcessor(n + c).duplicate());
			final ImagePlus copy = new ImagePlus(image.getTitle(), stack);
			copy.setCalibration(image.getCalibration());
			copy.setDimensions(chosen.length, image.getNSlices(), image.getNFrames());
			copy.setOpenAsHyperStack(image.isHyperStack());
			if (stack.size() == 1) copy.setProp("Slice_Label", "C" + chosen[0]);
			if (chosen.length == 1) return copy;
			final CompositeImage composite = new CompositeImage(copy, CompositeImage.COMPOSITE);
			for (int c = 1; c <= chosen.length; c++)
				composite.setChannelLut(image.getLuts()[chosen[c - 1] - 1], c);
			return composite;
		}

		/** The numbers in any order, some of them twice. */
		private String text() {
			final StringBuilder text = new StringBuilder();
			for (final int c : chosen)
				if (random.nextBoolean()) text.append(',').append(c);
				else text.insert(0, "," + c);
			return chosen[0] + text.toString();
		}

		private SegmentationOptions options() {
			final SegmentationOptions options = SegmentationOptions.defaults()
				.with(KMeansOptions.defaults().withClusters(1 + random.nextInt(5)).withAttempts(2))
				.with(FrameMode.values()[random.nextInt(FrameMode.values().length)]);
			final boolean isScaled = (chosen.length > 1 || image.getBitDepth() == 32)
				&& random.nextBoolean();
			return options.withScaled(isScaled)
				.with(IgnoredValues.of(random.nextBoolean() ? "none" : "black"))
				.withMinSize(random.nextInt(3));
		}
	}

	private static void assertSameClusters(final ImageClusters expected, final ImageClusters actual) {
		assertEquals(expected.frames(), actual.frames());
		for (int f = 1; f <= expected.frames(); f++) {
			assertTrue(Arrays.deepEquals(expected.frame(f).centres(), actual.frame(f).centres()));
			assertArrayEquals(expected.frame(f).numbers(), actual.frame(f).numbers());
			assertArrayEquals(expected.frame(f).pixels(), actual.frame(f).pixels());
			assertArrayEquals(expected.frame(f).mapping().scales(), actual.frame(f).mapping().scales(),
				0);
			assertEquals(expected.frame(f).mapping().fractionBits(),
				actual.frame(f).mapping().fractionBits());
			assertEquals(expected.frame(f).found().compactness(), actual.frame(f).found().compactness(),
				0);
		}
	}

	private static void assertSamePixels(final ImagePlus expected, final ImagePlus actual) {
		assertArrayEquals(expected.getDimensions(), actual.getDimensions());
		assertEquals(expected.getBitDepth(), actual.getBitDepth());
		for (int n = 1; n <= expected.getStackSize(); n++) {
			assertTrue(Arrays.equals(floats(expected, n), floats(actual, n)), "slice " + n);
			assertEquals(expected.getStack().getSliceLabel(n), actual.getStack().getSliceLabel(n));
		}
	}

	private static float[] floats(final ImagePlus image, final int n) {
		return (float[]) image.getStack().getProcessor(n).convertToFloatProcessor().getPixels();
	}

	@Property(tries = 200)
	void theyGiveWhatTheyGiveAlone(@ForAll final long seed) {
		final Case it = new Case(seed);
		final SegmentationOptions options = it.options();
		final Segmentation alone = Segmentation.of(it.alone, options);
		final Segmentation some = Segmentation.of(it.image, options.withChannels(it.text()));
		assertSameClusters(alone.clusters(), some.clusters());
		assertSamePixels(alone.labels(), withoutLabels(alone.labels(), some.labels()));
		assertSamePixels(alone.segmented(), some.segmented());
		if (it.image.getNChannels() > 1 && it.chosen.length == 1)
			assertEquals("[C" + it.chosen[0] + "]", some.valueNames().toString());
		else
			assertEquals(alone.valueNames(), some.valueNames());
		assertEquals(table(it, alone), table(it, some));
	}

	/** Those of a single channel are those of its image, which has one then. */
	private static ImagePlus withoutLabels(final ImagePlus like, final ImagePlus picture) {
		for (int n = 1; n <= picture.getStackSize(); n++)
			picture.getStack().setSliceLabel(like.getStack().getSliceLabel(n), n);
		return picture;
	}

	/** All columns of both tables; that of a single channel has no name of its own alone. */
	private static String table(final Case it, final Segmentation segmentation) {
		final String text = new Measurements(segmentation).table().toString()
			+ ClusterTable.of(segmentation);
		return text.replace("\tC" + it.chosen[0] + "\t", "\tValue\t")
			.replace("\tValue\t", it.chosen.length == 1 ? "\tValue\t" : "\tC" + it.chosen[0] + "\t");
	}

	/** The other channels are removed with them; a current frame is the first here. */
	@Property(tries = 60)
	void maskedAndKeptPicturesHaveAllChannels(@ForAll final long seed) {
		final Case it = new Case(seed);
		final Segmentation some = Segmentation.of(it.image, it.options().withChannels(it.text()));
		final ImagePlus labels = some.labels();
		final int channels = it.image.getNChannels();
		for (final boolean isKept : new boolean[] { false, true }) {
			final ImagePlus picture = isKept ? some.kept(Background.BLACK, 1) : some.masked(1);
			assertEquals(channels, picture.getNChannels());
			for (int n = 0; n < picture.getStackSize(); n++) {
				final int plane = labels.getStackSize() == 1 ? 1 : n / channels + 1;
				final float[] label = floats(labels, plane);
				final float[] pixels = floats(picture, n + 1);
				final float[] original = floats(it.image, n + 1);
				for (int i = 0; i < pixels.length; i++)
					assertEquals(label[i] == 1 == isKept ? original[i] : 0, pixels[i]);
			}
		}
		assertEquals(channels, some.maskedEach().getNChannels());
	}

	@Property(tries = 40)
	void virtualImagesGiveTheSame(@ForAll final long seed) {
		final Case it = new Case(seed);
		final SegmentationOptions options = it.options().withChannels(it.text());
		final Segmentation memory = Segmentation.of(it.image, options);
		final ImagePlus disk = RandomImages.virtual(it.image);
		disk.setProp("Slice_Label", it.image.getProp("Slice_Label"));
		final Segmentation virtual = Segmentation.of(disk, options);
		assertSameClusters(memory.clusters(), virtual.clusters());
		assertSamePixels(memory.labels(), virtual.labels());
		assertSamePixels(memory.segmented(), virtual.segmented());
		assertSamePixels(memory.masked(1), virtual.masked(1));
	}

	/** Applied to all channels, and to an image of just as many. */
	@Property(tries = 100)
	void clustersKnowTheirChannels(@ForAll final long seed) {
		final Case it = new Case(seed);
		final Segmentation some = Segmentation.of(it.image,
			it.options().with(FrameMode.TOGETHER).withChannels(it.text()));
		final Segmentation again = Segmentation.apply(some.clusters(), it.image);
		assertSamePixels(some.labels(), again.labels());
		assertArrayEquals(it.chosen,
			again.clusters().options().channels().numbers(it.image.getNChannels()));
		final Segmentation alone = Segmentation.apply(some.clusters(), it.alone);
		assertSamePixels(some.labels(), withoutLabels(some.labels(), alone.labels()));
		assertEquals(alone.clusters().names(), alone.valueNames());
	}

	private static ImagePlus channels(final int channels) {
		return RandomImages.hyperstack(8, channels, 1, 1, 1);
	}

	private static String refusal(final ImageClusters clusters, final ImagePlus image) {
		return assertThrows(IllegalArgumentException.class, () -> Segmentation.apply(clusters, image))
			.getMessage();
	}

	@Example
	void clustersOfSomeChannelsFitNoOtherNumber() {
		final ImageClusters clusters = Segmentation
			.of(channels(5), SegmentationOptions.defaults().withChannels("2,4-5"))
			.clusters();
		assertEquals("channels = 2,4-5: takes all, or numbers of channels from 1 to 4",
			refusal(clusters, channels(4)));
		assertEquals("channels = 2,4-5: takes all or 1 for an image of one channel",
			refusal(clusters, channels(1)));
		assertNotNull(Segmentation.apply(clusters, channels(3)));
		assertNotNull(Segmentation.apply(clusters, channels(6)));
	}

	/** What is said when they are applied goes before what was saved. */
	@Example
	void otherChannelsCanBeSaid() {
		final ImagePlus image = channels(5);
		final ImageClusters clusters = Segmentation
			.of(image, SegmentationOptions.defaults().withChannels("2,4"))
			.clusters();
		final SegmentationOptions other = clusters.options().withChannels("1,3");
		final Segmentation applied = Segmentation.apply(clusters, image, other, (fraction, word) -> {});
		assertEquals("[plane 1, plane 3]", applied.valueNames().toString());
		assertEquals("clusters of 2 channels: do not fit an image of 5 channels", assertThrows(
			IllegalArgumentException.class,
			() -> Segmentation.apply(clusters, image, other.withChannels("all"), (fraction, word) -> {}))
			.getMessage());
	}

	/** A channel that decides is told by its number in the image. */
	@Example
	void channelsKeepTheirNumbersInWhatIsSaid() {
		final ImagePlus image = channels(4);
		image.getStack().getProcessor(3).multiply(0.1);
		assertEquals("channel 4 decides over channel 3: see scale",
			Segmentation.of(image, SegmentationOptions.defaults().withChannels("3-4"))
				.figures(1)
				.hint()
				.get());
	}

	@Example
	void channelsWithoutLabelsAreCalledByTheirNumbers() {
		final ImagePlus image = channels(12);
		for (int n = 1; n <= 12; n++)
			image.getStack().setSliceLabel(null, n);
		final SegmentationOptions options = SegmentationOptions.defaults();
		assertEquals("[Channel 3, Channel 7, Channel 12]",
			Segmentation.of(image, options.withChannels("12,3,7")).valueNames().toString());
		final Segmentation one = Segmentation.of(image, options.withChannels("3"));
		assertEquals("[Channel 3]", one.valueNames().toString());
		assertEquals("[Channel 3]", one.clusters().names().toString());
		assertEquals(12, Segmentation.of(image, options).valueNames().size());
	}

	/** In its own table and range, whichever channel the image shows. */
	@Example
	void theSegmentedPictureOfOneChannelLooksLikeIt() {
		final ImagePlus image = RandomImages.hyperstack(16, 3, 1, 2, 1);
		for (final boolean isVirtual : new boolean[] { false, true }) {
			final ImagePlus source = isVirtual ? RandomImages.virtual(image) : image;
			source.setC(1);
			final ImagePlus segmented = Segmentation
				.of(source, SegmentationOptions.defaults().withChannels("3"))
				.segmented();
			for (int t = 1; t <= 2; t++) {
				segmented.setSlice(t);
				assertEquals(5, segmented.getDisplayRangeMin());
				assertEquals(152, segmented.getDisplayRangeMax());
				assertArrayEquals(image.getLuts()[2].getBytes(),
					segmented.getProcessor().getLut().getBytes());
			}
		}
	}
}
