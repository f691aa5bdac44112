package sc.fiji.kmeans.pixel;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Steps;

/**
 * Counts the values of a few million pixels, parts of them side by side. First
 * the pixels of each cell are counted, a cell being the keys that share their
 * high bits; then the keys are written down sorted by cell; last each cell is
 * counted in a table that fits the cache, and its values take the place of its
 * keys. Where keys have few bits, a cell is one value, and the first is all.
 * <p>
 * Memory: 4 bytes a pixel, next to nothing where a cell is a value. May be used
 * again; keeps its buffers, and what it returned last is lost then.
 */
final class PartCounter {

	/** Widest keys. */
	static final int MAX_BITS = 24;
	/** Pixels that one counting takes on at most, if a block is not larger. */
	static final int MAX_PIXELS = 1 << 22;

	/** Keys of so many bits have a cell each. */
	private static final int FEW_BITS = 16;
	/** More of them make fewer cells, but a table that the cache does not hold. */
	private static final int LOW_BITS = 15;

	private final PixelFormat format;
	/** Bits of a key that tell it from others of its cell. */
	private final int lowBits;
	private final Worker[] workers;
	/** Where each cell ends in the entries. */
	private final int[] ends;
	/** Keys, cell after cell in their order; then what was counted last. */
	private int[] entries = new int[0];
	private final LargeCounts large = new LargeCounts();

	/** @param format with at most MAX_BITS bits */
	PartCounter(final PixelFormat format) {
		this.format = format;
		lowBits = format.bits() <= FEW_BITS ? 0 : LOW_BITS;
		ends = new int[1 << format.bits() - lowBits];
		workers = new Worker[1 + ForkJoinPool.getCommonPoolParallelism()];
		Arrays.setAll(workers, w -> new Worker());
	}

	PixelFormat format() {
		return format;
	}

	/** How often it goes over each block: reads it, or counts its pixels. */
	long passes() {
		return lowBits == 0 ? 1 : 3;
	}

