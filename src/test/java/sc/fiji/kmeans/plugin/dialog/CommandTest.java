package sc.fiji.kmeans.plugin.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommandTest {

	/** Else no dialog, message or recorded line names what ImageJ has. */
	@ParameterizedTest
	@EnumSource(Command.class)
	void itStandsInTheMenu(final Command command) throws Exception {
		final String menu = new String(Files.readAllBytes(Paths.get("plugins.config")),
			StandardCharsets.UTF_8);
		assertTrue(menu.contains("Plugins>Segmentation, \"" + command.label() + "\", "), menu);
		assertEquals(command.title() + "...", command.label());
	}
}
