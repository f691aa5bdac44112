package sc.fiji.kmeans.plugin.explorer;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Locale;

import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.Icon;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.UIManager;

/** A cluster on the panel: colour, number, whether it is shown, percent, name. */
final class ClusterRow extends JPanel {

	private static final Color SELECTED = new Color(0xb8, 0xcf, 0xe5);
	private static final int NAME_COLUMNS = 12;

	/** What the user does with it. */
	interface Hands {

		void select(int first, boolean isMore);

		void toggle(int first);

		void name(int first, String name);
	}

	private final transient Hands hands;
	private final JLabel number = new JLabel();
	private final JCheckBox shown = new JCheckBox();
	private final JLabel percent = new JLabel();
	private final JTextField name = new JTextField(NAME_COLUMNS);
	private transient ClusterLine line;

	ClusterRow(final Hands hands) {
		super(new BorderLayout(4, 0));
		this.hands = hands;
		shown.setToolTipText("Shows the cluster, or hides it");
		// From name to name by the tab key; the keyboard has H.
		shown.setFocusable(false);
		percent.setToolTipText("How much of the pixels the cluster has");
		name.setToolTipText("What you call the cluster: tables, selections and the legend tell it");
		add(left(), BorderLayout.WEST);
		add(name, BorderLayout.CENTER);
		listen();
	}

	private JComponent left() {
		final JPanel left = new JPanel();
		left.setOpaque(false);
		shown.setOpaque(false);
		left.setLayout(new BoxLayout(left, BoxLayout.X_AXIS));
		left.add(Box.createHorizontalStrut(4));
		for (final JComponent part : new JComponent[] { number, shown, percent })
			left.add(part);
		return left;
	}

	private void listen() {
		final MouseAdapter click = new MouseAdapter() {

			@Override
			public void mousePressed(final MouseEvent e) {
				hands.select(line.first, e.isShiftDown());
			}
		};
		for (final Component part : new Component[] { this, number, percent })
			part.addMouseListener(click);
		shown.addActionListener(event -> hands.toggle(line.first));
		name.addActionListener(event -> takeName());
		name.addFocusListener(new FocusAdapter() {

			@Override
			public void focusLost(final FocusEvent e) {
				takeName();
			}
		});
	}

	/** Whatever stands in the field. */
	void takeName() {
		if (!name.getText().equals(line.name)) hands.name(line.first, name.getText());
	}

	/** Numbers and percents stand below each other in all rows. */
	void align(final int numberWidth, final int percentWidth) {
		setWidth(number, numberWidth);
		setWidth(percent, percentWidth);
	}

	private static void setWidth(final JLabel label, final int width) {
		final Dimension size = new Dimension(width, label.getFontMetrics(label.getFont()).getHeight());
		label.setPreferredSize(size);
		label.setMinimumSize(size);
		label.setMaximumSize(size);
	}

	/** What stands in the field is left alone while the user writes. */
	void show(final ClusterLine value) {
		final boolean isOther = line == null || line.first != value.first
			|| !line.name.equals(value.name);
		line = value;
		number.setText(Integer.toString(value.label));
		number.setToolTipText(help(value));
		number.setIcon(new Swatch(new Color(value.colour)));
		percent.setText(String.format(Locale.ROOT, "%.1f %%", value.percent));
		percent.setHorizontalAlignment(JLabel.RIGHT);
		shown.setSelected(!value.isHidden);
		if (isOther || !name.hasFocus()) name.setText(value.name);
		if (!name.hasFocus()) name.setCaretPosition(0);
		setBackground(value.isSelected ? SELECTED : UIManager.getColor("Panel.background"));
	}

	private static String help(final ClusterLine line) {
		return "<html>The colour and the number of the cluster: 1 is the darkest.<br>"
			+ (line.members.contains("+") ? "Merged of " + line.members + ".<br>" : "")
			+ "Click to select it, shift-click to select one more, then Merge</html>";
	}

	/** A square of the colour, as high as the text. */
	private final class Swatch implements Icon {

		private final Color colour;

		private Swatch(final Color colour) {
			this.colour = colour;
		}

		@Override
		public int getIconWidth() {
			return 2 * getIconHeight();
		}

		@Override
		public int getIconHeight() {
			return number.getFont().getSize();
		}

		@Override
		public void paintIcon(final Component c, final Graphics g, final int x, final int y) {
			g.setColor(colour);
			g.fillRect(x, y, getIconWidth(), getIconHeight());
			g.setColor(Color.gray);
			g.drawRect(x, y, getIconWidth() - 1, getIconHeight() - 1);
		}
	}
}
