package sc.fiji.kmeans.files.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a TIFF file tells about one of its images: entries, each with a tag; immutable. */
final class TiffDirectory {

	/** The type of an entry whose numbers have 16 bits. */
	static final int SHORT = 3;

	private static final int ENTRY = 12;
	/** ImageJ takes a directory with more entries for the end of the chain. */
	private static final int MAX_ENTRIES = 1000;
	/** By the type of an entry; 0 for what is no type. */
	private static final int[] BYTES = { 0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4 };

	private final TiffFile file;
	private final long start;
	private final ByteBuffer entries;
	private final int size;

	private TiffDirectory(final TiffFile file, final long at) throws IOException {
		this.file = file;
		final long told = file.number(at, 2);
		if (told < 1 || told > MAX_ENTRIES)
			throw TiffFile.damaged("a directory has " + told + " entries: takes 1 to " + MAX_ENTRIES);
		start = at + 2;
		size = (int) told;
		entries = file.bytes(start, size * ENTRY);
	}

	/**
	 * The directories of all images.
	 *
	 * @throws IOException if the chain is broken or never ends
	 */
	static List<TiffDirectory> all(final TiffFile file) throws IOException {
		final List<TiffDirectory> directories = new ArrayList<>();
		final Set<Long> visited = new HashSet<>();
		for (long at = file.first(); at != 0; at = directories.get(directories.size() - 1).next()) {
			if (!visited.add(at)) throw TiffFile.damaged("its images form a ring");
			directories.add(new TiffDirectory(file, at));
		}
		return directories;
	}

	/** The directory of the first image. */
	static TiffDirectory first(final TiffFile file) throws IOException {
		return new TiffDirectory(file, file.first());
	}

	/** Where the directory of the next image begins; 0 if there is none. */
	private long next() throws IOException {
		return file.number(start + size * ENTRY, 4);
	}

	/** Number of entries. */
	int size() {
		return size;
	}

	/** @param entry 0 to size - 1 */
	int tag(final int entry) {
		return entries.getShort(entry * ENTRY) & 0xffff;
	}

	/** @param entry 0 to size - 1 */
	int type(final int entry) {
		return entries.getShort(entry * ENTRY + 2) & 0xffff;
	}

	/** Number of values. */
	long count(final int entry) {
		return entries.getInt(entry * ENTRY + 4) & 0xffffffffL;
	}

	/** Number of bytes that the values take; 0 if nobody knows the type. */
	long bytes(final int entry) {
		final int type = type(entry);
		return type < BYTES.length ? count(entry) * BYTES[type] : 0;
	}

	/** Where the values begin in the file if they do not fit into the entry. */
	long offset(final int entry) {
		return entries.getInt(entry * ENTRY + 8) & 0xffffffffL;
	}

	/** The entry with a tag, the last of several; -1 if there is none. */
	int find(final int tag) {
		int entry = size - 1;
		while (entry >= 0 && tag(entry) != tag)
			entry--;
		return entry;
	}

	/**
	 * The first number of an entry of whole numbers.
	 *
	 * @param other if there is no such entry
	 */
	long number(final int tag, final long other) throws IOException {
		final int entry = find(tag);
		if (entry < 0) return other;
		final boolean isShort = type(entry) == SHORT;
		if (bytes(entry) > 4) return file.number(offset(entry), isShort ? 2 : 4);
		return isShort ? entries.getShort(entry * ENTRY + 8) & 0xffff : offset(entry);
	}

	/** The text of an entry up to its first zero byte. */
	Optional<String> text(final int tag) throws IOException {
		final int entry = find(tag);
		if (entry < 0 || bytes(entry) > Short.MAX_VALUE) return Optional.empty();
		final int length = (int) bytes(entry);
		final long at = length > 4 ? offset(entry) : start + entry * ENTRY + 8;
		final String text = new String(file.bytes(at, length).array(), StandardCharsets.ISO_8859_1);
		return Optional.of(text.split("\0", 2)[0]);
	}
}
