package sc.fiji.kmeans.files;

import java.nio.file.Path;
import java.nio.file.Paths;

/** An image file, and in which folder below that of all results its own lie; immutable. */
public final class FoundImage {

	private final Path file;
	private final Path below;

	private FoundImage(final Path file, final Path below) {
		this.file = file;
		this.below = below;
	}

	/** Its results lie in the folder of all results itself. */
	static FoundImage of(final Path file) {
		return new FoundImage(file, Paths.get(""));
	}

	/** Its results lie as deep below the folder of all results as itself below another. */
	static FoundImage below(final Path folder, final Path file) {
		final Path from = folder.toAbsolutePath().normalize();
		return new FoundImage(file, from.relativize(file.toAbsolutePath().normalize()).getParent());
	}

	/** Where it is. */
	public Path file() {
		return file;
	}

	/** The folder for its results. */
	Path folder(final Path output) {
		return below == null ? output : output.resolve(below);
	}

	/** The folders in which it lies, to tell it by: nothing, or {@code a/b/}. */
	String prefix() {
		final String folders = below == null ? "" : below.toString().replace('\\', '/');
		return folders.isEmpty() ? "" : folders + "/";
	}
}
