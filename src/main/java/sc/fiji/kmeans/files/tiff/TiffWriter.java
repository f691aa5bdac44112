package sc.fiji.kmeans.files.tiff;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import sc.fiji.kmeans.files.deflate.PixelDeflate;
import sc.fiji.kmeans.image.DataRange;

/**
 * Writes a TIFF file from top to bottom, some rows at a time, in constant memory: compressed by
 * Deflate, in strips that ImageJ reads, or in tiles if it is too large for ImageJ, and as BigTIFF
 * if it may exceed 4 GB.
 */
public final class TiffWriter implements Closeable {

	/** Most rows that are stored together; a power of 2 in any case. */
	public static final int MOST_BLOCK_ROWS = WrittenPage.TILE;

	private final RandomAccessFile file;
	private final WrittenPage page;
	private final List<TiffEntry> more = new ArrayList<>();
	/** By plane, of the row of blocks that is being filled, each before it is compressed. */
	private final byte[][][] blocks;
	private final long[][] offsets;
	private final long[][] lengths;
	/** By channel, of the first frame. */
	private final DataRange[] ranges;
	/** What stands for no data. */
	private OptionalDouble missing;
	/** Rows of the page that have come. */
	private int done;
	private int pages;
	/** Where the place of the next directory has to be written. */
	private long link;

	/**
	 * @param file that is there and empty
	 * @param like an image of the same width, type and number of channels, slices and frames, with
	 *          calibration and look-up table; its height does not matter
	 */
	public TiffWriter(final Path file, final ImagePlus like, final int height) throws IOException {
		this(file, new WrittenPage(like, height));
	}

	/** Whether values of the pixels are others than their whole numbers without a sign. */
	public static boolean isCalibrated(final ImagePlus picture) {
		return picture.getBitDepth() <= 16 && picture.getCalibration().calibrated();
	}

	/**
	 * Writes some rows of such a file for themselves.
	 *
	 * @param height of the whole
	 * @param rows how many, from a multiple of {@link #MOST_BLOCK_ROWS} on
	 */
	public static TiffWriter ofPart(final Path file, final ImagePlus like, final int height,
		final int rows) throws IOException
	{
		return new TiffWriter(file, new WrittenPage(like, height).part(rows));
	}

	TiffWriter(final Path file, final WrittenPage page) throws IOException {
		this.page = page;
		blocks = new byte[page.planes][page.across()][];
		offsets = new long[page.planes][page.across() * page.down()];
		lengths = new long[page.planes][page.across() * page.down()];
		ranges = new DataRange[page.channels()];
		without(OptionalDouble.empty());
		this.file = new RandomAccessFile(file.toFile(), "rw");
		writeHead();
	}

	private void writeHead() throws IOException {
		final ByteBuffer head = ByteBuffer.allocate(headBytes()).order(ByteOrder.LITTLE_ENDIAN);
		head.put((byte) 'I').put((byte) 'I').putShort((short) (page.isBig ? 43 : 42));
		if (page.isBig) head.putShort((short) 8).putShort((short) 0);
		link = head.position();
		file.write(head.array());
	}

	private int headBytes() {
		return page.isBig ? 16 : 8;
	}

	/** Adds where on the earth the pixels are; to be called before the first row. */
	public TiffWriter with(final Georeference georeference) {
		more.addAll(georeference.entries());
		return this;
	}

	/**
	 * Leaves a value out of what the picture is shown by; to be called before the first row.
	 *
	 * @param noData as pixels hold it
	 */
	public final TiffWriter without(final OptionalDouble noData) {
		missing = noData;
		Arrays.setAll(ranges, c -> new DataRange(noData));
		return this;
	}

	/**
	 * Writes the next rows; after the last ones of a frame the next frame follows.
	 *
	 * @param channels of the same rows, all of one frame
	 */
	public void write(final ImageProcessor... channels) throws IOException {
		final int rows = channels[0].getHeight();
		if (channels.length != ranges.length || done + rows > page.height)
			throw new IllegalArgumentException(channels.length + " channels of " + rows + " rows: takes "
				+ ranges.length + " of at most " + (page.height - done));
		for (int c = 0; c < channels.length && pages == 0 && page.isRanged(); c++)
			ranges[c].add(channels[c]);
		for (int y = 0; y < rows; y++) {
			for (int c = 0; c < channels.length; c++)
				fill(blocks[c % page.planes], channels[c].getPixels(), y, c / page.planes);
			done++;
			if (done % page.blockHeight == 0 || done == page.height) flush();
		}
		if (done == page.height) finishPages();
	}

	/**
	 * By plane, how many bytes each block has that was written; at last the range of each channel.
	 */
	public long[][] figures() {
		final long[][] figures = Arrays.copyOf(lengths, lengths.length + 1);
		figures[lengths.length] = Arrays.stream(ranges)
			.flatMapToLong(range -> LongStream.of(Double.doubleToLongBits(range.least()),
				Double.doubleToLongBits(range.most())))
			.toArray();
		return figures;
	}

