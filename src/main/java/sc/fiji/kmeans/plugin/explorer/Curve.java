package sc.fiji.kmeans.plugin.explorer;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Locale;
import java.util.stream.IntStream;

import javax.swing.JComponent;

import sc.fiji.kmeans.segment.Suggestion;

/**
 * The logarithm of the compactness over the number of clusters, and the number that is
 * suggested. A click on it chooses a number.
 */
final class Curve extends JComponent {

	private static final int HEIGHT = 70;
	private static final int MARGIN = 12;
	private static final int DOT = 6;
	private static final Color SUGGESTED = new Color(0xd5, 0x5e, 0x00);

	private final transient Actions actions;
	/** Null where there is none. */
	private transient Suggestion suggestion;

	Curve(final Actions actions) {
		this.actions = actions;
		setVisible(false);
		setToolTipText("");
		addMouseListener(new MouseAdapter() {

			@Override
			public void mousePressed(final MouseEvent e) {
				actions.setClusters(numberAt(e.getX()), false);
			}
		});
	}

	/** @param value null for none. @return whether it needs another room now */
	boolean show(final Suggestion value) {
		suggestion = value;
		final boolean isOther = isVisible() == (value == null);
		setVisible(value != null);
		repaint();
		return isOther;
	}

	@Override
	public Dimension getPreferredSize() {
		return new Dimension(1, Fonts.scaled(HEIGHT));
	}

	@Override
	public String getToolTipText(final MouseEvent e) {
		if (suggestion == null) return null;
		final int k = numberAt(e.getX());
		return String.format(Locale.ROOT,
			"%d cluster%s: explain%s %.1f %% of the variance; click to take" + " this number", k,
			k == 1 ? "" : "s", k == 1 ? "s" : "", 100 * suggestion.explained(k));
	}

	/** The number of clusters at a place. */
	private int numberAt(final int x) {
		final double step = step();
		return Math.max(1, Math.min(suggestion.most(), 1 + (int) Math.round((x - margin()) / step)));
	}

	private double step() {
		return (getWidth() - 2.0 * margin()) / Math.max(1, suggestion.most() - 1);
	}

	private static int margin() {
		return Fonts.scaled(MARGIN);
	}

	private int x(final int k) {
		return (int) (margin() + (k - 1) * step());
	}

	/** Compactness 0, whose logarithm there is not, is at the bottom, below all others. */
	private int[] heights(final int bottom) {
		final double[] logarithms = IntStream.rangeClosed(1, suggestion.most())
			.mapToDouble(k -> Math.log(suggestion.compactness(k)))
			.toArray();
		final double[] finite = IntStream.range(0, logarithms.length)
			.mapToDouble(i -> logarithms[i])
			.filter(Double::isFinite)
			.sorted()
			.toArray();
		final double low = finite.length == 0 ? 0 : finite[0];
		final double range = finite.length == 0 ? 1 : Math.max(1e-9, finite[finite.length - 1] - low);
		final int top = DOT;
		final int lowest = finite.length == logarithms.length ? bottom : (top + bottom) / 2;
		return IntStream.range(0, logarithms.length)
			.map(i -> Double.isFinite(logarithms[i])
				? (int) (lowest - (logarithms[i] - low) / range * (lowest - top))
				: bottom)
			.toArray();
	}

	@Override
	protected void paintComponent(final Graphics g) {
		if (suggestion == null) return;
		((Graphics2D) g).setRenderingHint(RenderingHints.KEY_ANTIALIASING,
			RenderingHints.VALUE_ANTIALIAS_ON);
		final FontMetrics metrics = g.getFontMetrics();
		final int[] heights = heights(getHeight() - metrics.getHeight() - DOT);
		for (int k = 1; k <= suggestion.most(); k++)
			draw(g, k, heights);
	}

	private void draw(final Graphics g, final int k, final int... heights) {
		final boolean isSuggested = k == suggestion.clusters();
		g.setColor(Color.gray);
		if (k > 1) g.drawLine(x(k - 1), heights[k - 2], x(k), heights[k - 1]);
		final boolean isChosen = actions.explorer() != null
			&& actions.explorer().state().clusters() == k;
		g.setColor(isSuggested ? SUGGESTED : Color.darkGray);
		final int size = isChosen ? 2 * DOT : DOT;
		g.fillOval(x(k) - size / 2, heights[k - 1] - size / 2, size, size);
		final String text = Integer.toString(k);
		g.drawString(text, x(k) - g.getFontMetrics().stringWidth(text) / 2,
			getHeight() - g.getFontMetrics().getDescent());
	}
}
