package sc.fiji.kmeans.pixel;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

import sc.fiji.kmeans.cluster.Parallel;
import sc.fiji.kmeans.cluster.Steps;

/**
 * Counts the values of a few million pixels in parallel. A cell is the keys that share
 * their high bits. First the pixels of each cell are counted; then the keys are sorted
 * by cell; then each cell is counted in a small table, and its values replace its keys.
 * If keys have few bits, a cell is one value, and the first step is all.
 * <p>
 * Memory: 4 bytes for each pixel, or next to nothing where a cell is one value. Can be
 * used again: it keeps its buffers, and its last result is lost then.
 */
final class PartCounter {

	/** Widest keys. */
	static final int MAX_BITS = 24;
	/** Pixels that one counting takes on at most, if a block is not larger. */
	static final int MAX_PIXELS = 1 << 22;

	/** Keys of up to this number of bits have a cell each. */
	private static final int FEW_BITS = 16;
	/** More would make fewer cells, but a table that is too large for the cache. */
	private static final int LOW_BITS = 16;
	/** So that a thread that is done early takes over parts of the others. */
	private static final int PARTS_A_THREAD = 4;

	private final PixelFormat format;
	/** Bits of a key that tell it from others of its cell. */
	private final int lowBits;
	private final CountedPart[] parts;
	private final Worker[] workers;
	/** Where each cell ends in the entries; how many it has, where it is a value. */
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
		parts = new CountedPart[lowBits == 0 ? workers.length : PARTS_A_THREAD * workers.length];
		Arrays.setAll(parts, p -> new CountedPart(ends.length));
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
	PixelCounts count(final PixelSource source, final int from, final int to, final Steps steps) {
		for (int p = 0; p < parts.length; p++)
			parts[p].setBlocks(from + share(p, to - from), from + share(p + 1, to - from));
		forEachPart((worker, part) -> worker.countCells(source, part, steps));
		large.clear();
		if (lowBits == 0) return cells();
		makeOffsets();
		forEachPart((worker, part) -> worker.scatter(source, part, steps));
		shareCells();
		forEachPart((worker, part) -> worker.list(part, steps));
		for (int block = from; block < to; block++)
			steps.done();
		return joined();
	}

	/** Which thread works on which part changes nothing. */
	private void forEachPart(final BiConsumer<Worker, CountedPart> work) {
		final AtomicInteger next = new AtomicInteger();
		Parallel.each(workers.length, w -> {
			for (int p; (p = next.getAndIncrement()) < parts.length;)
				work.accept(workers[w], parts[p]);
		});
	}

	/** Where a part begins, of n that are shared out evenly. */
	private int share(final int part, final int n) {
		return (int) ((long) n * part / parts.length);
	}

	/** The counts, where each cell is a value. */
	private PixelCounts cells() {
		Arrays.fill(ends, 0);
		for (final CountedPart part : parts)
			for (int cell = 0; cell < ends.length; cell++)
				ends[cell] += part.evens[cell] + part.odds[cell];
		reserve(ends.length);
		int size = 0;
		for (int cell = 0; cell < ends.length; cell++) {
			final int n = ends[cell];
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
			for (final CountedPart part : parts)
				offset = part.makeOffsets(cell, offset);
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

	/** All parts get about as many pixels. */
	private void shareCells() {
		int from = 0;
		for (int p = 0; p < parts.length; p++) {
			final int to = p == parts.length - 1
				? ends.length
				: cellAt(share(p + 1, ends[ends.length - 1]));
			parts[p].setCells(from, to, begin(from));
			from = to;
		}
	}

	private int cellAt(final int pixel) {
		int cell = 0;
		while (ends[cell] < pixel)
			cell++;
		return cell;
	}

	/** Moves together what the parts listed. */
	private PixelCounts joined() {
		int size = 0;
		for (final CountedPart part : parts) {
			System.arraycopy(entries, part.begin, entries, size, part.distinct);
			large.add(part.large, size);
			size += part.distinct;
		}
		return new PackedCounts(format, entries, size, large);
	}

	/** What a thread does to one part after another, and its buffers. */
	private final class Worker {

		private int[] row = new int[0];
		/** Counts of one cell; all 0 between cells. */
		private final int[] table = new int[1 << lowBits];
		/** One bit for each count, 1 where it is not 0. */
		private final long[] seen = new long[(table.length + 63) / 64];

		private void countCells(final PixelSource source, final CountedPart part, final Steps steps) {
			Arrays.fill(part.evens, 0);
			Arrays.fill(part.odds, 0);
			for (int block = part.firstBlock; block < part.blocksEnd; block++) {
				countRow(readKeys(source, block), part.evens, part.odds);
				steps.done();
			}
		}

		private int readKeys(final PixelSource source, final int block) {
			if (row.length < source.blockLength()) row = new int[source.blockLength()];
			final int n = source.read(block, row);
			format.toKeys(row, n);
			return n;
		}

		private void countRow(final int n, final int[] evens, final int[] odds) {
			for (int i = 1; i < n; i += 2) {
				evens[row[i - 1] >>> lowBits]++;
				odds[row[i] >>> lowBits]++;
			}
			if (n % 2 > 0) evens[row[n - 1] >>> lowBits]++;
		}

		private void scatter(final PixelSource source, final CountedPart part, final Steps steps) {
			for (int block = part.firstBlock; block < part.blocksEnd; block++) {
				scatterRow(readKeys(source, block), part.evens, part.odds);
				steps.done();
			}
		}

		private void scatterRow(final int n, final int[] evens, final int[] odds) {
			for (int i = 1; i < n; i += 2) {
				final int even = row[i - 1];
				final int odd = row[i];
				entries[evens[even >>> LOW_BITS]++] = even;
				entries[odds[odd >>> LOW_BITS]++] = odd;
			}
			if (n % 2 > 0) entries[evens[row[n - 1] >>> LOW_BITS]++] = row[n - 1];
		}

		/** Lists the values of the cells with their counts. */
		private void list(final CountedPart part, final Steps steps) {
			Arrays.fill(table, 0);
			Arrays.fill(seen, 0);
			for (int cell = part.firstCell; cell < part.cellsEnd; cell++) {
				if (begin(cell) == ends[cell]) continue;
				steps.check();
				count(begin(cell), ends[cell]);
				take(cell, part);
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
		private void take(final int cell, final CountedPart part) {
			int end = part.begin + part.distinct;
			for (int word = 0; word < seen.length; word++) {
				for (long bits = seen[word]; bits != 0; bits &= bits - 1) {
					final int low = word << 6 | Long.numberOfTrailingZeros(bits);
					final int n = table[low];
					if (n >= PackedCounts.LARGE) part.large.add(end - part.begin, n);
					entries[end++] = PackedCounts.entry(format.pixelOf(cell << LOW_BITS | low), n);
					table[low] = 0;
				}
				seen[word] = 0;
			}
			part.distinct = end - part.begin;
		}
	}
}
