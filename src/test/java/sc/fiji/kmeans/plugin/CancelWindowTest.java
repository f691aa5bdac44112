package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import ij.ImageJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.process.ColorProcessor;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.plugin.dialog.DialogDriver;

/** Whoever stops a run gets the word at once, and the image as it was. */
@Tag("window")
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class CancelWindowTest {

	/** The promise is 100 ms; the rest is room for a busy machine. */
	private static final long SLACK_MILLIS = 1000;

	@BeforeEach
	void start() throws Exception {
		RealImageJ.start();
	}

	@AfterEach
	void cleanUp() throws Exception {
		RealImageJ.cleanUp();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3 })
	void escapeStopsARunAtOnce(final int frames) throws Exception {
		final ImagePlus image = run(frames);
		final ImagePlus before = image.duplicate();
		final long pressed = System.nanoTime();
		pressEscape(image.getCanvas());
		RealImageJ.awaitEnd();
		assertStopped(pressed);
		assertEquals(1, WindowManager.getWindowCount());
		assertFalse(image.isLocked());
		Pictures.assertSame(before, image);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3 })
	void closingTheSourceStopsARunAtOnce(final int frames) throws Exception {
		final ImagePlus image = run(frames);
		final long closed = System.nanoTime();
		EventQueue.invokeAndWait(image.getWindow()::close);
		RealImageJ.awaitEnd();
		assertStopped(closed);
		assertEquals(0, WindowManager.getWindowCount());
		assertFalse(image.isLocked());
	}

	/** Starts a run that takes minutes and waits until it is in its midst. */
	private static ImagePlus run(final int frames) throws Exception {
		final ImagePlus image = noise(frames);
		image.show();
		DialogDriver.open().type("Clusters", "200").press("OK");
		RealImageJ.await("clustering",
			() -> ImageJ.getStatusBarText().contains("clustering") ? true : null);
		return image;
	}

	private static ImagePlus noise(final int frames) {
		final Random random = new Random(1);
		final ImageStack stack = new ImageStack(700, 700);
		for (int t = 0; t < frames; t++)
			stack.addSlice(new ColorProcessor(700, 700, random.ints(490_000).toArray()));
		final ImagePlus image = new ImagePlus("noise", stack);
		image.setDimensions(1, 1, frames);
		return image;
	}

	/** As the key does where the image has the keyboard. */
	private static void pressEscape(final Component canvas) throws Exception {
		final KeyEvent event = new KeyEvent(canvas, KeyEvent.KEY_PRESSED, System.currentTimeMillis(), 0,
			KeyEvent.VK_ESCAPE, KeyEvent.CHAR_UNDEFINED);
		EventQueue.invokeAndWait(() -> {
			for (final KeyListener listener : canvas.getKeyListeners())
				listener.keyPressed(event);
		});
	}

	private static void assertStopped(final long since) {
		final long millis = (System.nanoTime() - since) / 1_000_000;
		System.out.println("stopped after " + millis + " ms");
		assertEquals(RealImageJ.COMMAND + " INTERRUPTED", ImageJ.getStatusBarText());
		assertTrue(millis < SLACK_MILLIS, "stopped after " + millis + " ms");
	}
}
