package sc.fiji.kmeans.plugin.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WaitingTest {

	private final StringBuilder done = new StringBuilder();
	private boolean isTime;
	private final Waiting waiting = new Waiting(() -> isTime);

	private Runnable act(final String what) {
		return () -> done.append(what);
	}

	private void assertDone(final String what) {
		assertEquals(what, done.toString());
	}

	@Test
	void atTheRightTimeAllIsDoneAtOnce() {
		isTime = true;
		waiting.whenItIsTime(act("a"));
		waiting.inTurn(act("b"));
		assertDone("ab");
	}

	@Test
	void elseItIsDoneLaterInTurn() {
		waiting.inTurn(act("a"));
		assertDone("a");
		waiting.whenItIsTime(act("b"));
		waiting.inTurn(act("c"));
		waiting.whenItIsTime(act("d"));
		waiting.goOn();
		assertDone("a");
		isTime = true;
		waiting.goOn();
		assertDone("abcd");
		waiting.goOn();
		assertDone("abcd");
	}

	@Test
	void whatAnActionDoesByAnotherComesBeforeTheNext() {
		waiting.whenItIsTime(() -> waiting.whenItIsTime(() -> {
			act("a").run();
			waiting.inTurn(act("b"));
			waiting.goOn();
		}));
		waiting.whenItIsTime(act("c"));
		isTime = true;
		waiting.goOn();
		assertDone("abc");
	}

	@Test
	void anActionMayMakeTheNextOnesWait() {
		waiting.whenItIsTime(() -> isTime = false);
		waiting.whenItIsTime(act("b"));
		isTime = true;
		waiting.goOn();
		assertDone("");
		isTime = true;
		waiting.goOn();
		assertDone("b");
	}

	@Test
	void afterAnErrorTheNextIsDone() {
		isTime = true;
		try {
			waiting.whenItIsTime(() -> {
				throw new IllegalStateException();
			});
		}
		catch (final IllegalStateException expected) {
			waiting.whenItIsTime(act("b"));
		}
		assertDone("b");
	}
}
