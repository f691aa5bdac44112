package sc.fiji.kmeans.plugin.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.WindowManager;
import ij.process.ImageProcessor;

import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Label;
import java.awt.TextField;
import java.awt.event.ActionEvent;
import java.awt.event.ItemEvent;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

import sc.fiji.kmeans.plugin.MacroBox;
import sc.fiji.kmeans.plugin.MacroRun;
import sc.fiji.kmeans.plugin.RealImageJ;
import sc.fiji.kmeans.plugin.dialog.MessageLines;

/** A live window, in the hands of a user. */
final class LiveDriver {

	private final LiveWindow window;
	private final LivePanel panel;

	private LiveDriver(final LiveWindow window) {
		this.window = window;
		panel = (LivePanel) window.getComponent(1);
	}

	/** Starts it by a macro, on the active image, and takes the window it opened. */
	static LiveDriver start(final String options) throws Exception {
		final MacroBox box = MacroBox
			.run("run(\"" + MacroRun.LIVE + "\", \"source=active " + options + "\");");
		assertEquals("", box.message());
		return new LiveDriver(RealImageJ.await("the live window",
			() -> WindowManager.getCurrentWindow() instanceof LiveWindow
				? (LiveWindow) WindowManager.getCurrentWindow()
				: null));
	}

	/** Takes the window of an image. */
	static LiveDriver of(final String title) {
		return new LiveDriver((LiveWindow) RealImageJ.image(title).getWindow());
	}

	LiveWindow window() {
		return window;
	}

	ImagePlus image() {
		return window.getImagePlus();
	}

	/** Waits until the window shows a picture. */
	LiveDriver awaitPicture(final ImageProcessor expected) {
		RealImageJ.await("the picture of a frame",
			() -> isSame(expected, image().getProcessor()) ? true : null);
		return this;
	}

	/** Of the same size and type, with the same pixels. */
	static boolean isSame(final ImageProcessor one, final ImageProcessor other) {
		if (one.getClass() != other.getClass() || one.getWidth() != other.getWidth()
			|| one.getHeight() != other.getHeight()) return false;
		for (int i = 0; i < one.getPixelCount(); i++)
			if ((one.get(i) & 0xffffff) != (other.get(i) & 0xffffff)) return false;
		return true;
	}

	/** The text of a field by its number: clusters, masked. */
	LiveDriver type(final String field, final String text) throws Exception {
		EventQueue.invokeAndWait(() -> field(field).setText(text));
		RealImageJ.settle();
		return this;
	}

	String text(final String field) {
		return field(field).getText();
	}

	/** What the window is said to show. */
	String shown() {
		return one(Choice.class).getSelectedItem();
	}

	private TextField field(final String name) {
		return components(TextField.class).skip(name.equals("masked") ? 1 : 0)
			.findFirst()
			.orElseThrow(AssertionError::new);
	}

	LiveDriver show(final String what) throws Exception {
		final Choice choice = one(Choice.class);
		EventQueue.invokeAndWait(() -> {
			choice.select(what);
			choice.dispatchEvent(
				new ItemEvent(choice, ItemEvent.ITEM_STATE_CHANGED, what, ItemEvent.SELECTED));
		});
		return this;
	}

	LiveDriver pause(final boolean isPaused) throws Exception {
		final Checkbox box = one(Checkbox.class);
		EventQueue.invokeAndWait(() -> {
			box.setState(isPaused);
			box.dispatchEvent(new ItemEvent(box, ItemEvent.ITEM_STATE_CHANGED, box.getLabel(),
				isPaused ? ItemEvent.SELECTED : ItemEvent.DESELECTED));
		});
		return this;
	}

	LiveDriver press(final String label) throws Exception {
		final Button button = components(Button.class).filter(b -> b.getLabel().equals(label))
			.findFirst()
			.orElseThrow(AssertionError::new);
		EventQueue.invokeAndWait(
			() -> button.dispatchEvent(new ActionEvent(button, ActionEvent.ACTION_PERFORMED, label)));
		RealImageJ.settle();
		return this;
	}

	String figures() {
		return Arrays.stream(rows().getComponents())
			.filter(Label.class::isInstance)
			.map(part -> ((Label) part).getText())
			.findFirst()
			.orElseThrow(AssertionError::new);
	}

	private Container rows() {
		return (Container) panel.getComponent(0);
	}

	private MessageLines lines() {
		return (MessageLines) panel.getComponent(1);
	}

	String message() {
		return lines().text();
	}

	boolean isRed() {
		return lines().getComponent(0).getForeground().equals(Color.red);
	}

	/** Whether all lines of the message can be seen. */
	boolean hasRoom() {
		return Arrays.stream(lines().getComponents())
			.allMatch(line -> line.getWidth() >= line.getPreferredSize().width
				&& line.getY() + line.getHeight() <= lines().getHeight())
			&& lines().getY() + lines().getHeight() <= panel.getHeight();
	}

	LiveDriver awaitMessage(final String start) {
		RealImageJ.await(start,
			() -> message().startsWith(start) && message().isEmpty() == start.isEmpty() ? true : null);
		return this;
	}

	/** Whether anything can be changed. */
	boolean isEnabled() {
		return Stream.of(TextField.class, Choice.class, Checkbox.class, Button.class)
			.flatMap(this::components)
			.anyMatch(Component::isEnabled);
	}

	/** Waits until its thread is gone; its name is that of the source. */
	static void awaitThreadEnd(final ImagePlus source) {
		final String name = "K-Means Live: " + Objects.requireNonNull(source.getTitle());
		RealImageJ.await("end of the thread",
			() -> Thread.getAllStackTraces()
				.keySet()
				.stream()
				.noneMatch(thread -> thread.getName().equals(name)) ? true : null);
	}

	private <C extends Component> C one(final Class<C> type) {
		return components(type).findFirst().orElseThrow(AssertionError::new);
	}

	private <C extends Component> Stream<C> components(final Class<C> type) {
		return Arrays.stream(rows().getComponents())
			.filter(Container.class::isInstance)
			.flatMap(row -> Arrays.stream(((Container) row).getComponents()))
			.filter(type::isInstance)
			.map(type::cast);
	}
}
