package sc.fiji.kmeans.pixel;

import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.RunMemory;

/**
 * Counts the pixels of one source after another, as frame after frame. Each count
 * reuses the large arrays of the one before, if the format is the same: counting
 * buffers, counts, and the memory of the clustering. Parts of a source are counted in
 * parallel, but two threads must not use a counter and its histograms at once.
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
	 * A histogram of the numbers 1, 2, 3 and so on from their counts.
	 *
	 * @param counts of number n at index n, with nothing at 0; must not change any more
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
