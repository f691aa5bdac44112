package sc.fiji.kmeans.plugin.live;

import ij.ImagePlus;
import ij.plugin.frame.Recorder;

import java.awt.BorderLayout;
import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.GridLayout;
import java.awt.Label;
import java.awt.Panel;
import java.awt.TextField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import javax.swing.Timer;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.live.LiveFigures;
import sc.fiji.kmeans.live.LiveOptions;
import sc.fiji.kmeans.live.LiveSegmentation;
import sc.fiji.kmeans.live.PictureKind;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.plugin.dialog.MessageLines;
import sc.fiji.kmeans.segment.MaskedClusters;
import sc.fiji.kmeans.settings.SettingTable;
import sc.fiji.kmeans.settings.Settings;

/**
 * What can be changed of a live segmentation while it runs, and how it does. Every
 * change acts at once; what is no valid setting is told in red and changes nothing.
 */
final class LivePanel extends Panel {

	/** The command that takes a snapshot of all. */
	static final String SNAPSHOT = "K-Means Live Snapshot";

	private static final int REFRESH_MILLIS = 500;
	/** Of the message, at most. */
	private static final int LINES = 6;

	private final transient LiveSegmentation live;
	private final transient Runnable makeRoom;
	private final Container rows = new Panel(new GridLayout(0, 1, 0, 0));
	private final TextField clusters = new TextField(3);
	private final Choice shown = new Choice();
	private final TextField masked = new TextField(6);
	private final Checkbox pause = new Checkbox("Pause");
	private final Button snapshot = new Button("Snapshot");
	private final Label figures = new Label();
	private final MessageLines message = new MessageLines(new Label(), 1, LINES);
	/** Frames may cease to come, and with them the figures. */
	private final transient Timer timer = new Timer(REFRESH_MILLIS, event -> update());
	/** What is wrong with the fields; empty if nothing. */
	private String problem = "";
	/** What is wrong with the source; empty if nothing. */
	private String trouble = "";
	private boolean isOver;

	/** @param makeRoom called where the message has more lines than before */
	LivePanel(final LiveSegmentation live, final Runnable makeRoom) {
		super(new BorderLayout());
		this.live = live;
		this.makeRoom = makeRoom;
		for (final PictureKind what : PictureKind.values())
			shown.add(what.toString());
		fill(live.options());
		row(new Label("Clusters"), clusters, step("-", -1), step("+", 1), new Label("Show"), shown);
		row(new Label("Masked"), masked, pause, snapshot);
		rows.add(figures);
		add(rows, BorderLayout.NORTH);
		add(message, BorderLayout.CENTER);
		listen();
		update();
		timer.start();
	}

	private void fill(final LiveOptions options) {
		clusters.setText(Integer.toString(options.segmentation().kMeans().clusters()));
		shown.select(options.shown().toString());
		masked.setText(options.masked().toString());
	}

	private void row(final Component... components) {
		final Container row = new Panel(new FlowLayout(FlowLayout.LEFT, 4, 2));
		for (final Component component : components)
			row.add(component);
		rows.add(row);
	}

	private Button step(final String label, final int by) {
		final Button button = new Button(label);
		button.addActionListener(event -> step(by));
		return button;
	}

	/** From what holds, for the field may have nonsense. */
	private void step(final int by) {
		final int k = live.options().segmentation().kMeans().clusters() + by;
		if (k >= 1 && k <= KMeansOptions.MAX_CLUSTERS) clusters.setText(Integer.toString(k));
	}

	private void listen() {
		final MaskedField shownMasked = new MaskedField(masked, shown);
		clusters.addTextListener(event -> change());
		masked.addTextListener(event -> {
			if (!isOver) shownMasked.update();
			change();
		});
		shown.addItemListener(event -> change());
		pause.addItemListener(event -> live.pause(pause.getState()));
		snapshot.addActionListener(event -> snapshot());
	}

	private void snapshot() {
		if (Recorder.record) Recorder.record("run", SNAPSHOT);
		LiveSnapshot.take(live)
			.thenAccept(images -> EventQueue.invokeLater(() -> images.forEach(ImagePlus::show)));
	}

	/** A field with nonsense keeps what holds, and does not stop the others. */
	private void change() {
		if (isOver) return;
		final List<String> problems = new ArrayList<>();
		final LiveOptions now = live.options();
		final SegmentationOptions segmentation = valid(() -> segmentation(now.segmentation()),
			now.segmentation(), problems);
		// A number beyond the clusters, which may become fewer, masks nothing.
		final MaskedClusters chosen = valid(
			() -> MaskedClusters.given(masked.getText(), KMeansOptions.MAX_CLUSTERS), now.masked(),
			problems);
		final LiveOptions options = new LiveOptions(segmentation,
			PictureKind.of(shown.getSelectedItem()), chosen);
		if (!isSame(options, now)) live.set(options);
		final int k = segmentation.kMeans().clusters();
		if (Arrays.stream(chosen.numbers()).anyMatch(number -> number > k))
			valid(() -> MaskedClusters.given(chosen.toString(), k), chosen, problems);
		problem = String.join("; ", problems);
		showMessage();
	}

	/** @param problems where it is told if there is no such value */
	private static <V> V valid(final Supplier<V> field, final V held, final List<String> problems) {
		try {
			return field.get();
		}
		catch (final IllegalArgumentException refusal) {
			problems.add(refusal.getMessage());
			return held;
		}
	}

	private SegmentationOptions segmentation(final SegmentationOptions now) {
		final SegmentationOptions read = Settings
			.read(Collections.singletonList(SettingTable.FILM_CLUSTERS), now, key -> clusters.getText())
			.options();
		return read.kMeans().clusters() == now.kMeans().clusters() ? now : read;
	}

	/** Events come also from fields that are set to what they are. */
	private static boolean isSame(final LiveOptions one, final LiveOptions other) {
		return one.segmentation() == other.segmentation() && one.shown() == other.shown()
			&& one.masked().toString().equals(other.masked().toString());
	}

	/** Shows how it does at this moment. */
	void update() {
		final LiveFigures now = live.figures();
		final String text = (isOver
			? frames(now.frames())
			: frames(Math.round(now.perSecond())) + " per second")
			+ String.format(Locale.ROOT, ", %,d dropped", now.dropped());
		if (!text.equals(figures.getText())) figures.setText(text);
	}

	private static String frames(final long n) {
		return String.format(Locale.ROOT, "%,d frame%s", n, n == 1 ? "" : "s");
	}

	void tell(final String text) {
		trouble = text;
		showMessage();
	}

	private void showMessage() {
		if (message.show(problem.isEmpty() ? trouble : problem, isOver ? Color.black : Color.red))
			makeRoom.run();
	}

	/** Whether nothing can be changed any more. */
	boolean isOver() {
		return isOver;
	}

	/** The fields show what held. */
	void end(final String why) {
		timer.stop();
		isOver = true;
		update();
		problem = "";
		fill(live.options());
		for (final Component row : rows.getComponents())
			if (row instanceof Container) disable((Container) row);
		tell(why.isEmpty() ? "Ended" : "Ended: " + why);
	}

	private static void disable(final Container row) {
		for (final Component component : row.getComponents())
			component.setEnabled(false);
	}
}
