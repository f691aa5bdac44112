package sc.fiji.kmeans.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.Page;

/** The study of the page on the command line, as it stands there but in another folder. */
class StudyTest {

	@TempDir
	private Path folder;

	@Test
	void theCommandsOfTheStudyRun() throws IOException {
		final String[] lines = script();
		assertTrue(lines.length <= 10);
		int runs = 0;
		for (final String line : lines)
			if (line.startsWith("kmeans ")) {
				run(line.substring(7));
				runs++;
			}
		assertEquals(2, runs);
		// a header, three clusters of three photos and of twelve frames
		assertEquals(1 + 3 * (3 + 12),
			Files.readAllLines(folder.resolve("study/measurements.csv")).size());
	}

	private void run(final String arguments) {
		final CommandLineRun run = CommandLineRun.of(Arrays.stream(arguments.split(" "))
			.map(word -> word.startsWith("study") ? folder.resolve(word) : word)
			.toArray());
		assertEquals("[]", run.err.toString());
		assertEquals(0, run.exitCode);
	}

	private static String[] script() throws IOException {
		return Page.of("commandline")
			.blocks()
			.stream()
			.filter(block -> block.heading().startsWith("A whole study"))
			.findFirst()
			.get()
			.text()
			.split("\n");
	}
}
