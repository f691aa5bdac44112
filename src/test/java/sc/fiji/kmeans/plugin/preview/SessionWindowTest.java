package sc.fiji.kmeans.plugin.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;

import java.awt.EventQueue;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.plugin.RealImageJ;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.segment.Suggestion;

/** Clusters of what an image in a window shows, as often as others are wanted. */
@Tag("window")
class SessionWindowTest {

	private static final long PATIENCE_SECONDS = 30;
	private static final SegmentationOptions BASE = SegmentationOptions.defaults().withMerge("none");

	private final BlockingQueue<LearnedPicture> pictures = new LinkedBlockingQueue<>();
	private final BlockingQueue<Suggestion> suggestions = new LinkedBlockingQueue<>();
	private final BlockingQueue<String> refusals = new LinkedBlockingQueue<>();
	private ImagePlus image;
	private Session session;

	/** Everything is told in the event thread. */
	private final class Ear implements Session.View {

		@Override
		public void show(final LearnedPicture picture) {
			assertTrue(EventQueue.isDispatchThread());
			pictures.add(picture);
		}

		@Override
		public void suggest(final Suggestion suggestion) {
			assertTrue(EventQueue.isDispatchThread());
			suggestions.add(suggestion);
		}

		@Override
		public void refuse(final String message) {
			assertTrue(EventQueue.isDispatchThread());
			refusals.add(message);
		}

		@Override
		public void suggestNone(final String message) {
			assertTrue(EventQueue.isDispatchThread());
			refusals.add("no number: " + message);
		}
	}

	@BeforeEach
	void begin() throws Exception {
		RealImageJ.start();
		final ImageStack stack = new ImageStack(60, 50);
		for (int n = 0; n < 2; n++)
			stack.addSlice(noise(n));
		image = RealImageJ.show(new ImagePlus("two", stack));
		session = new Session(image, new Ear());
		session.start();
	}

	@AfterEach
	void cleanUp() throws Exception {
		session.end();
		RealImageJ.cleanUp();
	}

	private static ByteProcessor noise(final long seed) {
		final ByteProcessor pixels = new ByteProcessor(60, 50);
		final Random random = new Random(seed);
		for (int i = 0; i < pixels.getPixelCount(); i++)
			pixels.set(i, random.nextInt(3) * 80 + random.nextInt(20));
		return pixels;
	}

	private static <T> T next(final BlockingQueue<T> queue) throws InterruptedException {
		final T next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
		assertTrue(next != null, "nothing came");
		return next;
	}

	/** The picture of a recipe; earlier ones may come before it. */
	private LearnedPicture picture(final Recipe recipe) throws InterruptedException {
		LearnedPicture picture = next(pictures);
		while (!picture.recipe().isSame(recipe))
			picture = next(pictures);
		return picture;
	}

	/** Bit for bit those that the command finds. */
	@Test
	void clustersAreThoseOfTheCommand() throws Exception {
		final Recipe recipe = LearnedPictures.recipe(BASE, 4, "none");
		session.want(recipe);
		final LearnedPicture picture = picture(recipe);
		final Segmentation judge = Segmentation.of(new ImagePlus("", image.getStack().getProcessor(1)),
			BASE.withClusters(4));
		assertEquals(Arrays.deepToString(judge.clusters().centres()),
			Arrays.deepToString(picture.learned().centres()));
		assertTrue(picture.isOf(image, 1));
	}

	/** What was found is kept as long as the settings are the same. */
	@Test
	void clustersThatWereFoundAreKept() throws Exception {
		final Recipe three = LearnedPictures.recipe(BASE, 3, "none");
		session.want(three);
		final LearnedPicture first = picture(three);
		session.want(LearnedPictures.recipe(BASE, 5, "none"));
		picture(LearnedPictures.recipe(BASE, 5, "none"));
		session.want(three);
		final LearnedPicture again = picture(three);
		assertSame(first.learned(), again.learned());
		assertSame(first.frame(), again.frame());
		assertTrue(first.isOfSamePixels(again));
	}

	/** Of many wishes the newest counts, however fast they come. */
	@Test
	void theNewestWishIsDone() throws Exception {
		for (int k = 2; k <= 12; k++)
			session.want(LearnedPictures.recipe(BASE, k, "none"));
		assertEquals(12, picture(LearnedPictures.recipe(BASE, 12, "none")).learned().size());
		assertTrue(pictures.isEmpty());
	}

	@Test
	void anotherSliceIsAnotherPicture() throws Exception {
		final Recipe recipe = LearnedPictures.recipe(BASE, 3, "none");
		session.want(recipe);
		final LearnedPicture first = picture(recipe);
		EventQueue.invokeAndWait(() -> image.setSlice(2));
		LearnedPicture second = picture(recipe);
		while (!second.isOf(image, 2))
			second = picture(recipe);
		assertTrue(!first.isOfSamePixels(second));
	}

	/** Merging is done to what was found. */
	@Test
	void mergingLearnsNothingAgain() throws Exception {
		session.want(LearnedPictures.recipe(BASE, 4, "none"));
		final LearnedPicture plain = picture(LearnedPictures.recipe(BASE, 4, "none"));
		session.want(LearnedPictures.recipe(BASE, 4, "1+2"));
		final LearnedPicture merged = picture(LearnedPictures.recipe(BASE, 4, "1+2"));
		assertSame(plain.learned(), merged.learned());
		assertEquals(plain.percent(1) + plain.percent(2), merged.percent(1), 1e-9);
	}

	@Test
	void aNumberIsSuggestedOnRequest() throws Exception {
		session.suggest(BASE);
		final Suggestion suggestion = next(suggestions);
		assertEquals(
			Suggestion.of(new ImagePlus("", image.getStack().getProcessor(1)), BASE).toString(),
			suggestion.toString());
		assertTrue(suggestions.isEmpty());
	}

	/** What does not fit is told, and the next wish is done. */
	@Test
	void refusalsAreTold() throws Exception {
		session.want(LearnedPictures.recipe(BASE.with(ColorSpace.LAB), 3, "none"));
		assertTrue(next(refusals).startsWith("color_space = Lab: takes RGB"));
		session.want(LearnedPictures.recipe(BASE, 3, "none"));
		picture(LearnedPictures.recipe(BASE, 3, "none"));
	}

	/** After the end nothing is told any more. */
	@Test
	void theEndIsTheEnd() throws Exception {
		session.end();
		session.want(LearnedPictures.recipe(BASE, 3, "none"));
		session.suggest(BASE);
		IJ.wait(100);
		RealImageJ.settle();
		assertTrue(pictures.isEmpty() && suggestions.isEmpty() && refusals.isEmpty());
	}
}
