package sc.fiji.kmeans.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Runs a block of commands line by line in a folder: those of this program within this Java, and
 * all else by a shell.
 */
final class PageCommands {

	/** What runs the program: Maven, Java, and the name that the guide gives to Maven's command. */
	static final Pattern PROGRAM = Pattern
		.compile("(?s)(?:(.*)\\| *)?(?:mvn -q compile exec:java -Dexec\\.args=\"(.*)\""
			+ "|java [^|]* sc\\.fiji\\.kmeans\\.cli\\.Main (.*)|kmeans (?!\\(\\))(.*))");

	/** It gives that name. */
	private static final String NAMING = "kmeans() { mvn -q compile exec:java -Dexec.args=\"$*\"; }";

	private static final Pattern WORD = Pattern.compile("'([^']*)'|\\\\?\"(.*?)\\\\?\"|(\\S+)");

	private final Path folder;
	private final CommandSpec spec = Main.commandLine().getCommandSpec();

	PageCommands(final Path folder) {
		this.folder = folder;
	}

	/** The lines of a block, each whole: without comments, up to where its quotes are closed. */
	static List<String> lines(final String block) {
		final List<String> lines = new ArrayList<>();
		String begun = "";
		for (final String line : block.split("\n")) {
			begun += line;
			if (isWhole(begun)) {
				if (!begun.startsWith("#")) lines.add(begun);
				begun = "";
			}
			else begun = begun.endsWith("\\") ? begun.substring(0, begun.length() - 1) : begun + "\n";
		}
		assertEquals("", begun);
		return lines;
	}

	private static boolean isWhole(final String line) {
		return !line.endsWith("\\") && (line.length() - line.replace("'", "").length()) % 2 == 0;
	}

	/** Requires that each line succeeds. @return all arguments of this program */
	List<String> run(final String block) throws Exception {
		final List<String> all = new ArrayList<>();
		for (final String line : lines(block)) {
			final Matcher program = PROGRAM.matcher(line);
			if (program.matches()) all.addAll(runProgram(program));
			else if (!line.equals(NAMING)) shell(line);
		}
		return all;
	}

	private List<String> runProgram(final Matcher command) throws Exception {
		final String text = command.group(2) != null
			? command.group(2)
			: command.group(3) != null ? command.group(3) : command.group(4);
		final List<String> words = words(text);
		final InputStream before = System.in;
		if (command.group(1) != null)
			System
				.setIn(new ByteArrayInputStream(shell(command.group(1)).getBytes(StandardCharsets.UTF_8)));
		try {
			final CommandLineRun run = CommandLineRun.of(inFolder(words).toArray());
			assertEquals("[]", run.err.toString(), command.group());
			assertEquals(0, run.exitCode, command.group());
		}
		finally {
			System.setIn(before);
		}
		return words;
	}

	static List<String> words(final String text) {
		final List<String> words = new ArrayList<>();
		for (final Matcher m = WORD.matcher(text); m.find();)
			words.add(m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3));
		return words;
	}

	/** Names of files become names in the folder. */
	private List<String> inFolder(final List<String> words) {
		final List<String> result = new ArrayList<>();
		OptionSpec option = null;
		for (final String word : words) {
			final boolean isFile = option == null ? !word.startsWith("-") : option.type() == Path.class;
			result.add(isFile && !word.equals("-") ? inFolder(word) : word);
			option = option == null && word.startsWith("-") ? taking(word) : null;
		}
		return result;
	}

	private OptionSpec taking(final String word) {
		final OptionSpec option = spec.findOption(word);
		return option == null || option.arity().max() == 0 ? null : option;
	}

	private String inFolder(final String word) {
		return word.startsWith("@")
			? "@" + inFolder(word.substring(1))
			: word.startsWith("/") ? word : folder + "/" + word;
	}

	private String shell(final String line) throws IOException, InterruptedException {
		final Process shell = new ProcessBuilder(Arrays.asList("sh", "-e", "-c", line))
			.directory(folder.toFile())
			.redirectErrorStream(true)
			.start();
		shell.getOutputStream().close();
		final ByteArrayOutputStream said = new ByteArrayOutputStream();
		final byte[] buffer = new byte[4096];
		for (int n; (n = shell.getInputStream().read(buffer)) > 0;)
			said.write(buffer, 0, n);
		assertEquals(0, shell.waitFor(), line + ": " + said);
		return said.toString();
	}
}
