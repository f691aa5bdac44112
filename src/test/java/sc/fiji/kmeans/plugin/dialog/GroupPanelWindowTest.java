package sc.fiji.kmeans.plugin.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Checkbox;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Label;
import java.awt.TextField;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.plugin.RealImageJ;
import sc.fiji.kmeans.settings.Group;
import sc.fiji.kmeans.settings.SettingTable;

/** Fields of a group, arranged under its heading. */
@Tag("window")
class GroupPanelWindowTest {

	private Frame frame;

	@BeforeEach
	void open() throws Exception {
		RealImageJ.start();
		frame = new Frame();
	}

	@AfterEach
	void close() throws Exception {
		if (frame != null) EventQueue.invokeAndWait(frame::dispose);
		RealImageJ.cleanUp();
	}

	private GroupPanel shown(final GroupPanel panel) throws Exception {
		EventQueue.invokeAndWait(() -> {
			frame.add(panel);
			frame.pack();
			frame.setVisible(true);
		});
		return panel;
	}

	private static Group folded() {
		return SettingTable.ALL.stream()
			.map(row -> row.group())
			.filter(Group::isFolded)
			.findFirst()
			.get();
	}

	/** Two short fields stand side by side where they are always shown. */
	@Test
	void shortFieldsShareARow() throws Exception {
		final GroupPanel panel = new GroupPanel(Group.open("What is made"));
		final TextField[] fields = { new TextField(6), new TextField(6), new TextField(6) };
		for (final TextField field : fields)
			panel.addField(new Label("x"), field);
		shown(panel);
		assertEquals(fields[0].getY(), fields[1].getY());
		assertTrue(fields[2].getY() > fields[0].getY());
		assertFalse(panel.isWide() || panel.isFolded());
	}

	/** Where they unfold, one stands below the other. */
	@Test
	void foldedFieldsStandBelowEachOther() throws Exception {
		final GroupPanel panel = new GroupPanel(folded());
		final TextField[] fields = { new TextField(6), new TextField(6) };
		for (final TextField field : fields)
			panel.addField(new Label("x"), field);
		shown(panel);
		assertTrue(fields[1].getY() > fields[0].getY());
		assertTrue(panel.isFolded());
		assertEquals(3, panel.rows());
	}

	/** A long field has a row of its own, and makes its group wide. */
	@Test
	void longFieldsHaveARow() throws Exception {
		final GroupPanel panel = new GroupPanel(Group.open(""));
		final TextField before = new TextField(6);
		final TextField wide = new TextField(30);
		panel.addField(new Label("a"), before);
		panel.addField(new Label("b"), wide);
		shown(panel);
		assertTrue(wide.getY() > before.getY());
		assertTrue(panel.isWide());
		assertEquals(2, panel.rows());
	}

	/** Three in a row. */
	@Test
	void switchesShareRows() throws Exception {
		final GroupPanel panel = new GroupPanel(Group.open(""));
		final Checkbox[] boxes = new Checkbox[4];
		for (int i = 0; i < boxes.length; i++) {
			boxes[i] = new Checkbox("box " + i);
			panel.addSwitch(boxes[i]);
		}
		shown(panel);
		assertEquals(boxes[0].getY(), boxes[2].getY());
		assertTrue(boxes[3].getY() > boxes[0].getY());
	}
}
