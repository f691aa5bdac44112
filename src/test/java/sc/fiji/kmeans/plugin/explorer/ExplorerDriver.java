package sc.fiji.kmeans.plugin.explorer;

import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.gui.ImageCanvas;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Graphics;
import java.awt.Point;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.swing.AbstractButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JTextArea;
import javax.swing.JTextField;

import sc.fiji.kmeans.plugin.RealImageJ;

/** The explorer in the hands of a user. */
final class ExplorerDriver {

	static final String COMMAND = "K-Means Explorer...";

	private final ExplorerFrame frame;

	private ExplorerDriver(final ExplorerFrame frame) {
		this.frame = frame;
	}

	/** Chooses the command from the menu, and waits for the first picture. */
	static ExplorerDriver open() throws Exception {
		RealImageJ.chooseCommand(COMMAND);
		final ExplorerDriver driver = new ExplorerDriver(RealImageJ.awaitWindow(ExplorerFrame.class));
		driver.awaitClusters(3);
		return driver;
	}

	/** Closes it if it is open, and forgets what it remembers. */
	static void cleanUp() throws Exception {
		final List<ExplorerFrame> frames = RealImageJ.windows(ExplorerFrame.class)
			.collect(Collectors.toList());
		for (final ExplorerFrame frame : frames)
			EventQueue.invokeAndWait(frame::close);
		Prefs.set("kmeans.explorer.loc", null);
		for (final Product product : Product.values())
			Prefs.set("kmeans.explorer.create." + product.key(), null);
		RealImageJ.settle();
	}

	ExplorerFrame frame() {
		return frame;
	}

	static <T> T inEvents(final Callable<T> question) {
		final FutureTask<T> task = new FutureTask<>(question);
		if (EventQueue.isDispatchThread()) task.run();
		else EventQueue.invokeLater(task);
		try {
			return task.get();
		}
		catch (final Exception failed) {
			throw new AssertionError(failed);
		}
	}

	Explorer explorer() {
		return inEvents(frame::explorer);
	}

	ExplorerState state() {
		return inEvents(() -> frame.explorer().state());
	}

	/** Waits until so many clusters are shown, after merging. */
	ExplorerDriver awaitClusters(final int n) {
		RealImageJ.await(n + " clusters", () -> inEvents(() -> hasClusters(n)) ? true : null);
		return this;
	}

	private boolean hasClusters(final int n) {
		final Explorer now = frame.explorer();
		return now != null && now.isShown() && now.lines().size() == n;
	}

	/** What was learned, by identity. */
	Object picture() {
		return inEvents(() -> {
			final java.lang.reflect.Field field = Explorer.class.getDeclaredField("picture");
			field.setAccessible(true);
			return field.get(frame.explorer());
		});
	}

	/** The fields in which names are written. */
	List<JTextField> names() {
		return all(ClusterRow.class).flatMap(row -> Arrays.stream(row.getComponents()))
			.filter(JTextField.class::isInstance)
			.map(JTextField.class::cast)
			.collect(Collectors.toList());
	}

	int rows() {
		return (int) all(ClusterRow.class).count();
	}

	ExplorerDriver press(final String label) throws Exception {
		final AbstractButton button = button(label);
		EventQueue.invokeAndWait(button::doClick);
		RealImageJ.settle();
		return this;
	}

	/** For what opens a dialog. */
	ExplorerDriver pressAndGoOn(final String label) {
		final AbstractButton button = button(label);
		EventQueue.invokeLater(button::doClick);
		return this;
	}

	/** Where a button is on the screen. */
	Point place(final String label) {
		return inEvents(() -> button(label).getLocationOnScreen());
	}

	/** What is said at once when another number is asked for. */
	String saidAtOnce(final int clusters) {
		return inEvents(() -> {
			frame.explorer().slide(clusters, false);
			return message();
		});
	}

	boolean isEnabled(final String label) {
		return button(label).isEnabled();
	}

	private AbstractButton button(final String label) {
		return all(AbstractButton.class).filter(b -> label.equals(b.getText()))
			.findFirst()
			.orElseThrow(AssertionError::new);
	}

	/** The slider of the clusters is moved, in one go. */
	ExplorerDriver slide(final int... places) throws Exception {
		final JSlider slider = all(JSlider.class).findFirst().get();
		EventQueue.invokeAndWait(() -> {
			slider.setValueIsAdjusting(true);
			for (final int place : places)
				slider.setValue(place);
			slider.setValueIsAdjusting(false);
		});
		return this;
	}

