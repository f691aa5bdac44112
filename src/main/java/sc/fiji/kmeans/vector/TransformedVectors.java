package sc.fiji.kmeans.vector;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.Parallel;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.RunLabeler;
import sc.fiji.kmeans.cluster.Steps;

/**
 * Vectors that are clustered after a transform, and what their clusters are of before it. For
 * one thread at a time.
 */
public final class TransformedVectors {

	// Where in the work these end.
	private static final double NUMBERS = 0.1;
	private static final double FIGURES = 0.7;
	private static final int CHUNK = 1 << 10;
	/** From this number of vectors on, a table of all values of 16 bits takes less time. */
	private static final int MANY = 1 << 17;
	/** Vectors that are as near to two clusters move the means; rarely more than once. */
	private static final int MAX_ROUNDS = 8;

	private final ChannelVectors own;
	private final ChannelFigures[] figures;
	/** In whose whole units vectors are added up, where that is exact. */
	private final ChannelSpace units;
	private final ChannelTransform transform;
	private final ChannelVectors transformed;
	/** Those that were measured last, for the means are often asked for next; or null. */
	private Clusters measured;
	private Sums ofMeasured;

	/**
	 * @param own 1 or more
	 * @param kind not none
	 * @param areReal whether the numbers have no unit of their own
	 * @throws CancellationException if the progress throws it
	 */
	public TransformedVectors(final ChannelVectors own, final Transform kind, final boolean areReal,
		final Progress progress)
	{
		this.own = own;
		figures = ChannelFigures.of(ChannelNumbers.of(own, progress.part(0, NUMBERS)), true,
			progress.part(NUMBERS, FIGURES));
		units = ChannelSpace.of(figures);
		transform = LearnedTransform.of(kind, figures, areReal);
		transformed = own.transformed(areReal || own.size() < MANY ? transform : transform.tabled(),
			progress.part(FIGURES, 1));
	}

	public ChannelTransform transform() {
		return transform;
	}

	/** After the transform. */
	ChannelVectors vectors() {
		return transformed;
	}

	/** Of each channel before the transform. */
	ChannelFigures[] figures() {
		return figures;
	}

	/**
	 * The mean of the pixels of each cluster, before the transform; of a cluster without
	 * pixels what becomes its centre.
	 *
	 * @param space of the clusters
	 * @throws CancellationException if the progress throws it
	 */
	public double[][] means(final Clusters clusters, final ChannelSpace space,
		final Progress progress)
	{
		final Sums sums = clusters == measured ? ofMeasured : sums(clusters, space, progress);
		final double[][] means = new double[clusters.size()][];
		Arrays.setAll(means,
			j -> sums.counts[j] > 0
				? sums.mean(j)
				: transform.back(ChannelSpace.unscaled(clusters.centre(j + 1), space.scales())));
		return means;
	}

	/**
	 * Numbers clusters by the means of their pixels before the transform, in the order of
	 * channels, and counts their pixels by the new numbers: the lowest wins ties. Clusters of
	 * which one has no pixels stay as they are.
	 *
	 * @param space of the clusters
	 * @throws CancellationException if the progress throws it
	 */
	public Clusters ordered(final Clusters clusters, final ChannelSpace space,
		final Progress progress)
	{
		Clusters ordered = clusters;
		for (int round = 0; round < MAX_ROUNDS; round++) {
			final Sums sums = sums(ordered, space, progress);
			if (Arrays.stream(sums.counts).anyMatch(n -> n == 0)) return clusters;
			ordered = ordered.counted(sums.counts);
			measured = ordered;
			ofMeasured = sums;
			final int[] places = sums.places();
			if (areInTurn(places)) return ordered;
			ordered = ordered.ordered(places);
		}
		return ordered;
	}

	private static boolean areInTurn(final int... places) {
		for (int j = 0; j < places.length; j++)
			if (places[j] != j) return false;
		return true;
	}

	/**
	 * Sums of whole numbers, which do not depend on their order. Where one unit does not serve all,
	 * each cluster has its own: else a number of 1e30 would leave nothing of the others.
	 */
	private Sums sums(final Clusters clusters, final ChannelSpace space, final Progress progress) {
		if (units.isExact())
			return added(() -> new Sums(clusters.size(), null), clusters, space, progress);
		final int[][] bits = added(() -> new Reaches(clusters.size()), clusters, space,
			progress.part(0, 0.5)).fractionBits();
		return added(() -> new Sums(clusters.size(), bits), clusters, space, progress.part(0.5, 1));
	}

