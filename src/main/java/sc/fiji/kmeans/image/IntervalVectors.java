package sc.fiji.kmeans.image;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import net.imglib2.view.composite.RealComposite;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.pixel.PixelHistogram;
import sc.fiji.kmeans.pixel.Workspace;

/**
 * The pixels of an ImgLib2 interval of real numbers, or of several channels, and
 * what clusters make of them, as intervals that are computed where they are looked
 * at. The same pixels give the same clusters as through an ImageJ image of 32 bits,
 * or of channels of 8, 16 or 32 bits. All pixels are counted when this is made.
 *
 * @param <T> type of the numbers, of which 32 bits are looked at
 */
public final class IntervalVectors<T extends RealType<T>> {

	private static final int CHECKED = 1 << 14;

	/** The channels are its last dimension. */
	private final RandomAccessibleInterval<T> interval;
	private final int channels;
	private final PixelHistogram histogram;
	private final LearnedVectors vectors;

	private IntervalVectors(final RandomAccessibleInterval<T> interval, final Progress progress) {
		this.interval = interval;
		channels = Math.toIntExact(interval.dimension(interval.numDimensions() - 1));
		final ChannelVectors numbers = new ChannelVectors(channels);
		histogram = counted(numbers, progress.part(0, 0.7));
		if (histogram.isEmpty()) throw new IllegalArgumentException("There are no pixels to cluster");
		vectors = new LearnedVectors(histogram.points(),
			FramePixels.of(numbers, !(interval.getType() instanceof IntegerType)), false,
			progress.part(0.7, 1));
	}

	/**
	 * Numbers of one channel.
	 *
	 * @throws IllegalArgumentException if there are none
	 * @throws CancellationException if the progress throws it
	 */
	public static <T extends RealType<T>> IntervalVectors<T> of(
		final RandomAccessibleInterval<T> interval, final Progress progress)
	{
		return new IntervalVectors<>(Views.addDimension(interval, 0, 0), progress);
	}

	/**
	 * Pixels of several channels.
	 *
	 * @param dimension of the interval, whose positions are the channels
	 * @throws IllegalArgumentException if there are no pixels that are numbers
	 * @throws CancellationException if the progress throws it
	 */
	public static <T extends RealType<T>> IntervalVectors<T> of(
		final RandomAccessibleInterval<T> interval, final int dimension, final Progress progress)
	{
		return new IntervalVectors<>(Views.moveAxis(interval, dimension, interval.numDimensions() - 1),
			progress);
	}

	private PixelHistogram counted(final ChannelVectors numbers, final Progress progress) {
		final RandomAccessibleInterval<RealComposite<T>> pixels = composite();
		final Steps steps = new Steps(progress, "counting",
			1 + Intervals.numElements(pixels) / CHECKED);
		long[] counts = new long[1];
		long done = 0;
		for (final RealComposite<T> pixel : pixels) {
			final int number = numbers.number(vector(pixel));
			if (number >= counts.length) counts = Arrays.copyOf(counts, 2 * counts.length);
			if (number > 0) counts[number]++;
			if (++done % CHECKED == 0) steps.done();
		}
		return new Workspace().ofNumbers(counts, numbers.size() + 1);
	}

	private RandomAccessibleInterval<RealComposite<T>> composite() {
		return Views.collapseReal(interval);
	}

	/** Minus zero is zero. */
	private float[] vector(final RealComposite<T> pixel) {
		final float[] vector = new float[channels];
		for (int c = 0; c < channels; c++)
			vector[c] = pixel.get(c).getRealFloat() + 0f;
		return vector;
	}

	/**
	 * Clusters the pixels.
	 *
	 * @param options whose epsilon is understood as {@link SegmentationOptions} says
	 * @throws CancellationException if the progress throws it
	 */
	public Clusters cluster(final KMeansOptions options, final Progress progress) {
		return histogram.cluster(options.withEpsilon(vectors.epsilon(options.epsilon())),
			vectors.space(), progress);
	}

	/**
	 * The number of the cluster of each pixel, 0 of one that is no number; without the
	 * dimension of the channels.
	 */
	public RandomAccessibleInterval<UnsignedShortType> labels(final Clusters clusters) {
		return Converters.convert(composite(), (pixel, label) -> label.set(label(clusters, pixel)),
			new UnsignedShortType());
	}

	private int label(final Clusters clusters, final RealComposite<T> pixel) {
		final float[] vector = vector(pixel);
		return ChannelVectors.areNumbers(vector)
			? clusters.nearest(vectors.space().located(vector))
			: 0;
	}
}
