package sc.fiji.kmeans.plugin.explorer;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.util.Collections;
import java.util.List;

import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSlider;
import javax.swing.JTextArea;

import sc.fiji.kmeans.settings.SettingTable;

/** All that is on the window of the explorer. For the event thread. */
final class ExplorerPanel extends JPanel {

	static final int FIRST_CLUSTERS = 3;
	static final Look FIRST_LOOK = new Look(Look.Mode.TINTED, 50, true);

	private static final String DISTINCT = "distinct";
	private static final String OWN = "own";
	/** Rows that are seen at once, where the screen has room, and where it has none. */
	private static final int MOST_ROWS = 10;
	private static final int LEAST_ROWS = 3;
	private static final int WIDTH = 400;
	private static final String HINT = "Click on the image to select a cluster";

	private final transient Actions actions;
	private final JSlider slider = new JSlider(1, Actions.MOST_OF_SLIDER, FIRST_CLUSTERS);
	private final NumberField clusters = new NumberField(SettingTable.CLUSTERS.key(), FIRST_CLUSTERS,
		Actions.MOST, text -> actions().refuse(text));
	private final JComboBox<Look.Mode> shown = new JComboBox<>(Look.Mode.values());
	private final JSlider opacity = new JSlider(0, 100, FIRST_LOOK.opacity);
	private final JComboBox<String> colours = new JComboBox<>(new String[] { DISTINCT, OWN });
	private final ClusterRows rows;
	private final JScrollPane legend;
	private final Curve curve;
	private final JButton undo = button("Undo", "Takes the last step back (Ctrl-Z on the image)",
		() -> actions().undo());
	private final JButton redo = button("Redo", "Does again what was taken back (Ctrl-Y)",
		() -> actions().redo());
	private final JLabel title = new JLabel(" ");
	/** Two lines, so that no message makes the window wider. */
	private final JTextArea message = new JTextArea(2, 1);
	/** Whether the controls are being set, and do not act. */
	private boolean isSetting;

