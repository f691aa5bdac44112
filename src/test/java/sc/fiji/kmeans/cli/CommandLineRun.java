package sc.fiji.kmeans.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** One run of the command line, with all that it says. */
public final class CommandLineRun {

	public final int exitCode;
	/** Lines of standard output. */
	public final List<String> out;
	/** Lines of standard error. */
	public final List<String> err;

	private CommandLineRun(final int exitCode, final String out, final String err) {
		this.exitCode = exitCode;
		this.out = lines(out);
		this.err = lines(err);
	}

	/** Runs it, and requires that nothing is printed past picocli's writers. */
	public static CommandLineRun of(final Object... arguments) {
		final PrintStream standardOut = System.out;
		final PrintStream standardErr = System.err;
		final ByteArrayOutputStream stray = new ByteArrayOutputStream();
		System.setOut(new PrintStream(stray, true));
		System.setErr(System.out);
		try {
			return run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
		}
		finally {
			System.setOut(standardOut);
			System.setErr(standardErr);
			assertEquals("", stray.toString());
		}
	}

	/**
	 * Runs it beside others. Where System.out has changed since it was made, picocli forgets its
	 * writers.
	 */
	public static CommandLineRun run(final String... arguments) {
		final StringWriter out = new StringWriter();
		final StringWriter err = new StringWriter();
		final int exitCode = Main.commandLine()
			.setOut(new PrintWriter(out))
			.setErr(new PrintWriter(err))
			.execute(arguments);
		return new CommandLineRun(exitCode, out.toString(), err.toString());
	}

	private static List<String> lines(final String text) {
		return Arrays.stream(text.split("\\R"))
			.filter(line -> !line.isEmpty())
			.collect(Collectors.toList());
	}

	/** The values of the output lines with a name. */
	public List<String> values(final String name) {
		return out.stream()
			.filter(line -> line.startsWith(name + ": "))
			.map(line -> line.substring(name.length() + 2))
			.collect(Collectors.toList());
	}
}
