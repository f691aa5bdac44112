package sc.fiji.kmeans.pixel;

import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeans;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.WeightedPoints;

/**
 * How often each pixel value occurs. For k-means this is all there is to know
 * about an image, a stack or a folder of images: histograms of parts, added,
 * are the histogram of the whole.
 * <p>
 * Not safe for use by several threads; let each count a part, and merge.
 */
public final class PixelHistogram {

	private final PixelFormat format;
	/** Everything that was added, or null if the table has more. */
	private PixelCounts counts;
	/** Everything that was added, or null if nothing was since the last counts. */
	private HashedCounts table;

	/** An empty histogram. */
	public PixelHistogram(final PixelFormat format) {
		this(format, new HashedCounts(format).sorted());
	}

	PixelHistogram(final PixelFormat format, final PixelCounts counts) {
		this.format = format;
		this.counts = counts;
	}

	/**
	 * Counts the pixels of a source, parts of it side by side.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	public static PixelHistogram of(final PixelSource source,
		final Progress progress)
	{
		return new PixelCounter().count(source, progress);
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
		if (!format.fits(pixel)) throw new IllegalArgumentException("pixel = 0x" +
			Long.toHexString(pixel) + ": takes " + format.bits() + " bits");
		if (n < 0) throw new IllegalArgumentException("count = " + n +
			": takes 0 or more");
		if (n > 0) table().add(pixel, n);
	}

	/** Adds all pixels of another histogram of the same format. */
	public void add(final PixelHistogram other) {
		if (!other.format.equals(format)) throw new IllegalArgumentException(
			"histogram of " + other.format + ": takes " + format);
		final PixelCounts more = other.counts();
		table().add(more);
	}

	private HashedCounts table() {
		if (table == null) {
			table = new HashedCounts(format);
			table.add(counts);
		}
		counts = null;
		return table;
	}

	private PixelCounts counts() {
		if (counts == null) counts = table.sorted();
		return counts;
	}

	/** Number of pixels. */
	public long pixels() {
		return counts().pixels();
	}

	/** Number of distinct values. */
	public int distinct() {
		return counts().size();
	}

	/**
	 * Clusters the pixels; the clusters are numbered from dark to bright.
	 *
	 * @throws IllegalArgumentException if there are no pixels
	 * @throws CancellationException if the progress throws it
	 */
	public Clusters cluster(final KMeansOptions options,
		final Progress progress)
	{
		return new KMeans(options, format.order()).cluster(points(), progress);
	}

	/**
	 * The distinct values as points, their components as coordinates: a snapshot
	 * that later additions do not touch. The order of the points depends on the
	 * values alone, and neighbours in it are near each other.
	 */
	public WeightedPoints points() {
		return counts();
	}
}
