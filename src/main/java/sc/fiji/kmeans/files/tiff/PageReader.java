package sc.fiji.kmeans.files.tiff;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

import sc.fiji.kmeans.files.format.TiffFile;

/** Reads rows of a page. */
final class PageReader implements Closeable {

	private final Page page;
	private final BlockGrid grid;
	private final SampleKind kind;
	/** Of each sample of a pixel; none where they are not rounded. */
	private final Exactness[] exactness;
	private final Blocks blocks;
	/** Null where none is needed. */
	private final LibraryBlocks library;

	/**
	 * @param before number of images of this size between the place that the page tells and its own
	 * @throws IOException with the reason, if this kind of page can not be read
	 */
	PageReader(final TiffFile file, final Path path, final Page page, final int before,
		final Library library) throws IOException
	{
		this.page = page;
		requireColours(page);
		kind = SampleKind.of(page);
		exactness = new Exactness[kind.isRounded() ? page.samples : 0];
		for (int s = 0; s < exactness.length; s++)
			exactness[s] = new Exactness(page, kind);
		grid = new BlockGrid(page, before);
		grid.requireIn(file);
		this.library = Library.isNeededFor(page) ? library.open(path, page) : null;
		blocks = new Blocks(file, page, grid, this.library);
	}

	private static void requireColours(final Page page) throws IOException {
		final boolean isPrint = page.photometric == Page.CMYK && !page.isPrint();
		final boolean isYCbCr = page.photometric == Page.YCBCR && !Library.isNeededFor(page);
		if (isPrint || isYCbCr || page.photometric > Page.YCBCR && page.photometric != 32803)
			throw new IOException("this TIFF file has colours of kind " + page.photometric + " ("
				+ name(page.photometric) + ", " + page.type() + "), which can not be read");
	}

	private static String name(final int photometric) {
		return photometric == Page.CMYK
			? "CMYK"
			: photometric == Page.YCBCR
				? "YCbCr without JPEG"
				: photometric >= 8 && photometric <= 10 ? "CIE L*a*b*" : "unknown";
	}

	/** Rows of a block, or a sensible number of rows where blocks are cut at will. */
	int step() {
		final boolean isCut = page.compression == Page.UNCOMPRESSED && !grid.isTiled;
		return isCut ? 1 : grid.height;
	}

	/** Of pixels that are no colours. */
	SampleKind kind() {
		return kind;
	}

	/** The samples of some rows, an array for each sample of a pixel. */
	Object[] rows(final int first, final int rows) throws IOException {
		if (first == 0) for (final Exactness sample : exactness)
			sample.begin();
		final Object[] samples = new Object[page.samples];
		for (int s = 0; s < samples.length; s++)
			samples[s] = kind.array(Math.multiplyExact(page.width, rows));
		for (int plane = 0; plane < page.planes(); plane++)
			for (int row = first / grid.height; row * (long) grid.height < first + rows; row++)
				for (int column = 0; column < grid.across; column++)
					copy(new Part(plane, column, row, first, rows), samples);
		if (first + rows == page.height) for (final Exactness sample : exactness)
			sample.end();
		return samples;
	}

	/** Whether pixels are colours whose samples stand beside each other, and nothing else. */
	boolean arePlainColours() {
		return page.isColour() && page.samples == 3 && !page.isPlanar && kind == SampleKind.BYTE;
	}

	/** Plain colours of some rows, opaque. */
	int[] colours(final int first, final int rows) throws IOException {
		final int[] colours = new int[Math.multiplyExact(page.width, rows)];
		for (int row = first / grid.height; row * (long) grid.height < first + rows; row++)
			for (int column = 0; column < grid.across; column++)
				copy(new Part(0, column, row, first, rows), colours);
		return colours;
	}

	private void copy(final Part part, final int[] colours) throws IOException {
		final ByteBuffer in = blocks.rows(part.plane, part.column, part.row, part.from, part.rows);
		final byte[] bytes = in.array();
		for (int y = 0; y < part.rows; y++) {
			final int end = part.to(y) + part.columns;
			for (int i = part.to(y), at = in.arrayOffset() + 3 * y * grid.width; i < end; i++, at += 3)
				colours[i] = 0xff000000 | (bytes[at] & 0xff) << 16 | (bytes[at + 1] & 0xff) << 8
					| bytes[at + 2] & 0xff;
		}
	}

	private void copy(final Part part, final Object[] samples) throws IOException {
		final ByteBuffer in = blocks.rows(part.plane, part.column, part.row, part.from, part.rows);
		final int n = page.samplesPerBlock();
		final int step = n * kind.bytes();
		for (int y = 0; y < part.rows; y++)
			for (int s = 0; s < n; s++) {
				final int sample = page.isPlanar ? part.plane : s;
				final SampleKind.SampleRun run = new SampleKind.SampleRun(
					y * grid.width * step + s * kind.bytes(), step, part.to(y), part.columns);
				kind.copy(run, in, samples[sample]);
				if (exactness.length > 0) exactness[sample].add(run, in);
			}
	}

	@Override
	public void close() throws IOException {
		if (library != null) library.close();
	}

	/** Rows of a block that are among those that are wanted. */
	private final class Part {

		final int plane;
		final int column;
		final int row;
		/** The first row in the block. */
		final int from;
		final int rows;
		final int columns;
		private final int to;

		Part(final int plane, final int column, final int row, final int first, final int wanted) {
			this.plane = plane;
			this.column = column;
			this.row = row;
			final int top = row * grid.height;
			from = Math.max(0, first - top);
			rows = (int) Math.min((long) top + grid.height, (long) first + wanted) - top - from;
			columns = Math.min(grid.width, page.width - column * grid.width);
			to = (top + from - first) * page.width + column * grid.width;
		}

		/** The place of the first pixel of a row. */
		int to(final int y) {
			return to + y * page.width;
		}
	}
}
