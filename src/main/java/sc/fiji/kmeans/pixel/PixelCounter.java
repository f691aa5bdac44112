package sc.fiji.kmeans.pixel;

import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.RunMemory;

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

	private SourceCounter counter = new SourceCounter();
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
		// The threads of a cancelled count may go on a while with its buffers.
		if (isCounting) counter = new SourceCounter();
		isCounting = true;
		histogram = histogram(source.format(), counter.count(source, progress));
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
		return histogram(NUMBERS, new NumberCounts(NUMBERS, counts, end));
	}

	private PixelHistogram histogram(final PixelFormat format, final PixelCounts counts) {
		final RunMemory ofClustering = memory;
		return new PixelHistogram(format, counts, () -> ofClustering);
	}
}
