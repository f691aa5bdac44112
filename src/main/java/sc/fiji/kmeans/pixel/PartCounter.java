package sc.fiji.kmeans.pixel;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;

/**
 * Counts the values of a few million pixels, parts of them side by side. First
 * the pixels of each cell are counted, a cell being the keys that share their
 * high bits; then the low bits are written down sorted by cell; last each cell is
 * counted in a table that fits the cache. Memory: 2 bytes a pixel, and 8 bytes
 * for each distinct value. May be used again; keeps its buffers.
 */
final class PartCounter {

	/** Widest keys. */
	static final int MAX_BITS = 24;
	/** Pixels that one counting takes on at most, if a block is not larger. */
	static final int MAX_PIXELS = 1 << 22;

	private static final int LOW_BITS = PixelFormat.LOWER_BITS;

	/** Each block is read twice; then its pixels are counted. */
	private static final long PASSES = 3;

	private final PixelSource source;
	private final Steps steps;
	private final PixelFormat format;
	private final int threads = 1 + ForkJoinPool.getCommonPoolParallelism();
	/**
	 * For each thread and upper half: number of pixels, then where the next one
	 * goes.
	 */
	private final int[][] cells;
	/** Lower halves, cell after cell in the order of the keys. */
	private short[] lows = new short[0];

	/** @param source of a format with at most MAX_BITS bits */
	PartCounter(final PixelSource source, final Progress progress) {
		this.source = source;
		steps = new Steps(progress, "counting", PASSES * source.blocks());
		format = source.format();
		cells = new int[threads][1 << Math.max(0, format.bits() - LOW_BITS)];
	}

	/** Counts the blocks from the first to before the last one. */
	PixelCounts count(final int from, final int to) {
		for (final int[] row : cells)
			Arrays.fill(row, 0);
		forEachThread(t -> readBlocks(t, from, to, new CellCounter(cells[t])));
		final int[] ends = makeOffsets();
		final int n = ends[ends.length - 1];
		if (lows.length < n) lows = new short[n];
		forEachThread(t -> readBlocks(t, from, to, new Scatterer(cells[t])));
		final PixelCounts counts = countCells(ends);
		for (int block = from; block < to; block++)
			steps.done();
		return counts;
	}

	private void forEachThread(final IntConsumer work) {
		IntStream.range(0, threads).parallel().forEach(work);
	}

	private void readBlocks(final int thread, final int from, final int to,
		final Reader reader)
	{
		final long[] row = new long[source.blockLength()];
		final int begin = from + (int) ((long) (to - from) * thread / threads);
		final int end = from + (int) ((long) (to - from) * (thread + 1) / threads);
		for (int block = begin; block < end; block++) {
			reader.accept(row, source.read(block, row));
			steps.done();
		}
	}

	/** Turns the counts into offsets; gives the end of each cell. */
	private int[] makeOffsets() {
		final int[] ends = new int[cells[0].length];
		int offset = 0;
		for (int cell = 0; cell < ends.length; cell++) {
			final int upper = format.halfOfKey(cell);
			for (final int[] row : cells) {
				final int n = row[upper];
				row[upper] = offset;
				offset = Math.addExact(offset, n);
			}
			ends[cell] = offset;
		}
		return ends;
	}

	private PixelCounts countCells(final int[] ends) {
		final int n = ends[ends.length - 1];
		final int[] borders = new int[threads + 1];
		for (int t = 1; t <= threads; t++)
			borders[t] = cellAt(ends, (int) ((long) n * t / threads), t == threads);
		final int[] offsets = new int[threads + 1];
		forEachThread(t -> offsets[t + 1] = new CellTable(ends).distinct(borders[t],
			borders[t + 1]));
		Arrays.parallelPrefix(offsets, Integer::sum);
		final int[] values = new int[offsets[threads]];
		final int[] counts = new int[offsets[threads]];
		forEachThread(t -> new CellTable(ends).list(borders[t], borders[t + 1],
			values, counts, offsets[t]));
		return PixelCounts.of(format, values, counts);
	}

	private static int cellAt(final int[] ends, final int pixel,
		final boolean last)
	{
		if (last) return ends.length;
		int cell = 0;
		while (ends[cell] < pixel)
			cell++;
		return cell;
	}

	private interface Reader {

		void accept(long[] row, int n);
	}

	private final class CellCounter implements Reader {

		private final int[] counts;

		private CellCounter(final int[] counts) {
			this.counts = counts;
		}

		@Override
		public void accept(final long[] row, final int n) {
			for (int i = 0; i < n; i++)
				counts[format.upper(row[i])]++;
		}
	}

	private final class Scatterer implements Reader {

		private final int[] next;

		private Scatterer(final int[] next) {
			this.next = next;
		}

		@Override
		public void accept(final long[] row, final int n) {
			for (int i = 0; i < n; i++) {
				lows[next[format.upper(row[i])]++] = (short) format.lower(row[i]);
			}
		}
	}

	/** Counts cells, one after another, in the same small table. */
	private final class CellTable {

		private final int[] ends;
		private final int[] counts = new int[1 << LOW_BITS];
		/** One bit for each count, 1 where it is not 0. */
		private final long[] seen = new long[1 << LOW_BITS - 6];

		private CellTable(final int[] ends) {
			this.ends = ends;
		}

		int distinct(final int from, final int to) {
			int distinct = 0;
			for (int cell = from; cell < to; cell++) {
				if (isEmpty(cell)) continue;
				Arrays.fill(seen, 0);
				for (int i = begin(cell); i < ends[cell]; i++)
					seen[lows[i] >>> 6] |= 1L << lows[i];
				for (final long bits : seen)
					distinct += Long.bitCount(bits);
			}
			return distinct;
		}

		void list(final int from, final int to, final int[] values,
			final int[] frequencies, final int offset)
		{
			int next = offset;
			for (int cell = from; cell < to; cell++) {
				if (isEmpty(cell)) continue;
				for (int i = begin(cell); i < ends[cell]; i++) {
					final int low = format.keyOfHalf(lows[i]);
					counts[low]++;
					seen[low >>> 6] |= 1L << low;
				}
				next = take(cell, values, frequencies, next);
			}
		}

		/** Cells without pixels are passed over. */
		private boolean isEmpty(final int cell) {
			if (begin(cell) == ends[cell]) return true;
			steps.check();
			return false;
		}

		private int begin(final int cell) {
			return cell == 0 ? 0 : ends[cell - 1];
		}

		/** Moves the counts that are not 0 into the list. */
		private int take(final int cell, final int[] values,
			final int[] frequencies, final int from)
		{
			int next = from;
			for (int word = 0; word < seen.length; word++) {
				for (long bits = seen[word]; bits != 0; bits &= bits - 1) {
					final int low = word << 6 | Long.numberOfTrailingZeros(bits);
					values[next] = (int) format.pixelOf(cell << LOW_BITS | low);
					frequencies[next++] = counts[low];
					counts[low] = 0;
				}
				seen[word] = 0;
			}
			return next;
		}
	}
}
