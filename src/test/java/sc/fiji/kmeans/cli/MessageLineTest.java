package sc.fiji.kmeans.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.samples.SampleFile;

/** A message has one line, whatever the names of files. */
class MessageLineTest {

	private static final String NAME = "two\nlines\u001b[31m\r";

	@TempDir
	private Path folder;

	@Test
	void anImageWhoseNameHasALineBreakIsNamedInOneLine() throws IOException {
		final Path file = file(NAME + ".png");
		Files.write(file, SampleFile.PNG.bytes());
		final CommandLineRun run = CommandLineRun.of(file, "--output", folder.resolve("out"));
		assertEquals(0, run.exitCode);
		assertEquals("[" + oneLine(file) + "]", run.values("image").toString());
		assertEquals(8, run.out.size(), run.out.toString());
	}

	@Test
	void aBadImageWhoseNameHasALineBreakIsNamedInOneLine() throws IOException {
		final Path file = file(NAME + ".png");
		Files.write(file, Arrays.copyOf(SampleFile.PNG.bytes(), 60));
		final CommandLineRun run = CommandLineRun.of(file, "--output", folder.resolve("out"));
		assertEquals("[" + oneLine(file) + ": this image is truncated]", run.err.toString());
	}

	@Test
	void aResultWhoseNameHasALineBreakIsNamedInOneLine() throws IOException {
		final Path file = file(NAME + ".png");
		Files.write(file, SampleFile.PNG.bytes());
		final Path taken = Files.createDirectories(folder.resolve("out/" + NAME + "-labels.png"));
		final CommandLineRun run = CommandLineRun.of(file, "--output", folder.resolve("out"));
		assertEquals("[" + oneLine(file) + ": can not write " + oneLine(taken) + ": this is a folder]",
			run.err.toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "--apply", "--match", "--save", "--clusters", "--ignore", "--masked",
		"--color-space", "--frames", "--merge", "--nonsense" })
	void badUsageIsToldInOneLine(final String option) throws IOException {
		final Path image = Files.write(folder.resolve("x.png"), SampleFile.PNG.bytes());
		final CommandLineRun run = CommandLineRun.of(image, option, file(NAME + "/missing"),
			"--measure");
		assertEquals(2, run.exitCode);
		assertEquals(2, run.err.size(), run.err.toString());
		assertEquals("(--help lists all options)", run.err.get(1));
	}

	private Path file(final String name) {
		try {
			return folder.resolve(name);
		}
		catch (final InvalidPathException e) {
			assumeTrue(false, "no file can have this name here");
			return Paths.get("");
		}
	}

	private static String oneLine(final Path file) {
		return file.toString().replaceAll("[\n\r\u001b]", " ");
	}
}
