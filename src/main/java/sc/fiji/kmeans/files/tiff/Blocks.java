package sc.fiji.kmeans.files.tiff;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import sc.fiji.kmeans.files.format.TiffFile;

/** Reads and decodes the blocks of a page. The one that was read last is kept. */
final class Blocks {

	private static final int JPEG = 7;
	private static final int PACK_BITS = 32773;

	private final TiffFile file;
	private final Page page;
	private final BlockGrid grid;
	/** Null where none is needed. */
	private final LibraryBlocks library;
	private int kept = -1;
	private ByteBuffer keptBytes;

	Blocks(final TiffFile file, final Page page, final BlockGrid grid, final LibraryBlocks library) {
		this.file = file;
		this.page = page;
		this.grid = grid;
		this.library = library;
	}

	/**
	 * Samples of some rows of a block, whole bytes each; those that are behind each other in
	 * the file.
	 *
	 * @param plane 0 unless the page has planes
	 * @param first row in the block, counted from 0
	 */
	ByteBuffer rows(final int plane, final int column, final int row, final int first, final int rows)
		throws IOException
	{
		final int block = grid.index(plane, column, row);
		if (page.compression == Page.UNCOMPRESSED) return stored(block, row, first, rows);
		if (block != kept) {
			keptBytes = null;
			keptBytes = decoded(plane, column, row);
			kept = block;
		}
		final int rowBytes = keptBytes.capacity() / grid.rows(row);
		keptBytes.limit((first + rows) * rowBytes).position(first * rowBytes);
		final ByteBuffer part = keptBytes.slice().order(keptBytes.order());
		keptBytes.clear();
		return part;
	}

	private ByteBuffer stored(final int block, final int row, final int first, final int rows)
		throws IOException
	{
		final long rowBytes = grid.rowBytes();
		if (grid.length(block) < rowBytes * grid.rows(row))
			throw damaged(block,
				"has " + grid.length(block) + " bytes, and its rows " + rowBytes * grid.rows(row));
		return spread(bytes(grid.offset(block) + first * rowBytes, rows * rowBytes, block), rows);
	}

	private byte[] bytes(final long at, final long length, final int block) throws IOException {
		if (length > Integer.MAX_VALUE - 8) throw damaged(block, "has " + length + " bytes");
		if (at <= 0) throw damaged(block, "is missing");
		try {
			return file.bytes(at, (int) length).array();
		}
		catch (final EOFException e) {
			throw new EOFException("this TIFF file is truncated");
		}
	}

	private ByteBuffer decoded(final int plane, final int column, final int row) throws IOException {
		final int block = grid.index(plane, column, row);
		final long needed = grid.rowBytes() * grid.rows(row);
		if (needed > Integer.MAX_VALUE - 8)
			throw new IOException(
				"this TIFF file has compressed blocks of " + needed + " bytes: takes fewer than 2^31");
		final byte[] stored = bytes(grid.offset(block), grid.length(block), block);
		if (library != null) return spread(throughLibrary(stored, plane, column, row), grid.rows(row));
		return spread(decoded(stored, block, (int) needed), grid.rows(row));
	}

	private byte[] throughLibrary(final byte[] stored, final int plane, final int column,
		final int row) throws IOException
	{
		final int block = grid.index(plane, column, row);
		if (page.compression == JPEG) checkJpeg(new JpegStream(stored), block, grid.rows(row));
		final byte[] bytes = library.block(stored, plane, column, row);
		final long needed = grid.rowBytes() * grid.rows(row);
		if (bytes.length < needed)
			throw damaged(block, "has " + bytes.length + " bytes, and its rows " + needed);
		return bytes;
	}

	private void checkJpeg(final JpegStream stored, final int block, final int rows)
		throws IOException
	{
		if (!stored.isWhole()) throw damaged(block, "ends too early");
		stored.requireFrame(grid.width, rows);
	}

	private byte[] decoded(final byte[] stored, final int block, final int needed)
		throws IOException
	{
		if (page.isBitReversed) reverse(stored);
		try {
			final byte[] bytes = Decoder.decode(page.compression, stored, needed);
			if (page.compression != PACK_BITS)
				new Predictor(page, file.order(), (int) grid.rowBytes()).undo(bytes);
			return bytes;
		}
		catch (final IOException e) {
			throw e.getMessage().startsWith("this") ? e : damaged(block, e.getMessage());
		}
	}

	private ByteBuffer spread(final byte[] bytes, final int rows) {
		if (page.isBitReversed && page.compression == Page.UNCOMPRESSED) reverse(bytes);
		final ByteOrder order = file.order();
		final byte[] whole = page.bits < 16 && page.bits != 8
			? new Bits(page, order, grid.width * page.samplesPerBlock()).spread(bytes, rows)
			: bytes;
		return ByteBuffer.wrap(whole).order(order);
	}

	/** Begins each byte with its other end. */
	static void reverse(final byte[] bytes) {
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) (Integer.reverse(bytes[i]) >>> 24);
	}

	private IOException damaged(final int block, final String what) {
		return TiffFile.damaged((grid.isTiled ? "tile " : "strip ") + (block + 1) + " " + what);
	}
}
