package sc.fiji.kmeans.files.list;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A folder and those in it, each one once, however many links lead to it: real folders
 * before links, so that files are found where they lie.
 */
final class ImageTree {

	private final Path root;
	private final Path output;
	private final Set<Object> seen = new HashSet<>();
	private final Deque<Path> links = new ArrayDeque<>();
	private final List<Path> unreadable = new ArrayList<>();

	private final Predicate<Path> enters;

	/**
	 * @param output the folder for results, which is not looked into below the root
	 * @param enters whether a folder below the root is looked into
	 */
	ImageTree(final Path root, final Path output, final Predicate<Path> enters) {
		this.root = root;
		this.output = output;
		this.enters = enters;
	}

	/**
	 * Looks at the folders in the order of their names, at each one before those in it.
	 *
	 * @param visitor gets each folder
	 */
	void visit(final Consumer<ImageFolder> visitor) {
		InputFiles.key(output).ifPresent(seen::add);
		InputFiles.key(root).ifPresent(seen::remove);
		links.add(root);
		while (!links.isEmpty())
			visit(links.remove(), visitor);
	}

	private void visit(final Path path, final Consumer<ImageFolder> visitor) {
		if (!InputFiles.key(path).filter(seen::add).isPresent()) return;
		try {
			final ImageFolder folder = new ImageFolder(path);
			visitor.accept(folder);
			for (final Path deeper : folder.folders())
				if (!enters.test(deeper)) continue;
				else if (Files.isSymbolicLink(deeper)) links.add(deeper);
				else visit(deeper, visitor);
		}
		catch (final IOException e) {
			unreadable.add(path);
		}
	}

	/** The folders that could not be looked into. */
	List<Path> unreadable() {
		return unreadable;
	}
}
