package sc.fiji.kmeans.segment;

import ij.process.ImageProcessor;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import sc.fiji.kmeans.image.Rows;

/**
 * Labels in a file, row by row; the pages that were used last are in memory. For one
 * thread at a time.
 */
final class LabelFile implements Closeable {

	/** Of a page. */
	private static final int BYTES = 1 << 21;
	/** How many are in memory. */
	private static final int PAGES = 24;

	private final FileChannel file;
	private final int width;
	/** Of a label. */
	private final int bytes;
	/** Of a page. */
	private final int rows;
	/** Those in memory, the one that was used last at the end. */
	private final Map<Long, LabelRows> pages = new LinkedHashMap<>(16, 0.75f, true);

	/** Some rows. */
	private static final class LabelRows {

		private final byte[] content;
		private boolean isChanged;

		private LabelRows(final int length) {
			content = new byte[length];
		}
	}

	/**
	 * @param file is closed with this
	 * @param areWide whether labels have 16 bits
	 */
	LabelFile(final FileChannel file, final int width, final boolean areWide) {
		this.file = file;
		this.width = width;
		bytes = areWide ? 2 : 1;
		rows = Math.max(1, BYTES / (width * bytes));
	}

	/**
	 * Writes all rows of a plane.
	 *
	 * @param first the row that they begin with; those before were written
	 */
	void write(final long first, final ImageProcessor labels) {
		final Rows from = Rows.of(labels);
		final int[] row = new int[width];
		for (int y = 0; y < labels.getHeight(); y++) {
			from.read(y * width, width, row);
			write(first + y, row);
		}
	}

	private void write(final long row, final int[] labels) {
		final LabelRows page = changed(row);
		final int start = start(row);
		for (int x = 0; x < width; x++)
			set(page.content, start + x * bytes, labels[x]);
	}

	private void set(final byte[] content, final int place, final int label) {
		content[place] = (byte) label;
		if (bytes > 1) content[place + 1] = (byte) (label >> Byte.SIZE);
	}

	/** @param to the last one */
	void paint(final long row, final int from, final int to, final int label) {
		final LabelRows page = changed(row);
		final int start = start(row);
		for (int x = from; x <= to; x++)
			set(page.content, start + x * bytes, label);
	}

	/** @param labels takes them, as many rows as it has */
	void read(final long first, final ImageProcessor labels) {
		final Rows to = Rows.of(labels);
		final int[] row = new int[width];
		for (int y = 0; y < labels.getHeight(); y++) {
			final byte[] content = page(first + y).content;
			final int start = start(first + y);
			for (int x = 0; x < width; x++)
				row[x] = get(content, start + x * bytes);
			to.write(y * width, width, row);
		}
	}

	private int get(final byte[] content, final int place) {
		final int low = content[place] & 0xff;
		return bytes == 1 ? low : low | (content[place + 1] & 0xff) << Byte.SIZE;
	}

	private int start(final long row) {
		return (int) (row % rows) * width * bytes;
	}

	private LabelRows changed(final long row) {
		final LabelRows page = page(row);
		page.isChanged = true;
		return page;
	}

	private LabelRows page(final long row) {
		try {
			final long number = row / rows;
			LabelRows page = pages.get(number);
			if (page == null) {
				page = new LabelRows(rows * width * bytes);
				if (pages.size() == PAGES) giveUpOldest();
				transfer(page, number * page.content.length, file::read);
				pages.put(number, page);
			}
			return page;
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private void giveUpOldest() throws IOException {
		final Iterator<Map.Entry<Long, LabelRows>> oldest = pages.entrySet().iterator();
		final Map.Entry<Long, LabelRows> entry = oldest.next();
		store(entry.getKey(), entry.getValue());
		oldest.remove();
	}

	private void store(final long number, final LabelRows page) throws IOException {
		if (page.isChanged) transfer(page, number * page.content.length, file::write);
		page.isChanged = false;
	}

	/** Writes what is in memory alone, for others to read. */
	void flush() throws IOException {
		for (final Map.Entry<Long, LabelRows> page : pages.entrySet())
			store(page.getKey(), page.getValue());
	}

	/** Reads or writes a part of the file. */
	@FunctionalInterface
	private interface Transfer {

		int of(ByteBuffer buffer, long position) throws IOException;
	}

	/** Of a page that is not written yet, there is nothing to be read. */
	private static void transfer(final LabelRows page, final long position, final Transfer transfer)
		throws IOException
	{
		final ByteBuffer buffer = ByteBuffer.wrap(page.content);
		int n = 0;
		while (buffer.hasRemaining() && n >= 0)
			n = transfer.of(buffer, position + buffer.position());
	}

	@Override
	public void close() throws IOException {
		file.close();
	}
}