	ExplorerPanel(final Actions actions) {
		super(new BorderLayout());
		this.actions = actions;
		rows = new ClusterRows(actions);
		legend = new JScrollPane(rows, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
			JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
		setBorder(BorderFactory.createEmptyBorder(4, 6, 4, 6));
		curve = new Curve(actions);
		add(controls(), BorderLayout.NORTH);
		add(legend, BorderLayout.CENTER);
		explain();
		listen();
		Fonts.apply(this);
		update();
	}

	private Actions actions() {
		return actions;
	}

	/** Above all that comes and goes, so that none moves away from under the pointer. */
	private JComponent controls() {
		final JPanel controls = new JPanel();
		controls.setLayout(new BoxLayout(controls, BoxLayout.Y_AXIS));
		controls.add(row(title));
		controls.add(line(new JLabel("Clusters"), slider, clusters,
			button("Suggest",
				"A number that the pixels suggest, and a curve to choose from (S on the image)",
				actions::suggest)));
		controls.add(line(new JLabel("Show"), shown, new JLabel("Opacity"), opacity));
		controls.add(row(
			button("Merge", "Makes one cluster of those that are selected (M on the image)",
				actions::mergeSelected),
			button("Hide", "Hides those that are selected, or shows them again (H)",
				actions::hideSelected),
			button("Keep", "Hides all but those that are selected, or shows all again (K)",
				actions::keepSelected),
			undo, redo));
		controls.add(row(new JLabel("Colours"), colours,
			button("More...", "Colour space, background, channels, attempts and the like", actions::more),
			button("Create...", "Makes label image, masks, tables and more of this (Enter)",
				actions::create)));
		controls.add(message());
		controls.add(curve);
		return controls;
	}

	private JComponent message() {
		message.setLineWrap(true);
		message.setWrapStyleWord(true);
		message.setEditable(false);
		message.setFocusable(false);
		message.setOpaque(false);
		message.setBorder(BorderFactory.createEmptyBorder(2, 4, 4, 4));
		return message;
	}

	private static JPanel row(final Component... parts) {
		final JPanel row = new JPanel(new FlowLayout(FlowLayout.LEFT, 4, 2));
		for (final Component part : parts)
			row.add(part);
		return row;
	}

	/** A row whose sliders take the room that is left. */
	private static JComponent line(final Component... parts) {
		final JPanel line = new JPanel();
		line.setLayout(new BoxLayout(line, BoxLayout.X_AXIS));
		line.setBorder(BorderFactory.createEmptyBorder(2, 4, 2, 4));
		for (final Component part : parts) {
			if (part instanceof NumberField) part.setMaximumSize(new Dimension(Fonts.scaled(60), 99));
			line.add(part);
			line.add(Box.createHorizontalStrut(6));
		}
		return line;
	}

	private static JButton button(final String label, final String help, final Runnable action) {
		final JButton button = new JButton(label);
		button.setToolTipText(help);
		button.setMargin(new java.awt.Insets(2, 8, 2, 8));
		button.addActionListener(event -> action.run());
		return button;
	}

	private void explain() {
		slider.setToolTipText("How many groups of similar pixels there are (arrow keys on the image)");
		clusters.setToolTipText("The same as a number, up to " + Actions.MOST);
		shown.setToolTipText("<html>tinted: a colour over the pixels of each cluster<br>"
			+ "segmented: the colours alone<br>kept: the image, black where clusters are hidden<br>"
			+ "original: the image (space held on the image shows it, too)</html>");
		opacity.setToolTipText("How strong the tint is");
		colours.setToolTipText("<html>distinct: colours that are easy to tell apart, as in label images"
			+ "<br>own: the mean colour of each cluster</html>");
		title.setToolTipText("The image that is explored: click on another one to explore that");
		message.setToolTipText("What happened last, or what is under the pointer");
	}

	private void listen() {
		slider.addChangeListener(event -> {
			if (!isSetting) actions.setClusters(slider.getValue(), slider.getValueIsAdjusting());
		});
		clusters.addChangeListener(event -> {
			if (!isSetting) actions.setClusters(clusters(), false);
		});
		shown.addActionListener(event -> look());
		opacity.addChangeListener(event -> look());
		colours.addActionListener(event -> look());
	}

	private void look() {
		if (!isSetting)
			actions.look(new Look((Look.Mode) shown.getSelectedItem(), opacity.getValue(),
				DISTINCT.equals(colours.getSelectedItem())));
	}

	/** The number of clusters that is set. */
	int clusters() {
		return clusters.number();
	}

	/** Shows how it is. @return whether there are more or fewer rows than before */
	boolean update() {
		final Explorer explorer = actions.explorer();
		setEnabledAll(this, explorer != null);
		if (explorer == null) {
			title.setText("No image");
			title.setEnabled(true);
			message.setEnabled(true);
			say("Open an image, or click on one");
			return curve.show(null) | show(Collections.emptyList());
		}
		set(explorer);
		title.setText(explorer.image().getTitle());
		undo.setEnabled(explorer.canUndo());
		redo.setEnabled(explorer.canRedo());
		message(explorer);
		final boolean hasCurve = curve.show(explorer.suggestion());
		return isComing(explorer) ? hasCurve : hasCurve | show(explorer.lines());
	}

	/** Whether rows of other clusters will be there in a moment; then the old ones do not flicker. */
	private static boolean isComing(final Explorer explorer) {
		return !explorer.isShown() && !explorer.hasProblem();
	}

	/** @return whether there are more or fewer rows than before */
	private boolean show(final List<ClusterLine> lines) {
		final boolean isOther = rows.show(lines);
		if (isOther) resizeLegend();
		return isOther;
	}

	/** The name that is being written counts. */
	void takeName() {
		rows.takeName();
	}

	private void set(final Explorer explorer) {
		isSetting = true;
		final int k = explorer.state().clusters();
		if (!slider.getValueIsAdjusting()) slider.setValue(Math.min(k, Actions.MOST_OF_SLIDER));
		if (clusters() != k) clusters.setValue(k);
		shown.setSelectedItem(explorer.look().shown);
		opacity.setValue(explorer.look().opacity);
		colours.setSelectedItem(explorer.look().isDistinct ? DISTINCT : OWN);
		opacity.setEnabled(explorer.look().shown == Look.Mode.TINTED);
		isSetting = false;
	}

	private void message(final Explorer explorer) {
		message.setForeground(explorer.hasProblem() ? Color.red : Color.black);
		setMessage(explorer.message().isEmpty() ? HINT : explorer.message());
	}

	private void setMessage(final String text) {
		message.setText(text);
	}

	private void resizeLegend() {
		final int height = rowHeight() * Math.min(rows.getComponentCount(), MOST_ROWS);
		legend.setPreferredSize(new Dimension(Fonts.scaled(WIDTH), height + 4));
		legend.getVerticalScrollBar().setUnitIncrement(rowHeight());
	}

	private int rowHeight() {
		return rows.getPreferredSize().height / Math.max(1, rows.getComponentCount());
	}

	/** By how many pixels it may become higher than it is without an image. */
	int growth() {
		final ClusterRow row = new ClusterRow(actions);
		Fonts.apply(row);
		return row.getPreferredSize().height * MOST_ROWS + curve.getPreferredSize().height;
	}

	/** By how many pixels it may be lower than it wants to be: then rows scroll. */
	int spare() {
		return Math.max(0, legend.getPreferredSize().height - rowHeight() * LEAST_ROWS - 4);
	}

	private static void setEnabledAll(final JComponent whole, final boolean isOn) {
		for (final Component part : whole.getComponents()) {
			part.setEnabled(isOn);
			if (part instanceof JComponent) setEnabledAll((JComponent) part, isOn);
		}
	}

	/** A hint for the user. */
	void say(final String text) {
		message.setForeground(Color.black);
		setMessage(text);
	}

	/** What is under the pointer; where nothing is, what happened last. */
	void point(final String text) {
		if (!text.isEmpty()) say(text);
		else if (actions.explorer() != null) message(actions.explorer());
	}
}