	/** Writes into the field of the clusters, and presses Enter. */
	ExplorerDriver type(final String text) throws Exception {
		final JTextField field = numberField();
		EventQueue.invokeAndWait(field::requestFocusInWindow);
		RealImageJ.await("the focus", () -> field.hasFocus() ? true : null);
		EventQueue.invokeAndWait(() -> {
			field.setText(text);
			for (final int id : new int[] { KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED })
				field.dispatchEvent(new KeyEvent(field, id, 0, 0, KeyEvent.VK_ENTER, '\n'));
		});
		RealImageJ.settle();
		return this;
	}

	/** What stands in it when the user goes on. */
	String typed() throws Exception {
		final JSlider slider = all(JSlider.class).findFirst().get();
		EventQueue.invokeAndWait(slider::requestFocusInWindow);
		RealImageJ.await("the focus", () -> slider.hasFocus() ? true : null);
		return numberField().getText();
	}

	private JTextField numberField() {
		return ((JSpinner.DefaultEditor) all(NumberField.class).findFirst().get().getEditor())
			.getTextField();
	}

	ExplorerDriver show(final Look.Mode what) throws Exception {
		return choose(0, what);
	}

	ExplorerDriver colours(final String which) throws Exception {
		return choose(1, which);
	}

	private ExplorerDriver choose(final int place, final Object item) throws Exception {
		final JComboBox<?> box = (JComboBox<?>) all(JComboBox.class).skip(place).findFirst().get();
		EventQueue.invokeAndWait(() -> box.setSelectedItem(item));
		return this;
	}

	/** Of a row, from 1 on. */
	ExplorerDriver tick(final int row) throws Exception {
		final JCheckBox box = parts(row(row)).filter(JCheckBox.class::isInstance)
			.map(JCheckBox.class::cast)
			.findFirst()
			.get();
		EventQueue.invokeAndWait(box::doClick);
		return this;
	}

	/** Writes a name into a row, and presses Enter. */
	ExplorerDriver name(final int row, final String name) throws Exception {
		final JTextField field = nameField(row);
		EventQueue.invokeAndWait(() -> {
			field.setText(name);
			field.postActionEvent();
		});
		return this;
	}

	/** Writes a name into a row, and nothing else. */
	ExplorerDriver write(final int row, final String name) throws Exception {
		final JTextField field = nameField(row);
		EventQueue.invokeAndWait(() -> field.setText(name));
		return this;
	}

	String name(final int row) {
		return nameField(row).getText();
	}

	private JTextField nameField(final int row) {
		return parts(row(row)).filter(JTextField.class::isInstance)
			.map(JTextField.class::cast)
			.findFirst()
			.get();
	}

	/** What stands on a row: number and percent. */
	String text(final int row) {
		return parts(row(row)).filter(JLabel.class::isInstance)
			.map(label -> ((JLabel) label).getText())
			.collect(Collectors.joining(" "));
	}

	private ClusterRow row(final int n) {
		return all(ClusterRow.class).skip(n - 1).findFirst().orElseThrow(AssertionError::new);
	}

	boolean hasCurve() {
		return all(Curve.class).findFirst().get().isShowing();
	}

	/** Whether rows are as high as they want to be: neither stretched nor cut. */
	boolean areRowsWhole() {
		return inEvents(() -> all(ClusterRow.class)
			.allMatch(row -> row.getHeight() == row.getPreferredSize().height));
	}

	/** Clicks where the curve of the suggestion has a number of clusters. */
	ExplorerDriver clickOnCurve(final int k) throws Exception {
		final Curve curve = all(Curve.class).findFirst().get();
		RealImageJ.await("the curve", () -> curve.isShowing() && curve.getWidth() > 1 ? true : null);
		EventQueue.invokeAndWait(() -> {
			int x = 0;
			while (!curve.getToolTipText(at(curve, x)).startsWith(k + " cluster"))
				x++;
			curve.dispatchEvent(at(curve, x));
		});
		return this;
	}

	private static MouseEvent at(final Component component, final int x) {
		return new MouseEvent(component, MouseEvent.MOUSE_PRESSED, 0, InputEvent.BUTTON1_DOWN_MASK, x,
			5, 1, false, MouseEvent.BUTTON1);
	}

	/** Clicks on a pixel of the image. */
	ExplorerDriver click(final ImagePlus image, final int x, final int y, final int modifiers)
		throws Exception
	{
		EventQueue.invokeAndWait(() -> clickNow(image, x, y, modifiers));
		IJ.wait(350); // ImageJ takes two quick clicks for one on an element of the overlay
		return this;
	}

