package sc.fiji.kmeans.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sc.fiji.kmeans.image.WholeFiles;

/** A folder whose image files are meant. */
public final class ImageFolder {

	private static final Pattern NAME = Pattern.compile("(?i).*\\.(png|jpe?g|tiff?|gif|bmp)",
		Pattern.DOTALL);

	private final Path folder;

	public ImageFolder(final Path folder) {
		this.folder = folder;
	}

	/**
	 * Its image files, by name or content, but neither those of folders in it nor
	 * results of an earlier run, in the order of their names. If there are none, the
	 * folder itself: opening it will
	 * tell why.
	 */
	public List<Path> files() {
		try (Stream<Path> all = Files.list(folder)) {
			final List<Path> files = all.filter(ImageFolder::isImage)
				.sorted(Comparator.comparing(file -> file.getFileName().toString()))
				.collect(Collectors.toList());
			final Set<String> names = files.stream().map(ResultFiles::name).collect(Collectors.toSet());
			files.removeIf(file -> isResult(file, names));
			return files.isEmpty() ? Collections.singletonList(folder) : files;
		}
		catch (final IOException | UncheckedIOException e) {
			return Collections.singletonList(folder);
		}
	}

	/**
	 * Whether it is a picture that an earlier run made of an image in this folder:
	 * then the table that it made, too, is there.
	 *
	 * @param names of the images, without their extensions
	 */
	private boolean isResult(final Path file, final Set<String> names) {
		return ResultFiles.origin(file)
			.filter(names::contains)
			.filter(name -> Files.exists(new ResultFiles(folder, name).table()))
			.isPresent();
	}

	/** A broken file with the name of an image is not passed over. */
	private static boolean isImage(final Path file) {
		if (Files.isDirectory(file) || WholeFiles.areUnfinished(file)) return false;
		return NAME.matcher(file.getFileName().toString()).matches()
			|| new ImageFile(file).beginsLikeAnImage();
	}
}
