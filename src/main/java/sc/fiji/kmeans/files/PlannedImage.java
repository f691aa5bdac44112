package sc.fiji.kmeans.files;

import java.io.Serializable;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Optional;

/** An image file and the names of its results; immutable, and the same on every machine. */
public final class PlannedImage implements Serializable {

	private static final long serialVersionUID = 1;

	private final String file;
	private final String prefix;
	private final String folder;
	private final String before;
	private final String after;
	/** Null if it can be processed. */
	private final String refusal;

	/**
	 * @param prefix of its name in the table of all images
	 * @param folder for its results
	 * @param around the beginning and the end of their names
	 */
	PlannedImage(final Path file, final String prefix, final Path folder, final String... around) {
		this(file.toString(), prefix, folder.toString(), around[0], around[1], null);
	}

	private PlannedImage(final String file, final String prefix, final String folder,
		final String before, final String after, final String refusal)
	{
		this.file = file;
		this.prefix = prefix;
		this.folder = folder;
		this.before = before;
		this.after = after;
		this.refusal = refusal;
	}

	/** The same, which is not to be processed. */
	PlannedImage refused(final String why) {
		return new PlannedImage(file, prefix, folder, before, after, why);
	}

	/** Where the image is. */
	public Path file() {
		return Paths.get(file);
	}

	/** What its name begins with in the table of all images. */
	String prefix() {
		return prefix;
	}

	/** For its results. */
	Path folder() {
		return Paths.get(folder);
	}

	/** What all its results have in common: where they are, and their names. */
	String place() {
		return place(folder, before, after);
	}

	static String place(final String folder, final String before, final String after) {
		return folder + '\0' + before + '\0' + after;
	}

	/**
	 * The file of a result.
	 *
	 * @param result which one, such as {@code labels}
	 * @param extension with its point
	 */
	Path result(final String result, final String extension) {
		return folder().resolve(before + result + after + extension);
	}

	/** Why it is not to be processed, if it is not. */
	public Optional<String> refusal() {
		return Optional.ofNullable(refusal);
	}
}
