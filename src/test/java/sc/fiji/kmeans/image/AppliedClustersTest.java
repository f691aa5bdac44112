package sc.fiji.kmeans.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.TestImages.Kind;

/** Clusters that were saved, on the same images and on others. */
class AppliedClustersTest {

	private static final SegmentationOptions OPTIONS = SegmentationOptions
		.defaults().with(KMeansOptions.defaults().withClusters(4).withAttempts(2));

	private static Segmentation segment(final ImagePlus image,
		final SegmentationOptions options)
	{
		return Segmentation.of(image, options, Progress.NONE);
	}

	/** Written and read again. */
	private static SavedClusters stored(final SavedClusters clusters)
		throws IOException
	{
		final Path file = Files.createTempFile("clusters", ".csv");
		try {
			clusters.write(file);
			return SavedClusters.read(file);
		}
		finally {
			Files.delete(file);
		}
	}

	private static void assertSamePixels(final ImagePlus expected,
		final ImagePlus actual, final double tolerance)
	{
		assertArrayEquals(expected.getDimensions(), actual.getDimensions());
		for (int n = 1; n <= expected.getStackSize(); n++) {
			final ImageProcessor a = expected.getStack().getProcessor(n);
			final ImageProcessor b = actual.getStack().getProcessor(n);
			for (int i = 0; i < a.getPixelCount(); i++)
				if (a instanceof ColorProcessor) assertEquals(a.get(i) & 0xffffff, b.get(
					i) & 0xffffff);
				else assertEquals(a.getf(i), b.getf(i), tolerance);
		}
	}

	@Property(tries = 40)
	void colours(@ForAll final long seed, @ForAll final boolean indexed,
		@ForAll final ColorSpace space, @ForAll final boolean merged)
		throws IOException
	{
		final ImagePlus image = (indexed ? Kind.INDEXED : Kind.RGB).image(9, 7, seed);
		assertAppliedAlike(image, OPTIONS.with(space).withMerge("none"), merged);
	}

	@Property(tries = 60)
	void numbers(@ForAll final long seed,
		@ForAll @IntRange(min = 0, max = 2) final int type,
		@ForAll @IntRange(min = 1, max = 8) final int channels,
		@ForAll final boolean scaled, @ForAll final FrameMode mode,
		@ForAll final boolean minSize) throws IOException
	{
		final ImagePlus image = RandomImages.hyperstack(8 << type, channels, 1,
			mode == FrameMode.EACH ? 1 : 3, seed);
		if (mode == FrameMode.CURRENT) return;
		assertAppliedAlike(image, OPTIONS.withScaled(scaled).with(mode).withMinSize(
			minSize ? 3 : 0), false);
	}

	private static void assertAppliedAlike(final ImagePlus image,
		final SegmentationOptions options, final boolean merged) throws IOException
	{
		final SegmentationOptions all = merged ? options.withMerge("2+3") : options;
		final Segmentation learned = segment(image, all);
		final Segmentation applied = Segmentation.apply(stored(learned.saved(1)),
			image, all, Progress.NONE);
		assertSamePixels(learned.labels(), applied.labels(), 0);
		// The weights of merged clusters are not saved.
		if (!merged) assertSamePixels(learned.segmented(), applied.segmented(), 1e-4);
	}

	@ParameterizedTest
	@CsvSource({ "8,1", "16,3", "32,2" })
	void clustersOfOtherChannelsAreRefused(final int bits, final int channels)
		throws IOException
	{
		final SavedClusters saved = stored(segment(RandomImages.hyperstack(bits,
			channels, 1, 1, 1), OPTIONS).saved(1));
		final String name = "clusters of " + channels + " channel" + (channels == 1
			? "" : "s") + ": do not fit an image of ";
		for (int c = 1; c <= 4; c++)
			if (c != channels) assertRefused(name + c + " channel" + (c == 1 ? "" : "s"),
				saved, RandomImages.hyperstack(16, c, 1, 2, 1));
		assertRefused(name + "colours", saved, Kind.RGB.image(5, 4, 1));
		assertRefused(name + "colours", saved, Kind.INDEXED.image(5, 4, 1));
	}

	private static void assertRefused(final String message,
		final SavedClusters saved, final ImagePlus image)
	{
		assertEquals(message, assertThrows(IllegalArgumentException.class,
			() -> Segmentation.apply(saved, image, OPTIONS, Progress.NONE))
				.getMessage());
	}

	@Test
	void clustersOfColoursAreRefusedForNumbers() throws IOException {
		for (final ColorSpace space : ColorSpace.values()) {
			final SavedClusters saved = stored(segment(Kind.RGB.image(9, 7, 1), OPTIONS
				.with(space)).saved(1));
			final String name = "clusters of " + space +
				" colours: do not fit an image of ";
			assertRefused(name + "1 channel", saved, Kind.GREY8.image(5, 4, 1));
			assertRefused(name + "3 channels", saved, RandomImages.hyperstack(32, 3, 1,
				1, 1));
			assertRefused(name + "2 channels", saved, RandomImages.virtual(RandomImages
				.hyperstack(8, 2, 1, 3, 1)));
		}
	}

