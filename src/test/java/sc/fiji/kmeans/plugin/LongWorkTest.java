package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import ij.IJ;
import ij.ImagePlus;
import ij.VirtualStack;
import ij.WindowManager;
import ij.process.ImageProcessor;

import java.awt.EventQueue;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A command ends when it is cancelled, whatever its work does. */
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class LongWorkTest {

	private final StatusProgress progress = new StatusProgress(Pictures.rgb(2, 2));
	private final CountDownLatch reading = new CountDownLatch(1);
	private final CountDownLatch goOn = new CountDownLatch(1);

	@TempDir
	Path folder;

	@AfterEach
	void cleanUp() {
		goOn.countDown();
		IJ.resetEscape();
	}

	/** A stack whose second slice comes late. */
	private final class Late extends VirtualStack {

		private final ImageProcessor plane = Pictures.rgb(6, 5).getProcessor();
		private volatile Thread reader;

		private Late() {
			super(6, 5, 2, "RGB");
		}

		@Override
		public ImageProcessor getProcessor(final int n) {
			if (n == 2) waitHere();
			return plane.duplicate();
		}

		private void waitHere() {
			reader = Thread.currentThread();
			reading.countDown();
			try {
				goOn.await();
			}
			catch (final InterruptedException interrupted) {
				throw new AssertionError("The file of a stack may close", interrupted);
			}
		}
	}

	@Test
	void escapeEndsACommandWhoseWorkHearsNothing() throws Exception {
		MacroRun.of(Pictures.rgb(2, 2), ""); // registers the command
		final Late stack = new Late();
		final ImagePlus image = new ImagePlus("late", stack);
		final Path file = folder.resolve("clusters.csv");
		final Thread command = new Thread(
			() -> IJ.run(image, MacroRun.COMMAND, "measure save=[" + file + "]"), "Run$_test");
		Tables.clear();
		command.start();
		reading.await();
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		command.join(10_000);
		assertFalse(command.isAlive());
		assertFalse(image.isLocked());
		assertLeavesNothing(file);
		IJ.resetEscape(); // as a new run does
		goOn.countDown();
		stack.reader.join();
		assertLeavesNothing(file);
	}

	private static void assertLeavesNothing(final Path file) {
		assertFalse(file.toFile().exists());
		assertNull(WindowManager.getImage("late-segmented"));
		assertEquals("0", Tables.size());
	}

	@Test
	void whatIsThrownReachesTheUser() {
		final Error full = new OutOfMemoryError();
		final RuntimeException refused = new IllegalArgumentException();
		assertSame(full, thrown(() -> {
			throw full;
		}));
		assertSame(refused, thrown(() -> {
			throw refused;
		}));
	}

	private static Throwable thrown(final Supplier<String> work) {
		return assertThrows(Throwable.class,
			() -> LongWork.result(work, new StatusProgress(Pictures.rgb(2, 2))));
	}

	@Test
	void itIsCancelledByWhoInterruptsTheCommand() {
		Thread.currentThread().interrupt();
		assertThrows(CancellationException.class, () -> LongWork.result(this::late, progress));
		assertTrue(Thread.interrupted());
	}

	private String late() {
		try {
			goOn.await();
		}
		catch (final InterruptedException interrupted) {
			throw new AssertionError(interrupted);
		}
		return "late";
	}

	@Test
	void theEventThreadWorksItself() throws Exception {
		final AtomicReference<Thread> worker = new AtomicReference<>();
		final AtomicReference<Thread> events = new AtomicReference<>();
		EventQueue.invokeAndWait(() -> {
			events.set(Thread.currentThread());
			worker.set(LongWork.result(Thread::currentThread, progress));
		});
		assertSame(events.get(), worker.get());
	}

	@Test
	void whatReportsAfterTheEndIsCancelled() {
		assertEquals("done", LongWork.result(() -> "done", progress));
		assertThrows(CancellationException.class, () -> progress.report(1, "late"));
	}
}
