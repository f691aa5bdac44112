package sc.fiji.kmeans.plugin.explorer;

import java.awt.EventQueue;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What the user can do, by the panel, by keys and with the tool. Without an image they do
 * nothing. For the event thread.
 */
final class Actions implements ClusterRow.Hands {

	/** The largest number of clusters of the slider; more can be typed. */
	static final int MOST_OF_SLIDER = 20;
	/** Labels have 8 bits up to here. */
	static final int MOST = 254;

	private final Supplier<Explorer> current;
	private final Consumer<String> hints;
	private final Consumer<Explorer> creation;
	private final Runnable writing;

	/**
	 * @param current gives the explorer of the image; null if there is none
	 * @param hints takes what is to be said to the user
	 * @param creation asks what is to be made, and makes it
	 * @param writing takes over the name that is being written
	 */
	Actions(final Supplier<Explorer> current, final Consumer<String> hints,
		final Consumer<Explorer> creation, final Runnable writing)
	{
		this.current = current;
		this.hints = hints;
		this.creation = creation;
		this.writing = writing;
	}

	/** Null where there is no image. */
	Explorer explorer() {
		return current.get();
	}

	/** Where other clusters are on their way, it is done with these. */
	private void whenShown(final Consumer<Explorer> action) {
		final Explorer now = explorer();
		if (now != null) now.waiting().whenItIsTime(() -> action.accept(now));
	}

	/** Not before what waits for clusters. */
	private void inTurn(final Consumer<Explorer> action) {
		final Explorer now = explorer();
		if (now == null) return;
		if (now.isShown()) writing.run();
		now.waiting().inTurn(() -> action.accept(now));
	}

	private void act(final UnaryOperator<ExplorerState> change) {
		whenShown(now -> now.act(change.apply(now.state())));
	}

	/** @param what is done with the cluster at a pixel, which is given its first number, or 0 */
	void at(final int x, final int y, final IntConsumer what) {
		whenShown(now -> what.accept(now.clusterAt(x, y)));
	}

	/** What it is done to must be there. */
	private void act(final int first, final UnaryOperator<ExplorerState> change) {
		whenShown(now -> {
			if (now.has(first)) act(change);
		});
	}

	/** Some need clusters that are selected. */
	private void actOnSelected(final int least, final UnaryOperator<ExplorerState> change) {
		whenShown(now -> {
			if (now.state().selected().size() >= least) act(change);
			else
				hints.accept(least == 1
					? "Select a cluster first: click on it"
					: "Select clusters first: click on one, shift-click on others");
		});
	}

	/** @param isMoving whether a slider goes on */
	void setClusters(final int clusters, final boolean isMoving) {
		if (explorer() == null) return;
		if (explorer().isShown()) writing.run();
		explorer().slide(Math.max(1, Math.min(MOST, clusters)), isMoving);
	}

	void step(final int by) {
		if (explorer() != null) setClusters(explorer().state().clusters() + by, false);
	}

	/** Nothing is changed. @param problem what is the matter */
	void refuse(final String problem) {
		if (explorer() != null) explorer().object(problem);
	}

	@Override
	public void select(final int first, final boolean isMore) {
		whenShown(now -> {
			if (now.has(first))
				now.select(isMore ? now.state().selectingAlso(first) : now.state().selecting(first));
		});
	}

	/** By the number that the panel shows. */
	void selectLabel(final int label) {
		whenShown(now -> {
			final int[] firsts = now.firsts();
			if (label <= firsts.length) select(firsts[label - 1], false);
		});
	}

	@Override
	public void toggle(final int first) {
		act(first, state -> state.toggling(first));
	}

	@Override
	public void name(final int first, final String name) {
		act(first, state -> state.naming(first, name));
	}

	void mergeInto(final int first) {
		whenShown(now -> {
			if (now.has(first)) actOnSelected(1, state -> state.mergingInto(first));
		});
	}

	void hideSelected() {
		actOnSelected(1, ExplorerState::togglingSelected);
	}

	void keepSelected() {
		actOnSelected(1, ExplorerState::keepingSelected);
	}

	void mergeSelected() {
		actOnSelected(2, ExplorerState::mergingSelected);
	}

	void undo() {
		inTurn(Explorer::undo);
	}

	void redo() {
		inTurn(Explorer::redo);
	}

	void look(final Look look) {
		if (explorer() != null) explorer().look(look);
	}

	void holdOriginal(final boolean isHeld) {
		if (explorer() != null) explorer().holdOriginal(isHeld);
	}

	void suggest() {
		inTurn(now -> {
			hints.accept("Looks for a number of clusters...");
			now.askForNumber();
		});
	}

	void more() {
		inTurn(now -> EventQueue.invokeLater(() -> more(now)));
	}

	private static void more(final Explorer asked) {
		asked.state()
			.settings()
			.ask(asked.image())
			.ifPresent(settings -> asked.act(asked.state().withSettings(settings)));
	}

	void create() {
		inTurn(now -> EventQueue.invokeLater(() -> creation.accept(now)));
	}
}
