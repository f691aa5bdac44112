package sc.fiji.kmeans.plugin.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.frame.Recorder;
import ij.process.ColorProcessor;

import java.awt.EventQueue;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.plugin.RealImageJ;

/** What Create runs is what it records. */
@Tag("window")
class CreationWindowTest {

	private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
	private ImagePlus image;

	@BeforeEach
	void show() throws Exception {
		RealImageJ.start();
		final ColorProcessor pixels = new ColorProcessor(30, 20);
		final Random random = new Random(1);
		for (int i = 0; i < pixels.getPixelCount(); i++)
			pixels.set(i, 0xff000000 | 0x404040 * random.nextInt(4));
		image = RealImageJ.show(new ImagePlus("tissue", pixels));
	}

	@AfterEach
	void cleanUp() throws Exception {
		RealImageJ.cleanUp();
	}

	private String created(final String line) throws Exception {
		new Creation(image, line).start(word -> {
			assertTrue(EventQueue.isDispatchThread());
			told.add(word);
		});
		return told.poll(30, TimeUnit.SECONDS);
	}

	@Test
	void theCommandMakesWhatTheLineSays() throws Exception {
		assertEquals("Created: clusters=4 masked=none labels",
			created("clusters=4 masked=none labels"));
		assertEquals(4, WindowManager.getImage("tissue-labels").getStatistics().max);
		assertTrue(WindowManager.getImage("tissue-segmented") != null);
		assertNull(WindowManager.getImage("tissue-masked"));
	}

	/** And nothing is recorded; all of it would take minutes. */
	@Test
	void whereTheImageIsClosedMeanwhileNothingIsCreated() throws Exception {
		EventQueue.invokeAndWait(image::close);
		final ImagePlus noise = RealImageJ.show(
			new ImagePlus("noise", new ColorProcessor(700, 700, new Random(1).ints(490_000).toArray())));
		EventQueue.invokeAndWait(() -> new Recorder());
		new Creation(noise, "clusters=200 attempts=1000 epsilon=0 masked=none").start(told::add);
		RealImageJ.await("the lock", () -> noise.isLocked() ? true : null);
		EventQueue.invokeAndWait(() -> {
			noise.changes = false;
			noise.close();
		});
		assertEquals("Nothing was created", told.poll(30, TimeUnit.SECONDS));
		assertEquals("", Recorder.getInstance().getText());
	}

	@Test
	void whereTheImageIsClosedAlreadyItIsTold() throws Exception {
		EventQueue.invokeAndWait(image::close);
		assertEquals("Nothing was created: the image is closed", created("clusters=2"));
	}

	/** What others open meanwhile was not created here. */
	@Test
	void anImageThatOpensMeanwhileIsNotTakenForAResult() throws Exception {
		final ImagePlus noise = RealImageJ.show(
			new ImagePlus("noise", new ColorProcessor(700, 700, new Random(1).ints(490_000).toArray())));
		new Creation(noise, "clusters=200 attempts=1000 epsilon=0 masked=none").start(told::add);
		RealImageJ.await("the lock", () -> noise.isLocked() ? true : null);
		RealImageJ.show(new ImagePlus("other", new ColorProcessor(10, 10)));
		EventQueue.invokeAndWait(() -> {
			noise.changes = false;
			noise.close();
		});
		assertEquals("Nothing was created", told.poll(30, TimeUnit.SECONDS));
	}

	/** One line, which alone gives the same. */
	@Test
	void theLineIsRecorded() throws Exception {
		EventQueue.invokeAndWait(() -> new Recorder());
		created("clusters=2 masked=none names=[dark grey,light]");
		final String text = Recorder.getInstance().getText();
		assertTrue(text.contains(
			"run(\"K-Means Segmentation...\"," + " \"clusters=2 masked=none names=[dark grey,light]\");"),
			text);
	}
}
