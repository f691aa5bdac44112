package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeans;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.ImagePixels;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.image.TestImages;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.pixel.PixelFormat;
import sc.fiji.kmeans.pixel.PixelHistogram;

/** Frames that come one after another give what still images give. */
class FrameSegmenterTest {

	private static final int[] BITS = { 8, 16, 24, 32 };
	private static final int K = 4;

	private static SegmentationOptions options(final int k) {
		return SegmentationOptions.defaults().with(KMeansOptions.defaults().withClusters(k));
	}

	private static ImageProcessor[] channels(final ImagePlus image) {
		final ImageProcessor[] channels = new ImageProcessor[image.getNChannels()];
		Arrays.setAll(channels, c -> image.getStack().getProcessor(c + 1));
		if (image.getNChannels() > 1) Arrays.setAll(channels, c -> {
			channels[c].setLut(image.getLuts()[c]);
			return channels[c];
		});
		return channels;
	}

	@Property(tries = 100)
	void theFirstFrameGivesWhatTheStillImageGives(@ForAll @IntRange(max = 3) final int type,
		@ForAll @IntRange(min = 1, max = 3) final int channels, @ForAll final boolean isWhole,
		@ForAll final long seed)
	{
		final ImagePlus image = RandomImages.hyperstack(BITS[type], type == 2 ? 1 : channels, 1, 1,
			seed);
		if (!isWhole) image.setRoi(TestImages.oval());
		final Segmentation still = Segmentation.of(image, options(K));
		final SegmentedFrame frame = new FrameSegmenter(options(K), Progress.NONE, Planes.NEW)
			.segment(channels(image), image.getRoi());
		assertPixels(still.labels().getProcessor(), frame.colouredLabels());
		assertArrayEquals(still.labels().getProcessor().getLut().getBytes(),
			frame.colouredLabels().getLut().getBytes());
		if (image.getNChannels() > 1) return;
		assertPixels(still.segmented().getProcessor(), frame.segmented());
		final BitSet removed = new BitSet();
		removed.set(2);
		assertPixels(still.masked(2).getProcessor(), frame.masked(removed));
	}

	@Property(tries = 50)
	void chosenChannelsGiveWhatTheStillImageGives(@ForAll @IntRange(min = 1, max = 12) final int last,
		@ForAll final long seed)
	{
		final ImagePlus image = RandomImages.hyperstack(8, 12, 1, 1, seed);
		final SegmentationOptions some = options(K).withChannels("3," + last);
		final Segmentation still = Segmentation.of(image, some);
		final SegmentedFrame frame = new FrameSegmenter(some, Progress.NONE, Planes.NEW)
			.segment(channels(image), null);
		assertPixels(still.labels().getProcessor(), frame.colouredLabels());
		if (last == 3) assertPixels(still.segmented().getProcessor(), frame.segmented());
		else assertPixels(composed(still.segmented()), frame.segmented());
	}

	private static ImageProcessor composed(final ImagePlus picture) {
		((CompositeImage) picture).setMode(CompositeImage.COMPOSITE);
		return new ColorProcessor(picture.getImage());
	}

	/** ImageJ lays no more than eight over each other. */
	@Example
	void ofManyChannelsTheFirstIsShown() {
		final ImagePlus image = RandomImages.hyperstack(8, 10, 1, 1, 1);
		final SegmentedFrame frame = new FrameSegmenter(options(K).withChannels("2-10"), Progress.NONE,
			Planes.NEW).segment(channels(image), null);
		final ImagePlus segmented = Segmentation.of(image, options(K).withChannels("2-10")).segmented();
		assertPixels(composed(segmented), frame.segmented());
		final BitSet all = new BitSet();
		all.set(0, K + 1);
		final ImageProcessor masked = frame.masked(all);
		for (int p = 0; p < masked.getPixelCount(); p++)
			assertEquals(0, masked.get(p) & 0xffffff);
	}

	private static void assertPixels(final ImageProcessor expected, final ImageProcessor actual) {
		assertEquals(expected.getClass(), actual.getClass());
		for (int i = 0; i < expected.getPixelCount(); i++)
			assertEquals(expected.getf(i), actual.getf(i), 0);
	}