	/**
	 * Counts the blocks from the first to before the last one.
	 *
	 * @param source of this format
	 * @param steps of which each block makes as many as there are passes
	 */
	PixelCounts count(final PixelSource source, final int from, final int to,
		final Steps steps)
	{
		final int n = to - from;
		forEachThread(t -> workers[t].countCells(source, from + part(n, t), from + part(
			n, t + 1), steps));
		large.clear();
		if (lowBits == 0) return cells();
		makeOffsets();
		forEachThread(t -> workers[t].scatter(source, from + part(n, t), from + part(n,
			t + 1), steps));
		final int[] borders = borders();
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

	/** The counts, where each cell is a value. */
	private PixelCounts cells() {
		reserve(ends.length);
		int size = 0;
		for (int cell = 0; cell < ends.length; cell++) {
			int n = 0;
			for (final Worker worker : workers)
				n = Math.addExact(n, worker.evens[cell] + worker.odds[cell]);
			if (n == 0) continue;
			if (n >= PackedCounts.LARGE) large.add(size, n);
			entries[size++] = PackedCounts.entry(format.pixelOf(cell), n);
		}
		return new PackedCounts(format, entries, size, large);
	}

	/** Turns the counts into offsets, and notes the end of each cell. */
	private void makeOffsets() {
		int offset = 0;
		for (int cell = 0; cell < ends.length; cell++) {
			for (final Worker worker : workers)
				offset = worker.makeOffsets(cell, offset);
			ends[cell] = offset;
		}
		reserve(offset);
	}

	private void reserve(final int size) {
		if (entries.length >= size) return;
		final int length = PackedCounts.length(entries.length, size);
		// Never old and new ones at once.
		entries = new int[0];
		entries = new int[length];
	}

	private int begin(final int cell) {
		return cell == 0 ? 0 : ends[cell - 1];
	}

	/** The first cell of each thread, so that all have about as many pixels. */
	private int[] borders() {
		final int pixels = ends[ends.length - 1];
		final int[] borders = new int[workers.length + 1];
		for (int t = 1; t < workers.length; t++)
			borders[t] = cellAt(part(pixels, t));
		borders[workers.length] = ends.length;
		return borders;
	}

	private int cellAt(final int pixel) {
		int cell = 0;
		while (ends[cell] < pixel)
			cell++;
		return cell;
	}

	/** Moves what the threads listed together. */
	private PixelCounts joined() {
		int size = 0;
		for (final Worker worker : workers) {
			System.arraycopy(entries, worker.begin, entries, size, worker.distinct);
			large.add(worker.large, size);
			size += worker.distinct;
		}
		return new PackedCounts(format, entries, size, large);
	}

	/** What one thread does, and its buffers. */
	private final class Worker {

		private int[] row = new int[0];
		/**
		 * For each cell: number of pixels, then where the next one goes. Two tables
		 * take turns, as neighbours are often alike, and to count one in a table waits
		 * for the other to be counted there.
		 */
		private final int[] evens = new int[ends.length];
		private final int[] odds = new int[ends.length];
		/** Counts of one cell; all 0 between cells. */
		private final int[] table = new int[1 << lowBits];
		/** One bit for each count, 1 where it is not 0. */
		private final long[] seen = new long[(table.length + 63) / 64];
		/** Where the entries of this thread begin. */
		private int begin;
		/** How many are listed from there on. */
		private int distinct;
		/** Of these, by their places from there on. */
		private final LargeCounts large = new LargeCounts();

		private void countCells(final PixelSource source, final int from,
			final int to, final Steps steps)
		{
			if (row.length < source.blockLength()) row = new int[source.blockLength()];
			Arrays.fill(evens, 0);
			Arrays.fill(odds, 0);
			for (int block = from; block < to; block++) {
				countRow(readKeys(source, block));
				steps.done();
			}
		}

		private int readKeys(final PixelSource source, final int block) {
			final int n = source.read(block, row);
			format.toKeys(row, n);
			return n;
		}

		private void countRow(final int n) {
			for (int i = 1; i < n; i += 2) {
				evens[row[i - 1] >>> lowBits]++;
				odds[row[i] >>> lowBits]++;
			}
			if (n % 2 > 0) evens[row[n - 1] >>> lowBits]++;
		}

		private int makeOffsets(final int cell, final int offset) {
			final int middle = Math.addExact(offset, evens[cell]);
			final int end = Math.addExact(middle, odds[cell]);
			evens[cell] = offset;
			odds[cell] = middle;
			return end;
		}

		private void scatter(final PixelSource source, final int from,
			final int to, final Steps steps)
		{
			for (int block = from; block < to; block++) {
				scatterRow(readKeys(source, block));
				steps.done();
			}
		}

		private void scatterRow(final int n) {
			for (int i = 1; i < n; i += 2) {
				entries[evens[row[i - 1] >>> LOW_BITS]++] = row[i - 1];
				entries[odds[row[i] >>> LOW_BITS]++] = row[i];
			}
			if (n % 2 > 0) entries[evens[row[n - 1] >>> LOW_BITS]++] = row[n - 1];
		}

		/** Lists the values of some cells with their counts. */
		private void list(final int from, final int to, final Steps steps) {
			Arrays.fill(table, 0);
			Arrays.fill(seen, 0);
			large.clear();
			begin = begin(from);
			distinct = 0;
			for (int cell = from; cell < to; cell++) {
				if (begin(cell) == ends[cell]) continue;
				steps.check();
				count(begin(cell), ends[cell]);
				take(cell);
			}
		}

		private void count(final int from, final int to) {
			for (int i = from; i < to; i++) {
				final int low = entries[i] & (1 << LOW_BITS) - 1;
				table[low]++;
				seen[low >>> 6] |= 1L << low;
			}
		}

		/**
		 * Moves the counts that are not 0 to the entries. There are never more of them
		 * than keys that were counted, so that no key is lost that was not.
		 */
		private void take(final int cell) {
			int end = begin + distinct;
			for (int word = 0; word < seen.length; word++) {
				for (long bits = seen[word]; bits != 0; bits &= bits - 1) {
					final int low = word << 6 | Long.numberOfTrailingZeros(bits);
					final int n = table[low];
					if (n >= PackedCounts.LARGE) large.add(end - begin, n);
					entries[end++] = PackedCounts.entry(format.pixelOf(cell << LOW_BITS |
						low), n);
					table[low] = 0;
				}
				seen[word] = 0;
			}
			distinct = end - begin;
		}
	}
}
