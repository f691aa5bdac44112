package sc.fiji.kmeans.plugin.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JSpinner;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.plugin.KnownForms;

/** The panel, its keys and its hands where there is no image, without a window. */
class ExplorerPanelTest {

	private final List<String> heard = new ArrayList<>();
	private final Actions actions = new Actions(() -> null, heard::add,
		explorer -> heard.add("create"), () -> heard.add("writing"));
	private final ExplorerPanel panel = new ExplorerPanel(actions);

	private static <T> List<T> all(final Container parent, final Class<T> kind) {
		final List<T> found = new ArrayList<>();
		for (final Component part : parent.getComponents()) {
			if (kind.isInstance(part)) found.add(kind.cast(part));
			if (part instanceof Container) found.addAll(all((Container) part, kind));
		}
		return found;
	}

	private List<String> buttons() {
		return all(panel, JButton.class).stream()
			.map(JButton::getText)
			.filter(text -> text != null && !text.isEmpty())
			.collect(Collectors.toList());
	}

	@ParameterizedTest
	@ValueSource(
		strings = { "Suggest", "Merge", "Hide", "Keep", "Undo", "Redo", "More...", "Create..." })
	void eachButtonIsThereAndExplained(final String name) {
		assertTrue(buttons().contains(name), buttons().toString());
		final JButton button = all(panel, JButton.class).stream()
			.filter(one -> name.equals(one.getText()))
			.findFirst()
			.get();
		assertNotNull(button.getToolTipText());
		// Without an image a press does nothing.
		button.doClick();
		assertFalse(heard.contains("create"));
	}

	@Test
	void itBeginsWithThreeTintedClusters() {
		final JSlider clusters = all(panel, JSlider.class).get(0);
		assertEquals(ExplorerPanel.FIRST_CLUSTERS, clusters.getValue());
		assertEquals(1, clusters.getMinimum());
		assertEquals(Actions.MOST_OF_SLIDER, clusters.getMaximum());
		assertEquals(ExplorerPanel.FIRST_CLUSTERS, all(panel, NumberField.class).get(0).number());
		assertEquals(Look.Mode.TINTED, all(panel, JComboBox.class).get(0).getSelectedItem());
		assertEquals(50, all(panel, JSlider.class).get(1).getValue());
		assertEquals("distinct", all(panel, JComboBox.class).get(1).getSelectedItem());
	}

	/** Each control of its own has a word beside it, or a tip. */
	@Test
	void controlsAreExplained() {
		final List<JComponent> controls = new ArrayList<>(all(panel, JSlider.class));
		controls.addAll(all(panel, NumberField.class));
		for (final Object box : all(panel, JComboBox.class))
			controls.add((JComponent) box);
		for (final JComponent control : controls)
			assertNotNull(control.getToolTipText(), control.toString());
		final List<String> words = all(panel, JLabel.class).stream()
			.map(JLabel::getText)
			.collect(Collectors.toList());
		assertTrue(words.contains("Clusters") && words.contains("Show") && words.contains("Opacity")
			&& words.contains("Colours"), words.toString());
	}

	/** There is nothing to show, so there is no row, and it fits a small screen. */
	@Test
	void withoutAnImageItIsSmall() {
		assertFalse(panel.update());
		assertEquals(0, all(panel, ClusterRow.class).size());
		assertTrue(panel.getPreferredSize().height < 600, panel.getPreferredSize().toString());
	}

	private static KeyEvent key(final int id, final int code) {
		return new KeyEvent(new JPanel(), id, 0, 0, code, KeyEvent.CHAR_UNDEFINED);
	}

	/** ImageJ gets all keys. */
	@Test
	void withoutAnImageNoKeyIsTaken() {
		final ExplorerKeys keys = new ExplorerKeys(actions, null);
		for (final int code : new int[] { KeyEvent.VK_UP, KeyEvent.VK_1, KeyEvent.VK_H, KeyEvent.VK_K,
			KeyEvent.VK_M, KeyEvent.VK_S, KeyEvent.VK_ENTER, KeyEvent.VK_SPACE })
		{
			assertFalse(keys.dispatchKeyEvent(key(KeyEvent.KEY_PRESSED, code)));
			assertFalse(keys.dispatchKeyEvent(key(KeyEvent.KEY_RELEASED, code)));
		}
		assertTrue(heard.isEmpty(), heard.toString());
	}

	@Test
	void pointingTellsNothingWithoutAnImage() {
		final Pointer pointer = new Pointer(actions, panel);
		pointer.mouseMoved(null);
		pointer.mouseExited(null);
		assertNull(actions.explorer());
	}

	/** Numbers that are typed go beyond the slider, up to the labels of 8 bits. */
	@Test
	void moreClustersCanBeTyped() {
		final NumberField field = all(panel, NumberField.class).get(0);
		field.setValue(Actions.MOST);
		assertEquals(254, field.number());
		assertEquals(Actions.MOST_OF_SLIDER, all(panel, JSlider.class).get(0).getMaximum());
	}

	@Test
	void tipsAreThoseOfTheField() {
		final NumberField field = all(panel, NumberField.class).get(0);
		field.setToolTipText("how many");
		assertEquals("how many",
			((JSpinner.DefaultEditor) field.getEditor()).getTextField().getToolTipText());
	}

	/** What Create can make is what the command can make. */
	@Test
	void productsAreThoseOfTheCommand() {
		for (final Product product : Product.values())
			assertTrue(product.isAlways || KnownForms.segmentation().keys().contains(product.key()));
	}
}
