package sc.fiji.kmeans.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

import sc.fiji.kmeans.ReferenceTable;
import sc.fiji.kmeans.settings.SettingTable;

class GivenSettingsTest {

	private final CommandSpec spec = CommandSpec.create();
	private final CommandLine command;
	private final GivenSettings given = new GivenSettings(spec);

	GivenSettingsTest() {
		GivenSettings.addTo(spec);
		command = new CommandLine(spec);
	}

	@Test
	void theReferenceHasTheOptionsThatImageJHasNot() throws IOException {
		assertEquals(
			GivenSettings.OWN.stream()
				.map(row -> ReferenceTable.row(row.option(), row))
				.collect(Collectors.joining("\n")),
			String.join("\n", ReferenceTable.rows("## The command line")));
	}

	/** Scripts depend on them; there may be more. */
	@ParameterizedTest
	@ValueSource(
		strings = { "apply", "attempts", "background", "channels", "clusters", "color-space", "epsilon",
			"frame", "frames", "ignore", "initialization", "iterations", "kept", "masked", "match",
			"measure", "merge", "min-size", "output", "random-seed", "save", "scale", "transform" })
	void optionsAreForEver(final String name) {
		assertNotNull(spec.findOption("--" + name));
	}

	@Test
	void whatOnlyImageJMakesIsNoOption() {
		for (final String name : new String[] { "from", "labels", "plot", "rois", "overlay", "methods",
			"apply-to" })
			assertNull(spec.findOption("--" + name), name);
	}

	@Test
	void whatIsNotSaidIsAsByDefault() {
		command.parseArgs();
		SettingTable.ALL.forEach(row -> assertTrue(
			Arrays.asList(null, row.standard()).contains(given.text(row.key())), row::key));
		assertEquals("3", given.text("clusters"));
		assertEquals("selection", given.text("apply_to"));
	}

	@Test
	void whatIsSaidIsSaid() {
		command.parseArgs("--min-size", "saved", "--color-space=Lab", "--scale", "--epsilon", "1e-3");
		assertEquals("saved", given.text("min_size"));
		assertEquals("Lab", given.text("color_space"));
		assertEquals("true", given.text("scale"));
		assertEquals(1e-3, Double.parseDouble(given.text("epsilon")));
	}

	/** The same words as in Help, and the default. */
	@Test
	void aDescriptionIsTheDefinition() {
		assertEquals("Connected regions of fewer pixels take the label that surrounds them most"
			+ " (0; with --apply: saved).", spec.findOption("--min-size").description()[0]);
		assertEquals("FILE", spec.findOption("--match").paramLabel());
		assertEquals("DIR", spec.findOption("--output").paramLabel());
	}
}
