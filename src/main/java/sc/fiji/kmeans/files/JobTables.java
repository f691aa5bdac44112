package sc.fiji.kmeans.files;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import sc.fiji.kmeans.base.CsvLine;
import sc.fiji.kmeans.base.WholeFiles;
import sc.fiji.kmeans.files.list.InputFiles;
import sc.fiji.kmeans.files.list.PlannedImage;

/**
 * The tables of all images of a command. The measurements are gathered from the tables of
 * the images, so that it does not matter when, where and in which order these were made.
 */
public final class JobTables {

	/** The table of the measurements of all images. */
	public static final String MEASUREMENTS = "measurements.csv";

	/** The table of the images that could not be processed. */
	public static final String FAILURES = "failures.csv";

	private static final String IMAGE = "Image";
	private static final String REASONS = "File,Reason";

	private final Path folder;
	private final InputFiles inputs;
	private final List<PlannedImage> done = new ArrayList<>();
	private final List<String> failures = new ArrayList<>();

	/**
	 * @param folder for all results
	 * @param inputs that must not be replaced
	 */
	public JobTables(final Path folder, final InputFiles inputs) {
		this.folder = folder;
		this.inputs = inputs;
	}

	/** Adds an image, behind those before. */
	public void add(final Outcome outcome) {
		if (outcome.failure().isPresent())
			failures
				.add(CsvLine.of(Arrays.asList(outcome.image().said().toString(), outcome.failure().get())));
		else
			done.add(outcome.image());
	}

	/**
	 * Writes the rows of all images that were measured.
	 *
	 * @throws IOException with the reason, if it can not be written
	 */
	public void writeMeasurements() throws IOException {
		if (done.isEmpty()) return;
		final Csv all = new Csv();
		for (final PlannedImage image : done)
			all.addHeadings(table(image).headings());
		write(MEASUREMENTS, out -> {
			out.write(CsvLine.of(all.headings()) + "\n");
			for (final PlannedImage image : done)
				for (final Map<String, String> row : table(image).rows()) {
					row.computeIfPresent(IMAGE, (heading, name) -> image.prefix() + name);
					out.write(all.line(row) + "\n");
				}
		});
	}

	private static Csv table(final PlannedImage image) throws IOException {
		return Csv.of(new ResultFiles(image).measurements());
	}

	/**
	 * Writes the files that could not be processed, and why; if there are none, an earlier
	 * table of them goes.
	 *
	 * @throws IOException with the reason, if it can not be written
	 */
	public void writeFailures() throws IOException {
		if (failures.isEmpty()) delete(FAILURES, Arrays.asList(REASONS.split(",")));
		else write(FAILURES, out -> {
			out.write(REASONS + "\n");
			for (final String line : failures)
				out.write(line + "\n");
		});
	}

	/**
	 * Nothing was measured: an earlier table, of other settings, goes.
	 *
	 * @throws IOException with the reason, if it can not be deleted
	 */
	public void deleteMeasurements() throws IOException {
		delete(MEASUREMENTS, Arrays.asList(IMAGE, "Cluster"));
	}

	/** @param own headings that a table of this program has; others are of somebody else */
	private void delete(final String name, final List<String> own) throws IOException {
		final Path file = folder.resolve(name);
		if (!Files.isRegularFile(file) || inputs.contain(file)) return;
		if (Csv.of(file).headings().containsAll(own)) Files.delete(file);
	}

	private void write(final String name, final Text text) throws IOException {
		final Path file = folder.resolve(name);
		inputs.requireUnharmed(file);
		try {
			WholeFiles.write(file, fresh -> {
				try (BufferedWriter out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
					text.write(out);
				}
			});
		}
		catch (final FileSystemException e) {
			throw WriteFailure.of(e);
		}
	}

	/** Writes the lines of a file. */
	private interface Text {

		void write(BufferedWriter out) throws IOException;
	}
}
