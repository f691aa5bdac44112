package sc.fiji.kmeans.files.list;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sc.fiji.kmeans.base.WholeFiles;
import sc.fiji.kmeans.files.format.FileFormat;

/** The files and folders of one folder, in the order of their names. */
final class ImageFolder {

	private static final Comparator<Path> BY_NAME = Comparator
		.comparing(file -> file.getFileName().toString());
	private static final ResultNames STANDARD = new ResultNames(ResultNames.STANDARD, "");

	private final Path folder;
	private final List<Path> all;

	/** @throws IOException if it can not be read */
	ImageFolder(final Path folder) throws IOException {
		this.folder = folder;
		try (Stream<Path> files = Files.list(folder)) {
			all = files.sorted(BY_NAME).collect(Collectors.toList());
		}
		catch (final UncheckedIOException e) {
			throw e.getCause();
		}
	}

	/** The folders in it. */
	List<Path> folders() {
		return all.stream().filter(Files::isDirectory).collect(Collectors.toList());
	}

	/**
	 * Its image files, by name or content, but no results of an earlier run.
	 *
	 * @param names of results
	 */
	List<Path> images(final ResultNames names) {
		final List<Path> files = all.stream().filter(ImageFolder::isImage).collect(Collectors.toList());
		final Set<String> known = files.stream().map(ResultNames::name).collect(Collectors.toSet());
		files.removeIf(file -> isResult(file, names, known) || isResult(file, STANDARD, known));
		return files;
	}

	/**
	 * Whether it is a picture that an earlier run made: then the table that it made, too, is
	 * there, of an image in this folder, or labels with the mark of this program.
	 *
	 * @param known names of the images, without their extensions
	 */
	private boolean isResult(final Path file, final ResultNames names, final Set<String> known) {
		try {
			final Optional<String> own = names.tableBeside(file, known::contains);
			if (own.isPresent() && Files.exists(folder.resolve(own.get()))) return true;
			final Optional<String> labels = names.labelsBeside(file);
			return labels.isPresent()
				&& SourceMark.in(extension -> folder.resolve(labels.get() + extension)).isPresent();
		}
		catch (final IOException | InvalidPathException e) {
			return false;
		}
	}

	/** Images that are not read and broken files with the name of an image are not passed over. */
	private static boolean isImage(final Path file) {
		return !WholeFiles.areUnfinished(file) && FileFormat.of(file).isImage();
	}
}
