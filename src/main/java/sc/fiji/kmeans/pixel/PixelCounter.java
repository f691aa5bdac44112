package sc.fiji.kmeans.pixel;

import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.RunMemory;
import sc.fiji.kmeans.cluster.Steps;

/**
 * Counts the pixels of one source after another, such as the frames of a film.
 * What is large is left by each to the next of its format: the buffers that count,
 * the counts themselves, and the memory of their clustering. Parts of a source are
 * counted side by side, but a counter and its histograms must not be used by two
 * threads at once.
 */
public final class PixelCounter {

	/** The format of numbers that stand for values. */
	public static final PixelFormat NUMBERS = PixelFormat.grey(31);

	/** Counted the last source, or its parts; null if its values were wide. */
	private PartCounter parts;
	/** Added up the parts of the last source; null if it was counted at once. */
	private PagedCounts sum;
	/** Counted the last source if its values were wide, or null. */
	private WideCounter wide;
	/** Null before the first source, and after one that was cancelled. */
	private PixelHistogram histogram;
	/** Whether a count has begun and did not end. */
	private boolean isCounting;
	private final RunMemory memory = new RunMemory();

	/**
	 * Counts the pixels of a source.
	 *
	 * @return to be used until this counter counts the next source, unless it is
	 *         told to {@link PixelHistogram#keep}
	 * @throws CancellationException if the progress throws it
	 */
	public PixelHistogram count(final PixelSource source, final Progress progress) {
		if (histogram != null) histogram.expire();
		histogram = null;
		if (isCounting) giveUp();
		isCounting = true;
		histogram = counted(source, progress);
		isCounting = false;
		return histogram;
	}

	/**
	 * A histogram of what others counted: how often each of the numbers 1, 2, 3 and so
	 * on occurs.
	 *
	 * @param counts of number n at n, at 0 nothing; not to be changed any more
	 * @param end of the numbers
	 */
	public PixelHistogram ofNumbers(final long[] counts, final int end) {
		final RunMemory ofClustering = memory;
		return new PixelHistogram(NUMBERS, new NumberCounts(NUMBERS, counts, end), () -> ofClustering);
	}

	/** Leaves the buffers to the threads of a cancelled count, which may go on a while. */
	private void giveUp() {
		parts = null;
		sum = null;
		wide = null;
	}

	private PixelHistogram counted(final PixelSource source, final Progress progress) {
		final PixelFormat format = source.format();
		prepare(format);
		final RunMemory ofClustering = memory;
		return new PixelHistogram(format,
			wide == null ? countNarrow(source, progress) : wide.count(source, steps(source, 1, progress)),
			() -> ofClustering);
	}

	/** Gives up what is of another format. */
	private void prepare(final PixelFormat format) {
		final boolean isWide = format.bits() > PartCounter.MAX_BITS;
		if (wide != null && !wide.format().equals(format)) wide = null;
		if (parts != null && !parts.format().equals(format)) parts = null;
		if (parts == null) sum = null;
		if (isWide && wide == null) wide = new WideCounter(format);
		if (!isWide && parts == null) parts = new PartCounter(format);
	}

	private static Steps steps(final PixelSource source, final long passes, final Progress progress) {
		return new Steps(progress, "counting", passes * source.blocks());
	}

	private PixelCounts countNarrow(final PixelSource source, final Progress progress) {
		final Steps steps = steps(source, parts.passes(), progress);
		final int step = Math.max(1, PartCounter.MAX_PIXELS / Math.max(1, source.blockLength()));
		if (step < source.blocks()) return countLarge(source, step, steps);
		sum = null;
		return parts.count(source, 0, source.blocks(), steps);
	}

	private PixelCounts countLarge(final PixelSource source, final int step, final Steps steps) {
		if (sum == null) sum = new PagedCounts(source.format());
		sum.clear();
		for (int from = 0; from < source.blocks(); from += step)
			sum.add(parts.count(source, from, Math.min(source.blocks(), from + step), steps), steps);
		return sum.sorted(steps);
	}
}
