package sc.fiji.kmeans.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

import sc.fiji.kmeans.base.Reason;
import sc.fiji.kmeans.files.JobSettings;
import sc.fiji.kmeans.files.Threads;
import sc.fiji.kmeans.files.Workers;

/** The command line: segments image files. */
@Command(name = "kmeans", mixinStandardHelpOptions = true, version = JobSettings.VERSION,
	sortOptions = false,
	description = "Segments images by k-means clustering"
		+ " of their pixel values. For each IMAGE it writes the segmented image,"
		+ " masked images, the label image and the table of the clusters.")
public final class Main implements Callable<Integer> {

	@Parameters(arity = "0..*", paramLabel = "IMAGE",
		description = "PNG, JPEG, TIFF, DICOM or another format of the documentation;"
			+ " a stack is segmented frame by frame. Or a folder: all images in it. Or a name with wildcards, such as"
			+ " 'data/**/*.png'.")
	private final List<String> images = new ArrayList<>();

	@Spec
	private CommandSpec spec;

	private final IntFunction<Workers> workers;

	private Main(final IntFunction<Workers> workers) {
		this.workers = workers;
	}

	public static void main(final String... arguments) {
		System.setProperty("java.awt.headless", "true");
		// Some installations of Java 8 name one that is not there, and fail at the first image.
		System.setProperty("javax.accessibility.assistive_technologies", "");
		final int exitCode = commandLine().execute(arguments);
		if (exitCode != 0) System.exit(exitCode);
	}

	static CommandLine commandLine() {
		return commandLine(Threads::new);
	}

	/**
	 * The same command, whoever does the work. Bad usage gets a message that does not scroll away.
	 *
	 * @param workers gives them when work begins, as many threads as are asked for
	 */
	public static CommandLine commandLine(final IntFunction<Workers> workers) {
		final CommandSpec spec = CommandSpec.forAnnotatedObject(new Main(workers));
		GivenSettings.addTo(spec);
		return new CommandLine(spec).setParameterExceptionHandler((refusal, arguments) -> {
			final PrintWriter err = refusal.getCommandLine().getErr();
			err.println(Reason.plain(refusal.getMessage()));
			UnmatchedArgumentException.printSuggestions(refusal, err);
			err.println("(--help lists all options)");
			return 2;
		});
	}

	/** @return 0, or 1 if an image could not be processed */
	@Override
	public Integer call() {
		try {
			return new FolderRun(new GivenSettings(spec), images, workers).exitCode();
		}
		catch (final IllegalArgumentException e) {
			throw new ParameterException(spec.commandLine(), e.getMessage());
		}
	}
}
