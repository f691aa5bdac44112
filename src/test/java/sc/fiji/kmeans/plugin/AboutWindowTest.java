package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import ij.IJ;
import ij.Menus;
import ij.gui.HTMLDialog;

import java.awt.Window;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import javax.swing.JEditorPane;
import javax.swing.JScrollPane;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who looks for kmeans finds the commands. */
@Tag("window")
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class AboutWindowTest {

	private static final String COMMAND = "KMeans Segmentation...";

	@BeforeEach
	void start() throws Exception {
		RealImageJ.start();
	}

	@AfterEach
	void cleanUp() throws Exception {
		RealImageJ.windows(HTMLDialog.class).forEach(Window::dispose);
		RealImageJ.cleanUp();
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
