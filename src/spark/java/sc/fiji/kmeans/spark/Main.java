package sc.fiji.kmeans.spark;

import java.io.IOException;

/** The command line, whose work is done by many machines. */
public final class Main {

	private Main() {}

	public static void main(final String... arguments) throws IOException {
		System.setProperty("java.awt.headless", "true");
		final int exitCode = exitCode(arguments);
		if (exitCode != 0) System.exit(exitCode);
	}

	/** That of the command line. */
	static int exitCode(final String... arguments) throws IOException {
		try (Machines machines = new Machines()) {
			return sc.fiji.kmeans.cli.Main.commandLine(threads -> machines).execute(arguments);
		}
	}
}
