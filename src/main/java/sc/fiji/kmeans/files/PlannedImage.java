package sc.fiji.kmeans.files;

import java.io.Serializable;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Optional;

/** An image file and the names of its results; immutable, and the same on every machine. */
public final class PlannedImage implements Serializable {

	private static final long serialVersionUID = 1;

	/** As it was said. */
	private final String said;
	/** From where every machine finds it. */
	private final String file;
	private final String prefix;
	private final String folder;
	private final String before;
	private final String after;
	private final int number;
	/** Null if it can be processed. */
	private final String refusal;
	/** Whether it may have results of earlier runs, which are of no other image. */
	private final boolean hasOwnPlace;

	/**
	 * @param number 1 for the first image of the command
	 * @param folder for its results
	 * @param around the beginning and the end of their names
	 */
	PlannedImage(final int number, final FoundImage image, final Path folder,
		final String... around)
	{
		this.number = number;
		said = image.file().toString();
		file = image.file().toAbsolutePath().toString();
		prefix = image.prefix();
		this.folder = folder.toAbsolutePath().toString();
		before = around[0];
		after = around[1];
		refusal = null;
		hasOwnPlace = true;
	}

	private PlannedImage(final PlannedImage same, final String refusal, final boolean hasOwnPlace) {
		this.hasOwnPlace = hasOwnPlace;
		said = same.said;
		file = same.file;
		prefix = same.prefix;
		folder = same.folder;
		before = same.before;
		after = same.after;
		number = same.number;
		this.refusal = refusal;
	}

	/** The same, which is not to be processed, and has no place for results. */
	PlannedImage refused(final String why) {
		return new PlannedImage(this, why, false);
	}

	/** The same, which can not be counted, and so not processed. */
	PlannedImage uncounted(final String why) {
		return new PlannedImage(this, why, hasOwnPlace);
	}

	/** Whether no other image has results at its place. */
	boolean hasOwnPlace() {
		return hasOwnPlace;
	}

	/** The image as it was said, to tell it to people. */
	public Path said() {
		return Paths.get(said);
	}

	/** Where the image is, wherever this is asked. */
	Path file() {
		return Paths.get(file);
	}

	/** Which one of the command it is, from 1. */
	int number() {
		return number;
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
		return SameName.of(folder + '\0' + before + '\0' + after);
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
