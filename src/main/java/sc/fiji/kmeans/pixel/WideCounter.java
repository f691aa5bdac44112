package sc.fiji.kmeans.pixel;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;

import sc.fiji.kmeans.cluster.Parallel;
import sc.fiji.kmeans.cluster.Steps;

/**
 * Counts pixels of values of any number of bits, in parallel, in a hash table for each
 * part. Can be used again: it keeps its buffers, and its last result is lost then.
 */
final class WideCounter {

	/** Larger hash tables are not kept, 32 MB: they would add to what follows. */
	private static final int KEPT_SLOTS = 1 << 21;

	private final PixelFormat format;
	private final HashedCounts[] parts;
	private final int[][] rows;
	/** What was counted last, and perhaps room for more. */
	private long[] values = new long[0];
	private long[] counts = new long[0];

	WideCounter(final PixelFormat format) {
		this.format = format;
		parts = new HashedCounts[1 + ForkJoinPool.getCommonPoolParallelism()];
		Arrays.setAll(parts, part -> new HashedCounts(format));
		rows = new int[parts.length][0];
	}

	PixelFormat format() {
		return format;
	}

	/**
	 * @param source of this format
	 * @param steps one for each block
	 */
	PixelCounts count(final PixelSource source, final Steps steps) {
		for (final HashedCounts part : parts)
			part.clear();
		final HashedCounts sum = Parallel.map(parts.length, part -> count(source, part, steps))
			.stream()
			.reduce((a, b) -> HashedCounts.merge(a, b, steps))
			.get();
		reserve(sum.distinct());
		final PixelCounts sorted = sum.sorted(values, counts, steps);
		giveUpLargeParts();
		return sorted;
	}

	private void giveUpLargeParts() {
		for (int part = 0; part < parts.length; part++)
			if (parts[part].capacity() > KEPT_SLOTS) parts[part] = new HashedCounts(format);
	}

	private HashedCounts count(final PixelSource source, final int part, final Steps steps) {
		if (rows[part].length < source.blockLength()) rows[part] = new int[source.blockLength()];
		final int[] row = rows[part];
		final HashedCounts table = parts[part];
		for (int block = part; block < source.blocks(); block += parts.length) {
			final int n = source.read(block, row);
			for (int i = 0; i < n; i++)
				table.add(Integer.toUnsignedLong(row[i]), 1, steps);
			steps.done();
		}
		return table;
	}

	/** With some room, unless it is for the first time; never old and new at once. */
	private void reserve(final int size) {
		if (values.length >= size) return;
		final int length = PackedCounts.length(values.length, size);
		values = new long[0];
		counts = new long[0];
		values = new long[length];
		counts = new long[length];
	}
}
