package sc.fiji.kmeans.files.list;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the image files that are meant by what users write. */
public final class ImageList {

	private final Path output;
	private final ResultNames names;
	private final boolean isRecursive;
	private final List<FoundImage> images = new ArrayList<>();
	/** What tells them apart. */
	private final Set<Object> seen = new HashSet<>();
	/** Also such as were there before. */
	private int found;
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
	 * it will tell why. What is there already, by whatever link to its folder, is not added.
	 *
	 * @throws IllegalArgumentException if it is no name
	 */
	public void add(final String text) {
		final int before = found;
		isOneFile = images.isEmpty();
		try {
			if (ImageGlob.isGlob(text) && !exists(text)) addGlob(new ImageGlob(text));
			else if (Files.isDirectory(Paths.get(text))) addFolder(Paths.get(text));
			if (found == before) add(FoundImage.of(Paths.get(text)));
		}
		catch (final InvalidPathException e) {
			addUntold(text);
		}
	}

	private void add(final FoundImage image) {
		found++;
		final Path file = image.file();
		final Object key = InputFiles.key(file).orElse(file.toAbsolutePath().normalize());
		if (seen.add(Arrays.asList(key, image.prefix(), file.getFileName(), image.refusal())))
			images.add(image);
	}

	private void addUntold(final String text) {
		try {
			add(FoundImage.untold(text));
		}
		catch (final InvalidPathException e) {
			throw new IllegalArgumentException("IMAGE = " + text + ": takes a file or a folder", e);
		}
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

	private void addFolder(final Path root) {
		isOneFile = false;
		if (!isRecursive) addImages(root);
		else {
			final ImageTree tree = new ImageTree(root, output, folder -> true);
			tree.visit(folder -> folder.images(names).forEach(file -> add(FoundImage.below(root, file))));
			tree.unreadable().forEach(folder -> add(FoundImage.below(root, folder)));
		}
	}

	private void addImages(final Path folder) {
		try {
			new ImageFolder(folder).images(names).forEach(file -> add(FoundImage.of(file)));
		}
		catch (final IOException e) {
			add(FoundImage.of(folder));
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
			.forEach(file -> add(isRecursive ? FoundImage.below(root, file) : FoundImage.of(file))));
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
