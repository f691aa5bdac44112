package sc.fiji.kmeans.colour;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ColorSpaceConverter;
import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.TestImages;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.FrameSegmenter;
import sc.fiji.kmeans.segment.Planes;
import sc.fiji.kmeans.segment.Segmentation;

/** Clusters have the same numbers in every colour space: from dark to bright. */
class NumbersOfSpacesTest {

	private static final ColorSpaceConverter CONVERTER = new ColorSpaceConverter();
	private static final int WIDTH = 20;

	/** In HSB blue is as bright as white; in a*b* green is less than red. */
	@Test
	void blueIsDarkerThanGreenAndWhite() {
		final int[] colours = { 0xffffff, 0x0000ff, 0x00ff00, 0xff0000 };
		for (final ColorSpace space : ColorSpace.values())
			assertArrayEquals(new int[] { 4, 1, 3, 2 },
				Arrays.copyOf(labels(segment(colours, 4, space)), 4), space.toString());
	}

	@Property(tries = 100)
	void coloursWellApartGetTheSameLabels(@ForAll final long seed,
		@ForAll @IntRange(min = 2, max = 6) final int k)
	{
		final Random random = new Random(seed);
		final int[] colours = apart(k, random);
		final int[] pixels = IntStream.range(0, WIDTH * WIDTH)
			.map(i -> near(colours[i % k], random))
			.toArray();
		final int[] expected = labels(segment(pixels, k, ColorSpace.RGB));
		for (final ColorSpace space : ColorSpace.values())
			assertArrayEquals(expected, labels(segment(pixels, k, space)), space.toString());
	}

	/** As many points as are here, of which some are as near to two centres. */
	@Property(tries = 60)
	void countsAreThoseOfTheLabels(@ForAll final long seed,
		@ForAll @IntRange(min = 2, max = 6) final int k)
	{
		final Random random = new Random(seed);
		final int[] pixels = random.ints(WIDTH * WIDTH, 0, 6).map(v -> 0x010101 * v).toArray();
		for (final ColorSpace space : new ColorSpace[] { ColorSpace.HSB, ColorSpace.LAB }) {
			final Segmentation result = segment(pixels, k, space);
			final int[] labels = labels(result);
			final Clusters clusters = result.clustersOfFrame(1).found();
			for (int j = 1; j <= clusters.size(); j++) {
				final int label = j;
				assertEquals(clusters.pixels(j), Arrays.stream(labels).filter(n -> n == label).count());
			}
		}
	}

	/** Another scene gets numbers anew, a like one keeps them. */
	@Test
	void aLiveImageStartsFromDarkToBright() {
		final FrameSegmenter segmenter = new FrameSegmenter(options(3, ColorSpace.HSB), Progress.NONE,
			Planes.NEW);
		assertFrame(segmenter, new int[] { 0xffffff, 0x0000ff, 0x00ff00 }, 3, 1, 2);
		assertFrame(segmenter, new int[] { 0xffffff, 0x0000ff, 0x00ff00 }, 3, 1, 2);
		final int[] wide = IntStream.range(0, 60)
			.map(i -> new int[] { 0xff0000, 0xffff00, 0x000040 }[i % 3] ^ i / 3 * 0x050505 & 0x3f3f3f)
			.toArray();
		segmenter.segment(new ImageProcessor[] { image(wide).getProcessor() }, null);
		assertFrame(segmenter, new int[] { 0x00ffff, 0x000020, 0xff00ff }, 3, 1, 2);
	}

	private static void assertFrame(final FrameSegmenter segmenter, final int[] colours,
		final int... expected)
	{
		final ImageProcessor labels = segmenter
			.segment(new ImageProcessor[] { image(colours).getProcessor() }, null)
			.colouredLabels();
		assertArrayEquals(expected, IntStream.range(0, expected.length).map(labels::get).toArray());
	}

	private static Segmentation segment(final int[] colours, final int k, final ColorSpace space) {
		return Segmentation.of(image(colours), options(k, space));
	}

	private static SegmentationOptions options(final int k, final ColorSpace space) {
		return SegmentationOptions.defaults()
			.with(KMeansOptions.defaults().withClusters(k))
			.with(space);
	}

	private static ImagePlus image(final int[] colours) {
		return new ImagePlus("",
			TestImages.fill(new ColorProcessor(WIDTH, WIDTH), i -> colours[i % colours.length]));
	}

	private static int[] labels(final Segmentation segmentation) {
		return IntStream.range(0, WIDTH * WIDTH)
			.map(segmentation.labels().getProcessor()::get)
			.toArray();
	}

	/** By lightness, and by chroma, too. */
	private static int[] apart(final int k, final Random random) {
		final int[] colours = new int[k];
		for (int j = 0; j < k; j++) {
			final int n = j;
			do
				colours[j] = random.nextInt(1 << 24);
			while (IntStream.range(0, j).anyMatch(i -> !areApart(colours[i], colours[n])));
		}
		return colours;
	}

	private static boolean areApart(final int a, final int b) {
		final double[] labA = CONVERTER.RGBtoLAB(a);
		final double[] labB = CONVERTER.RGBtoLAB(b);
		return Math.abs(labA[0] - labB[0]) > 6 && Math.hypot(labA[1] - labB[1], labA[2] - labB[2]) > 30
			&& IntStream.of(0, 8, 16).map(q -> (a >> q & 255) - (b >> q & 255)).map(x -> x * x).sum() > 60
				* 60;
	}

	/** By at most one. */
	private static int near(final int colour, final Random random) {
		int near = 0;
		for (int q = 0; q < 24; q += 8)
			near |= Math.max(0, Math.min(255, (colour >> q & 255) + random.nextInt(3) - 1)) << q;
		return near;
	}
}