	/** A film that pans over noise and colours. */
	private static ColorProcessor[] film(final int frames, final long seed) {
		final Random random = new Random(seed);
		final int[] colours = random.ints(5, 0, 1 << 24).toArray();
		final ColorProcessor[] film = new ColorProcessor[frames];
		for (int n = 0; n < frames; n++) {
			film[n] = new ColorProcessor(40, 30);
			for (int i = 0; i < 1200; i++)
				film[n].set(i, noisy(colours[(i % 40 + n) / 9 % 5], random));
		}
		return film;
	}

	private static int noisy(final int rgb, final Random random) {
		int noisy = 0;
		for (int shift = 0; shift < 24; shift += 8)
			noisy |= Math.max(0, Math.min(255, (rgb >> shift & 0xff) + random.nextInt(21) - 10)) << shift;
		return noisy;
	}

	/** To the bit: centres, and the label of each pixel. */
	@Property(tries = 30)
	void aFrameGivesWhatTheCentresBeforeGiveAsAStart(@ForAll final long seed) {
		final FrameSegmenter segmenter = new FrameSegmenter(options(K), Progress.NONE, Planes.NEW);
		Clusters before = null;
		for (final ColorProcessor picture : film(4, seed)) {
			final ImageProcessor[] frame = { picture };
			final SegmentedFrame segmented = segmenter.segment(frame, null);
			if (segmented.clusters().found().attempts() == 1) assertFollows(before, picture, segmented);
			before = segmented.clusters().found();
		}
		assertEquals(1, before.attempts());
	}

	private static void assertFollows(final Clusters before, final ColorProcessor picture,
		final SegmentedFrame segmented)
	{
		final PixelHistogram histogram = PixelHistogram.of(new ImagePixels(picture, null),
			Progress.NONE);
		final Clusters now = segmented.clusters().found();
		assertArrayEquals(
			rows(new KMeans(options(K).kMeans(), PixelFormat.RGB.order()).clusterFrom(rows(before),
				histogram.points(), Progress.NONE)),
			Arrays.stream(rows(now)).sorted(PixelFormat.RGB.order()).toArray());
		final ImageProcessor labels = segmented.colouredLabels();
		for (int i = 0; i < picture.getPixelCount(); i++)
			assertEquals(
				now.nearest(picture.get(i) >> 16 & 0xff, picture.get(i) >> 8 & 0xff, picture.get(i) & 0xff),
				labels.get(i));
	}

	private static double[][] rows(final Clusters clusters) {
		final double[][] rows = new double[clusters.size()][];
		Arrays.setAll(rows, j -> clusters.centre(j + 1));
		return rows;
	}

	@Property(tries = 10)
	void noClusterTakesThePlaceOfAnother(@ForAll final long seed) {
		final FrameSegmenter segmenter = new FrameSegmenter(options(5), Progress.NONE, Planes.NEW);
		Clusters before = null;
		for (final ColorProcessor picture : film(30, seed)) {
			final Clusters now = segmenter.segment(new ImageProcessor[] { picture }, null)
				.clusters()
				.found();
			if (before != null) for (int j = 1; j <= now.size(); j++)
				assertEquals(j, before.nearest(now.centre(j)));
			before = now;
		}
	}

	@Example
	void anotherSceneStartsAfreshAndIsNumberedFromDarkToBright() {
		final FrameSegmenter segmenter = new FrameSegmenter(options(3), Progress.NONE, Planes.NEW);
		final ImageProcessor[] dull = { film(1, 1)[0] };
		segmenter.segment(dull, null);
		assertEquals(1, segmenter.segment(dull, null).clusters().found().attempts());
		final ColorProcessor other = new ColorProcessor(40, 30);
		for (int i = 0; i < 1200; i++)
			other.set(i, (i % 3 * 0x7f0000 + i % 7 * 0x2000 + i % 5) & 0xffffff);
		final Clusters fresh = segmenter.segment(new ImageProcessor[] { other }, null)
			.clusters()
			.found();
		assertEquals(10, fresh.attempts());
		assertArrayEquals(
			rows(
				Segmentation.of(new ImagePlus("", other), options(3).kMeans()).clustersOfFrame(1).found()),
			rows(fresh));
	}