	/** Adds all vectors, in parallel. */
	private <T extends Figures<T>> T added(final Supplier<T> none, final Clusters clusters,
		final ChannelSpace space, final Progress progress)
	{
		final T all = none.get();
		final int chunks = (own.size() + CHUNK - 1) / CHUNK;
		final Steps steps = new Steps(progress, "measuring", chunks);
		Parallel.ranges(chunks, (from, to) -> {
			final T some = none.get();
			final ChunkLabels labels = new ChunkLabels(clusters, space);
			for (int chunk = from; chunk < to; chunk++) {
				labels.addTo(some, chunk * CHUNK, Math.min(own.size(), (chunk + 1) * CHUNK));
				steps.done();
			}
			synchronized (all) {
				all.add(some);
			}
		});
		return all;
	}

	/** Of each cluster, whatever the order of the vectors. */
	private interface Figures<T> {

		/** @param j cluster of a vector, counted from 0 */
		void add(int j, int vector);

		void add(T others);
	}

	/** Labels vectors, some after the others. */
	private final class ChunkLabels {

		private final ChannelSpace space;
		private final RunLabeler nearest;
		private final float[][] vectors = new float[own.channels()][CHUNK];
		private final double[] points = new double[own.channels() * CHUNK];
		private final int[] labels = new int[CHUNK];

		private ChunkLabels(final Clusters clusters, final ChannelSpace space) {
			this.space = space;
			nearest = clusters.runLabeler();
		}

		private void addTo(final Figures<?> figures, final int from, final int to) {
			for (int c = 0; c < vectors.length; c++)
				System.arraycopy(transformed.values(c), from, vectors[c], 0, to - from);
			space.locate(vectors, to - from, points);
			nearest.label(points, to - from, labels);
			for (int i = from; i < to; i++)
				figures.add(labels[i - from] - 1, i);
		}
	}

	/** Numbers of the vectors of each cluster, and how far they reach from 0 in each channel. */
	private final class Reaches implements Figures<Reaches> {

		private final long[] counts;
		private final float[][] reaches;

		private Reaches(final int clusters) {
			counts = new long[clusters];
			reaches = new float[clusters][own.channels()];
		}

		@Override
		public void add(final int j, final int vector) {
			counts[j] += own.weight(vector);
			for (int c = 0; c < reaches[j].length; c++)
				reaches[j][c] = Math.max(reaches[j][c], Math.abs(own.value(vector, c)));
		}

		@Override
		public void add(final Reaches others) {
			for (int j = 0; j < counts.length; j++) {
				counts[j] += others.counts[j];
				for (int c = 0; c < reaches[j].length; c++)
					reaches[j][c] = Math.max(reaches[j][c], others.reaches[j][c]);
			}
		}

		/** Of the units of each cluster and channel, so that no sum is too large. */
		private int[][] fractionBits() {
			final int[][] bits = new int[counts.length][own.channels()];
			for (int j = 0; j < bits.length; j++)
				for (int c = 0; c < bits[j].length; c++)
					bits[j][c] = reaches[j][c] == 0
						? 0
						: ChannelFigures.fractionBits((double) reaches[j][c] * counts[j]);
			return bits;
		}
	}

	/** Numbers and sums of the vectors of each cluster, before the transform. */
	private final class Sums implements Figures<Sums> {

		private final long[] counts;
		/** In whole units. */
		private final long[][] sums;
		/** Units of each cluster and channel are 2 to the power of minus these; null for one unit. */
		private final int[][] fractionBits;

		private Sums(final int clusters, final int[][] fractionBits) {
			counts = new long[clusters];
			sums = new long[clusters][own.channels()];
			this.fractionBits = fractionBits;
		}

		@Override
		public void add(final int j, final int vector) {
			final long weight = own.weight(vector);
			counts[j] += weight;
			for (int c = 0; c < sums[j].length; c++)
				sums[j][c] += weight * whole(j, c, own.value(vector, c));
		}

		private long whole(final int j, final int c, final float value) {
			return fractionBits == null
				? units.whole(value, c)
				: (long) Math.rint(Math.scalb((double) value, fractionBits[j][c]));
		}

		@Override
		public void add(final Sums others) {
			for (int j = 0; j < counts.length; j++) {
				counts[j] += others.counts[j];
				for (int c = 0; c < sums[j].length; c++)
					sums[j][c] += others.sums[j][c];
			}
		}

		private double[] mean(final int j) {
			final double[] mean = new double[sums[j].length];
			Arrays.setAll(mean, c -> {
				final double inUnits = (double) sums[j][c] / counts[j];
				return fractionBits == null
					? units.value(inUnits)
					: Math.scalb(inUnits, -fractionBits[j][c]);
			});
			return mean;
		}

		/** The place of each cluster in the order of channels. */
		private int[] places() {
			final double[][] means = new double[counts.length][];
			Arrays.setAll(means, this::mean);
			final Integer[] order = new Integer[means.length];
			Arrays.setAll(order, j -> j);
			Arrays.sort(order, (a, b) -> units.order().compare(means[a], means[b]));
			final int[] places = new int[order.length];
			for (int place = 0; place < places.length; place++)
				places[order[place]] = place;
			return places;
		}
	}
}
