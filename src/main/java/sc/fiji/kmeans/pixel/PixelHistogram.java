package sc.fiji.kmeans.pixel;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

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

	private static final int MIN_CAPACITY = 64;

	private final PixelFormat format;
	/** An open-addressing hash table; a slot is free where the count is 0. */
	private long[] values = new long[MIN_CAPACITY];
	private long[] counts = new long[MIN_CAPACITY];
	private int distinct;
	private long pixels;

	/** An empty histogram. */
	public PixelHistogram(final PixelFormat format) {
		this.format = format;
	}

	/**
	 * Counts the pixels of a source, parts of it side by side.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	public static PixelHistogram of(final PixelSource source,
		final Progress progress)
	{
		final int parts = Math.min(source.blocks(), 1 + ForkJoinPool
			.getCommonPoolParallelism());
		return IntStream.range(0, parts).parallel().mapToObj(part -> count(source,
			part, parts, progress)).reduce(new PixelHistogram(source.format()),
				PixelHistogram::merged);
	}

	private static PixelHistogram count(final PixelSource source, final int part,
		final int parts, final Progress progress)
	{
		final PixelHistogram histogram = new PixelHistogram(source.format());
		final long[] buffer = new long[source.blockLength()];
		for (int block = part; block < source.blocks(); block += parts) {
			progress.report((double) block / source.blocks(), "counting");
			final int n = source.read(block, buffer);
			for (int i = 0; i < n; i++)
				histogram.add(buffer[i]);
		}
		return histogram;
	}

	private static PixelHistogram merged(final PixelHistogram a,
		final PixelHistogram b)
	{
		final PixelHistogram larger = a.distinct < b.distinct ? b : a;
		larger.add(larger == a ? b : a);
		return larger;
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
		if (n == 0) return;
		final int slot = slot(pixel);
		final boolean isNew = counts[slot] == 0;
		values[slot] = pixel;
		counts[slot] = Math.addExact(counts[slot], n);
		pixels = Math.addExact(pixels, n);
		if (isNew && ++distinct > values.length / 2) grow();
	}

	/** Adds all pixels of another histogram of the same format. */
	public void add(final PixelHistogram other) {
		if (other.format.bits() != format.bits() || other.format
			.components() != format.components()) throw new IllegalArgumentException(
				"histogram of " + other.format.bits() + "-bit pixels: takes " + format
					.bits() + " bits in " + format.components() + " components");
		for (int slot = 0; slot < other.counts.length; slot++)
			add(other.values[slot], other.counts[slot]);
	}

	/** Number of pixels. */
	public long pixels() {
		return pixels;
	}

	/** Number of distinct values. */
	public int distinct() {
		return distinct;
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
	 * The distinct values as points, their components as coordinates, in ascending
	 * order of the packed values: a snapshot that later additions do not touch.
	 */
	public WeightedPoints points() {
		final long[] sorted = occupied().mapToLong(slot -> values[slot]).toArray();
		Arrays.sort(sorted);
		final long[] weights = new long[sorted.length];
		Arrays.setAll(weights, i -> counts[slot(sorted[i])]);
		return new HistogramPoints(format, sorted, weights);
	}

	private IntStream occupied() {
		return IntStream.range(0, counts.length).filter(slot -> counts[slot] > 0);
	}

	/** The slot that holds the value, or the free one where it belongs. */
	private int slot(final long pixel) {
		final int mask = values.length - 1;
		int slot = (int) (pixel * 0x9e3779b97f4a7c15L >>> 32) & mask;
		while (counts[slot] != 0 && values[slot] != pixel)
			slot = slot + 1 & mask;
		return slot;
	}

	private void grow() {
		final long[] oldValues = values;
		final long[] oldCounts = counts;
		values = new long[2 * oldValues.length];
		counts = new long[2 * oldValues.length];
		for (int i = 0; i < oldValues.length; i++) {
			if (oldCounts[i] == 0) continue;
			final int slot = slot(oldValues[i]);
			values[slot] = oldValues[i];
			counts[slot] = oldCounts[i];
		}
	}
}
