package sc.fiji.kmeans.files.tiff;

import java.io.EOFException;
import java.io.IOException;

import sc.fiji.kmeans.files.format.TiffDirectory;
import sc.fiji.kmeans.files.format.TiffFile;

/** Where the blocks of a page are, tiles or strips; immutable. */
final class BlockGrid {

	private static final int STRIP_OFFSETS = 273;
	private static final int ROWS_PER_STRIP = 278;
	private static final int STRIP_LENGTHS = 279;
	private static final int TILE_WIDTH = 322;
	private static final int TILE_HEIGHT = 323;
	private static final int TILE_OFFSETS = 324;
	private static final int TILE_LENGTHS = 325;

	/** In pixels. */
	final int width;
	/** In pixels; the last strip may have less. */
	final int height;
	final int across;
	final int down;
	final boolean isTiled;

	private final Page page;
	private final long[] offsets;
	private final long[] lengths;

	private final long shift;

	/**
	 * @param before number of images of this size between the place that the page tells and its own
	 */
	BlockGrid(final Page page, final int before) throws IOException {
		this.page = page;
		final TiffDirectory directory = page.directory;
		isTiled = directory.find(TILE_WIDTH) >= 0;
		width = isTiled ? side(directory.number(TILE_WIDTH, 0)) : page.width;
		height = isTiled ? side(directory.number(TILE_HEIGHT, 0)) : rows(directory);
		across = (page.width - 1) / width + 1;
		down = (page.height - 1) / height + 1;
		offsets = numbers(isTiled && directory.find(TILE_OFFSETS) >= 0 ? TILE_OFFSETS : STRIP_OFFSETS);
		lengths = numbers(isTiled && directory.find(TILE_LENGTHS) >= 0 ? TILE_LENGTHS : STRIP_LENGTHS);
		shift = before * rowBytes() * page.height * page.planes();
		if (before > 0 && !isOnePiece())
			throw new IOException("this TIFF file has images without directories that are in pieces");
		final long blocks = (long) page.planes() * across * down;
		if (offsets.length < blocks || lengths.length < blocks && !isOnePiece())
			throw TiffFile.damaged("an image has " + Math.min(offsets.length, lengths.length)
				+ " blocks of pixels, and needs " + blocks);
	}

	/**
	 * @throws IOException if blocks are beyond the file, or have more bytes than it, so that some
	 *           are the same
	 */
	void requireIn(final TiffFile file) throws IOException {
		double all = 0;
		for (int block = 0; block < Math.min(offsets.length, lengths.length); block++) {
			final long length = page.compression == Page.UNCOMPRESSED
				? rowBytes() * rows(block / across % down)
				: lengths[block];
			if (length > 0 && (double) offset(block) + length > file.length())
				throw new EOFException("this TIFF file is truncated");
			all += length;
		}
		if (all > file.length())
			throw TiffFile.damaged("its " + (isTiled ? "tiles" : "strips") + " overlap");
	}

	private int rows(final TiffDirectory directory) throws IOException {
		final long rows = directory.number(ROWS_PER_STRIP, page.height);
		return rows < 1 || rows > page.height ? page.height : (int) rows;
	}

	private static int side(final long told) throws IOException {
		if (told >= 1 && told <= 1 << 20) return (int) told;
		throw TiffFile.damaged("its tiles have a side of " + told + " pixels");
	}

	private long[] numbers(final int tag) throws IOException {
		return page.directory.numbers(tag);
	}

	/** Whether each plane is one uncompressed strip, whose length nobody has to tell. */
	private boolean isOnePiece() {
		return page.compression == Page.UNCOMPRESSED && !isTiled && down == 1;
	}

	/** The place of a block in the page. */
	int index(final int plane, final int column, final int row) {
		return (plane * down + row) * across + column;
	}

	long offset(final int block) {
		return offsets[block] + shift;
	}

	/** Number of bytes in the file. */
	long length(final int block) {
		return isOnePiece() ? rowBytes() * page.height : lengths[block];
	}

	/** Of a row of a block that is not compressed. */
	long rowBytes() {
		return ((long) width * page.samplesPerBlock() * page.bits + 7) / 8;
	}

	/** Number of rows of a block: tiles have all, even where the image ends. */
	int rows(final int row) {
		return isTiled ? height : Math.min(height, page.height - row * height);
	}
}
