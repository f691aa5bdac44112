package sc.fiji.kmeans.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.image.ClusterKind;
import sc.fiji.kmeans.image.IgnoredValues;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.image.TestImages;
import sc.fiji.kmeans.image.TestImages.Kind;
import sc.fiji.kmeans.saved.ClusterFile;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.SettingTable;
import sc.fiji.kmeans.settings.Settings;
import sc.fiji.kmeans.vector.ChannelMapping;

/** Clusters that were saved, on the same images and on others. */
class AppliedClustersTest {

	private static final SegmentationOptions OPTIONS = SegmentationOptions.defaults()
		.with(KMeansOptions.defaults().withClusters(4).withAttempts(2));

	private static Segmentation segment(final ImagePlus image, final SegmentationOptions options) {
		return Segmentation.of(image, options, Progress.NONE);
	}

	/** Written and read again. */
	private static ImageClusters stored(final ImageClusters clusters) throws IOException {
		final Path file = Files.createTempFile("clusters", ".csv");
		try {
			ClusterFile.write(clusters, file);
			return ClusterFile.read(file);
		}
		finally {
			Files.delete(file);
		}
	}

	private static void assertSamePixels(final ImagePlus expected, final ImagePlus actual,
		final double tolerance)
	{
		assertArrayEquals(expected.getDimensions(), actual.getDimensions());
		for (int n = 1; n <= expected.getStackSize(); n++) {
			final ImageProcessor a = expected.getStack().getProcessor(n);
			final ImageProcessor b = actual.getStack().getProcessor(n);
			for (int i = 0; i < a.getPixelCount(); i++)
				if (a instanceof ColorProcessor) assertEquals(a.get(i) & 0xffffff, b.get(i) & 0xffffff);
				else assertEquals(a.getf(i), b.getf(i), tolerance);
		}
	}

	@Property(tries = 40)
	void colours(@ForAll final long seed, @ForAll final boolean indexed,
		@ForAll final ColorSpace space, @ForAll final boolean merged) throws IOException
	{
		final ImagePlus image = (indexed ? Kind.INDEXED : Kind.RGB).image(9, 7, seed);
		assertAppliedAlike(image, OPTIONS.with(space).withMerge("none"), merged);
	}

	@Property(tries = 60)
	void numbers(@ForAll final long seed, @ForAll @IntRange(min = 0, max = 2) final int type,
		@ForAll @IntRange(min = 1, max = 8) final int channels, @ForAll final boolean scaled,
		@ForAll final FrameMode mode, @ForAll final boolean minSize) throws IOException
	{
		final ImagePlus image = RandomImages.hyperstack(8 << type, channels, 1,
			mode == FrameMode.EACH ? 1 : 3, seed);
		if (mode == FrameMode.CURRENT) return;
		assertAppliedAlike(image,
			OPTIONS.withScaled(scaled && hasScales(image)).with(mode).withMinSize(minSize ? 3 : 0),
			false);
	}

	private static boolean hasScales(final ImagePlus image) {
		return image.getBitDepth() == 32 || image.getNChannels() > 1;
	}

	private static void assertAppliedAlike(final ImagePlus image, final SegmentationOptions options,
		final boolean merged) throws IOException
	{
		final SegmentationOptions all = merged ? options.withMerge("2+3") : options;
		final Segmentation learned = segment(image, all);
		final Segmentation applied = Segmentation.apply(stored(learned.clustersOfFrame(1)), image, all,
			Progress.NONE);
		assertSamePixels(learned.labels(), applied.labels(), 0);
		// The weights of merged clusters are not saved.
		if (!merged) assertSamePixels(learned.segmented(), applied.segmented(), 1e-4);
	}

