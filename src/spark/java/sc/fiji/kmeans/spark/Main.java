package sc.fiji.kmeans.spark;

import java.io.IOException;

import picocli.CommandLine;

import sc.fiji.kmeans.base.Reason;

/** The command line, whose work is done by many machines. */
public final class Main {

	private Main() {}

	public static void main(final String... arguments) throws IOException {
		System.setProperty("java.awt.headless", "true");
		final int exitCode = exitCode(arguments);
		if (exitCode != 0) System.exit(exitCode);
	}

	private static int exitCode(final String... arguments) throws IOException {
		try (Machines machines = new Machines()) {
			return commandLine(machines).execute(arguments);
		}
	}

	/** That of the command line; 1 also where machines give up. */
	static CommandLine commandLine(final Machines machines) {
		return sc.fiji.kmeans.cli.Main.commandLine(threads -> machines)
			.setExecutionExceptionHandler((e, command, arguments) -> {
				command.getErr().println("not all is done: " + firstLine(e));
				return 1;
			});
	}

	/** Behind it Spark tells where in its code this was. */
	private static String firstLine(final Exception e) {
		return Reason.plain(String.valueOf(e.getMessage()).split("\\R", 2)[0]);
	}
}
