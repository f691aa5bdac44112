package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assumptions.abort;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.gui.HTMLDialog;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.plugin.frame.Recorder;
import ij.plugin.frame.RoiManager;
import ij.text.TextWindow;

import java.awt.AWTError;
import java.awt.AWTException;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.HeadlessException;
import java.awt.Menu;
import java.awt.MenuItem;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import sc.fiji.kmeans.plugin.live.LiveRoom;

/** A real ImageJ with windows, one for all tests of its JVM. */
public final class RealImageJ {

	public static final String COMMAND = MacroRun.COMMAND;

	private static final long PATIENCE_MILLIS = 30_000;
	private static final int FOCUS_MILLIS = 200;
	private static final long FOCUS_NANOS = 1_000_000_000;

	private RealImageJ() {}

	/** Starts it; skips the test where there is no display. */
	public static synchronized void start() throws Exception {
		requireDisplay();
		putPointerAside();
		if (IJ.getInstance() != null) return;
		System.setProperty("plugins.dir", homeWithPlugin().toString());
		new ImageJ();
		settle();
	}

	/** A window that opens under it would change the status line. */
	private static void putPointerAside() throws AWTException {
		final Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
		new Robot().mouseMove(screen.width - 1, screen.height - 1);
	}

	private static void requireDisplay() {
		try {
			Toolkit.getDefaultToolkit().getScreenSize();
		}
		catch (final AWTError | HeadlessException | LinkageError none) {
			abort("no display");
		}
	}

	/** As a user installs the plugin; its classes are on the class path already. */
	private static Path homeWithPlugin() throws IOException {
		final Path home = Files.createTempDirectory("imagej");
		final Path jar = Files.createDirectory(home.resolve("plugins"))
			.resolve("KMeans_Segmentation.jar");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
			InputStream config = KMeansPlugIn.class.getResourceAsStream("/plugins.config"))
		{
			zip.putNextEntry(new ZipEntry("plugins.config"));
			final byte[] buffer = new byte[4096];
			for (int n = config.read(buffer); n > 0; n = config.read(buffer))
				zip.write(buffer, 0, n);
		}
		return home;
	}

	/** The item of the menu bar, found by the labels on the way to it. */
	public static MenuItem menuItem(final String... path) {
		Menu menu = find(
			IntStream.range(0, Menus.getMenuBar().getMenuCount()).mapToObj(Menus.getMenuBar()::getMenu),
			path[0]);
		for (final String label : Arrays.copyOfRange(path, 1, path.length - 1))
			menu = (Menu) find(items(menu), label);
		return find(items(menu), path[path.length - 1]);
	}

	private static Stream<MenuItem> items(final Menu menu) {
		return IntStream.range(0, menu.getItemCount()).mapToObj(menu::getItem);
	}

	private static <M extends MenuItem> M find(final Stream<M> items, final String label) {
		return items.filter(item -> item.getLabel().equals(label))
			.findFirst()
			.orElseThrow(() -> new AssertionError("no " + label + " in the menus"));
	}

	/** Chooses the command from the menu. */
	public static void chooseCommand(final String command) throws Exception {
		final MenuItem item = menuItem("Plugins", "Segmentation", command);
		EventQueue.invokeAndWait(
			() -> item.dispatchEvent(new ActionEvent(item, ActionEvent.ACTION_PERFORMED, command)));
	}

	/** Waits for the thread of a command that was chosen to end. */
	public static void awaitEnd() throws Exception {
		await("end of the command",
			() -> Thread.getAllStackTraces()
				.keySet()
				.stream()
				.map(Thread::getName)
				.noneMatch(RealImageJ::isOfCommand) ? true : null);
		settle();
	}

	private static boolean isOfCommand(final String thread) {
		return thread.endsWith(COMMAND) || thread.endsWith(MacroRun.APPLY)
			|| thread.endsWith(MacroRun.LIVE) || thread.endsWith(MacroRun.SUGGEST);
	}

	/** The visible window of a type, as soon as there is one. */
	public static <W extends Window> W awaitWindow(final Class<W> type) throws Exception {
		final W window = await(type.getSimpleName(), () -> windows(type).findFirst().orElse(null));
		settleWindow();
		return window;
	}

	/** A window that is closed while it opens may never tell those who wait for it. */
	public static void settleWindow() throws Exception {
		IJ.wait(50);
		settle();
	}

	/** The visible windows of a type. */
	public static <W extends Window> Stream<W> windows(final Class<W> type) {
		return Arrays.stream(Window.getWindows())
			.filter(type::isInstance)
			.map(type::cast)
			.filter(Window::isShowing);
	}

	/** Polls until there is an answer. */
	public static <T> T await(final String what, final Supplier<T> question) {
		final long end = System.currentTimeMillis() + PATIENCE_MILLIS;
		while (System.currentTimeMillis() < end) {
			final T answer = question.get();
			if (answer != null) return answer;
			IJ.wait(2);
		}
		throw new AssertionError("waited in vain for: " + what);
	}

	/** Waits until all events of now are done. */
	public static void settle() throws Exception {
		for (int i = 0; i < 3; i++)
			EventQueue.invokeAndWait(() -> {});
	}

	/**
	 * Shows an image, and waits until it is the active one. A window that closes at the same
	 * time may take the focus away from it, so it is called to the front now and then.
	 */
	public static ImagePlus show(final ImagePlus image) throws Exception {
		EventQueue.invokeAndWait(image::show);
		final long shown = System.nanoTime();
		await("active window", () -> {
			if (WindowManager.getCurrentImage() == image) return true;
			if (System.nanoTime() - shown > FOCUS_NANOS) callToFront(image);
			return null;
		});
		settleWindow();
		return image;
	}

	private static void callToFront(final ImagePlus image) {
		WindowManager.toFront(image.getWindow());
		WindowManager.setCurrentWindow(image.getWindow());
		IJ.wait(FOCUS_MILLIS);
	}

	public static ImagePlus image(final String title) {
		return Objects.requireNonNull(WindowManager.getImage(title), title);
	}

	/** Stops what runs, closes all but the main window, forgets all values. */
	public static void cleanUp() throws Exception {
		if (IJ.getInstance() == null) return;
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		windows(HTMLDialog.class).forEach(Window::dispose);
		windows(GenericDialog.class).forEach(d -> d.windowClosing(null));
		awaitEnd();
		Stream.of(WindowManager.getImageTitles())
			.map(WindowManager::getImage)
			.forEach(RealImageJ::close);
		await("end of all live segmentations", () -> LiveRoom.isQuiet() ? true : null);
		if (Recorder.getInstance() != null) Recorder.getInstance().close();
		for (final String command : new String[] { "segmentation.", "apply." })
			KMeansSettings.DEFAULTS.texts()
				.keySet()
				.forEach(key -> Prefs.set("kmeans." + command + key, null));
		SuggestForm.ROWS.forEach(row -> Prefs.set("kmeans.suggest." + row.key(), null));
		LiveRoom.keys().forEach(key -> Prefs.set("kmeans.live." + key, null));
		windows(TextWindow.class).forEach(w -> w.close(false));
		Analyzer.setResultsTable(new ResultsTable());
		windows(RoiManager.class).forEach(RoiManager::close);
		IJ.resetEscape();
	}

	private static void close(final ImagePlus image) {
		image.changes = false;
		image.close();
	}
}
