package sc.fiji.kmeans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;

import ij.ImagePlus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.saved.ClusterFile;
import sc.fiji.kmeans.segment.ImageClusters;
import sc.fiji.kmeans.segment.Segmentation;

/** What the README shows works as it stands there. */
class ReadmeTest {

	private static final Path README = Paths.get("README.md");
	private static final Path PAGES = Paths.get("src/site/markdown");

	@Test
	void theScriptRuns() throws IOException {
		final Matcher block = Pattern.compile("```groovy\n(.*?)```", Pattern.DOTALL).matcher(readme());
		assertTrue(block.find());
		assertEquals(5, block.group(1).split("\n").length);
		final Binding names = new Binding();
		new GroovyShell(names).evaluate(block.group(1));
		final Segmentation segmentation = (Segmentation) names.getVariable("segmentation");
		assertEquals(4, segmentation.clustersOfFrame(1).found().size());
		final ImagePlus image = (ImagePlus) names.getVariable("image");
		assertEquals(image.getWidth() * image.getHeight(),
			segmentation.clustersOfFrame(1).found().pixels());
	}

	@Test
	void theFileOfClustersIsOne(@TempDir final Path folder) throws IOException {
		final Matcher block = Pattern.compile("```\n(# K-Means.*?)```", Pattern.DOTALL)
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

	@Test
	void linksLeadSomewhere() throws IOException {
		final List<Path> pages = new ArrayList<>();
		pages.add(README);
		try (Stream<Path> files = Files.list(PAGES)) {
			files.forEach(pages::add);
		}
		assertTrue(pages.size() > 4);
		for (final Path page : pages) {
			final Matcher link = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(text(page));
			while (link.find())
				assertTrue(Files.exists(page.resolveSibling(link.group(1))), page + ": " + link.group(1));
		}
	}

	/** Every setting of the dialogs has a row. */
	@ParameterizedTest
	@ValueSource(strings = { "clusters", "epsilon", "iterations", "attempts", "initialization",
		"random_seed", "masked", "kept", "background", "frames", "color_space", "scale", "apply_to",
		"ignore", "channels", "transform", "min_size", "merge", "match", "save", "from", "labels",
		"measure", "plot", "rois", "overlay", "methods", "names", "legend", "trace" })
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
