package sc.fiji.kmeans.vector;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

import net.imglib2.Cursor;
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
import sc.fiji.kmeans.pixel.LocatedHistogram;
import sc.fiji.kmeans.pixel.Workspace;

/**
 * The pixels of an ImgLib2 interval of real numbers, or of several channels, and
 * what clusters make of them, as intervals that are computed where they are looked
 * at. The same pixels give the same clusters as through an ImageJ image of 32 bits,
 * or of channels of 8, 16 or 32 bits, if it is not so large that these are learned from a
 * sample. All pixels are counted when this is made.
 *
 * @param <T> type of the numbers, of which 32 bits are looked at
 */
public final class IntervalVectors<T extends RealType<T>> {

	private static final int CHUNK = 1 << 14;

	/** The channels are its last dimension. */
	private final RandomAccessibleInterval<T> interval;
	private final int channels;
	private final LearnedVectors vectors;
	private final LocatedHistogram histogram;

	private IntervalVectors(final RandomAccessibleInterval<T> interval, final Progress progress) {
		this.interval = interval;
		channels = Math.toIntExact(interval.dimension(interval.numDimensions() - 1));
		final ChannelVectors all = new ChannelVectors(channels);
		all.add(new Chunks(), progress.part(0, 0.5));
		if (all.isEmpty()) throw new IllegalArgumentException("There are no pixels to cluster");
		vectors = new LearnedVectors(all, !(interval.getType() instanceof IntegerType), false,
			progress.part(0.5, 0.8));
		histogram = vectors.located(new Workspace(), progress.part(0.8, 1));
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

	/** The pixels in runs, in the order of the interval's own iteration. */
	private final class Chunks implements VectorSource {

		private final RandomAccessibleInterval<RealComposite<T>> pixels = composite();
		private final long size = Intervals.numElements(pixels);

		@Override
		public int channels() {
			return channels;
		}

		@Override
		public int blocks() {
			return Math.toIntExact((size + CHUNK - 1) / CHUNK);
		}

		@Override
		public int blockLength() {
			return (int) Math.min(CHUNK, size);
		}

		@Override
		public int read(final int block, final float[][] vectors, final int from) {
			final Cursor<RealComposite<T>> cursor = Views.flatIterable(pixels).cursor();
			cursor.jumpFwd((long) block * CHUNK);
			int n = 0;
			for (int i = 0; i < CHUNK && cursor.hasNext(); i++) {
				final float[] vector = vector(cursor.next());
				if (!VectorPixels.areNumbers(vector)) continue;
				for (int c = 0; c < channels; c++)
					vectors[c][from + n] = vector[c];
				n++;
			}
			return n;
		}
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
	 * @param options whose epsilon counts as {@link LearnedVectors#epsilon} says
	 * @throws CancellationException if the progress throws it
	 */
	public Clusters cluster(final KMeansOptions options, final Progress progress) {
		return histogram.cluster(options.withEpsilon(vectors.epsilon(options.epsilon())), progress);
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
		return VectorPixels.areNumbers(vector) ? clusters.nearest(vectors.space().located(vector)) : 0;
	}
}
