package sc.fiji.kmeans.pixel;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.RunMemory;
import sc.fiji.kmeans.cluster.Steps;

/**
 * Counts the pixels of one source after another, such as the frames of a film.
 * What is large is left by each to the next: the buffers that count, the counts
 * themselves, and the memory of their clustering; but nothing is kept of a source
 * that is large. Parts of a source are counted side by side, but a counter and its
 * histograms must not be used by two threads at once.
 */
public final class PixelCounter {

	/** What counted the last source that was counted at once. */
	private PartCounter last;
	/** Null before the first source. */
	private PixelHistogram histogram;
	private final RunMemory memory = new RunMemory();

	/**
	 * Counts the pixels of a source.
	 *
	 * @return to be used until this counter counts the next source, unless it is
	 *         told to {@link PixelHistogram#keep}
	 * @throws CancellationException if the progress throws it
	 */
	public PixelHistogram count(final PixelSource source,
		final Progress progress)
	{
		if (histogram != null) histogram.expire();
		histogram = counted(source, progress);
		return histogram;
	}

	private PixelHistogram counted(final PixelSource source,
		final Progress progress)
	{
		final PixelFormat format = source.format();
		if (format.bits() > PartCounter.MAX_BITS) return new PixelHistogram(format,
			countWide(source, progress));
		final Steps steps = new Steps(progress, "counting", PartCounter.PASSES * source
			.blocks());
		final int step = Math.max(1, PartCounter.MAX_PIXELS / Math.max(1, source
			.blockLength()));
		if (step < source.blocks()) return new PixelHistogram(format, countLarge(source,
			step, steps));
		return new PixelHistogram(format, countNarrow(source, steps), () -> memory);
	}

	private PixelCounts countNarrow(final PixelSource source, final Steps steps) {
		if (last == null || !last.format().equals(source.format()))
			last = new PartCounter(source.format());
		return last.count(source, 0, source.blocks(), steps);
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