	/** Whatever the options were: the file tells all that decides labels. */
	@Property(tries = 100)
	void onTheImageItselfTheLabelsAreTheSame(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 4) final int bytes, @ForAll final FrameMode mode)
		throws IOException
	{
		final Random random = new Random(seed);
		final ImagePlus image = image(bytes, random);
		final SegmentationOptions options = options(random, image).with(mode)
			.with(bytes == 3 ? ColorSpace.values()[random.nextInt(4)] : ColorSpace.RGB);
		final ImagePlus expected = segment(image, options).labels();
		final ImageClusters saved = stored(segment(image, options).clusters());
		final ImagePlus actual = Segmentation.apply(saved, image).labels();
		assertSamePixels(expected,
			mode != FrameMode.CURRENT
				? actual
				: new ImagePlus("", actual.getStack().getProcessor(actual.getStackSize())),
			0);
		if (mode == FrameMode.EACH && image.getStackSize() > image.getNChannels())
			assertEquals(expected.getStackSize(), saved.frames());
	}

	/** Frames of other magnitudes, the last one of few values and shown. */
	private static ImagePlus image(final int bytes, final Random random) {
		final int frames = 1 + random.nextInt(3);
		final ImagePlus image = RandomImages.hyperstack(8 * bytes,
			bytes == 3 ? 1 : 1 + random.nextInt(3), 1, frames, random.nextLong());
		final int n = image.getStackSize();
		if (frames > 1) image.getStack().getProcessor(n).and(0x8080);
		// Beside it the others are rounded to multiples of 32.
		if (bytes == 4) image.getStack().getProcessor(n).setf(20, 3e10f);
		final ImagePlus result = random.nextBoolean() ? RandomImages.virtual(image) : image;
		result.setPosition(1, 1, frames);
		if (random.nextBoolean()) result.setRoi(new OvalRoi(1, 1, 6, 5));
		return result;
	}

	private static SegmentationOptions options(final Random random, final ImagePlus image) {
		final String[] merges = { "none", "1+3", "2+3,1+4" };
		return OPTIONS.withScaled(random.nextBoolean() && hasScales(image))
			.withMerge(merges[random.nextInt(3)])
			.withMinSize(random.nextInt(5))
			.withAppliedToAll(random.nextBoolean())
			.with(IgnoredValues.of(random.nextBoolean() ? "none" : "black+30"));
	}

	@Test
	void clustersOfOtherFramesAreRefused() throws IOException {
		final ImageClusters saved = stored(segment(TestImages.stack(Kind.RGB, 3), OPTIONS).clusters());
		for (final int frames : new int[] { 1, 2, 4 })
			assertRefused(
				"clusters of 3 frames: take an image of as many, and this one" + " has " + frames
					+ " (frames=together, current or apply makes clusters" + " for all frames)",
				saved, TestImages.stack(Kind.RGB, frames));
	}

	/** However long the line of options becomes by that. */
	@Test
	void manyClustersAreMerged() throws IOException {
		final ImagePlus image = new ImagePlus("", TestImages.fill(new ShortProcessor(20, 20), i -> i));
		final Segmentation learned = segment(image, SegmentationOptions.defaults()
			.with(KMeansOptions.defaults().withClusters(400).withAttempts(1))
			.withMerge(
				IntStream.rangeClosed(2, 400).mapToObj(String::valueOf).collect(Collectors.joining("+"))));
		assertSamePixels(learned.labels(),
			Segmentation.apply(stored(learned.clusters()), image).labels(), 0);
	}

	@Test
	void whatIsSaidGoesBeforeWhatWasSaved() {
		final ImageClusters saved = segment(Kind.RGB.image(9, 7, 1),
			OPTIONS.withMerge("1+2").withMinSize(5)).clusters();
		final SegmentationOptions options = Settings
			.read(SettingTable.APPLYING, saved.options(),
				key -> key.equals("merge") ? "none" : key.equals("ignore") ? Setting.SAVED : null)
			.options();
		assertEquals("none", options.merge().toString());
		assertEquals(5, options.minSize());
	}

	/** Colours stand beside the centres, so that who edits one sees the other. */
	@Test
	void centresThatArePaintedInNoGivenColourArePaintedInTheirs() {
		final ImageClusters lab = segment(Kind.RGB.image(9, 7, 1), OPTIONS.with(ColorSpace.LAB))
			.clusters();
		final ImageClusters edited = lab.withColors(0x123456, ImageClusters.NO_COLOUR, 0, 1);
		final Segmentation result = Segmentation.apply(edited, Kind.RGB.image(9, 7, 1));
		assertEquals(0x123456, result.colourInFrame(1, 1));
		final double[] made = ColorSpace.LAB.colour(lab.frame(1).centres()[1]);
		assertEquals((int) made[0] << 16 | (int) made[1] << 8 | (int) made[2],
			result.colourInFrame(1, 2));
	}

	/** Where values are no vectors, the scale is taken back. */
	@Test
	void scaledNumbersAreAppliedToWholeNumbers() {
		final ImagePlus whole = RandomImages.hyperstack(8, 1, 1, 1, 3);
		final ImagePlus real = new ImagePlus("", whole.getProcessor().convertToFloat());
		final Segmentation learned = segment(real, OPTIONS.withScaled(true));
		assertSamePixels(learned.labels(), Segmentation.apply(learned.clusters(), whole).labels(), 0);
	}

	@ParameterizedTest
	@CsvSource({ "8,1", "16,3", "32,2" })
	void clustersOfOtherChannelsAreRefused(final int bits, final int channels) throws IOException {
		final ImageClusters saved = stored(
			segment(RandomImages.hyperstack(bits, channels, 1, 1, 1), OPTIONS).clustersOfFrame(1));
		final String name = "clusters of " + channels + " channel" + (channels == 1 ? "" : "s")
			+ ": do not fit an image of ";
		for (int c = 1; c <= 4; c++)
			if (c != channels)
				assertRefused(name + c + " channel" + (c == 1 ? "" : "s"), saved,
					RandomImages.hyperstack(16, c, 1, 2, 1));
		assertRefused(name + "colours", saved, Kind.RGB.image(5, 4, 1));
		assertRefused(name + "colours", saved, Kind.INDEXED.image(5, 4, 1));
	}

	private static void assertRefused(final String message, final ImageClusters saved,
		final ImagePlus image)
	{
		assertEquals(message, assertThrows(IllegalArgumentException.class,
			() -> Segmentation.apply(saved, image, OPTIONS, Progress.NONE)).getMessage());
	}

	@Test
	void clustersOfColoursAreRefusedForNumbers() throws IOException {
		for (final ColorSpace space : ColorSpace.values()) {
			final ImageClusters saved = stored(
				segment(Kind.RGB.image(9, 7, 1), OPTIONS.with(space)).clustersOfFrame(1));
			final String name = "clusters of " + space + " colours: do not fit an image of ";
			assertRefused(name + "1 channel", saved, Kind.GREY8.image(5, 4, 1));
			assertRefused(name + "3 channels", saved, RandomImages.hyperstack(32, 3, 1, 1, 1));
			assertRefused(name + "2 channels", saved,
				RandomImages.virtual(RandomImages.hyperstack(8, 2, 1, 3, 1)));
		}
	}

	@Property(tries = 40)
	void aReferenceGivesTheNumbers(@ForAll final long seed,
		@ForAll @IntRange(min = 0, max = 3) final int type,
		@ForAll @IntRange(min = 1, max = 4) final int channels, @ForAll final boolean scaled)
		throws IOException
	{
		final int bits = 8 * (type + 1);
		final ImagePlus image = RandomImages.hyperstack(bits, bits == 24 ? 1 : channels, 1, 1, seed);
		final SegmentationOptions options = OPTIONS.withScaled(scaled && hasScales(image));
		final Segmentation plain = segment(image, options);
		final ImageClusters reversed = reversed(plain.clustersOfFrame(1));
		final Segmentation result = segment(image, options.withReference(stored(reversed)));
		for (int j = 1; j <= plain.clustersOfFrame(1).found().size(); j++)
			assertArrayEquals(plain.clustersOfFrame(1).found().centre(j),
				result.clustersOfFrame(1).found().centre(plain.clustersOfFrame(1).found().size() + 1 - j),
				0);
	}

	private static ImageClusters reversed(final ImageClusters saved) {
		final double[][] centres = saved.frame(1).centres();
		final double[][] reversed = new double[centres.length][];
		Arrays.setAll(reversed, j -> centres[centres.length - 1 - j]);
		return ImageClusters.of(ClusterKind.of(saved.colorSpace(), saved.names()), reversed)
			.with(ChannelMapping.NONE.dividedBy(saved.frame(1).mapping().scales()));
	}

	/** Centres are compared in the units of the image. */
	@Test
	void aReferenceMayHaveOtherScales() {
		final ImagePlus image = RandomImages.hyperstack(16, 2, 1, 1, 9);
		image.getStack().getProcessor(2).multiply(0.01);
		final ImageClusters reversed = reversed(segment(image, OPTIONS).clustersOfFrame(1));
		final Segmentation plain = segment(image, OPTIONS.withScaled(true));
		final Segmentation result = segment(image, OPTIONS.withScaled(true).withReference(reversed));
		final ImageClusters scaled = inScales(reversed,
			plain.clustersOfFrame(1).frame(1).mapping().scales());
		final Segmentation expected = segment(image, OPTIONS.withScaled(true).withReference(scaled));
		for (int j = 1; j <= 4; j++)
			assertArrayEquals(expected.clustersOfFrame(1).found().centre(j),
				result.clustersOfFrame(1).found().centre(j), 0);
	}

	private static ImageClusters inScales(final ImageClusters saved, final double[] scales) {
		final double[][] centres = saved.frame(1).centres();
		for (final double[] centre : centres)
			for (int c = 0; c < scales.length; c++)
				centre[c] /= scales[c];
		return ImageClusters.of(ClusterKind.of(saved.colorSpace(), saved.names()), centres)
			.with(ChannelMapping.NONE.dividedBy(scales));
	}

	@Test
	void aReferenceThatDoesNotFitIsRefused() {
		final ImagePlus colours = Kind.RGB.image(9, 7, 1);
		final ImagePlus three = RandomImages.hyperstack(8, 3, 1, 1, 1);
		final ImageClusters rgb = segment(colours, OPTIONS).clustersOfFrame(1);
		final ImageClusters lab = segment(colours, OPTIONS.with(ColorSpace.LAB)).clustersOfFrame(1);
		final ImageClusters channels = segment(three, OPTIONS).clustersOfFrame(1);
		assertReferenceRefused("RGB colours", "Lab colours", rgb, colours,
			OPTIONS.with(ColorSpace.LAB));
		assertReferenceRefused("Lab colours", "RGB colours", lab, colours, OPTIONS);
		assertReferenceRefused("3 channels", "RGB colours", channels, colours, OPTIONS);
		assertReferenceRefused("RGB colours", "3 channels", rgb, three, OPTIONS);
		assertReferenceRefused("3 channels", "1 channel", channels, Kind.GREY8.image(9, 7, 1), OPTIONS);
	}

	private static void assertReferenceRefused(final String reference, final String clusters,
		final ImageClusters saved, final ImagePlus image, final SegmentationOptions options)
	{
		final String message = assertThrows(IllegalArgumentException.class,
			() -> segment(image, options.withReference(saved))).getMessage();
		assertEquals("match = clusters of " + reference + ": takes clusters of " + clusters, message);
		assertTrue(segment(image, options).frames() == 1);
	}

	@Test
	void columnsOfOtherNamesAreRefused() {
		assertEquals("columns = Blue, Green, Red: takes Red, Green, Blue with color_space RGB",
			assertThrows(IllegalArgumentException.class,
				() -> ImageClusters.of(ClusterKind.of("RGB", Arrays.asList("Blue", "Green", "Red")),
					new double[][] { { 1, 2, 3 } }))
				.getMessage());
	}
}
