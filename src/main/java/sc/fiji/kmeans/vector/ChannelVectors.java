package sc.fiji.kmeans.vector;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Parallel;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.cluster.WeightedPoints;
import sc.fiji.kmeans.pixel.Coordinates;
import sc.fiji.kmeans.pixel.LocatedPoints;
import sc.fiji.kmeans.pixel.PointJoin;

/**
 * The pixels of one frame or several, with a number for each channel. Equal ones of one
 * frame may stand here several times; before another frame is added, they are joined.
 */
public final class ChannelVectors {

	private static final int CHECKED = 1 << 14;
	/** Pixels of rows that are added before equal ones may be joined. */
	private static final int ROWS_AT_ONCE = 1 << 20;

	private final int channels;
	/** By channel and vector. */
	private final float[][] values;
	private int size;
	/** How often each occurs; null if each occurs once. */
	private long[] weights;
	/** Number of vectors when equal ones were joined last. */
	private int joined;
	/** Of those that were drawn; null before the first. */
	private DifferentVectors different;

	public ChannelVectors(final int channels) {
		this.channels = channels;
		values = new float[channels][0];
	}

	/** Each once; takes them over. */
	ChannelVectors(final float[][] values, final long[] weights) {
		channels = values.length;
		this.values = values;
		this.weights = weights;
		size = weights.length;
		joined = size;
	}

	/** Points of whole numbers, 0 or more and below 65,536, with their weights. */
	public static ChannelVectors of(final WeightedPoints points) {
		final ChannelVectors vectors = new ChannelVectors(points.dimensions());
		vectors.reserve(points.size(), Steps.UNHEARD);
		vectors.weights = new long[points.size()];
		final double[] x = new double[vectors.channels];
		for (int i = 0; i < points.size(); i++) {
			points.read(i, x);
			for (int c = 0; c < x.length; c++)
				vectors.values[c][i] = (float) x[c];
			vectors.weights[i] = points.weight(i);
		}
		vectors.size = points.size();
		return vectors;
	}

	/**
	 * The vectors after a transform; both share their weights, and get no others.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	ChannelVectors transformed(final ChannelTransform transform, final Progress progress) {
		final ChannelVectors others = new ChannelVectors(channels);
		final Steps steps = new Steps(progress, "counting", 1 + (long) channels * size / CHECKED);
		others.reserve(size, steps);
		others.weights = weights;
		others.size = size;
		Parallel.ranges((size + CHECKED - 1) / CHECKED, (from, to) -> {
			for (int part = from; part < to; part++)
				for (int c = 0; c < channels; c++) {
					transform.apply(c, values[c], others.values[c], part * CHECKED,
						Math.min(size, (part + 1) * CHECKED));
					steps.done();
				}
		});
		return others;
	}

	int channels() {
		return channels;
	}

	/** Number of vectors, of which some may be equal. */
	int size() {
		return size;
	}

	/** Whether there are no pixels. */
	public boolean isEmpty() {
		return size == 0;
	}

	float value(final int vector, final int channel) {
		return values[channel][vector];
	}

	/** The numbers of a channel, and perhaps room for more; not to be changed. */
	float[] values(final int channel) {
		return values[channel];
	}

	long weight(final int vector) {
		return weights == null ? 1 : weights[vector];
	}

	boolean areSingle() {
		return weights == null;
	}

	/** Adds all pixels of a frame. */
	public void add(final VectorPixels frame, final Progress progress) {
		add((VectorSource) frame, progress);
	}

	/**
	 * Adds a sample of the pixels of a frame or a band.
	 *
	 * @throws TooManyPixels if there are more than the sample may have
	 */
	public void add(final VectorPixels pixels, final PixelSample sample, final Progress progress) {
		if (sample.isBounded()) addRows(pixels, sample, progress);
		else add(pixels, progress);
	}

	/** Some rows after the others, so that memory is bounded. */
	private void addRows(final VectorPixels pixels, final PixelSample sample,
		final Progress progress)
	{
		final VectorSource drawn = new DrawnPixels(pixels, sample, pixels.firstRow());
		final int blocks = drawn.blocks();
		final int step = 1 + ROWS_AT_ONCE / drawn.blockLength();
		if (different == null) different = new DifferentVectors();
		for (int from = 0; from < blocks; from += step) {
			final int end = Math.min(blocks, from + step);
			final Progress part = progress.part((double) from / blocks, (double) end / blocks);
			// As many as there are at least, so it is not too soon to give up.
			if (size > 2L * different.atLeast()) joinFew(sample, part.part(0, 0));
			final int begin = size;
			append(new SomeBlocks(drawn, from, end), part);
			different.add(values, begin, size);
			if (sample.isExceeded(different.atLeast(), channels))
				throw new TooManyPixels(different.atLeast(), sample);
		}
	}

