package sc.fiji.kmeans.pixel;

import java.util.Arrays;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Candidates;
import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.Parallel;
import sc.fiji.kmeans.cluster.Steps;

/**
 * Labels pixel values, also those never counted: the label is the number of the nearest
 * cluster. Several threads may use it at once.
 * <p>
 * The values are divided into cells that share the upper bits of each component. Most
 * cells belong to one cluster as a whole. A shared cell keeps the few clusters that can
 * be nearest to one of its values; they are compared when a value is asked for, and in
 * small cells the label is remembered.
 */
public final class PixelLabeler {

	private static final int MAX_CELL_BITS = 15;
	/** Labels are remembered where a cell has no more values than 2 to this power. */
	private static final int MAX_MEMO_BITS = 12;

	/** Number of values looked at before the values of shared cells are. */
	private static final int RUN = Long.SIZE;

	private final PixelFormat format;
	private final ValueSpace space;
	private final Clusters clusters;
	/** Any of them may be among those that share a cell. */
	private final Candidates candidates;
	/** Of each component, the bits that do not tell the cell. */
	private final int lowBits;
	/** Label of all values of a cell, 0 if it is shared. */
	private final char[] owners;
	/** The clusters that can be nearest in a shared cell, counted from 0. */
	private final int[][] sharers;
	private final LabelMemo memo;
	/** Whether it is asked for counted values alone. */
	private boolean isOfCounted;

	/**
	 * @param format of the values
	 * @param clusters of the same number of dimensions as the format has components
	 */
	public PixelLabeler(final PixelFormat format, final Clusters clusters) {
		this(format, format, clusters);
	}

	/**
	 * A labeler for clusters of another space, where no cell belongs to a cluster as a
	 * whole.
	 *
	 * @param format of the values
	 * @param space of the clusters
	 */
	public PixelLabeler(final PixelFormat format, final ValueSpace space, final Clusters clusters) {
		this(format, space, clusters, new LabelTables());
		divide(Steps.UNHEARD);
	}

	/**
	 * As above, for frame after frame.
	 *
	 * @param tables that no other labeler uses at the time
	 */
	PixelLabeler(final PixelFormat format, final ValueSpace space, final Clusters clusters,
		final LabelTables tables)
	{
		this.format = format;
		this.space = space;
		this.clusters = clusters;
		candidates = clusters.candidates(format.max());
		final int upperBits = Math.min(format.componentBits(), MAX_CELL_BITS / format.components());
		lowBits = format.componentBits() - upperBits;
		tables.begin(1 << upperBits * format.components(),
			1 << Math.min(MAX_MEMO_BITS, lowBits * format.components()));
		owners = tables.owners();
		sharers = tables.sharers();
		memo = tables.memo();
	}

	/**
	 * Finds the cells that belong to one cluster; to be done once, before anything else.
	 *
	 * @param steps that are checked now and then
	 */
	void divide(final Steps steps) {
		if (space.equals(format)) divideAll(steps);
	}

	/** Remembers the labels of values that were counted, where labels are remembered. */
	void learn(final PixelCounts counts, final LocatedCounts located, final Steps steps) {
		if (!isRemembered()) return;
		final char[] labels = located.labels(clusters, steps);
		Checks.each(counts.size(), steps, i -> {
			final long value = counts.value(i);
			memo.of(format.cell(value, lowBits))[format.withinCell(value, lowBits)] = labels[i];
		});
	}

	/** The same where it is asked for no other values: a cell may belong to one cluster then. */
	void learnAll(final PixelCounts counts, final LocatedCounts located, final Steps steps) {
		if (!isRemembered()) return;
		isOfCounted = true;
		new CountedCells(counts, located.labels(clusters, steps), format, lowBits).learn(owners, memo,
			steps);
	}

	/** Whether it must not be asked for values that were not counted. */
	boolean isOfCounted() {
		return isOfCounted;
	}

	/** Divides the cube of all values in parallel. */
	private void divideAll(final Steps steps) {
		final int[] all = IntStream.range(0, clusters.size()).toArray();
		final int bits = format.componentBits() - 1;
		Parallel.each(1 << format.components(),
			part -> new Division(steps).divide(partCorner(0, part, bits), bits, all));
	}

	/** What one thread divides, and its buffers. */
	private final class Division {

		private final Candidates among = clusters.candidates(format.max());
		private final double[] box = new double[2 * format.components()];
		private final int[] nearest = new int[clusters.size()];
		private final Steps steps;

		private Division(final Steps steps) {
			this.steps = steps;
		}

		/**
		 * Divides a cube of values until it is a cell or belongs to one cluster.
		 *
		 * @param corner the lowest value of the cube
		 * @param bits that the values of a component share the cube with
		 * @param around the clusters that can be nearest in the cube around this one
		 */
		private void divide(final long corner, final int bits, final int[] around) {
			final int kept = keep(corner, bits, around);
			if (kept == 1) fill(corner, bits, nearest[0] + 1);
			else divide(corner, bits, kept, around);
		}

