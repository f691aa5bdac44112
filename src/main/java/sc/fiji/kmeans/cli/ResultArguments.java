package sc.fiji.kmeans.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import sc.fiji.kmeans.base.Reason;
import sc.fiji.kmeans.base.WholeFiles;
import sc.fiji.kmeans.files.InputFiles;
import sc.fiji.kmeans.files.JobPlan;
import sc.fiji.kmeans.files.JobSettings;
import sc.fiji.kmeans.files.JobTables;
import sc.fiji.kmeans.settings.SettingTable;

/** The options that say what is written, and where. */
final class ResultArguments {

	private static final List<String> JOINT = Arrays.asList(JobTables.MEASUREMENTS,
		JobTables.FAILURES, JobSettings.NAME);

	private final Path output;
	/** Null for nowhere. */
	private final Path saved;

	ResultArguments(final GivenSettings given) {
		output = given.path(GivenSettings.OUTPUT).get();
		saved = given.path(SettingTable.SAVE).orElse(null);
	}

	/**
	 * Where the clusters of the image, or of all together, are saved, if anywhere.
	 *
	 * @param areTogether whether all images get one set of clusters
	 * @param inputs what must not be replaced
	 * @throws IllegalArgumentException if they can not be saved there
	 */
	Optional<Path> saved(final JobPlan plan, final boolean areTogether, final InputFiles inputs) {
		if (saved != null) requireSavable(plan, areTogether, inputs);
		return Optional.ofNullable(saved);
	}

	private void requireSavable(final JobPlan plan, final boolean areTogether,
		final InputFiles inputs)
	{
		if (plan.images().size() != 1 && !areTogether)
			throw refusedToSave(
				"a single image, or frames = together, and these are " + plan.images().size());
		final Path parent = saved.toAbsolutePath().getParent();
		if (Files.isDirectory(saved) || parent == null
			|| !isWritableFolder(parent) && !isOutput(parent))
			throw refusedToSave("a file that can be written");
		if (WholeFiles.isDevice(saved)) throw refusedToSave("a file, and this is a device or a pipe");
		if (inputs.contain(saved)) throw refusedToSave("a file that is no input of the command");
		if (plan.mayMake(saved) || isOutput(parent) && JOINT.contains(saved.getFileName().toString()))
			throw refusedToSave("a file that is none of the results");
	}

	private static boolean isWritableFolder(final Path folder) {
		return Files.isDirectory(folder) && Files.isWritable(folder);
	}

	/** Whether this is the folder for the results, which may still be to be made. */
	private boolean isOutput(final Path parent) {
		try {
			if (Files.exists(output) && Files.exists(parent)) return Files.isSameFile(parent, output);
			return parent.normalize().equals(output.toAbsolutePath().normalize());
		}
		catch (final IOException e) {
			return false;
		}
	}

	private IllegalArgumentException refusedToSave(final String takes) {
		return new IllegalArgumentException("save = " + saved + ": takes " + takes);
	}

	/** The folder for the results, which may still be to be made. */
	Path output() {
		return output;
	}

	/**
	 * The folder for the results; it is made if there is none.
	 *
	 * @throws IllegalArgumentException if this can not be done
	 */
	Path folder() {
		try {
			// Files.createDirectories refuses a link to a folder, up to Java 19.
			if (!Files.isDirectory(output)) Files.createDirectories(output);
		}
		catch (final FileAlreadyExistsException e) {
			throw refusedFolder("takes a folder, and this is none");
		}
		catch (final IOException e) {
			throw refusedFolder("can not be made: " + Reason.of(e, "the system gives no reason"));
		}
		if (Files.isWritable(output)) return output;
		throw refusedFolder("takes a folder that can be written to");
	}

	private IllegalArgumentException refusedFolder(final String why) {
		return new IllegalArgumentException("output = " + output + ": " + why);
	}
}
