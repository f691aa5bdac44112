package sc.fiji.kmeans.pixel;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;

/**
 * Counts the pixels of one source after another, and keeps its buffers for the
 * next, unless they are large. Parts of a source are counted side by side, but a
 * counter must not be called by two threads at once.
 */
public final class PixelCounter {

	/** What counted the last source that was counted at once. */
	private PartCounter last;

	/**
	 * Counts the pixels of a source.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	public PixelHistogram count(final PixelSource source,
		final Progress progress)
	{
		return new PixelHistogram(source.format(), source.format()
			.bits() > PartCounter.MAX_BITS ? countWide(source, progress)
				: countNarrow(source, progress));
	}

	private PixelCounts countNarrow(final PixelSource source,
		final Progress progress)
	{
		final int blocks = source.blocks();
		final Steps steps = new Steps(progress, "counting", PartCounter.PASSES *
			blocks);
		final int step = Math.max(1, PartCounter.MAX_PIXELS / Math.max(1, source
			.blockLength()));
		if (step < blocks) return countLarge(source, step, steps);
		if (last == null || !last.format().equals(source.format()))
			last = new PartCounter(source.format());
		return last.count(source, 0, blocks, steps);
	}

	/** Keeps nothing, so that the buffers do not add to what follows. */
	private PixelCounts countLarge(final PixelSource source, final int step,
		final Steps steps)
	{
		last = null;
		final PagedCounts sum = new PagedCounts(source.format());
		addParts(source, step, steps, sum);
		return sum.sorted();
	}

	private static void addParts(final PixelSource source, final int step,
		final Steps steps, final PagedCounts sum)
	{
		final PartCounter counter = new PartCounter(source.format());
		for (int from = 0; from < source.blocks(); from += step)
			sum.add(counter.count(source, from, Math.min(source.blocks(), from + step),
				steps));
	}

	private static PixelCounts countWide(final PixelSource source,
		final Progress progress)
	{
		final Steps blocks = new Steps(progress, "counting", source.blocks());
		final int parts = Math.min(source.blocks(), 1 + ForkJoinPool
			.getCommonPoolParallelism());
		return IntStream.range(0, parts).parallel().mapToObj(part -> countPart(source,
			part, parts, blocks)).reduce(new HashedCounts(source.format()),
				HashedCounts::merge).sorted();
	}

	private static HashedCounts countPart(final PixelSource source,
		final int part, final int parts, final Steps blocks)
	{
		final HashedCounts counts = new HashedCounts(source.format());
		final int[] buffer = new int[source.blockLength()];
		for (int block = part; block < source.blocks(); block += parts) {
			final int n = source.read(block, buffer);
			for (int i = 0; i < n; i++)
				counts.add(Integer.toUnsignedLong(buffer[i]), 1);
			blocks.done();
		}
		return counts;
	}
}
