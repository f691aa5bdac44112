package sc.fiji.kmeans.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import sc.fiji.kmeans.cluster.Initialization;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.image.MaskedClusters;

/** The command line: segments image files. */
@Command(name = "kmeans", mixinStandardHelpOptions = true, version = "0.1.0",
	sortOptions = false, description = "Segments images by k-means clustering" +
		" of their pixel values. For each IMAGE it writes the segmented image," +
		" masked images, the label image and the table of the clusters.")
public final class Main implements Callable<Integer> {

	@Parameters(arity = "1..*", paramLabel = "IMAGE",
		description = "PNG, JPEG, TIFF, GIF or BMP; a stack is segmented frame by frame.")
	private List<Path> images;

	@Option(names = "--clusters", defaultValue = "3",
		description = "How many clusters to make (${DEFAULT-VALUE}).")
	private int clusters;

	@Option(names = "--epsilon", defaultValue = "0.2",
		description = "An attempt ends when no centre moves farther than this, in" +
			" units of the pixel values (${DEFAULT-VALUE}).")
	private double epsilon;

	@Option(names = "--iterations", defaultValue = "100",
		description = "The most moves of the centres in an attempt" +
			" (${DEFAULT-VALUE}).")
	private int iterations;

	@Option(names = "--attempts", defaultValue = "10",
		description = "Number of starts; the best result is taken" +
			" (${DEFAULT-VALUE}).")
	private int attempts;

	@Option(names = "--initialization", defaultValue = "k-means++",
		description = "How an attempt starts: k-means++ or random" +
			" (${DEFAULT-VALUE}).")
	private String initialization;

	@Option(names = "--random-seed", defaultValue = "1",
		description = "Same seed, same result (${DEFAULT-VALUE}).")
	private long randomSeed;

	@Option(names = "--masked", defaultValue = "each",
		description = "Clusters to turn black: each, none, or numbers such as 2" +
			" or 1,3 (${DEFAULT-VALUE}).")
	private String masked;

	@Option(names = "--output", paramLabel = "DIR",
		defaultValue = "segmentation", description = "Folder for the results" +
			" (${DEFAULT-VALUE}/).")
	private Path output;

	@Spec
	private CommandSpec spec;

	public static void main(final String... arguments) {
		System.setProperty("java.awt.headless", "true");
		final int exitCode = new CommandLine(new Main()).execute(arguments);
		if (exitCode != 0) System.exit(exitCode);
	}

	/** @return 0, or 1 if an image could not be processed */
	@Override
	public Integer call() {
		final ImageJob job = job();
		final List<String> failures = new ArrayList<>();
		for (final Path image : images) {
			try {
				job.process(image, images);
			}
			catch (final IOException | IllegalArgumentException | OutOfMemoryError e) {
				failures.add(image + ": " + reason(e));
			}
		}
		failures.forEach(spec.commandLine().getErr()::println);
		return failures.isEmpty() ? 0 : 1;
	}

	private ImageJob job() {
		try {
			final KMeansOptions options = KMeansOptions.defaults().withClusters(
				clusters).withEpsilon(epsilon).withIterations(iterations).withAttempts(
					attempts).withInitialization(Initialization.of(initialization))
				.withRandomSeed(randomSeed);
			final MaskedClusters removed = MaskedClusters.of(masked, clusters);
			return new ImageJob(options, removed, folder(), spec.commandLine().getOut());
		}
		catch (final IllegalArgumentException e) {
			throw new ParameterException(spec.commandLine(), e.getMessage());
		}
		catch (final FileAlreadyExistsException e) {
			throw new ParameterException(spec.commandLine(), "output = " + output +
				": takes a folder, and this is none");
		}
		catch (final IOException e) {
			throw new ParameterException(spec.commandLine(), "output = " + output +
				": can not be made: " + e);
		}
	}

	private Path folder() throws IOException {
		// Files.createDirectories refuses a link to a folder, up to Java 19.
		if (!Files.isDirectory(output)) Files.createDirectories(output);
		if (Files.isWritable(output)) return output;
		throw new IllegalArgumentException("output = " + output +
			": takes a folder that can be written to");
	}

	/** In one line. */
	private static String reason(final Throwable e) {
		if (e instanceof OutOfMemoryError) return "not enough memory";
		final String message = e.getMessage();
		return (message == null ? e.toString() : message).replaceAll("\\s+", " ");
	}
}
