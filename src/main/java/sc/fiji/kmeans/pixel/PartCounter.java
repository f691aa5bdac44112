package sc.fiji.kmeans.pixel;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Steps;

/**
 * Counts the values of a few million pixels, parts of them side by side. First
 * the pixels of each cell are counted, a cell being the keys that share their
 * high bits; then the low bits are written down sorted by cell; last each cell is
 * counted in a table that fits the cache. Memory: 2 bytes a pixel, and up to 20
 * bytes for each distinct value. May be used again; keeps its buffers, and what it
 * returned last is lost then.
 */
final class PartCounter {

	/** Widest keys. */
	static final int MAX_BITS = 24;
	/** Pixels that one counting takes on at most, if a block is not larger. */
	static final int MAX_PIXELS = 1 << 22;

	/** Each block is read twice; then its pixels are counted. */
	static final long PASSES = 3;

	private static final int LOW_BITS = PixelFormat.LOWER_BITS;

	private final PixelFormat format;
	private final Worker[] workers;
	/** Lower halves, cell after cell in the order of the keys. */
	private short[] lows = new short[0];
	/** Where each cell ends in them. */
	private final int[] ends;
	/** What was counted last, and perhaps room for more. */
	private int[] values = new int[0];
	private int[] counts = new int[0];

	/** @param format with at most MAX_BITS bits */
	PartCounter(final PixelFormat format) {
		this.format = format;
		ends = new int[1 << Math.max(0, format.bits() - LOW_BITS)];
		workers = new Worker[1 + ForkJoinPool.getCommonPoolParallelism()];
		Arrays.setAll(workers, w -> new Worker());
	}

	PixelFormat format() {
		return format;
	}

	/**
	 * Counts the blocks from the first to before the last one.
	 *
	 * @param source of this format
	 * @param steps of which each block makes PASSES
	 */
	PixelCounts count(final PixelSource source, final int from, final int to,
		final Steps steps)
	{
		final int n = to - from;
		final int threads = workers.length;
		forEachThread(t -> workers[t].countCells(source, from + part(n, t), from + part(
			n, t + 1), steps));
		makeOffsets();
		forEachThread(t -> workers[t].scatter(source, from + part(n, t), from + part(n,
			t + 1), steps));
		final int pixels = ends[ends.length - 1];
		final int[] borders = new int[threads + 1];
		for (int t = 1; t <= threads; t++)
			borders[t] = t == threads ? ends.length : cellAt(part(pixels, t));
		forEachThread(t -> workers[t].list(borders[t], borders[t + 1], steps));
		for (int block = from; block < to; block++)
			steps.done();
		return joined();
	}

	private void forEachThread(final IntConsumer work) {
		IntStream.range(0, workers.length).parallel().forEach(work);
	}

	/** Where the part of a thread begins. */
	private int part(final int n, final int thread) {
		return (int) ((long) n * thread / workers.length);
	}

	/** Turns the counts into offsets, and notes the end of each cell. */
	private void makeOffsets() {
		int offset = 0;
		for (int cell = 0; cell < ends.length; cell++) {
			final int upper = format.halfOfKey(cell);
			for (final Worker worker : workers) {
				final int n = worker.cells[upper];
				worker.cells[upper] = offset;
				offset = Math.addExact(offset, n);
			}
			ends[cell] = offset;
		}
		if (lows.length < offset) lows = new short[offset];
	}

	private int begin(final int cell) {
		return cell == 0 ? 0 : ends[cell - 1];
	}

	private int cellAt(final int pixel) {
		int cell = 0;
		while (ends[cell] < pixel)
			cell++;
		return cell;
	}

	private PixelCounts joined() {
		final int[] offsets = new int[workers.length + 1];
		for (int t = 0; t < workers.length; t++)
			offsets[t + 1] = offsets[t] + workers[t].distinct;
		reserve(offsets[workers.length]);
		forEachThread(t -> workers[t].copyTo(offsets[t]));
		return PixelCounts.of(format, values, counts, offsets[workers.length]);
	}

	/** With some room, unless it is for the first time. */
	private void reserve(final int size) {
		if (values.length >= size) return;
		final int length = values.length == 0 ? size : size + size / 8;
		values = new int[length];
		counts = new int[length];
	}

	/** What one thread does, and its buffers. */
	private final class Worker {

		private int[] row = new int[0];
		/** For each upper half: number of pixels, then where the next one goes. */
		private final int[] cells = new int[ends.length];
		/** Counts of one cell; all 0 between cells. */
		private final int[] table = new int[1 << LOW_BITS];
		/** One bit for each count, 1 where it is not 0. */
		private final long[] seen = new long[1 << LOW_BITS - 6];
		private int[] listed = new int[0];
		/** How often each of those listed occurs. */
		private int[] numbers = new int[0];
		/** How many are listed. */
		private int distinct;

		private void countCells(final PixelSource source, final int from,
			final int to, final Steps steps)
		{
			if (row.length < source.blockLength()) row = new int[source.blockLength()];
			Arrays.fill(cells, 0);
			for (int block = from; block < to; block++) {
				countRow(source.read(block, row));
				steps.done();
			}
		}

		private void countRow(final int n) {
			for (int i = 0; i < n; i++)
				cells[format.upper(row[i])]++;
		}

		private void scatter(final PixelSource source, final int from,
			final int to, final Steps steps)
		{
			for (int block = from; block < to; block++) {
				scatterRow(source.read(block, row));
				steps.done();
			}
		}

		private void scatterRow(final int n) {
			for (int i = 0; i < n; i++)
				lows[cells[format.upper(row[i])]++] = (short) format.lower(row[i]);
		}

		/** Lists the values of some cells with their counts. */
		private void list(final int from, final int to, final Steps steps) {
			Arrays.fill(table, 0);
			Arrays.fill(seen, 0);
			distinct = 0;
			for (int cell = from; cell < to; cell++) {
				final int n = ends[cell] - begin(cell);
				if (n == 0) continue;
				steps.check();
				reserve(distinct + Math.min(n, table.length));
				count(begin(cell), ends[cell]);
				take(cell);
			}
		}

		private void reserve(final int size) {
			if (listed.length >= size) return;
			final int length = Math.max(size, listed.length + listed.length / 2);
			listed = Arrays.copyOf(listed, length);
			numbers = Arrays.copyOf(numbers, length);
		}

		private void count(final int from, final int to) {
			for (int i = from; i < to; i++) {
				final int low = format.keyOfHalf(lows[i]);
				table[low]++;
				seen[low >>> 6] |= 1L << low;
			}
		}

		/** Moves the counts that are not 0 into the list. */
		private void take(final int cell) {
			for (int word = 0; word < seen.length; word++) {
				for (long bits = seen[word]; bits != 0; bits &= bits - 1) {
					final int low = word << 6 | Long.numberOfTrailingZeros(bits);
					listed[distinct] = (int) format.pixelOf(cell << LOW_BITS | low);
					numbers[distinct++] = table[low];
					table[low] = 0;
				}
				seen[word] = 0;
			}
		}

		private void copyTo(final int offset) {
			System.arraycopy(listed, 0, values, offset, distinct);
			System.arraycopy(numbers, 0, counts, offset, distinct);
		}
	}
}
