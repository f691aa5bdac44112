package sc.fiji.kmeans.plugin.explorer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/**
 * What the user does, in turn, while it has to wait. One action may make the next ones wait
 * again; what an action does by others is done with it. For the event thread.
 */
final class Waiting {

	private final BooleanSupplier isTime;
	private final Deque<Runnable> actions = new ArrayDeque<>();
	private boolean isDoing;

	/** @param isTime whether nothing has to wait */
	Waiting(final BooleanSupplier isTime) {
		this.isTime = isTime;
	}

	/** Does something as soon as it is time. */
	void whenItIsTime(final Runnable action) {
		if (isDoing) action.run();
		else {
			actions.add(action);
			goOn();
		}
	}

	/** Does something at once, but not before what waits. */
	void inTurn(final Runnable action) {
		if (isDoing || actions.isEmpty()) action.run();
		else actions.add(action);
	}

	/** To be called when it may be time. */
	void goOn() {
		while (!isDoing && !actions.isEmpty() && isTime.getAsBoolean()) {
			isDoing = true;
			try {
				actions.remove().run();
			}
			finally {
				isDoing = false;
			}
		}
	}
}
