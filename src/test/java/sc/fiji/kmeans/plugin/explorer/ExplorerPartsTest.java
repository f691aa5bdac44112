package sc.fiji.kmeans.plugin.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.Prefs;
import ij.process.ColorProcessor;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.MouseEvent;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.JTextField;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of the panel, without a window. */
class ExplorerPartsTest {

	private final ExplorerState five = new ExplorerState(
		MoreSettings.standard(new ImagePlus("", new ColorProcessor(2, 2))), 5);
	private final List<String> heard = new ArrayList<>();
	private final ClusterRow.Hands hands = new ClusterRow.Hands() {

		@Override
		public void select(final int first, final boolean isMore) {
			heard.add((isMore ? "also " : "select ") + first);
		}

		@Override
		public void toggle(final int first) {
			heard.add("toggle " + first);
		}

		@Override
		public void name(final int first, final String name) {
			heard.add("name " + first + " " + name);
		}
	};

	/** The first component of a kind, however deep. */
	private static <T> T find(final Container parent, final Class<T> kind) {
		for (final Component part : parent.getComponents()) {
			if (kind.isInstance(part)) return kind.cast(part);
			if (part instanceof Container) {
				final T found = find((Container) part, kind);
				if (found != null) return found;
			}
		}
		return null;
	}

	private ClusterRow row(final ExplorerState state, final int first) {
		final ClusterRow row = new ClusterRow(hands);
		row.show(new ClusterLine(state, first, 0x102030, 12.345));
		return row;
	}

	@Test
	void aLineIsWhatTheStateSays() {
		final ExplorerState state = five.naming(2, "stroma").toggling(2).selecting(4).mergingInto(2);
		final ClusterLine line = new ClusterLine(state, 2, 7, 50);
		assertEquals("2+4", line.members);
		assertEquals(2, line.label);
		assertEquals("stroma", line.name);
		assertFalse(line.isHidden);
		assertTrue(line.isSelected);
		assertEquals(7, line.colour);
	}

	@Test
	void aRowShowsItsLine() {
		final ClusterRow row = row(five.naming(3, "glass").toggling(3), 3);
		assertEquals("glass", find(row, JTextField.class).getText());
		assertFalse(find(row, JCheckBox.class).isSelected());
		assertEquals("3", find(row, JLabel.class).getText());
		assertTrue(find(row, JLabel.class).getToolTipText().contains("1 is the darkest"));
		assertTrue(
			find((Container) row(five.selecting(1).mergingInto(5), 1).getComponent(0), JLabel.class)
				.getToolTipText()
				.contains("Merged of 1+5."));
	}

	/** Of a name that is too long for the field. */
	@Test
	void theBeginningOfANameIsShown() {
		final String name = "a name that is far longer than the field of its row is wide";
		assertEquals(0, find(row(five.naming(3, name), 3), JTextField.class).getCaretPosition());
	}

	@Test
	void handsHearWhatIsDone() {
		final ClusterRow row = row(five, 3);
		find(row, JCheckBox.class).doClick();
		final JTextField name = find(row, JTextField.class);
		name.setText("nuclei");
		name.postActionEvent();
		for (final int modifiers : new int[] { 0, MouseEvent.SHIFT_DOWN_MASK })
			row
				.dispatchEvent(new MouseEvent(row, MouseEvent.MOUSE_PRESSED, 0, modifiers, 1, 1, 1, false));
		assertEquals(Arrays.asList("toggle 3", "name 3 nuclei", "select 3", "also 3"), heard);
	}

	/** A name that is the same is no news. */
	@Test
	void whatIsNotChangedIsNotTold() {
		final ClusterRow row = row(five.naming(3, "glass"), 3);
		find(row, JTextField.class).postActionEvent();
		row.takeName();
		assertEquals(Collections.emptyList(), heard);
	}