	private static void clickNow(final ImagePlus image, final int x, final int y,
		final int modifiers)
	{
		final ImageCanvas canvas = image.getCanvas();
		for (final int id : new int[] { MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED })
			canvas.dispatchEvent(new MouseEvent(canvas, id, 0, modifiers | InputEvent.BUTTON1_DOWN_MASK,
				canvas.screenX(x), canvas.screenY(y), 1, false, MouseEvent.BUTTON1));
	}

	/** Presses a key, clicks on a pixel and presses another key, before anything else happens. */
	ExplorerDriver pressClickAndPress(final ImagePlus image, final int first, final int[] pixel,
		final int second) throws Exception
	{
		EventQueue.invokeAndWait(() -> {
			pressNow(image, KeyEvent.KEY_PRESSED, first, 0);
			clickNow(image, pixel[0], pixel[1], 0);
			pressNow(image, KeyEvent.KEY_PRESSED, second, 0);
		});
		return this;
	}

	private static void pressNow(final ImagePlus image, final int id, final int code,
		final int modifiers)
	{
		final ImageCanvas canvas = image.getCanvas();
		canvas.dispatchEvent(new KeyEvent(canvas, id, 0, modifiers, code, (char) code));
	}

	ExplorerDriver point(final ImagePlus image, final int x, final int y) throws Exception {
		final ImageCanvas canvas = image.getCanvas();
		EventQueue.invokeAndWait(() -> canvas.dispatchEvent(new MouseEvent(canvas,
			MouseEvent.MOUSE_MOVED, 0, 0, canvas.screenX(x), canvas.screenY(y), 0, false)));
		return this;
	}

	/** Presses a key on the image. */
	ExplorerDriver key(final ImagePlus image, final int code, final int modifiers) throws Exception {
		key(image, KeyEvent.KEY_PRESSED, code, modifiers);
		return key(image, KeyEvent.KEY_RELEASED, code, modifiers);
	}

	ExplorerDriver key(final ImagePlus image, final int id, final int code, final int modifiers)
		throws Exception
	{
		EventQueue.invokeAndWait(() -> pressNow(image, id, code, modifiers));
		return this;
	}

	/** The last line. */
	/** In the event thread, for a text that changes is empty for a moment. */
	String message() {
		return inEvents(() -> all(JTextArea.class).findFirst().get().getText());
	}

	/** The first pixel of a cluster, by its number before merging. */
	int[] pixelOf(final ImagePlus image, final int first) {
		for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
			final int x = i % image.getWidth();
			final int y = i / image.getWidth();
			if (inEvents(() -> frame.explorer().clusterAt(x, y)) == first) return new int[] { x, y };
		}
		throw new AssertionError("no pixel of " + first);
	}

	/** What the window of an image paints, at its magnification of 1. */
	static BufferedImage painted(final ImagePlus image) {
		final BufferedImage screen = new BufferedImage(image.getWidth(), image.getHeight(),
			BufferedImage.TYPE_INT_RGB);
		return inEvents(() -> {
			final Graphics g = screen.getGraphics();
			image.getCanvas().paint(g);
			g.dispose();
			return screen;
		});
	}

	/** The dialog that asks what is to be made. */
	static JDialog awaitCreate() throws Exception {
		return RealImageJ.awaitWindow(CreateDialog.class);
	}

	static void set(final JDialog dialog, final String label, final boolean isOn) throws Exception {
		final AbstractButton button = buttonOf(dialog, label);
		EventQueue.invokeAndWait(() -> button.setSelected(isOn));
	}

	static void pressIn(final JDialog dialog, final String label) throws Exception {
		final AbstractButton button = buttonOf(dialog, label);
		EventQueue.invokeAndWait(button::doClick);
	}

	private static AbstractButton buttonOf(final JDialog dialog, final String label) {
		return parts(dialog).filter(AbstractButton.class::isInstance)
			.map(AbstractButton.class::cast)
			.filter(b -> label.equals(b.getText()))
			.findFirst()
			.orElseThrow(AssertionError::new);
	}

	<C> Stream<C> all(final Class<C> type) {
		return parts(frame).filter(type::isInstance).map(type::cast);
	}

	static Stream<Component> parts(final Container whole) {
		return Arrays.stream(whole.getComponents())
			.flatMap(part -> part instanceof Container
				? Stream.concat(Stream.of(part), parts((Container) part))
				: Stream.of(part));
	}
}
