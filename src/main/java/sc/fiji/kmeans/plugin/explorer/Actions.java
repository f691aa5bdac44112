package sc.fiji.kmeans.plugin.explorer;

import java.util.SortedSet;
import java.util.function.Consumer;
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

	/**
	 * @param current gives the explorer of the image; null if there is none
	 * @param hints takes what is to be said to the user
	 * @param creation asks what is to be made, and makes it
	 */
	Actions(final Supplier<Explorer> current, final Consumer<String> hints,
		final Consumer<Explorer> creation)
	{
		this.current = current;
		this.hints = hints;
		this.creation = creation;
	}

	/** Null where there is no image. */
	Explorer explorer() {
		return current.get();
	}

	private void act(final UnaryOperator<ExplorerState> change) {
		if (explorer() != null) explorer().act(change.apply(explorer().state()));
	}

	/** Some need clusters that are selected. */
	private void actOnSelected(final int least, final UnaryOperator<ExplorerState> change) {
		if (explorer() == null) return;
		final SortedSet<Integer> selected = explorer().state().selected();
		if (selected.size() >= least) act(change);
		else
			hints.accept(least == 1
				? "Select a cluster first: click on it"
				: "Select clusters first: click on one, shift-click on others");
	}

	/** @param isMoving whether a slider goes on */
	void setClusters(final int clusters, final boolean isMoving) {
		if (explorer() != null) explorer().slide(Math.max(1, Math.min(MOST, clusters)), isMoving);
	}

	void step(final int by) {
		if (explorer() != null) setClusters(explorer().state().clusters() + by, false);
	}

	@Override
	public void select(final int first, final boolean isMore) {
		if (explorer() == null || first == 0) return;
		final ExplorerState state = explorer().state();
		explorer().select(isMore ? state.selectingAlso(first) : state.selecting(first));
	}

	/** By the number that the panel shows. */
	void selectLabel(final int label) {
		if (explorer() == null) return;
		final int[] firsts = explorer().firsts();
		if (label <= firsts.length) select(firsts[label - 1], false);
	}

	@Override
	public void toggle(final int first) {
		if (first > 0) act(state -> state.toggling(first));
	}

	@Override
	public void name(final int first, final String name) {
		act(state -> state.naming(first, name));
	}

	void mergeInto(final int first) {
		if (first > 0) actOnSelected(1, state -> state.mergingInto(first));
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
		if (explorer() != null) explorer().undo();
	}

	void redo() {
		if (explorer() != null) explorer().redo();
	}

	void look(final Look look) {
		if (explorer() != null) explorer().look(look);
	}

	void holdOriginal(final boolean isHeld) {
		if (explorer() != null) explorer().holdOriginal(isHeld);
	}

	void suggest() {
		if (explorer() == null) return;
		hints.accept("Looks for a number of clusters...");
		explorer().askForNumber();
	}

	void more() {
		if (explorer() == null) return;
		final Explorer asked = explorer();
		asked.state()
			.settings()
			.ask(asked.image())
			.ifPresent(settings -> asked.act(asked.state().withSettings(settings)));
	}

	void create() {
		if (explorer() != null) creation.accept(explorer());
	}
}
