package sc.fiji.kmeans.plugin.dialog;

import java.awt.Button;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Panel;
import java.awt.ScrollPane;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The groups of a dialog: on the left what is always shown, beside it what unfolds. Whether
 * it is unfolded holds for all dialogs of a session.
 */
final class FormBody extends Panel {

	private static final int GAP = 8;
	private static final int COLUMNS = 2;
	/** Room for a scroll bar and the rims. */
	private static final int BAR = 8;

	private static boolean isUnfolded;

	private final Panel always = new Panel(new GridBagLayout());
	private final Panel more = new Panel(new GridBagLayout());
	/** That, or what it scrolls in. */
	private Component unfolding = more;
	/** Not shown where nothing unfolds. */
	private final Button button = new Button();

	/** @param refit makes the dialog as large as it has to be */
	FormBody(final Collection<GroupPanel> groups, final Runnable refit) {
		super(new GridBagLayout());
		groups.stream().filter(group -> !group.isFolded()).forEach(this::addBelow);
		addMore(groups.stream().filter(GroupPanel::isFolded).collect(Collectors.toList()));
		add(always, place(0, 0, 1));
		add(more, place(1, 0, 1));
		button.addActionListener(event -> {
			isUnfolded = !isUnfolded;
			refit.run();
		});
	}

	/** Adds something below what is always shown. */
	void addBelow(final Component part) {
		always.add(part, place(0, GridBagConstraints.RELATIVE, 1));
	}

	/** Adds the button that unfolds the rest, if there is any. */
	void addButton() {
		if (more.getComponentCount() > 0) addBelow(button);
	}

	/** Those that are not long in two columns of about the same height. */
	private void addMore(final List<GroupPanel> folded) {
		final List<GroupPanel> narrow = folded.stream()
			.filter(group -> !group.isWide())
			.collect(Collectors.toList());
		final int rows = narrow.stream().mapToInt(GroupPanel::rows).sum();
		final Panel[] columns = { new Panel(new GridBagLayout()), new Panel(new GridBagLayout()) };
		int before = 0;
		for (final GroupPanel group : narrow) {
			final Panel column = columns[before + group.rows() / 2 < rows / COLUMNS ? 0 : 1];
			column.add(group, place(0, GridBagConstraints.RELATIVE, 1));
			before += group.rows();
		}
		for (int x = 0; x < COLUMNS && !narrow.isEmpty(); x++)
			more.add(columns[x], place(x, 0, 1));
		folded.stream()
			.filter(GroupPanel::isWide)
			.forEach(group -> more.add(group, place(0, GridBagConstraints.RELATIVE, COLUMNS)));
	}

	/** Lets what unfolds scroll, in a place that is so much smaller than it is. */
	void shrink(final int width, final int height) {
		if (unfolding != more || !more.isVisible() || width <= 0 && height <= 0) return;
		final Dimension whole = more.getPreferredSize();
		final ScrollPane scroll = new ScrollPane(ScrollPane.SCROLLBARS_AS_NEEDED);
		scroll.add(more);
		add(scroll, place(1, 0, 1));
		final int bar = BAR + scroll.getVScrollbarWidth();
		scroll.setPreferredSize(new Dimension(whole.width + bar - Math.max(0, width + bar),
			whole.height + bar - Math.max(0, height + bar)));
		unfolding = scroll;
	}

	private static GridBagConstraints place(final int x, final int y, final int width) {
		final GridBagConstraints place = new GridBagConstraints();
		place.gridx = x;
		place.gridy = y;
		place.gridwidth = width;
		place.anchor = GridBagConstraints.NORTHWEST;
		place.insets = new Insets(0, x * GAP, GAP, 0);
		return place;
	}

	/**
	 * Shows what there is to be shown, and says on the button what a press of it does.
	 *
	 * @param settings number of those that unfold which are not as in the recipe
	 */
	void update(final int settings) {
		unfolding.setVisible(isUnfolded && more.getComponentCount() > 0);
		button
			.setLabel(isUnfolded ? "Less" : settings == 0 ? "More" : "More: " + settings + " changed");
	}
}