	@Test
	void rowsAreAsManyAsClusters() {
		final JPanel place = new JPanel();
		assertEquals(0, place.getComponentCount());
		final ClusterRows rows = new ClusterRows(hands);
		assertTrue(
			rows.show(Arrays.asList(new ClusterLine(five, 1, 0, 50), new ClusterLine(five, 2, 0, 50))));
		assertFalse(
			rows.show(Arrays.asList(new ClusterLine(five, 1, 0, 60), new ClusterLine(five, 2, 0, 40))));
		assertTrue(rows.show(Collections.emptyList()));
		assertFalse(rows.show(Collections.emptyList()));
	}

	/** A hidden cluster stays among the rows, without its tick. */
	@Test
	void hiddenClustersHaveTheirRow() {
		final ClusterRow row = row(five.toggling(2), 2);
		assertFalse(find(row, JCheckBox.class).isSelected());
		row.show(new ClusterLine(five, 2, 0x102030, 12.345));
		assertTrue(find(row, JCheckBox.class).isSelected());
		row.align(30, 50);
		assertEquals(30, find(row, JLabel.class).getPreferredSize().width);
	}

	/** Without an image nothing happens, and nothing fails. */
	@Test
	void withoutAnImageActionsDoNothing() {
		final Actions actions = new Actions(() -> null, heard::add, explorer -> heard.add("create"),
			() -> heard.add("writing"));
		actions.setClusters(3, false);
		actions.step(1);
		actions.select(1, false);
		actions.selectLabel(1);
		actions.toggle(1);
		actions.name(1, "x");
		actions.mergeInto(1);
		actions.hideSelected();
		actions.keepSelected();
		actions.mergeSelected();
		actions.undo();
		actions.redo();
		actions.holdOriginal(true);
		actions.suggest();
		actions.more();
		actions.create();
		actions.refuse("no");
		assertNull(actions.explorer());
		assertEquals(Collections.emptyList(), heard);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0.0", "12.34, 12.3", "-7, -7.0", "99999, 99999.0", "123456, 1.23e+05",
		"0.01234, 0.0123", "0.1, 0.1" })
	void valuesAreBrief(final double value, final String text) {
		assertEquals(text, ValueText.of(value));
		assertEquals(text + ", 1.0", ValueText.of(value, 1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "300", "abc", "", "2.5", "-1", "99999999999", "\u0663" })
	void whatIsNoNumberIsToldAndChangesNothing(final String text) {
		final NumberField field = new NumberField("clusters", 3, 254, heard::add);
		final JTextField written = ((JSpinner.DefaultEditor) field.getEditor()).getTextField();
		written.setText(text);
		try {
			field.commitEdit();
		}
		catch (final ParseException refused) {
			// It was told.
		}
		assertEquals(3, field.number());
		assertTrue(heard.contains("clusters = " + text + ": takes a whole number from 1 to 254"),
			heard.toString());
	}

	/** As the settings take them everywhere else. */
	@ParameterizedTest
	@ValueSource(strings = { " 12 ", "12.0", "1.2e1", "+12" })
	void numbersAreTaken(final String text) throws ParseException {
		final NumberField field = new NumberField("clusters", 3, 254, heard::add);
		((JSpinner.DefaultEditor) field.getEditor()).getTextField().setText(text);
		field.commitEdit();
		assertEquals(12, field.number());
		assertEquals(Collections.emptyList(), heard);
	}

	/** ImageJ's windows have a scale. */
	@Test
	void fontsHaveTheScaleOfImageJ() {
		final double before = Prefs.getGuiScale();
		try {
			Prefs.setGuiScale(1.5);
			assertEquals(18, Fonts.font().getSize());
			assertEquals(15, Fonts.scaled(10));
			final JPanel panel = new JPanel();
			final JLabel label = new JLabel("x");
			panel.add(label);
			Fonts.apply(panel);
			assertEquals(18, label.getFont().getSize());
		}
		finally {
			Prefs.setGuiScale(before);
		}
	}
}
