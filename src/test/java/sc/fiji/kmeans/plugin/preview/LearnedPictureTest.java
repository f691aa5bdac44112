package sc.fiji.kmeans.plugin.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.CountedFrame;

/** Pictures of grey pixels, made without a window. */
class LearnedPictureTest {

	private static final SegmentationOptions BASE = SegmentationOptions.defaults().withMerge("none");

	/** Values that differ by 20. */
	private static ImagePlus greys(final Random random, final int values) {
		final ByteProcessor pixels = new ByteProcessor(20, 15);
		for (int i = 0; i < pixels.getPixelCount(); i++)
			pixels.set(i, 20 * (i < values ? i : random.nextInt(values)));
		return new ImagePlus("", pixels);
	}

	/** Percent of the pixels, label by label. */
	@Property(tries = 40)
	void sharesAreThoseOfThePixels(@ForAll final long seed,
		@ForAll @IntRange(min = 1, max = 6) final int k)
	{
		final ImagePlus image = greys(new Random(seed), k);
		final LearnedPicture picture = LearnedPictures.of(image,
			LearnedPictures.recipe(BASE, k, "none"), 1);
		final int[] histogram = image.getProcessor().getHistogram();
		double all = 0;
		for (int label = 1; label <= k; label++) {
			assertEquals(100.0 * histogram[20 * (label - 1)] / 300, picture.percent(label), 1e-9);
			all += picture.percent(label);
		}
		assertEquals(100, all, 1e-9);
		assertEquals(0, picture.percent(0));
		assertEquals(0, picture.percent(k + 1));
		assertFalse(picture.isMerged());
	}

	@Property(tries = 30)
	void mergedSharesAddUp(@ForAll final long seed) {
		final ImagePlus image = greys(new Random(seed), 4);
		final LearnedPicture plain = LearnedPictures.of(image, LearnedPictures.recipe(BASE, 4, "none"),
			1);
		final LearnedPicture merged = LearnedPictures.of(image, LearnedPictures.recipe(BASE, 4, "1+3"),
			1);
		assertTrue(merged.isMerged());
		assertEquals(plain.percent(1) + plain.percent(3), merged.percent(1), 1e-9);
		assertEquals(plain.percent(2), merged.percent(2), 1e-9);
		assertEquals(plain.percent(4), merged.percent(3), 1e-9);
		assertEquals(4, merged.learned().size());
	}

	/** Where small regions are dissolved, those that are painted are counted. */
	@Test
	void dissolvedRegionsCountForTheirNeighbours() {
		final ByteProcessor pixels = new ByteProcessor(10, 10);
		for (int i = 50; i < 100; i++)
			pixels.set(i, 200);
		pixels.set(22, 200);
		final ImagePlus image = new ImagePlus("", pixels);
		assertEquals(51,
			LearnedPictures.of(image, LearnedPictures.recipe(BASE, 2, "none"), 1).percent(2), 1e-9);
		assertEquals(50,
			LearnedPictures.of(image, LearnedPictures.recipe(BASE.withMinSize(3), 2, "none"), 1)
				.percent(2),
			1e-9);
	}

	@Test
	void theLineTellsAllShares() {
		final ImagePlus image = greys(new Random(1), 1);
		assertEquals("1 cluster: 100.0 %",
			LearnedPictures.of(image, LearnedPictures.recipe(BASE, 1, "none"), 1).toString());
		final ByteProcessor pixels = new ByteProcessor(8, 1);
		pixels.set(7, 9);
		assertEquals("2 clusters: 87.5, 12.5 %",
			LearnedPictures.of(new ImagePlus("", pixels), LearnedPictures.recipe(BASE, 2, "none"), 1)
				.toString());
	}

	/** By the number of the frame and by its size. */
	@Test
	void aPictureIsOfItsFrame() {
		final ImagePlus image = greys(new Random(1), 3);
		final LearnedPicture picture = LearnedPictures.of(image,
			LearnedPictures.recipe(BASE, 3, "none"), 2);
		assertTrue(picture.isOf(image, 2));
		assertFalse(picture.isOf(image, 1));
		assertFalse(picture.isOf(new ImagePlus("", new ByteProcessor(20, 14)), 2));
		assertFalse(picture.isOf(new ImagePlus("", new ByteProcessor(21, 15)), 2));
	}

	@Test
	void samePixelsAreThoseOfTheSameFrameAndSettings() {
		final ImagePlus image = greys(new Random(1), 4);
		final CountedFrame frame = new CountedFrame(
			new ImageProcessor[] { image.getProcessor().duplicate() }, null, image, 1);
		final LearnedPicture[] pictures = IntStream.rangeClosed(2, 3).mapToObj(k -> {
			final ImageClusters learned = frame.learned(BASE.withClusters(k), Progress.NONE);
			return new LearnedPicture(LearnedPictures.recipe(BASE, k, "none"), learned,
				frame.labelled(learned, BASE.withClusters(k), Progress.NONE), 1);
		}).toArray(LearnedPicture[]::new);
		assertTrue(pictures[0].isOfSamePixels(pictures[1]));
		assertFalse(pictures[0]
			.isOfSamePixels(LearnedPictures.of(image, LearnedPictures.recipe(BASE, 2, "none"), 1)));
	}

	@Test
	void recipesAreWhatIsWanted() {
		final Recipe recipe = LearnedPictures.recipe(BASE, 3, "1+2");
		assertTrue(recipe.isSame(LearnedPictures.recipe(BASE, 3, "1+2")));
		assertFalse(recipe.isSame(LearnedPictures.recipe(BASE, 4, "1+2")));
		assertFalse(recipe.isSame(LearnedPictures.recipe(BASE, 3, "none")));
		assertFalse(recipe.isSame(LearnedPictures.recipe(BASE.withMinSize(2), 3, "1+2")));
		assertEquals("3 clusters, merge = 1+2", recipe.toString());
		assertEquals(7, recipe.learning(7).kMeans().clusters());
	}

	/** Those that a dialog has: merging is a matter of its own. */
	@Test
	void recipesOfOptions() {
		final SegmentationOptions options = SegmentationOptions.defaults()
			.withClusters(5)
			.withMerge("2+4");
		assertEquals("5 clusters, merge = 2+4", Recipe.of(options).toString());
		assertEquals("none", Recipe.of(options).base.merge().toString());
		assertEquals(Recipe.SUGGESTED,
			Recipe.of(SegmentationOptions.defaults().withSuggestedClusters()).clusters);
	}

	@Test
	void labelsAreCountedWhereOthersGetSome() {
		assertTrue(LearnedPictures.recipe(BASE, 3, "none").areLearnedAlone());
		assertTrue(LearnedPictures.recipe(BASE.withMinSize(1), 3, "none").areLearnedAlone());
		assertFalse(LearnedPictures.recipe(BASE.withMinSize(2), 3, "none").areLearnedAlone());
	}
}
