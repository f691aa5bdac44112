package sc.fiji.kmeans.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import sc.fiji.kmeans.files.ImageJob;
import sc.fiji.kmeans.files.InputFiles;
import sc.fiji.kmeans.files.ResultFiles;
import sc.fiji.kmeans.files.ResultKinds;
import sc.fiji.kmeans.image.Reason;
import sc.fiji.kmeans.image.WholeFiles;
import sc.fiji.kmeans.settings.SettingTable;
import sc.fiji.kmeans.settings.Settings;

/** The options that say what is written, and where. */
final class ResultArguments {

	private final Path output;
	/** Null for nowhere. */
	private final Path saved;

	ResultArguments(final GivenSettings given) {
		output = given.path(GivenSettings.OUTPUT).get();
		saved = given.path(SettingTable.SAVE).orElse(null);
	}

	/**
	 * @param settings of the command
	 * @param images of the command
	 * @param inputs what must not be replaced
	 * @throws IllegalArgumentException if the clusters can not be saved
	 */
	ResultKinds kinds(final Settings settings, final List<Path> images, final InputFiles inputs) {
		if (saved != null) requireSavable(images, inputs);
		return new ResultKinds(settings, saved);
	}

	private void requireSavable(final List<Path> images, final InputFiles inputs) {
		if (images.size() != 1) throw refusedToSave("a single image, and these are " + images.size());
		final Path parent = saved.toAbsolutePath().getParent();
		if (Files.isDirectory(saved) || parent == null
			|| !Files.isWritable(parent) && !isOutput(parent))
			throw refusedToSave("a file that can be written");
		if (WholeFiles.isDevice(saved)) throw refusedToSave("a file, and this is a device or a pipe");
		if (inputs.contain(saved)) throw refusedToSave("a file that is no input of the command");
		if (isOutput(parent) && mayResultFrom(images.get(0)))
			throw refusedToSave("a file that is none of the results");
	}

	private boolean mayResultFrom(final Path image) {
		if (Files.isDirectory(image)) return false;
		final String name = saved.getFileName().toString();
		return name.equals(ImageJob.JOINT_TABLE)
			|| new ResultFiles(output, ResultFiles.name(image)).names().matcher(name).matches();
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

	/** The table of the measurements of all images. */
	Path jointTable() {
		return output.resolve(ImageJob.JOINT_TABLE);
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
