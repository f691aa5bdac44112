package sc.fiji.kmeans.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The study of the guide, as it stands there but in another folder. */
class StudyTest {

	private static final Pattern SCRIPT = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

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
		final Matcher block = SCRIPT
			.matcher(new String(Files.readAllBytes(Paths.get("src/site/markdown/guide.md")),
				StandardCharsets.UTF_8).replace("\r\n", "\n"));
		assertTrue(block.find());
		return block.group(1).split("\n");
	}
}
