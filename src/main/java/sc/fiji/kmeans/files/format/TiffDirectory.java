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
public final class TiffDirectory {

	/** The type of an entry whose numbers have 16 bits. */
	static final int SHORT = 3;

	private static final int SUBFILE = 254;
	private static final int REDUCED = 1;
	/** ImageJ takes a directory with more entries for the end of the chain. */
	private static final int MAX_ENTRIES = 1000;
	/** By the type of an entry; 0 for what is no type. */
	private static final int[] BYTES = { 0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8 };
	/** More of them are no numbers of this project's concern. */
	private static final long MAX_NUMBERS = 1 << 26;

	private final TiffFile file;
	private final long at;
	/** Of the entries. */
	private final long start;
	private final ByteBuffer entries;
	private final int size;
	/** Bytes of an entry. */
	private final int entryBytes;

	private TiffDirectory(final TiffFile file, final long at) throws IOException {
		this.file = file;
		this.at = at;
		final int head = file.isBig() ? Long.BYTES : Short.BYTES;
		final long told = file.number(at, head);
		if (told < 1 || told > MAX_ENTRIES)
			throw TiffFile.damaged("a directory has " + told + " entries: takes 1 to " + MAX_ENTRIES);
		start = at + head;
		size = (int) told;
		entryBytes = 2 * Short.BYTES + 2 * file.offsetBytes();
		entries = file.bytes(start, size * entryBytes);
	}

	/**
	 * The directories of all images.
	 *
	 * @throws IOException if the chain is broken or never ends
	 */
	public static List<TiffDirectory> all(final TiffFile file) throws IOException {
		final List<TiffDirectory> directories = new ArrayList<>();
		final Set<Long> visited = new HashSet<>();
		for (long at = file.first(); at != 0; at = directories.get(directories.size() - 1).next()) {
			if (!visited.add(at)) throw TiffFile.damaged("its images form a ring");
			directories.add(new TiffDirectory(file, at));
		}
		return directories;
	}

	/** The directory of the first image that is no smaller copy of another, or of the first. */
	public static TiffDirectory first(final TiffFile file) throws IOException {
		TiffDirectory image = new TiffDirectory(file, file.first());
		if ((image.number(SUBFILE, 0) & REDUCED) == 0) return image;
		for (final TiffDirectory other : all(file))
			if ((other.number(SUBFILE, 0) & REDUCED) == 0) return other;
		return image;
	}

	/** Where the directory of the next image begins; 0 if there is none. */
	private long next() throws IOException {
		return file.number(start + (long) size * entryBytes, file.offsetBytes());
	}

	/** Where it begins in the file. */
	public long start() {
		return at;
	}

	/** Number of entries. */
	int size() {
		return size;
	}

	/** @param entry 0 to size - 1 */
	int tag(final int entry) {
		return entries.getShort(entry * entryBytes) & 0xffff;
	}

	/** @param entry 0 to size - 1 */
	int type(final int entry) {
		return entries.getShort(entry * entryBytes + 2) & 0xffff;
	}

	/** Number of values. */
	long count(final int entry) {
		return unsigned(entry * entryBytes + 4);
	}

	private long unsigned(final int at) {
		return file.isBig() ? entries.getLong(at) : entries.getInt(at) & 0xffffffffL;
	}

	/** Number of bytes that the values take; 0 if nobody knows the type. */
	long bytes(final int entry) {
		final int type = type(entry);
		return type < BYTES.length ? count(entry) * BYTES[type] : 0;
	}

	/** Where the values begin in the file if they do not fit into the entry. */
	long offset(final int entry) {
		return unsigned(entry * entryBytes + 4 + file.offsetBytes());
	}

	/** The entry with a tag, the last of several; -1 if there is none. */
	public int find(final int tag) {
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
	public long number(final int tag, final long other) throws IOException {
		final int entry = find(tag);
		if (entry < 0) return other;
		final int bytes = type(entry) == SHORT ? Short.BYTES : isLong(type(entry)) ? Long.BYTES : 4;
		if (bytes(entry) > file.offsetBytes() || bytes > file.offsetBytes())
			return file.number(offset(entry), bytes);
		return file.number(valuesAt(entry), bytes);
	}

	private static boolean isLong(final int type) {
		return type > 13 && type < BYTES.length;
	}

	/** Where the values begin in the file. */
	private long valuesAt(final int entry) {
		return bytes(entry) > file.offsetBytes()
			? offset(entry)
			: start + (long) entry * entryBytes + 4 + file.offsetBytes();
	}

	/**
	 * All numbers of an entry of whole numbers; none if there is no such entry.
	 *
	 * @throws IOException if the file has no such bytes
	 */
	public long[] numbers(final int tag) throws IOException {
		final ByteBuffer values = values(tag);
		final int entry = find(tag);
		if (entry >= 0 && count(entry) > values.remaining())
			throw TiffFile.damaged("its entry " + tag + " has values of the unknown type " + type(entry));
		final long[] numbers = new long[entry < 0 ? 0 : (int) count(entry)];
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = whole(values, type(entry));
		return numbers;
	}

	private static long whole(final ByteBuffer values, final int type) {
		switch (BYTES[type]) {
			case 1 :
				return values.get() & 0xff;
			case 2 :
				return values.getShort() & 0xffff;
			case 4 :
				return values.getInt() & 0xffffffffL;
			default :
				return values.getLong();
		}
	}

	/**
	 * The bytes of an entry in the order of the file; none if there is no such entry.
	 *
	 * @throws IOException if the file does not hold them
	 */
	public ByteBuffer values(final int tag) throws IOException {
		final int entry = find(tag);
		if (entry < 0) return ByteBuffer.allocate(0);
		final long bytes = bytes(entry);
		if (bytes > MAX_NUMBERS * Long.BYTES || bytes < 0 || bytes > file.length())
			throw TiffFile
				.damaged("its entry " + tag + " has " + count(entry) + " values, more than the file holds");
		return file.bytes(valuesAt(entry), (int) bytes);
	}

	/** The type of the values of an entry; 0 if there is none. */
	public int typeOf(final int tag) {
		final int entry = find(tag);
		return entry < 0 ? 0 : type(entry);
	}

	/** The text of an entry up to its first zero byte. */
	public Optional<String> text(final int tag) throws IOException {
		return text(tag, Short.MAX_VALUE);
	}

	/** @param most bytes that it may have */
	public Optional<String> text(final int tag, final int most) throws IOException {
		final int entry = find(tag);
		if (entry < 0 || bytes(entry) > most) return Optional.empty();
		final String text = new String(file.bytes(valuesAt(entry), (int) bytes(entry)).array(),
			StandardCharsets.ISO_8859_1);
		return Optional.of(text.split("\0", 2)[0]);
	}
}
