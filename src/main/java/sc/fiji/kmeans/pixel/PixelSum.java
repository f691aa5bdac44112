package sc.fiji.kmeans.pixel;

import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;

/**
 * Adds up pixels and histograms: that of the whole is the sum of those of its parts.
 * Not safe for use by several threads; let each add up a part.
 */
public final class PixelSum {

	private final PixelFormat format;
	private final HashedCounts counts;

	/** Of no pixels. */
	public PixelSum(final PixelFormat format) {
		this.format = format;
		counts = new HashedCounts(format);
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
	public void add(final PixelHistogram histogram, final Progress progress) {
		if (!histogram.format().equals(format))
			throw new IllegalArgumentException(
				"histogram of " + histogram.format() + ": takes " + format);
		counts.add(histogram.counts(), steps(progress));
	}

	/** Whether nothing was added. */
	public boolean isEmpty() {
		return counts.distinct() == 0;
	}

	/**
	 * All that was added so far.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	public PixelHistogram histogram(final Progress progress) {
		return new PixelHistogram(format, counts.sorted(steps(progress)));
	}

	private static Steps steps(final Progress progress) {
		return new Steps(progress, "counting", 1);
	}
}
