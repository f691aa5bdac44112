package sc.fiji.kmeans.plugin.dialog;

import ij.IJ;
import ij.gui.GenericDialog;

import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Label;
import java.awt.Panel;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.ItemEvent;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.util.Arrays;
import java.util.List;
import java.util.Vector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sc.fiji.kmeans.plugin.RealImageJ;

/** The plugin's open dialog, in the hands of a user. */
public final class DialogDriver {

	private static final int FRAME_MILLIS = 100;

	private final GenericDialog dialog;

	private DialogDriver(final GenericDialog dialog) {
		this.dialog = dialog;
	}

	/** Chooses the command from the menu and waits for its dialog. */
	public static DialogDriver open() throws Exception {
		return open(RealImageJ.COMMAND);
	}

	/** The same for another command. */
	public static DialogDriver open(final String command) throws Exception {
		RealImageJ.chooseCommand(command);
		return await();
	}

	/** The dialog that is opening. */
	public static DialogDriver await() throws Exception {
		return new DialogDriver(RealImageJ.awaitWindow(GenericDialog.class));
	}

	/** Takes the dialog that is being opened. */
	public static DialogDriver opened() throws Exception {
		return new DialogDriver(RealImageJ.awaitWindow(GenericDialog.class));
	}

	/** @param label of the field, as the user reads it */
	public DialogDriver type(final String label, final String text) throws Exception {
		EventQueue.invokeAndWait(() -> ((TextField) field(label)).setText(text));
		RealImageJ.settle();
		return this;
	}

	public DialogDriver choose(final String label, final String item) throws Exception {
		return choose((Choice) field(label), item);
	}

	/** From the list beside a field. */
	public DialogDriver pick(final String label, final String item) throws Exception {
		return choose(Arrays.stream(field(label).getParent().getComponents())
			.filter(Choice.class::isInstance)
			.map(Choice.class::cast)
			.findFirst()
			.orElseThrow(AssertionError::new), item);
	}

	private DialogDriver choose(final Choice choice, final String item) throws Exception {
		EventQueue.invokeAndWait(() -> {
			choice.select(item);
			choice.dispatchEvent(
				new ItemEvent(choice, ItemEvent.ITEM_STATE_CHANGED, item, ItemEvent.SELECTED));
		});
		RealImageJ.settle();
		return this;
	}

	public DialogDriver tick(final String label) throws Exception {
		final Checkbox box = box(label);
		EventQueue.invokeAndWait(() -> {
			box.setState(true);
			box
				.dispatchEvent(new ItemEvent(box, ItemEvent.ITEM_STATE_CHANGED, label, ItemEvent.SELECTED));
		});
		return this;
	}

	private Checkbox box(final String label) {
		return ((Vector<?>) dialog.getCheckboxes()).stream()
			.map(Checkbox.class::cast)
			.filter(b -> b.getLabel().equals(label))
			.findFirst()
			.orElseThrow(AssertionError::new);
	}

	/** Of the window and of its last button. */
	public List<Rectangle> bounds() {
		awaitFrame();
		return Arrays.asList(dialog.getBounds(), dialog.getButtons()[0].getBounds());
	}

	/** Whether a field can be seen. */
	public boolean isShowing(final String label) {
		return field(label).isShowing();
	}

	/** What is written on the button that shows more or less. */
	public String more() {
		return moreButton().getLabel();
	}

	private Button moreButton() {
		return components(dialog).filter(Button.class::isInstance)
			.map(Button.class::cast)
			.filter(button -> button.getLabel().startsWith("More") || button.getLabel().equals("Less"))
			.findFirst()
			.orElseThrow(AssertionError::new);
	}

	/** Shows more or less, whatever is shown now. */
	public DialogDriver pressMore() throws Exception {
		press(more());
		RealImageJ.settleWindow();
		return this;
	}

	/** Where a field is on the screen. */
	Rectangle place(final String label) {
		final Component field = field(label);
		return new Rectangle(field.getLocationOnScreen(), field.getSize());
	}

	/** Clicks with the pointer on the box of the preview, and lets it rest there. */
	void clickPreview() throws Exception {
		click(previewBox());
	}

	/** Goes with the pointer to the button that shows more or less, and clicks at once. */
	void clickMore() throws Exception {
		click(moreButton());
	}

	private static void click(final Component component) throws Exception {
		final Point at = component.getLocationOnScreen();
		final Robot robot = new Robot();
		robot.mouseMove(at.x + component.getHeight() / 2, at.y + component.getHeight() / 2);
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
	}

	/** Window managers may give it its frame after it is shown. */
	private void awaitFrame() {
		Rectangle before;
		do {
			before = dialog.getBounds();
			IJ.wait(FRAME_MILLIS);
		}
		while (!before.equals(dialog.getBounds()));
	}

