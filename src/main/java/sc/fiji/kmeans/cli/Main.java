package sc.fiji.kmeans.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

import sc.fiji.kmeans.files.ImageFolder;
import sc.fiji.kmeans.files.ImageJob;
import sc.fiji.kmeans.files.InputFiles;
import sc.fiji.kmeans.files.ResultKinds;
import sc.fiji.kmeans.files.SegmentedFile;
import sc.fiji.kmeans.files.Segmenter;
import sc.fiji.kmeans.image.Reason;

/** The command line: segments image files. */
@Command(name = "kmeans", mixinStandardHelpOptions = true, version = "0.1.0", sortOptions = false,
	description = "Segments images by k-means clustering"
		+ " of their pixel values. For each IMAGE it writes the segmented image,"
		+ " masked images, the label image and the table of the clusters.")
public final class Main implements Callable<Integer> {

	@Parameters(arity = "1..*", paramLabel = "IMAGE",
		description = "PNG, JPEG, TIFF, GIF or BMP; a stack is segmented frame by"
			+ " frame. Or a folder: all images in it, but not in its folders.")
	private List<Path> images;

	@Spec
	private CommandSpec spec;

	public static void main(final String... arguments) {
		System.setProperty("java.awt.headless", "true");
		final int exitCode = commandLine().execute(arguments);
		if (exitCode != 0) System.exit(exitCode);
	}

	/** Bad usage gets a message that does not scroll away. */
	static CommandLine commandLine() {
		final CommandSpec spec = CommandSpec.forAnnotatedObject(new Main());
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
		final List<Path> files = images.stream().flatMap(Main::files).collect(Collectors.toList());
		final ResultArguments results = new ResultArguments(new GivenSettings(spec));
		final ImageJob job = job(files, results);
		final List<String> failures = process(files, job);
		if (files.size() > 1 || Files.isDirectory(images.get(0)))
			attempt(results.jointTable(), job::writeJointTable).ifPresent(failures::add);
		failures.forEach(spec.commandLine().getErr()::println);
		return failures.isEmpty() ? 0 : 1;
	}

	private static Stream<Path> files(final Path image) {
		return Files.isDirectory(image) ? new ImageFolder(image).files().stream() : Stream.of(image);
	}

	/** @return why images could not be processed */
	private List<String> process(final List<Path> files, final ImageJob job) {
		final PrintWriter out = spec.commandLine().getOut();
		final ProgressLine progress = new ProgressLine(
			System.console() == null ? null : spec.commandLine().getErr(), files.size());
		final List<String> failures = new ArrayList<>();
		for (final Path file : files) {
			progress.next();
			attempt(file, () -> {
				final Report report = report(file, job);
				progress.clear();
				out.print(report);
				out.flush();
			}).ifPresent(failures::add);
		}
		progress.clear();
		return failures;
	}

	private static Report report(final Path file, final ImageJob job) throws IOException {
		final long start = System.nanoTime();
		final SegmentedFile done = job.process(file);
		final Report report = new Report();
		report.add(file, done.image(), done.segmentation());
		report.addTime((System.nanoTime() - start) / 1e9);
		return report;
	}

	/** @return why it could not be done, in one line */
	private static Optional<String> attempt(final Path file, final Work work) {
		try {
			work.run();
			return Optional.empty();
		}
		catch (final IOException | RuntimeException | OutOfMemoryError e) {
			return Optional.of(Reason.line(file) + ": " + reason(e));
		}
	}

	/** What can fail. */
	private interface Work {

		void run() throws IOException;
	}

	private ImageJob job(final List<Path> files, final ResultArguments results) {
		final SegmentationArguments segmentation = new SegmentationArguments(new GivenSettings(spec));
		try {
			final InputFiles inputs = new InputFiles(files, segmentation.files());
			final Segmenter segmenter = segmentation.segmenter();
			final ResultKinds kinds = results.kinds(segmenter.settings(), files, inputs);
			final Path folder = results.folder();
			return new ImageJob(segmenter, kinds, folder, inputs.guard(folder));
		}
		catch (final IOException | UncheckedIOException e) {
			throw new ParameterException(spec.commandLine(),
				"output = " + results.jointTable().getParent() + ": can not be read: " + reason(e));
		}
		catch (final IllegalArgumentException e) {
			throw new ParameterException(spec.commandLine(), e.getMessage());
		}
	}

	private static String reason(final Throwable e) {
		return Reason.of(e, "can not be processed because of an error in this program");
	}
}
