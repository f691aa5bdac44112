package sc.fiji.kmeans.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work in another thread ends as it would in this one, or when it is cancelled. */
@Timeout(20)
class BackgroundWorkTest {

	private static final Runnable NEVER = () -> {};

	@Test
	void theResultIsThatOfTheWork() {
		assertEquals("done", BackgroundWork.get(() -> "done", NEVER));
		assertNotSame(Thread.currentThread(), BackgroundWork.get(Thread::currentThread, NEVER));
		assertTrue(BackgroundWork.get(() -> Thread.currentThread().isDaemon(), NEVER));
	}

	@Test
	void whatTheWorkThrowsIsThrown() {
		final RuntimeException unchecked = new IllegalArgumentException("k");
		assertSame(unchecked,
			assertThrows(IllegalArgumentException.class, () -> BackgroundWork.get(() -> {
				throw unchecked;
			}, NEVER)));
		final Error error = new OutOfMemoryError("heap");
		assertSame(error, assertThrows(OutOfMemoryError.class, () -> BackgroundWork.get(() -> {
			throw error;
		}, NEVER)));
		final IOException checked = new IOException("disk");
		assertSame(checked, assertThrows(IllegalStateException.class, () -> BackgroundWork.get(() -> {
			throw checked;
		}, NEVER)).getCause());
	}

	@Test
	void itIsCheckedAgainAndAgain() {
		final AtomicInteger checks = new AtomicInteger();
		final CountDownLatch often = new CountDownLatch(3);
		BackgroundWork.get(() -> often.await(10, TimeUnit.SECONDS), () -> {
			checks.incrementAndGet();
			often.countDown();
		});
		assertTrue(checks.get() >= 3);
	}

	/** Before the work ends, which is interrupted. */
	@Test
	void aCheckThatCancelsEndsIt() throws InterruptedException {
		final CountDownLatch begun = new CountDownLatch(1);
		final CountDownLatch interrupted = new CountDownLatch(1);
		assertThrows(CancellationException.class, () -> BackgroundWork.get(() -> {
			begun.countDown();
			return awaitInterruption(interrupted);
		}, () -> {
			if (begun.getCount() == 0) throw new CancellationException();
		}));
		assertTrue(interrupted.await(10, TimeUnit.SECONDS));
	}

	private static boolean awaitInterruption(final CountDownLatch interrupted) {
		try {
			Thread.sleep(60_000);
			return false;
		}
		catch (final InterruptedException e) {
			interrupted.countDown();
			return true;
		}
	}

	@Test
	void anInterruptionOfTheCallerCancelsAndStays() throws InterruptedException {
		final CountDownLatch interrupted = new CountDownLatch(1);
		final CountDownLatch begun = new CountDownLatch(1);
		final Thread caller = Thread.currentThread();
		assertThrows(CancellationException.class, () -> BackgroundWork.get(() -> {
			begun.countDown();
			return awaitInterruption(interrupted);
		}, () -> {
			if (begun.getCount() == 0) caller.interrupt();
		}));
		assertTrue(Thread.interrupted());
		assertTrue(interrupted.await(10, TimeUnit.SECONDS));
	}
}
