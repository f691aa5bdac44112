package sc.fiji.kmeans.plugin.explorer;

import java.awt.FontMetrics;
import java.util.ArrayList;
import java.util.List;

import javax.swing.BoxLayout;
import javax.swing.JPanel;

/** The legend of the panel: a row for each cluster. */
final class ClusterRows extends JPanel {

	private final transient ClusterRow.Hands hands;
	private final List<ClusterRow> rows = new ArrayList<>();

	ClusterRows(final ClusterRow.Hands hands) {
		this.hands = hands;
		setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
	}

	/** @return whether there are more or fewer rows than before */
	boolean show(final List<ClusterLine> lines) {
		final boolean isOther = lines.size() != rows.size();
		while (rows.size() > lines.size())
			remove(rows.remove(rows.size() - 1));
		while (rows.size() < lines.size())
			addRow();
		final FontMetrics metrics = getFontMetrics(getFont());
		final int widest = lines.stream()
			.mapToInt(line -> metrics.stringWidth("" + line.label))
			.max()
			.orElse(0);
		for (int i = 0; i < lines.size(); i++) {
			rows.get(i).align(3 * metrics.getHeight() + widest, metrics.stringWidth("100.0 %m"));
			rows.get(i).show(lines.get(i));
		}
		if (isOther) revalidate();
		return isOther;
	}

	/** The name that is being written counts. */
	void takeName() {
		rows.forEach(ClusterRow::takeName);
	}

	private void addRow() {
		final ClusterRow row = new ClusterRow(hands);
		Fonts.apply(row);
		rows.add(row);
		add(row);
	}
}
