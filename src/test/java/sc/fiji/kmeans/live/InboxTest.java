package sc.fiji.kmeans.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.MaskedClusters;

/** What is left in the inbox is taken once, and of frames the newest. */
class InboxTest {

	private static LiveOptions options() {
		return new LiveOptions(SegmentationOptions.defaults(), PictureKind.LABELS, MaskedClusters.NONE);
	}

	/** What an inbox should hold, written down without a thought of threads. */
	private static final class Model {

		private final Random random;
		private LiveOptions options = options();
		private final Inbox inbox = new Inbox(options);
		private boolean isChanged;
		private boolean isPaused;
		private int frames;
		private int dropped;
		private List<Consumer<Optional<Snapshot>>> takers = new ArrayList<>();

		private Model(final long seed) {
			random = new Random(seed);
		}

		private void step() throws InterruptedException {
			switch (random.nextInt(6)) {
				case 0 :
					pause(random.nextBoolean());
					break;
				case 1 :
					set();
					break;
				case 2 :
					ask();
					break;
				case 3 :
					if (frames > 0 || isChanged || !takers.isEmpty()) take();
					break;
				default :
					inbox.arrived();
					if (!isPaused) frames++;
			}
			assertEquals(dropped, inbox.dropped());
			assertSame(options, inbox.options());
		}

		private void pause(final boolean value) {
			inbox.pause(value);
			if (isPaused && !value) frames++;
			isPaused = value;
		}

		private void set() {
			options = options();
			isChanged = true;
			inbox.set(options);
		}

		private void ask() {
			final Consumer<Optional<Snapshot>> taker = snapshot -> {};
			takers.add(taker);
			assertTrue(inbox.snapshot(taker));
		}

		private void take() throws InterruptedException {
			final Tasks tasks = inbox.take().get();
			assertEquals(frames > 0, tasks.hasFrame);
			assertSame(options, tasks.options);
			assertEquals(takers, tasks.snapshots);
			dropped += Math.max(0, frames - 1);
			frames = 0;
			isChanged = false;
			takers = new ArrayList<>();
		}
	}

	@Property(tries = 150)
	void itHoldsWhatWasLeft(@ForAll final long seed) throws InterruptedException {
		final Model model = new Model(seed);
		for (int n = 0; n < 60; n++)
			model.step();
	}

	/** Whatever there is to do. */
	@Property(tries = 30)
	void afterTheEndThereIsNothingToDo(@ForAll final long seed) throws InterruptedException {
		final Model model = new Model(seed);
		for (int n = 0; n < 20; n++)
			model.step();
		assertFalse(model.inbox.isOver());
		model.inbox.end("reason");
		assertEquals(Optional.empty(), model.inbox.take());
		assertFalse(model.inbox.snapshot(snapshot -> {}));
		assertEquals(model.takers, model.inbox.takeSnapshots());
		assertTrue(model.inbox.takeSnapshots().isEmpty());
	}

	@Test
	void theFirstReasonHolds() {
		final Inbox inbox = new Inbox(options());
		assertEquals("", inbox.why());
		inbox.end("unplugged");
		inbox.end("stopped");
		assertTrue(inbox.isOver());
		assertEquals("unplugged", inbox.why());
	}

	@Test
	void aFrameCameWhenTheLastOneDid() throws InterruptedException {
		final Inbox inbox = new Inbox(options());
		inbox.arrived();
		final long between = System.nanoTime();
		inbox.arrived();
		final long came = inbox.take().get().came;
		assertTrue(between - came <= 0 && came - System.nanoTime() <= 0);
	}

	/** What makes the worker go on that waits: each in its own way. */
	@Test
	@Timeout(60)
	void whoWaitsIsWoken() throws Exception {
		final LiveOptions other = options();
		assertTrue(woken(Inbox::arrived).get().hasFrame);
		assertSame(other, woken(inbox -> inbox.set(other)).get().options);
		assertEquals(1, woken(inbox -> inbox.snapshot(snapshot -> {})).get().snapshots.size());
		assertFalse(woken(inbox -> inbox.end("")).isPresent());
		assertTrue(woken(inbox -> {
			inbox.pause(true);
			inbox.pause(false);
		}).get().hasFrame);
	}

	private static Optional<Tasks> woken(final Consumer<Inbox> event) throws Exception {
		final Inbox inbox = new Inbox(options());
		final CompletableFuture<Optional<Tasks>> taken = new CompletableFuture<>();
		final Thread worker = new Thread(() -> complete(taken, inbox));
		worker.start();
		while (worker.getState() != Thread.State.WAITING)
			Thread.sleep(1);
		event.accept(inbox);
		return taken.get(20, TimeUnit.SECONDS);
	}

	private static void complete(final CompletableFuture<Optional<Tasks>> taken, final Inbox inbox) {
		try {
			taken.complete(inbox.take());
		}
		catch (final InterruptedException e) {
			taken.completeExceptionally(e);
		}
	}

	@Test
	void aPauseWakesNobody() throws Exception {
		final Inbox inbox = new Inbox(options());
		inbox.pause(true);
		inbox.arrived();
		inbox.set(options());
		assertFalse(inbox.take().get().hasFrame);
		assertEquals(0, inbox.dropped());
	}
}
