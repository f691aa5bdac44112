package sc.fiji.kmeans.plugin.explorer;

import java.util.ArrayDeque;
import java.util.Deque;

/** The states so far, and those that were undone. */
final class History {

	private final Deque<ExplorerState> past = new ArrayDeque<>();
	private final Deque<ExplorerState> future = new ArrayDeque<>();
	private ExplorerState now;
	private boolean hasCurve;

	History(final ExplorerState first) {
		now = first;
	}

	ExplorerState now() {
		return now;
	}

	/** A step that can be undone; what was undone before is forgotten. */
	void add(final ExplorerState next) {
		if (next == now) return;
		past.push(now);
		future.clear();
		now = next;
	}

	/** A change that is no step of its own, such as the next place of a slider that moves. */
	void replace(final ExplorerState next) {
		now = next;
	}

	/** Whether there was a curve of suggested numbers when the image was left. */
	boolean hasCurve() {
		return hasCurve;
	}

	void leave(final boolean withCurve) {
		hasCurve = withCurve;
	}

	boolean canUndo() {
		return !past.isEmpty();
	}

	boolean canRedo() {
		return !future.isEmpty();
	}

	void undo() {
		if (!canUndo()) return;
		future.push(now);
		now = past.pop();
	}

	void redo() {
		if (!canRedo()) return;
		past.push(now);
		now = future.pop();
	}
}
