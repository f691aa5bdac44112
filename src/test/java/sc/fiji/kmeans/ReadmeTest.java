package sc.fiji.kmeans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.saved.ClusterFile;
import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.SettingTable;

/** What the README shows works as it stands there. */
class ReadmeTest {

	private static final Path README = Paths.get("README.md");
	private static final Path PAGES = Paths.get("src/site/markdown");

	/** What its lines are is tested with all scripts. */
	@Test
	void theScriptHasFiveLines() throws IOException {
		assertEquals(5,
			Page.all()
				.get(0)
				.blocks()
				.stream()
				.filter(block -> block.language().equals("groovy"))
				.findFirst()
				.get()
				.text()
				.split("\n").length);
	}

	@Test
	void theFileOfClustersIsOne(@TempDir final Path folder) throws IOException {
		final Matcher block = Pattern.compile("```csv\n(# K-Means.*?)```", Pattern.DOTALL)
			.matcher(text(PAGES.resolve("reference.md")));
		assertTrue(block.find());
		final ImageClusters clusters = ClusterFile
			.read(Files.write(folder.resolve("a.csv"), block.group(1).getBytes(StandardCharsets.UTF_8)));
		assertEquals(2, clusters.frames());
		assertEquals(9, clusters.options().minSize());
	}

	@Test
	void itNamesTheTwoCommands() throws IOException {
		assertTrue(readme().contains("mvn -q compile exec:java -Dexec.args=\"sample-data/ihc.png\""));
		assertTrue(readme().contains("mvn -ntp verify"));
	}

	/** "The values above are the defaults". */
	@Test
	void itsLineOfAMacroTellsTheDefaults() throws IOException {
		final Matcher line = Pattern.compile("run\\(\"K-Means Segmentation...\", \"([^\"]*)\"\\)")
			.matcher(readme());
		assertTrue(line.find());
		final Map<String, String> told = new LinkedHashMap<>();
		for (final String pair : line.group(1).split(" "))
			told.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
		final Map<String, String> defaults = new LinkedHashMap<>();
		for (final Setting<?> setting : Arrays.asList(SettingTable.CLUSTERS, SettingTable.EPSILON,
			SettingTable.ITERATIONS, SettingTable.ATTEMPTS, SettingTable.INITIALIZATION,
			SettingTable.RANDOM_SEED, SettingTable.MASKED))
			defaults.put(setting.key(), setting.standard());
		assertEquals(defaults, told);
	}

	/** Every setting of the dialogs has a row. */
	@ParameterizedTest
	@ValueSource(strings = { "clusters", "epsilon", "iterations", "attempts", "initialization",
		"random_seed", "masked", "kept", "background", "frames", "frame", "color_space", "scale",
		"apply_to", "ignore", "channels", "transform", "min_size", "merge", "match", "save", "from",
		"labels", "measure", "plot", "rois", "overlay", "methods", "names", "legend", "legend_inside",
		"trace" })
	void theReferenceHasEverySetting(final String key) throws IOException {
		assertTrue(text(PAGES.resolve("reference.md")).contains("\n| `" + key + "` | "));
	}

	@Test
	void itIsShort() throws IOException {
		assertTrue(readme().split("\n").length <= 120);
	}

	private static String readme() throws IOException {
		return text(README);
	}

	private static String text(final Path page) throws IOException {
		return new String(Files.readAllBytes(page), StandardCharsets.UTF_8).replace("\r\n", "\n");
	}
}
