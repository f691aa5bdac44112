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

	private static final String NO_IMAGE = "this is no image that can be read";
	/** What macOS keeps beside a file on disks of others, in a file of its name behind "._". */
	private static final String NOTES_OF_MACOS = "\0\5\26\7";
	private static final FileFormat NONE = new FileFormat("", false, NO_IMAGE);

	private final String name;
	private final boolean isRead;
	/** Why it is not read. */
	private final String refusal;

	private FileFormat(final String name, final boolean isRead, final String refusal) {
		this.name = name;
		this.isRead = isRead;
		this.refusal = refusal;
	}

	private FileFormat(final ImageKind kind) {
		this(kind.label(), true, NO_IMAGE);
	}

	private FileFormat(final UnreadFormat format) {
		this(format.label(), false, format.refusal());
	}

	/**
	 * The name decides alone where the beginning is that of a small picture for file
	 * managers, as of slides and raw photos. A file that is called like an image that
	 * is read and is none counts as one, so that it is refused and not passed over; so does
	 * one that can not be looked into: a link to nothing, a pipe, or a file that must not be
	 * read.
	 */
	public static FileFormat of(final Path file) {
		if (Files.isDirectory(file)) return NONE;
		if (!Files.isRegularFile(file) || !Files.isReadable(file)) return named(lowerCase(file));
		try {
			return of(file, Beginning.of(file));
		}
		catch (final IOException e) {
			return NONE;
		}
	}

	private static String lowerCase(final Path file) {
		return file.getFileName().toString().toLowerCase(Locale.ROOT);
	}

	private static FileFormat named(final String fileName) {
		final Optional<UnreadFormat> unread = UnreadFormat.named(fileName);
		return unread.isPresent()
			? new FileFormat(unread.get())
			: ImageKind.named(fileName).map(FileFormat::new).orElse(NONE);
	}

	private static FileFormat of(final Path file, final Beginning beginning) throws IOException {
		final String fileName = lowerCase(file);
		if (fileName.startsWith("._") && beginning.has(NOTES_OF_MACOS)) return NONE;
		final Optional<UnreadFormat> disguised = UnreadFormat.disguised(fileName);
		if (disguised.isPresent()) return new FileFormat(disguised.get());
		final Optional<ImageKind> kind = ImageKind.of(file);
		if (kind.isPresent() && (kind.get().isName(fileName) || kind.get().check(file).hasHead()))
			return new FileFormat(kind.get());
		return UnreadFormat.of(beginning, fileName)
			.map(FileFormat::new)
			.orElseGet(() -> ImageKind.named(fileName).map(FileFormat::new).orElse(NONE));
	}

	/** What people call it, such as WebP; empty if the file is no image. */
	@Override
	public String toString() {
		return name;
	}

	public boolean isImage() {
		return !name.isEmpty();
	}

	/** Whether opening the file gives an image, or the reason why this one does not. */
	public boolean isRead() {
		return isRead;
	}

	/** Why a file is not opened that is not read, and what helps. */
	public IOException refusal() {
		return new IOException(refusal);
	}
}