	public int height() {
		awaitFrame();
		return dialog.getHeight();
	}

	/** What stands in a field. */
	public String text(final String label) {
		final Component field = field(label);
		return field instanceof Choice
			? ((Choice) field).getSelectedItem()
			: ((TextField) field).getText();
	}

	/** A field follows its label. */
	private Component field(final String label) {
		final Label found = components(dialog).filter(Label.class::isInstance)
			.map(Label.class::cast)
			.filter(part -> part.getText().equals(label))
			.findFirst()
			.orElseThrow(() -> new AssertionError("no field " + label));
		final List<Component> parts = Arrays.asList(found.getParent().getComponents());
		final Component next = parts.get(parts.indexOf(found) + 1);
		return next instanceof Panel ? ((Panel) next).getComponent(0) : next;
	}

	public boolean takesOk() {
		return button("OK").isEnabled();
	}

	/** The line below the fields. */
	public Label message() {
		return (Label) dialog.getMessage();
	}

	/** Waits until the dialog is wide enough for the line. */
	public void awaitRoomForMessage() {
		RealImageJ.await("room for " + message().getText(),
			() -> message().getWidth() >= message().getPreferredSize().width ? true : null);
	}

	public boolean isOpen() {
		return dialog.isShowing();
	}

	public void ok() throws Exception {
		press("OK");
		RealImageJ.awaitEnd();
	}

	/** Does not wait for the command to end. */
	public void press(final String label) {
		final Button button = button(label);
		EventQueue.invokeLater(
			() -> button.dispatchEvent(new ActionEvent(button, ActionEvent.ACTION_PERFORMED, label)));
	}

	private Button button(final String label) {
		return components(dialog).filter(Button.class::isInstance)
			.map(Button.class::cast)
			.filter(b -> b.getLabel().trim().equals(label))
			.findFirst()
			.orElseThrow(AssertionError::new);
	}

	private static Stream<Component> components(final Container whole) {
		return Arrays.stream(whole.getComponents())
			.flatMap(part -> part instanceof Container ? components((Container) part) : Stream.of(part));
	}

	/** All lines below the fields. */
	public String said() {
		return ((MessageLines) message().getParent()).text();
	}

	/** What can be read of it. */
	public String shown() {
		return Arrays.stream(message().getParent().getComponents())
			.map(line -> ((Label) line).getText())
			.collect(Collectors.joining());
	}

	/** Whether a field, or a switch, can be changed. */
	public boolean isEnabled(final String label) {
		return ((Vector<?>) dialog.getCheckboxes()).stream()
			.map(Checkbox.class::cast)
			.filter(box -> box.getLabel().equals(label))
			.findFirst()
			.map(Component::isEnabled)
			.orElseGet(() -> field(label).isEnabled());
	}

	public boolean isTicked(final String label) {
		return box(label).getState();
	}

	/** Presses Escape where a box or a button of this name has the keyboard. */
	public void escape(final String label) throws Exception {
		final Component part = components(dialog)
			.filter(one -> one instanceof Checkbox && ((Checkbox) one).getLabel().equals(label)
				|| one instanceof Button && ((Button) one).getLabel().equals(label))
			.findFirst()
			.get();
		final KeyEvent event = new KeyEvent(part, KeyEvent.KEY_PRESSED, System.currentTimeMillis(), 0,
			KeyEvent.VK_ESCAPE, KeyEvent.CHAR_UNDEFINED);
		EventQueue.invokeAndWait(() -> {
			for (final KeyListener listener : part.getKeyListeners())
				listener.keyPressed(event);
		});
	}

	public void cancel() throws Exception {
		press("Cancel");
		RealImageJ.awaitEnd();
	}

	/** Ticks the box of the preview, or not. */
	public DialogDriver preview(final boolean isOn) throws Exception {
		final Checkbox box = previewBox();
		EventQueue.invokeAndWait(() -> {
			box.setState(isOn);
			box.dispatchEvent(new ItemEvent(box, ItemEvent.ITEM_STATE_CHANGED, box.getLabel(),
				isOn ? ItemEvent.SELECTED : ItemEvent.DESELECTED));
		});
		RealImageJ.settle();
		return this;
	}

	public boolean isPreviewed() {
		return previewBox().getState();
	}

	/** What the preview says below the fields; empty for nothing. */
	public String previewLine() {
		return said().startsWith("Rest the pointer") ? "" : said();
	}

	private Checkbox previewBox() {
		return components(dialog).filter(Checkbox.class::isInstance)
			.map(Checkbox.class::cast)
			.filter(box -> box.getLabel().equals("Preview"))
			.findFirst()
			.orElseThrow(AssertionError::new);
	}
}
