package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import ij.IJ;
import ij.Menus;
import ij.gui.HTMLDialog;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.swing.JEditorPane;
import javax.swing.JFrame;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextField;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who looks for kmeans finds the commands. */
@Tag("window")
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class AboutWindowTest {

	private static final String COMMAND = "KMeans Segmentation (Clustering)...";

	@BeforeEach
	void start() throws Exception {
		RealImageJ.start();
	}

	@AfterEach
	void cleanUp() throws Exception {
		RealImageJ.windows(HTMLDialog.class).forEach(Window::dispose);
		RealImageJ.cleanUp();
	}

	/** As people write it. */
	@ParameterizedTest
	@ValueSource(strings = { "kmeans", "KMeans seg", "cluster", "clustering" })
	void theCommandFinderFindsIt(final String typed) throws Exception {
		assertTrue(found(typed).contains(COMMAND), typed);
	}

	@ParameterizedTest
	@ValueSource(strings = { "k-means", "K-Means cl" })
	void theCommandFinderFindsTheOthersByTheirNames(final String typed) throws Exception {
		final List<String> found = found(typed);
		for (final String command : commands())
			if (!typed.contains("cl") || command.contains("Cl"))
				assertTrue(found.contains(command), typed + ": " + command);
	}

	/** What the finder lists. */
	private static List<String> found(final String typed) throws Exception {
		IJ.doCommand("Find Commands...");
		final JFrame finder = RealImageJ.await("the finder",
			() -> RealImageJ.windows(JFrame.class)
				.filter(frame -> frame.getTitle().equals("Command Finder"))
				.findFirst()
				.orElse(null));
		final List<String> found = new ArrayList<>();
		EventQueue.invokeAndWait(() -> {
			part(finder, JTextField.class).setText(typed);
			final JTable table = part(finder, JTable.class);
			for (int row = 0; row < table.getRowCount(); row++)
				found.add(table.getValueAt(row, 0).toString());
			finder.dispose();
		});
		return found;
	}

	private static <C> C part(final Container whole, final Class<C> type) {
		return parts(whole).filter(type::isInstance).map(type::cast).findFirst().get();
	}

	private static Stream<Component> parts(final Container whole) {
		return Stream.of(whole.getComponents())
			.flatMap(part -> part instanceof Container
				? Stream.concat(Stream.of(part), parts((Container) part))
				: Stream.of(part));
	}

	@Test
	void itNamesAllCommandsThatDoSomethingToAnImage() throws Exception {
		assertTrue(COMMAND.toLowerCase().contains("kmeans"));
		IJ.doCommand(COMMAND);
		final HTMLDialog dialog = RealImageJ.awaitWindow(HTMLDialog.class);
		final String text = ((JEditorPane) ((JScrollPane) dialog.getContentPane().getComponent(0))
			.getViewport()
			.getView()).getText().replaceAll("\\s+", " ");
		for (final String command : commands())
			assertTrue(text.contains(command), command);
	}

	private static TreeSet<String> commands() {
		return ((Map<?, ?>) Menus.getCommands()).entrySet()
			.stream()
			.filter(e -> e.getValue().toString().startsWith("sc.fiji.kmeans"))
			.map(e -> e.getKey().toString())
			.filter(command -> command.endsWith("...") && !command.equals(COMMAND))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void macrosAreToldTheOtherName() throws Exception {
		assertEquals("In macros use \"K-Means Segmentation...\", with a hyphen.",
			MacroBox.run("run(\"" + COMMAND + "\", \"clusters=3\");").message());
	}
}