	@Property(tries = 40)
	void aReferenceGivesTheNumbers(@ForAll final long seed,
		@ForAll @IntRange(min = 0, max = 3) final int type,
		@ForAll @IntRange(min = 1, max = 4) final int channels,
		@ForAll final boolean scaled) throws IOException
	{
		final int bits = 8 * (type + 1);
		final ImagePlus image = RandomImages.hyperstack(bits, bits == 24 ? 1 : channels,
			1, 1, seed);
		final SegmentationOptions options = OPTIONS.withScaled(scaled);
		final Segmentation plain = segment(image, options);
		final SavedClusters reversed = reversed(plain.saved(1));
		final Segmentation result = segment(image, options.withReference(stored(
			reversed)));
		for (int j = 1; j <= plain.clusters(1).size(); j++)
			assertArrayEquals(plain.clusters(1).centre(j), result.clusters(1).centre(
				plain.clusters(1).size() + 1 - j), 0);
	}

	private static SavedClusters reversed(final SavedClusters saved) {
		final double[][] centres = saved.centres();
		final double[][] reversed = new double[centres.length][];
		Arrays.setAll(reversed, j -> centres[centres.length - 1 - j]);
		return SavedClusters.of(saved.colorSpace(), saved.names(), reversed)
			.withScales(saved.scales());
	}

	/** Centres are compared in the units of the image. */
	@Test
	void aReferenceMayHaveOtherScales() {
		final ImagePlus image = RandomImages.hyperstack(16, 2, 1, 1, 9);
		image.getStack().getProcessor(2).multiply(0.01);
		final SavedClusters reversed = reversed(segment(image, OPTIONS).saved(1));
		final Segmentation plain = segment(image, OPTIONS.withScaled(true));
		final Segmentation result = segment(image, OPTIONS.withScaled(true)
			.withReference(reversed));
		final SavedClusters scaled = inScales(reversed, plain.saved(1).scales());
		final Segmentation expected = segment(image, OPTIONS.withScaled(true)
			.withReference(scaled));
		for (int j = 1; j <= 4; j++)
			assertArrayEquals(expected.clusters(1).centre(j), result.clusters(1).centre(
				j), 0);
	}

	private static SavedClusters inScales(final SavedClusters saved,
		final double[] scales)
	{
		final double[][] centres = saved.centres();
		for (final double[] centre : centres)
			for (int c = 0; c < scales.length; c++)
				centre[c] /= scales[c];
		return SavedClusters.of(saved.colorSpace(), saved.names(), centres).withScales(
			scales);
	}

	@Test
	void aReferenceThatDoesNotFitIsRefused() {
		final ImagePlus colours = Kind.RGB.image(9, 7, 1);
		final ImagePlus three = RandomImages.hyperstack(8, 3, 1, 1, 1);
		final SavedClusters rgb = segment(colours, OPTIONS).saved(1);
		final SavedClusters lab = segment(colours, OPTIONS.with(ColorSpace.LAB))
			.saved(1);
		final SavedClusters channels = segment(three, OPTIONS).saved(1);
		assertReferenceRefused("RGB colours", "Lab colours", rgb, colours, OPTIONS
			.with(ColorSpace.LAB));
		assertReferenceRefused("Lab colours", "RGB colours", lab, colours, OPTIONS);
		assertReferenceRefused("3 channels", "RGB colours", channels, colours,
			OPTIONS);
		assertReferenceRefused("RGB colours", "3 channels", rgb, three, OPTIONS);
		assertReferenceRefused("3 channels", "1 channel", channels, Kind.GREY8.image(
			9, 7, 1), OPTIONS);
	}

	private static void assertReferenceRefused(final String reference,
		final String clusters, final SavedClusters saved, final ImagePlus image,
		final SegmentationOptions options)
	{
		final String message = assertThrows(IllegalArgumentException.class,
			() -> segment(image, options.withReference(saved))).getMessage();
		assertEquals("match = clusters of " + reference + ": takes clusters of " +
			clusters, message);
		assertTrue(segment(image, options).planes() == 1);
	}

	@Test
	void columnsOfOtherNamesAreRefused() {
		final SavedClusters swapped = SavedClusters.of("RGB", Arrays.asList("Blue",
			"Green", "Red"), new double[][] { { 1, 2, 3 } });
		assertEquals(
			"columns = Blue, Green, Red: takes Red, Green, Blue with color_space RGB",
			assertThrows(IllegalArgumentException.class, () -> Segmentation.apply(
				swapped, Kind.RGB.image(9, 7, 1), SegmentationOptions.defaults(),
				Progress.NONE)).getMessage());
	}
}