	/**
	 * Joins equal pixels, when all were added.
	 *
	 * @throws TooManyPixels if there are more than the sample may have
	 */
	public void end(final PixelSample sample, final Progress progress) {
		different = null;
		if (sample.isBounded()) joinFew(sample, progress);
	}

	private void joinFew(final PixelSample sample, final Progress progress) {
		join(progress);
		if (sample.isExceeded(size, channels)) throw new TooManyPixels(size, sample);
	}

	/** Number of pixels. */
	long pixels() {
		return weights == null ? size : Arrays.stream(weights, 0, size).sum();
	}

	/**
	 * Adds the pixels of others of the same sample.
	 *
	 * @throws TooManyPixels if there are more than the sample may have
	 */
	public void add(final ChannelVectors others, final PixelSample sample, final Progress progress) {
		add(others, progress);
		if (sample.isExceeded(size, channels)) joinFew(sample, progress);
	}

	/** @throws CancellationException if the progress throws it */
	void add(final VectorSource source, final Progress progress) {
		if (size > 2L * joined) join(progress.part(0, 0));
		append(source, progress);
	}

	private void append(final VectorSource source, final Progress progress) {
		final int blocks = source.blocks();
		final int length = source.blockLength();
		final int begin = size;
		final Steps steps = new Steps(progress, "counting", blocks);
		reserve(begin + (long) blocks * length, steps);
		final int[] found = new int[blocks];
		Parallel.ranges(blocks, (from, to) -> {
			for (int block = from; block < to; block++) {
				found[block] = source.read(block, values, begin + block * length);
				steps.done();
			}
		});
		closeUp(found, length);
	}

	/**
	 * Adds the pixels of others with as many channels.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	public void add(final ChannelVectors others, final Progress progress) {
		if (size > 2L * joined) join(progress);
		final int begin = size;
		final Steps steps = new Steps(progress, "counting", 1);
		reserve((long) size + others.size, steps);
		for (int c = 0; c < channels; c++)
			System.arraycopy(others.values[c], 0, values[c], begin, others.size);
		size += others.size;
		if (weights == null) weights = ones(begin);
		weights = Arrays.copyOf(weights, size);
		for (int i = begin; i < size; i++) {
			if (i % CHECKED == 0) steps.check();
			weights[i] = others.weight(i - begin);
		}
	}

	private static long[] ones(final int n) {
		final long[] ones = new long[n];
		Arrays.fill(ones, 1);
		return ones;
	}

	private void reserve(final long pixels, final Steps steps) {
		if (pixels * channels > Integer.MAX_VALUE - 8)
			throw new IllegalArgumentException("pixels times channels = " + pixels * channels
				+ ": takes at most " + (Integer.MAX_VALUE - 8));
		for (int c = 0; c < channels; c++) {
			if (values[c].length < pixels) values[c] = Arrays.copyOf(values[c], (int) pixels);
			steps.check();
		}
	}

	/** @param found number of pixels in each block of a length */
	private void closeUp(final int[] found, final int length) {
		final int begin = size;
		int from = size;
		for (final int n : found) {
			for (int c = 0; c < channels && from != size; c++)
				System.arraycopy(values[c], from, values[c], size, n);
			size += n;
			from += length;
		}
		if (weights == null) return;
		if (weights.length < size) weights = Arrays.copyOf(weights, size + size / 4);
		Arrays.fill(weights, begin, size, 1);
	}

	private void join(final Progress progress) {
		final LocatedPoints points = PointJoin.of(bits(), progress);
		final float[][] all = new float[channels][points.size()];
		final long[] counts = new long[points.size()];
		final double[] bits = new double[channels];
		final Steps steps = new Steps(progress.part(1, 1), "counting", 1);
		for (int i = 0; i < counts.length; i++) {
			if (i % CHECKED == 0) steps.check();
			points.read(i, bits);
			counts[i] = points.weight(i);
			for (int c = 0; c < channels; c++)
				all[c][i] = Float.intBitsToFloat((int) bits[c]);
		}
		System.arraycopy(all, 0, values, 0, channels);
		weights = counts;
		size = counts.length;
		joined = size;
	}

	/** The vectors as points that are equal where they are. */
	Coordinates bits() {
		return new RealCoordinates();
	}

	/** The bits of the numbers as coordinates. */
	private final class RealCoordinates implements Coordinates {

		@Override
		public int size() {
			return size;
		}

		@Override
		public int dimensions() {
			return channels;
		}

		@Override
		public long at(final int point, final int q) {
			return Float.floatToIntBits(value(point, q));
		}

		@Override
		public boolean areNarrow() {
			return true;
		}

		@Override
		public long weight(final int point) {
			return ChannelVectors.this.weight(point);
		}

		@Override
		public boolean areSingle() {
			return ChannelVectors.this.areSingle();
		}
	}
}
