package sc.fiji.kmeans.files.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file is, as far as its beginning and its name tell: an image that is read,
 * an image of a known format that is not read, or no image; immutable.
 */
public final class FileFormat {

	private static final FileFormat NONE = new FileFormat("", false);

	private final String name;
	private final boolean isRead;

	private FileFormat(final String name, final boolean isRead) {
		this.name = name;
		this.isRead = isRead;
	}

	/**
	 * The name decides alone where the beginning is that of a small picture for file
	 * managers, as of slides and raw photos. A file that is called like an image that
	 * is read and is none counts as one, so that it is refused and not passed over.
	 *
	 * @param file that may be missing: then it is no image
	 */
	public static FileFormat of(final Path file) {
		if (!Files.isRegularFile(file) || !Files.isReadable(file)) return NONE;
		try {
			return of(file, Beginning.of(file));
		}
		catch (final IOException e) {
			return NONE;
		}
	}

	private static FileFormat of(final Path file, final Beginning beginning) throws IOException {
		final String fileName = file.getFileName().toString().toLowerCase(Locale.ROOT);
		final Optional<String> hidden = UnreadFormats.disguised(fileName);
		if (hidden.isPresent()) return new FileFormat(hidden.get(), false);
		final Optional<ImageKind> kind = ImageKind.of(file);
		if (kind.isPresent() && (kind.get().isName(fileName) || kind.get().check(file).hasHead()))
			return new FileFormat(kind.get().label(), true);
		return UnreadFormats.of(beginning, fileName)
			.map(other -> new FileFormat(other, false))
			.orElseGet(() -> named(fileName));
	}

	private static FileFormat named(final String fileName) {
		return ImageKind.named(fileName).map(kind -> new FileFormat(kind.label(), true)).orElse(NONE);
	}

	/** What people call it, such as WebP; empty if the file is no image. */
	public String name() {
		return name;
	}

	public boolean isImage() {
		return !name.isEmpty();
	}

	/** Whether opening the file gives an image, or the reason why this one does not. */
	public boolean isRead() {
		return isRead;
	}

	/** Why a file of this format is not opened, and what helps. */
	public IOException refusal() {
		return new IOException(isImage() && !isRead
			? "files of the format " + name
				+ " are not read: open it in Fiji with Bio-Formats and save it as TIFF"
			: "this is no image that can be read");
	}
}