		private void divide(final long corner, final int bits, final int kept, final int[] around) {
			steps.check();
			final int[] here = kept == around.length ? around : Arrays.copyOf(nearest, kept);
			if (bits == lowBits) sharers[format.cell(corner, lowBits)] = here;
			else for (int part = 0; part < 1 << format.components(); part++)
				divide(partCorner(corner, part, bits - 1), bits - 1, here);
		}

		private int keep(final long corner, final int bits, final int[] around) {
			format.unpack(corner, box);
			final int d = format.components();
			for (int q = 0; q < d; q++)
				box[d + q] = box[q] + (1L << bits) - 1;
			System.arraycopy(around, 0, nearest, 0, around.length);
			return among.keep(nearest, 0, around.length, 0, box, 0);
		}
	}

	/** Gives all cells of a cube to one cluster. */
	private void fill(final long corner, final int bits, final int owner) {
		if (bits == lowBits) owners[format.cell(corner, lowBits)] = (char) owner;
		else for (int part = 0; part < 1 << format.components(); part++)
			fill(partCorner(corner, part, bits - 1), bits - 1, owner);
	}

	private long partCorner(final long corner, final int part, final int bits) {
		long result = corner;
		for (int q = 0; q < format.components(); q++)
			result |= (long) (part >> q & 1) << q * format.componentBits() + bits;
		return result;
	}

	/** Whether it was made of these. */
	boolean isFor(final PixelFormat otherFormat, final ValueSpace otherSpace,
		final Clusters otherClusters)
	{
		return clusters == otherClusters && format.equals(otherFormat) && space.equals(otherSpace);
	}

	/**
	 * The label of a value.
	 *
	 * @param pixel packed as the format says
	 * @return 1 to number of clusters
	 */
	public int label(final long pixel) {
		final int cell = format.cell(pixel, lowBits);
		final int owner = owners[cell];
		return owner != 0 ? owner : sharedLabel(cell, pixel, new double[space.dimensions()]);
	}

	/**
	 * The labels of n values.
	 *
	 * @param pixels packed as the format says
	 * @param labels takes 1 to number of clusters for each
	 */
	public void label(final int[] pixels, final int n, final int[] labels) {
		final double[] x = new double[space.dimensions()];
		if (isRemembered()) labelRemembered(pixels, n, labels, x);
		else for (int from = 0; from < n; from += RUN) {
			long shared = labelOwned(pixels, from, Math.min(n, from + RUN), labels);
			for (; shared != 0; shared &= shared - 1) {
				final int i = from + Long.numberOfTrailingZeros(shared);
				final long pixel = Integer.toUnsignedLong(pixels[i]);
				labels[i] = sharedLabel(format.cell(pixel, lowBits), pixel, x);
			}
		}
	}

	/** Whether no cell has an owner, and labels are remembered. */
	private boolean isRemembered() {
		return !isOfCounted && !space.equals(format) && lowBits * format.components() <= MAX_MEMO_BITS;
	}

	private void labelRemembered(final int[] pixels, final int n, final int[] labels,
		final double[] x)
	{
		for (int i = 0; i < n; i++) {
			final long pixel = Integer.toUnsignedLong(pixels[i]);
			final int cell = format.cell(pixel, lowBits);
			final char known = memo.get(cell, format.withinCell(pixel, lowBits));
			labels[i] = known != 0 ? known : sharedLabel(cell, pixel, x);
		}
	}

	/**
	 * Labels the values of a run whose cell has an owner. Without a branch, which no
	 * processor could predict.
	 *
	 * @return one bit for each value, 1 for the others
	 */
	private long labelOwned(final int[] pixels, final int from, final int to, final int[] labels) {
		if (format.isLikeColours()) return labelOwnedColours(pixels, from, to, labels);
		long shared = 0;
		for (int i = from; i < to; i++) {
			final int owner = owners[format.cell(Integer.toUnsignedLong(pixels[i]), lowBits)];
			labels[i] = owner;
			shared |= (owner - 1L >>> 63) << i;
		}
		return shared;
	}

	/** The loop above for colours, which are labelled most: faster. */
	private long labelOwnedColours(final int[] pixels, final int from, final int to,
		final int[] labels)
	{
		long shared = 0;
		for (int i = from; i < to; i++) {
			final int owner = owners[PixelFormat.colourCell(pixels[i])];
			labels[i] = owner;
			shared |= (owner - 1L >>> 63) << i;
		}
		return shared;
	}

	/** @param x is overwritten */
	private int sharedLabel(final int cell, final long pixel, final double[] x) {
		if (lowBits * format.components() > MAX_MEMO_BITS) return nearest(cell, pixel, x);
		final char[] known = memo.of(cell);
		final int value = format.withinCell(pixel, lowBits);
		// Read once: another thread may be writing.
		char label = known[value];
		if (label == 0) {
			label = (char) nearest(cell, pixel, x);
			known[value] = label;
		}
		return label;
	}

	private int nearest(final int cell, final long pixel, final double[] x) {
		space.locate(pixel, x);
		final int[] among = sharers[cell];
		return among == null ? clusters.nearest(x) : candidates.nearest(among, 0, among.length, x) + 1;
	}
}
