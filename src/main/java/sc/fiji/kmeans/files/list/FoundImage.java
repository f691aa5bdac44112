package sc.fiji.kmeans.files.list;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Optional;

/** An image file, and in which folder below that of all results its own lie; immutable. */
public final class FoundImage {

	private static final String UNTOLD = "its name has letters that the language of this system"
		+ " (LC_ALL) does not have";

	private final Path file;
	private final Path below;
	/** Null if its name can be told. */
	private final String refusal;

	private FoundImage(final Path file, final Path below) {
		final boolean isTold = isTold(file) && (below == null || isTold(below));
		this.file = isTold ? file : Paths.get(told(file.toString()));
		this.below = isTold || below == null ? below : Paths.get(told(below.toString()));
		refusal = isTold ? null : UNTOLD;
	}

	private FoundImage(final String name) {
		file = Paths.get(told(name));
		below = Paths.get("");
		refusal = UNTOLD;
	}

	/** Whether its text stands for it. */
	private static boolean isTold(final Path path) {
		try {
			return Paths.get(path.toString()).equals(path);
		}
		catch (final InvalidPathException e) {
			return false;
		}
	}

	private static String told(final String name) {
		return name.replaceAll("[^ -~]", "_");
	}

	/**
	 * A name that this system does not take; it is not to be processed.
	 *
	 * @throws InvalidPathException if it is none without strange letters, either
	 */
	static FoundImage untold(final String name) {
		return new FoundImage(name);
	}

	/** Why it is not to be processed, if it is not. */
	public Optional<String> refusal() {
		return Optional.ofNullable(refusal);
	}

	/** Its results lie in the folder of all results itself. */
	public static FoundImage of(final Path file) {
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
	public Path folder(final Path output) {
		return below == null ? output : output.resolve(below);
	}

	/** The folders in which it lies, to tell it by: nothing, or {@code a/b/}. */
	String prefix() {
		final String folders = below == null ? "" : below.toString().replace('\\', '/');
		return folders.isEmpty() ? "" : folders + "/";
	}
}
