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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.image.SavedClusters;
import sc.fiji.kmeans.image.Segmentation;

/** What the README shows works as it stands there. */
class ReadmeTest {

	@Test
	void theScriptRuns() throws IOException {
		final Matcher block = Pattern.compile("```groovy\n(.*?)```", Pattern.DOTALL)
			.matcher(readme());
		assertTrue(block.find());
		assertEquals(5, block.group(1).split("\n").length);
		final Binding names = new Binding();
		new GroovyShell(names).evaluate(block.group(1));
		final Segmentation segmentation = (Segmentation) names.getVariable(
			"segmentation");
		assertEquals(4, segmentation.clusters(1).size());
		final ImagePlus image = (ImagePlus) names.getVariable("image");
		assertEquals(image.getWidth() * image.getHeight(), segmentation.clusters(1)
			.pixels());
	}

	@Test
	void theFileOfClustersIsOne(@TempDir final Path folder) throws IOException {
		final Matcher block = Pattern.compile("```\n(# K-Means.*?)```", Pattern.DOTALL)
			.matcher(readme());
		assertTrue(block.find());
		final SavedClusters clusters = SavedClusters.read(Files.write(folder.resolve(
			"a.csv"), block.group(1).getBytes(StandardCharsets.UTF_8)));
		assertEquals(2, clusters.frames());
		assertEquals(9, clusters.options().minSize());
	}

	@Test
	void itNamesTheTwoCommands() throws IOException {
		assertTrue(readme().contains(
			"mvn -q compile exec:java -Dexec.args=\"sample-data/ihc.png\""));
		assertTrue(readme().contains("mvn -ntp verify"));
	}

	private static String readme() throws IOException {
		return new String(Files.readAllBytes(Paths.get("README.md")),
			StandardCharsets.UTF_8).replace("\r\n", "\n");
	}
}
