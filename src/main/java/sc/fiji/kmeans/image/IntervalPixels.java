package sc.fiji.kmeans.image;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.CancellationException;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converter;
import net.imglib2.converter.Converters;
import net.imglib2.type.Type;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.util.IntervalIndexer;
import net.imglib2.util.Intervals;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.pixel.PixelFormat;
import sc.fiji.kmeans.pixel.PixelHistogram;
import sc.fiji.kmeans.pixel.PixelLabeler;
import sc.fiji.kmeans.pixel.PixelSource;
import sc.fiji.kmeans.pixel.ValueSpace;

/**
 * The pixels of an ImgLib2 interval of any number of dimensions, and what
 * clusters make of them, as intervals that are computed where they are looked
 * at. The same pixels give the same clusters as through {@link ImagePixels}. A
 * block is a line along the first dimension.
 *
 * @param <T> type of the pixels
 */
public final class IntervalPixels<T extends Type<T>> implements PixelSource {

	private final RandomAccessibleInterval<T> interval;
	private final PixelFormat format;
	private final ValueSpace space;
	private final Packer<T> packer;

	private IntervalPixels(final RandomAccessibleInterval<T> interval, final PixelFormat format,
		final ValueSpace space, final Packer<T> packer)
	{
		this.interval = interval;
		this.format = format;
		this.space = space;
		this.packer = packer;
	}

	/** The colours of an interval; alpha is not looked at, and stays or is 255. */
	public static IntervalPixels<ARGBType> ofColours(
		final RandomAccessibleInterval<ARGBType> interval)
	{
		return ofColours(interval, ColorSpace.RGB);
	}

	/** The same, clustered in a colour space. */
	public static IntervalPixels<ARGBType> ofColours(
		final RandomAccessibleInterval<ARGBType> interval, final ColorSpace space)
	{
		return new IntervalPixels<>(interval, PixelFormat.RGB, space.space(), new Packer<ARGBType>() {

			@Override
			public long pack(final ARGBType pixel) {
				return pixel.get() & 0xffffff;
			}

			@Override
			public void unpack(final long value, final ARGBType pixel) {
				pixel.set((int) value | 0xff000000);
			}
		});
	}

	/**
	 * The values of an interval of unsigned integers.
	 *
	 * @throws IllegalArgumentException if the type has a sign or more than 32 bits
	 */
	public static <I extends IntegerType<I>> IntervalPixels<I> ofValues(
		final RandomAccessibleInterval<I> interval)
	{
		final PixelFormat format = formatOf(interval.getType());
		return new IntervalPixels<>(interval, format, format, new Packer<I>() {

			@Override
			public long pack(final I pixel) {
				return pixel.getIntegerLong();
			}

			@Override
			public void unpack(final long value, final I pixel) {
				pixel.setInteger(value);
			}
		});
	}

	private static PixelFormat formatOf(final IntegerType<?> type) {
		if (type.getMinValue() < 0 || type.getBitsPerPixel() > 32)
			throw new IllegalArgumentException("pixels of type " + type.getClass().getSimpleName()
				+ ": takes unsigned integers of up to 32 bits");
		return PixelFormat.grey(type.getBitsPerPixel());
	}

	/**
	 * Clusters the pixels, counted line by line side by side.
	 *
	 * @throws IllegalArgumentException if there are no pixels
	 * @throws CancellationException if the progress throws it
	 */
	public Clusters cluster(final KMeansOptions options, final Progress progress) {
		final PixelHistogram histogram = PixelHistogram.of(this, progress.part(0, 0.3));
		final Clusters found = histogram.cluster(options, space, progress.part(0.3, 0.9));
		return space.equals(format)
			? found
			: histogram.ordered(found, space, progress.part(0.9, 1)).clusters();
	}

	/** The number of the cluster of each pixel. */
	public RandomAccessibleInterval<UnsignedShortType> labels(final Clusters clusters) {
		final PixelLabeler labeler = new PixelLabeler(format, space, clusters);
		final Converter<T, UnsignedShortType> converter = (pixel, label) -> label
			.set(labeler.label(packer.pack(pixel)));
		return Converters.convert(interval, converter, new UnsignedShortType());
	}

	/**
	 * Each pixel in the colour of its cluster, rounded to the nearest integer; in a
	 * colour space the mean colour of its pixels, which are counted once more.
	 */
	public RandomAccessibleInterval<T> segmented(final Clusters clusters) {
		final PixelLabeler labeler = new PixelLabeler(format, space, clusters);
		final double[][] values = values(clusters);
		return converted((pixel, result) -> packer
			.unpack(format.pixel(values[labeler.label(packer.pack(pixel)) - 1]), result));
	}

	private double[][] values(final Clusters clusters) {
		if (!space.equals(format))
			return PixelHistogram.of(this, Progress.NONE).means(clusters, space, Progress.NONE).values();
		final double[][] centres = new double[clusters.size()][];
		Arrays.setAll(centres, j -> clusters.centre(j + 1));
		return centres;
	}

	/**
	 * The interval with the pixels of some clusters turned black.
	 *
	 * @param removed numbers of clusters
	 */
	public RandomAccessibleInterval<T> masked(final Clusters clusters, final int... removed) {
		final PixelLabeler labeler = new PixelLabeler(format, space, clusters);
		final BitSet blacken = new BitSet();
		for (final int number : removed)
			blacken.set(number);
		return converted((pixel, result) -> {
			if (blacken.get(labeler.label(packer.pack(pixel)))) packer.unpack(0, result);
			else result.set(pixel);
		});
	}

	private RandomAccessibleInterval<T> converted(final Converter<T, T> converter) {
		return Converters.convert(interval, converter, interval.getType().createVariable());
	}

	@Override
	public PixelFormat format() {
		return format;
	}

	@Override
	public int blocks() {
		return Math.toIntExact(Intervals.numElements(interval) / Math.max(1, blockLength()));
	}

	@Override
	public int blockLength() {
		return Math.toIntExact(interval.dimension(0));
	}

	@Override
	public int read(final int block, final int[] buffer) {
		final RandomAccess<T> access = interval.randomAccess();
		final long[] start = new long[interval.numDimensions()];
		IntervalIndexer.indexToPositionWithOffset((long) block * blockLength(),
			Intervals.dimensionsAsLongArray(interval), Intervals.minAsLongArray(interval), start);
		access.setPosition(start);
		final int n = blockLength();
		for (int x = 0; x < n; x++) {
			if (x > 0) access.fwd(0);
			buffer[x] = (int) packer.pack(access.get());
		}
		return n;
	}

	/** Between a pixel and its packed value. */
	private interface Packer<T> {

		long pack(T pixel);

		void unpack(long value, T pixel);
	}
}