	/**
	 * Writes the next rows of a frame, which were written for themselves.
	 *
	 * @param part with which all of them were written, and nothing else
	 * @param figures of the part
	 */
	public void write(final Path part, final int rows, final long[][] figures) throws IOException {
		final int first = done / page.blockHeight * page.across();
		long end = file.getFilePointer();
		for (int row = 0; row < figures[0].length; row += page.across())
			for (int plane = 0; plane < page.planes; plane++)
				for (int block = row; block < row + page.across(); block++) {
					offsets[plane][first + block] = end;
					lengths[plane][first + block] = figures[plane][block];
					end += figures[plane][block];
				}
		copy(part, end);
		for (int n = 0; n < 2 * ranges.length; n++)
			ranges[n / 2].add(Double.longBitsToDouble(figures[page.planes][n]));
		done += rows;
		if (done == page.height) finishPages();
	}

	/** @param end of this file, when all pixels of the part are there */
	private void copy(final Path part, final long end) throws IOException {
		try (FileChannel in = FileChannel.open(part)) {
			long from = headBytes();
			while (file.getFilePointer() < end) {
				final long n = in.transferTo(from, end - file.getFilePointer(), file.getChannel());
				if (n <= 0) throw new EOFException("a part of a picture is not whole");
				from += n;
			}
		}
	}

	/** @param sample of a pixel on the page */
	private void fill(final byte[][] row, final Object pixels, final int y, final int sample) {
		for (int column = 0; column < row.length; column++) {
			if (row[column] == null)
				row[column] = new byte[page.blockWidth * page.rows(done / page.blockHeight) * page.samples
					* page.bits / 8];
			final int n = Math.min(page.blockWidth, page.width - column * page.blockWidth);
			final ByteBuffer out = ByteBuffer.wrap(row[column]).order(ByteOrder.LITTLE_ENDIAN);
			final int at = done % page.blockHeight * page.blockWidth * page.samples * page.bits / 8;
			put(pixels, y * page.width + column * page.blockWidth, n, out, at + sample * page.bits / 8);
		}
	}

	private void put(final Object pixels, final int from, final int n, final ByteBuffer out,
		final int at)
	{
		final int step = page.samples * page.bits / 8;
		if (pixels instanceof int[]) putColours((int[]) pixels, from, n, out, at);
		else if (pixels instanceof byte[]) for (int i = 0; i < n; i++)
			out.put(at + i * step, (byte) (((byte[]) pixels)[from + i] ^ page.sign));
		else if (pixels instanceof short[]) for (int i = 0; i < n; i++)
			out.putShort(at + i * step, (short) (((short[]) pixels)[from + i] ^ page.sign));
		else for (int i = 0; i < n; i++)
			out.putFloat(at + i * step, ((float[]) pixels)[from + i]);
	}

	private static void putColours(final int[] pixels, final int from, final int n,
		final ByteBuffer out, final int at)
	{
		final byte[] bytes = out.array();
		for (int i = 0, to = at; i < n; i++, to += 3) {
			final int colour = pixels[from + i];
			bytes[to] = (byte) (colour >> 16);
			bytes[to + 1] = (byte) (colour >> 8);
			bytes[to + 2] = (byte) colour;
		}
	}

	private void flush() throws IOException {
		for (int plane = 0; plane < page.planes; plane++)
			flush(blocks[plane], offsets[plane], lengths[plane]);
	}

	private void flush(final byte[][] row, final long[] at, final long[] length) throws IOException {
		final PixelDeflate deflate = new PixelDeflate(page.samples * page.bits / 8);
		final byte[][] packed = IntStream.range(0, row.length)
			.parallel()
			.mapToObj(column -> deflate.stream(row[column]))
			.toArray(byte[][]::new);
		for (int column = 0; column < row.length; column++) {
			final int block = (done - 1) / page.blockHeight * row.length + column;
			at[block] = file.getFilePointer();
			length[block] = packed[column].length;
			file.write(packed[column]);
			// Tiles reach beyond the image, where zeros have to stay.
			row[column] = null;
		}
	}

	private void finishPages() throws IOException {
		for (int plane = 0; plane < page.planes; plane++)
			finishPage(offsets[plane], lengths[plane]);
		done = 0;
	}

	private void finishPage(final long[] at, final long[] length) throws IOException {
		final int type = page.isBig ? TiffEntry.LONG8 : TiffEntry.LONG;
		if (pages == 0) page.show(missing, ranges);
		final List<TiffEntry> entries = page.entries();
		entries.add(TiffEntry.numbers(page.isTiled ? 324 : 273, type, at));
		entries.add(TiffEntry.numbers(page.isTiled ? 325 : 279, type, length));
		entries.addAll(more);
		if (pages == 0) entries.addAll(page.notes());
		entries.sort(Comparator.comparingInt(entry -> entry.tag));
		link = new WrittenDirectory(file, page.isBig).write(entries, link);
		pages++;
	}

	/** @throws IOException if not all rows have come */
	@Override
	public void close() throws IOException {
		file.close();
		if (pages != page.pages())
			throw new IOException(pages + " pages of " + page.pages() + " were written");
	}
}
