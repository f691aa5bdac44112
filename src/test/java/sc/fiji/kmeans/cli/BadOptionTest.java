package sc.fiji.kmeans.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.samples.SampleFile;

/** Bad usage: exit code 2, one message that says what is wrong, nothing done. */
class BadOptionTest {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"clusters|0|clusters = 0: takes a whole number from 1 to 65535, or suggest",
		"clusters|-3|clusters = -3: takes a whole number from 1 to 65535, or suggest",
		"clusters|65536|clusters = 65536: takes a whole number from 1 to 65535, or suggest",
		"epsilon|-0.1|epsilon = -0.1: takes a number, 0 or more",
		"epsilon|NaN|epsilon = NaN: takes a number",
		"iterations|0|iterations = 0: takes a whole number, 1 or more",
		"attempts|0|attempts = 0: takes a whole number, 1 or more",
		"masked|4|masked = 4: takes each, none, or cluster numbers from 1 to 3, such as 1 or 1,3",
		"masked|0|masked = 0: takes each, none, or cluster numbers from 1 to 3, such as 1 or 1,3",
		"masked|all|masked = all: takes each, none, or cluster numbers from 1 to 3, such as 1 or 1,3",
		"kept|EACH|kept = EACH: takes each, none, or cluster numbers from 1 to 3, such as 1 or 1,3",
		"kept|4|kept = 4: takes each, none, or cluster numbers from 1 to 3, such as 1 or 1,3",
		"merge|1|merge = 1: takes none, or cluster numbers from 1 to 3 joined by +, such as 1+3 or 1+3,2+4",
		"merge|1+4|merge = 1+4: takes none, or cluster numbers from 1 to 3 joined by +, such as 1+3 or 1+3,2+4",
		"background|grey|background = grey: takes black, white, transparent",
		"color-space|CMYK|color_space = CMYK: takes RGB, Lab, a*b*, HSB",
		"frames|all|frames = all: takes each, together, current, apply",
		"ignore|grey|ignore = grey: takes none, black, white, a colour such as #f0f0f0 or a value such as 12.5, and how far a component may differ, such as white+10",
		"min-size|-1|min_size = -1: takes a whole number, 0 or more",
		"min-size|saved|min_size = saved: takes a whole number up to 2147483647" })
	void aValueOutOfRangeIsNamedWithWhatItsFieldTakes(final String name, final String value,
		final String message) throws IOException
	{
		assertEquals(message, refused("--" + name, value));
	}

	@ParameterizedTest
	@CsvSource({ "iterations, many", "attempts, ten", "epsilon, small", "random-seed, x",
		"random-seed, 99999999999999999999", "iterations, \uff15", "epsilon, 0x1", "epsilon, 1f",
		"random-seed, \u0663", "threads, \uff15" })
	void whatIsNoNumberIsNamed(final String name, final String value) throws IOException {
		final String message = refused("--" + name, value);
		assertTrue(message.startsWith(name.replace('-', '_') + " = " + value + ": takes a")
			&& message.contains("number"), message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "three", "2.5", "", "99999999999", "Suggest", "\uff13", "\u0663" })
	void whatIsNoNumberOfClustersIsNamed(final String value) throws IOException {
		assertEquals("clusters = " + value + ": takes a whole number from 1 to 65535, or suggest",
			refused("--clusters", value));
	}

	@Test
	void anUnknownChoiceIsNamedWithTheChoices() throws IOException {
		final String message = refused("--initialization", "kmeans");
		assertTrue(message.contains("initialization = kmeans") && message.contains("k-means++")
			&& message.contains("random"), message);
	}

	@Test
	void anUnknownOptionIsNamed() throws IOException {
		assertTrue(refused("--cluster", "3").contains("--cluster"));
	}

	/** The whole usage would push the message out of sight. */
	@Test
	void nothingElseIsSaidButThatThereIsHelp() {
		assertEquals(
			Arrays.asList("IMAGE: takes a file, a folder or a name with wildcards; or --files-from a file"
				+ " with such lines", "(--help lists all options)"),
			CommandLineRun.of("--clusters", 2).err);
		assertEquals(
			Arrays.asList("clusters = 0: takes a whole number from 1 to 65535, or suggest",
				"(--help lists all options)"),
			CommandLineRun.of("--clusters", 0, folder.resolve("x.png")).err);
	}

	@Test
	void anImageIsRequired() {
		final CommandLineRun run = CommandLineRun.of("--clusters", 2);
		assertEquals(2, run.exitCode);
		assertTrue(run.err.get(0).contains("IMAGE"), run.err.get(0));
	}

	@Test
	void aFileIsNoFolderForResults() throws IOException {
		final Path file = Files.createFile(folder.resolve("file"));
		assertEquals("output = " + file + ": takes a folder, and this is none",
			refused("--output", file.toString()));
		assertTrue(refused("--output", file.resolve("below").toString())
			.startsWith("output = " + file.resolve("below")));
	}

	/** @return the first line that is said */
	private String refused(final String... options) throws IOException {
		final Path image = SampleFile.PNG.write(folder, "x");
		final Path output = folder.resolve("out");
		final boolean elsewhere = options[0].equals("--output");
		final CommandLineRun run = elsewhere
			? CommandLineRun.of(image, options[0], options[1])
			: CommandLineRun.of(image, "--output", output, options[0], options[1]);
		assertEquals(2, run.exitCode, run.err.toString());
		assertTrue(run.out.isEmpty());
		assertFalse(Files.exists(output));
		return run.err.get(0);
	}
}