	/** Whatever came before. */
	@Property(tries = 60)
	void anotherTypeOrSizeStartsAfresh(@ForAll final long seed) {
		final Random random = new Random(seed);
		final FrameSegmenter segmenter = new FrameSegmenter(options(K), Progress.NONE, Planes.NEW);
		for (int n = 0; n < 6; n++) {
			final int bits = BITS[random.nextInt(4)];
			final ImagePlus image = RandomImages.hyperstack(bits, bits == 24 ? 1 : 1 + random.nextInt(3),
				1, 1, random.nextLong());
			final ImageProcessor[] frame = channels(image);
			final SegmentedFrame segmented = segmenter.segment(frame, null);
			assertEquals(Math.min(K, frame[0].getPixelCount()), segmented.clusters().found().size());
			final ImageProcessor labels = segmented.colouredLabels();
			for (int i = 0; i < labels.getPixelCount(); i++)
				assertTrue(labels.get(i) >= 1 && labels.get(i) <= K);
		}
	}

	@Example
	void picturesArePaintedOverOldOnesThatFit() {
		final ImageProcessor[] old = new ImageProcessor[1];
		final FrameSegmenter segmenter = new FrameSegmenter(options(3), Progress.NONE,
			like -> Planes.reused(old[0], like));
		final ColorProcessor[] film = film(2, 7);
		final ImageProcessor first = segmenter.segment(new ImageProcessor[] { film[0] }, null)
			.segmented();
		final SegmentedFrame frame = segmenter.segment(new ImageProcessor[] { film[1] }, null);
		final ImageProcessor fresh = frame.segmented();
		assertNotSame(first, fresh);
		old[0] = first;
		assertSame(first, frame.segmented());
		assertPixels(fresh, first);
		assertNotSame(first, frame.colouredLabels());
		assertNotSame(first,
			segmenter.segment(new ImageProcessor[] { new FloatProcessor(9, 9, new double[81]) }, null)
				.segmented());
	}

	/** The labels of a film are on one plane, as long as it fits; those of images are not. */
	@Example
	void labelsOfAFilmAreWrittenOver() {
		final FrameSegmenter segmenter = new FrameSegmenter(options(3), Progress.NONE, Planes.NEW);
		final ColorProcessor[] film = film(2, 7);
		final ImageProcessor first = segmenter.segment(new ImageProcessor[] { film[0] }, null).labels();
		final ImageProcessor next = segmenter.segment(new ImageProcessor[] { film[1] }, null).labels();
		assertSame(first, next);
		final ImageProcessor[] other = { new ByteProcessor(3, 1, new byte[] { 1, 9, 20 }) };
		assertNotSame(first, segmenter.segment(other, null).labels());
		assertEquals(3, segmenter.segment(other, null).labels().getPixelCount());
	}

	/** Where the frame before was segmented and this one is not selected. */
	@Example
	void nothingStaysOfTheFrameBeforeOutsideTheSelection() {
		final FrameSegmenter segmenter = new FrameSegmenter(options(2), Progress.NONE, Planes.NEW);
		final ColorProcessor[] film = film(2, 3);
		segmenter.segment(new ImageProcessor[] { film[0] }, null);
		final SegmentedFrame frame = segmenter.segment(new ImageProcessor[] { film[1] },
			new Roi(5, 5, 10, 10));
		final ImageProcessor labels = frame.colouredLabels();
		for (int y = 0; y < 30; y++)
			for (int x = 0; x < 40; x++)
				assertEquals(x >= 5 && x < 15 && y >= 5 && y < 15, labels.get(x, y) > 0);
		assertPixels(film[1], frame.masked(new BitSet()));
	}

	@Example
	void aFrameWithoutPixelsIsRefusedAndTheNextGoesOn() {
		final FrameSegmenter segmenter = new FrameSegmenter(options(2), Progress.NONE, Planes.NEW);
		final ImageProcessor[] none = {
			new FloatProcessor(2, 2, new float[] { Float.NaN, Float.NaN, Float.NaN, Float.NaN }, null) };
		assertThrows(IllegalArgumentException.class, () -> segmenter.segment(none, null));
		assertEquals(2,
			segmenter.segment(new ImageProcessor[] { film(1, 1)[0] }, null).clusters().found().size());
	}
}
