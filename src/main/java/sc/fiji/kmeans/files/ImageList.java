package sc.fiji.kmeans.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds the image files that are meant by what users write. */
public final class ImageList {

	private final Path output;
	private final ResultNames names;
	private final boolean isRecursive;
	private final List<FoundImage> images = new ArrayList<>();
	private boolean isOneFile;

	/**
	 * @param output the folder for results, in which no images are looked for
	 * @param names of results, which are no images where they were made of one beside them
	 * @param isRecursive whether folders in folders are meant, too
	 */
	public ImageList(final Path output, final ResultNames names, final boolean isRecursive) {
		this.output = output;
		this.names = names;
		this.isRecursive = isRecursive;
	}

	/**
	 * Adds what is meant by a text: a file, the images in a folder, or those whose names a
	 * name with wildcards stands for. If there are none, the file that the text names: opening
	 * it will tell why.
	 *
	 * @throws IllegalArgumentException if it is no name
	 */
	public void add(final String text) {
		final int before = images.size();
		isOneFile = before == 0;
		if (ImageGlob.isGlob(text) && !exists(text)) addGlob(new ImageGlob(text));
		else if (Files.isDirectory(requirePath(text))) addFolder(requirePath(text));
		if (images.size() == before) images.add(FoundImage.of(requirePath(text)));
	}

	/** Windows has no files with wildcards in their names. */
	private static boolean exists(final String text) {
		try {
			return Files.exists(Paths.get(text));
		}
		catch (final InvalidPathException e) {
			return false;
		}
	}

	private static Path requirePath(final String text) {
		try {
			return Paths.get(text);
		}
		catch (final InvalidPathException e) {
			throw new IllegalArgumentException("IMAGE = " + text + ": takes a file or a folder", e);
		}
	}

	private void addFolder(final Path root) {
		isOneFile = false;
		if (!isRecursive) addImages(root);
		else {
			final ImageTree tree = new ImageTree(root, output, folder -> true);
			tree.visit(
				folder -> folder.images(names).forEach(file -> images.add(FoundImage.below(root, file))));
			tree.unreadable().forEach(folder -> images.add(FoundImage.below(root, folder)));
		}
	}

	private void addImages(final Path folder) {
		try {
			new ImageFolder(folder).images(names).forEach(file -> images.add(FoundImage.of(file)));
		}
		catch (final IOException e) {
			images.add(FoundImage.of(folder));
		}
	}

	private void addGlob(final ImageGlob glob) {
		isOneFile = false;
		final Path root = glob.folder();
		final ImageTree tree = new ImageTree(root, output,
			folder -> glob.leadsInto(root.relativize(folder)));
		tree.visit(folder -> folder.images(names)
			.stream()
			.filter(file -> glob.matches(root.relativize(file)))
			.forEach(
				file -> images.add(isRecursive ? FoundImage.below(root, file) : FoundImage.of(file))));
	}

	/** Whether a single file was named, and nothing that may stand for several. */
	public boolean isOneFile() {
		return isOneFile;
	}

	/** All that were found, in the order in which they were added. */
	public List<FoundImage> images() {
		return Collections.unmodifiableList(images);
	}
}
