package sc.fiji.kmeans.files.format;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Whether the file holds what the entries of a directory tell of, before ImageJ
 * makes arrays as long as they say.
 */
final class TiffEntries {

	private static final int DESCRIPTION = 270;
	private static final int STRIP_OFFSETS = 273;
	private static final int STRIP_LENGTHS = 279;
	private static final int SOFTWARE = 305;
	private static final int DATE = 306;
	private static final int ARTIST = 315;
	private static final int COMPUTER = 316;
	private static final int COLOUR_MAP = 320;
	private static final int COUNTS = 50838;
	private static final int META_DATA = 50839;

	/** The head of ImageJ's own data: "IJIJ", then a type and a number for each kind. */
	private static final int MAGIC = 0x494a494a;
	private static final int MIN_HEAD = 12;
	private static final int MAX_HEAD = 804;

	private final TiffFile file;
	private final TiffDirectory directory;

	TiffEntries(final TiffFile file, final TiffDirectory directory) {
		this.file = file;
		this.directory = directory;
	}

	/** @throws IOException with the first entry that can not be */
	void check() throws IOException {
		for (int entry = 0; entry < directory.size(); entry++)
			check(entry);
		checkMetaData();
	}

	private void check(final int entry) throws IOException {
		final long bytes = Math.max(directory.bytes(entry), read(entry));
		if (bytes > 4 && directory.offset(entry) + bytes > file.length())
			throw TiffFile.damaged("its entry " + directory.tag(entry) + " has " + directory.count(entry)
				+ " values, more than the file holds");
		if (directory.tag(entry) == STRIP_OFFSETS && directory.count(entry) > 1
			&& directory.type(entry) == TiffDirectory.SHORT)
			throw new NotForImageJ("offsets of strips have 16 bits");
	}

	/** How many bytes ImageJ reads, whatever the type. */
	private long read(final int entry) {
		switch (directory.tag(entry)) {
			case STRIP_OFFSETS :
			case COUNTS :
				return directory.count(entry) * Integer.BYTES;
			case STRIP_LENGTHS :
				return directory.count(entry)
					* (directory.type(entry) == TiffDirectory.SHORT ? Short.BYTES : Integer.BYTES);
			case COLOUR_MAP :
				return directory.count(entry) * Short.BYTES;
			case DESCRIPTION :
			case SOFTWARE :
			case DATE :
			case ARTIST :
			case COMPUTER :
				return directory.count(entry);
			default :
				return 0;
		}
	}

	/** The lengths of ImageJ's own data, such as slice labels and selections. */
	private void checkMetaData() throws IOException {
		final int counts = directory.find(COUNTS);
		final int data = directory.find(META_DATA);
		if (counts < 0 || data < 0 || directory.count(counts) < 2) return;
		final long n = directory.count(counts);
		final ByteBuffer lengths = file.bytes(directory.offset(counts), (int) n * Integer.BYTES);
		long end = directory.offset(data);
		for (int i = 0; i < n; i++)
			end += lengths.getInt() & 0xffffffffL;
		if (end > file.length())
			throw TiffFile.damaged("its entry 50838 tells of more bytes than the file holds");
		checkHead(directory.offset(data), lengths.getInt(0), n - 1);
	}

	/** @param n number of data behind the head */
	private void checkHead(final long at, final int length, final long n) throws IOException {
		if (length < MIN_HEAD || length > MAX_HEAD) return;
		final ByteBuffer head = file.bytes(at, length);
		if (head.getInt() != MAGIC) return;
		long told = 0;
		for (; head.remaining() >= 2 * Integer.BYTES; told += head.getInt() & 0xffffffffL)
			head.getInt();
		if (told > n)
			throw TiffFile.damaged("its entry 50839 tells of " + told + " data, and there are " + n);
	}
}
