package sc.fiji.kmeans.pixel;

import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;

/**
 * Adds up pixels and histograms: the histogram of the whole is the sum of its parts.
 * Not safe for use by several threads; let each add up a part.
 */
public final class PixelSum {

	private final PixelFormat format;
	private final GrowingCounts counts;
	/** Null before the first source. */
	private SourceCounter counter;

	/** Of no pixels. */
	public PixelSum(final PixelFormat format) {
		this.format = format;
		// A table of all values, or of those that occur.
		counts = format.bits() <= PartCounter.MAX_BITS
			? new PagedCounts(format)
			: new HashedCounts(format);
	}

	/** Adds one pixel. */
	public void add(final long pixel) {
		add(pixel, 1);
	}

	/**
	 * Adds pixels of the same value.
	 *
	 * @param pixel packed as the format says
	 * @param n how many, 0 or more
	 */
	public void add(final long pixel, final long n) {
		if (!format.fits(pixel))
			throw new IllegalArgumentException(
				"pixel = 0x" + Long.toHexString(pixel) + ": takes " + format.bits() + " bits");
		if (n < 0) throw new IllegalArgumentException("count = " + n + ": takes 0 or more");
		if (n > 0) counts.add(pixel, n, Steps.UNHEARD);
	}

	/**
	 * Adds all pixels of a histogram of the same format.
	 *
	 * @throws CancellationException if the progress throws it; only a part has been
	 *           added then
	 */
	public void add(final ValueHistogram histogram, final Progress progress) {
		requireFormat("histogram", histogram.format());
		counts.add(histogram.counts(), steps(progress));
	}

	/**
	 * Adds all pixels of a source of the same format, which are counted in parallel, each once.
	 *
	 * @throws CancellationException if the progress throws it; this is of no use any more
	 *           then
	 */
	public void add(final PixelSource source, final Progress progress) {
		requireFormat("pixels", source.format());
		if (counter == null) counter = new SourceCounter();
		counter.addTo(counts, source, progress);
	}

	private void requireFormat(final String what, final PixelFormat other) {
		if (!other.equals(format))
			throw new IllegalArgumentException(what + " of " + other + ": takes " + format);
	}

	/** Whether nothing was added. */
	public boolean isEmpty() {
		return counts.areNone();
	}

	/**
	 * All that was added so far.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	public PixelHistogram histogram(final Progress progress) {
		return new PixelHistogram(format, counts.snapshot(steps(progress)));
	}

	private static Steps steps(final Progress progress) {
		return new Steps(progress, "counting", 1);
	}
}
