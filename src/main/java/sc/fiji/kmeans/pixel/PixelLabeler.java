package sc.fiji.kmeans.pixel;

import java.util.Arrays;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Clusters;

/**
 * Turns any pixel value into its label, the number of the nearest cluster; also
 * values that were never counted. Serves several threads at once.
 * <p>
 * The values are divided into cells that share the upper bits of each component.
 * Most cells belong to one cluster as a whole; for the others the few clusters
 * are kept that can be nearest to a value of theirs. They are compared when a
 * value is asked for the first time, and then its label is remembered.
 */
public final class PixelLabeler {

	private static final int MAX_CELL_BITS = 15;
	/** Labels are remembered where a cell has no more values than 2 to this power. */
	private static final int MAX_MEMO_BITS = 12;

	/** So many values are looked at before those of shared cells are. */
	private static final int RUN = 256;

	private final PixelFormat format;
	private final ValueSpace space;
	private final Clusters clusters;
	/** Of each component, the bits that do not tell the cell. */
	private final int lowBits;
	/** Label of all values of a cell, 0 if it is shared. */
	private final char[] owners;
	/** The clusters that can be nearest in a shared cell. */
	private final int[][] sharers;
	/**
	 * For a shared cell the labels of its values, 0 where not known yet. Threads
	 * write here without order: all write the same, so what one does not see it
	 * finds itself.
	 */
	private final char[][] memos;

	/**
	 * @param format of the values
	 * @param clusters of the same number of dimensions as the format has components
	 */
	public PixelLabeler(final PixelFormat format, final Clusters clusters) {
		this(format, format, clusters);
	}

	/**
	 * In another space no cell is given to a cluster as a whole.
	 *
	 * @param format of the values
	 * @param space of the clusters
	 */
	public PixelLabeler(final PixelFormat format, final ValueSpace space,
		final Clusters clusters)
	{
		this.format = format;
		this.space = space;
		this.clusters = clusters;
		final int upperBits = Math.min(format.componentBits(), MAX_CELL_BITS /
			format.components());
		lowBits = format.componentBits() - upperBits;
		owners = new char[1 << upperBits * format.components()];
		sharers = new int[owners.length][];
		memos = new char[owners.length][];
		if (space.equals(format)) divide(new double[format.components()], format.componentBits(), IntStream
			.rangeClosed(1, clusters.size()).toArray());
	}

	/**
	 * Divides a cube of values until it is a cell or belongs to one cluster.
	 *
	 * @param corner the lowest values of the cube
	 * @param bits that the values of a component share the cube with
	 * @param among the clusters that can be nearest in the cube around this one
	 */
	private void divide(final double[] corner, final int bits, final int[] among) {
		final int d = corner.length;
		final double[] box = Arrays.copyOf(corner, 2 * d);
		for (int q = 0; q < d; q++)
			box[d + q] = corner[q] + (1L << bits) - 1;
		final int[] nearest = clusters.nearestWithin(among, box);
		if (nearest.length == 1) fill(corner, bits, nearest[0]);
		else if (bits == lowBits) sharers[cell(corner)] = nearest;
		else parts(bits).forEach(part -> divide(partCorner(corner, part, bits - 1),
			bits - 1, nearest));
	}

	/** The parts of a cube, to be done side by side if it is the cube of all values. */
	private IntStream parts(final int bits) {
		final IntStream parts = IntStream.range(0, 1 << format.components());
		return bits == format.componentBits() ? parts.parallel() : parts;
	}

	/** Gives all cells of a cube to one cluster. */
	private void fill(final double[] corner, final int bits, final int owner) {
		if (bits == lowBits) owners[cell(corner)] = (char) owner;
		else for (int part = 0; part < 1 << corner.length; part++)
			fill(partCorner(corner, part, bits - 1), bits - 1, owner);
	}

	private static double[] partCorner(final double[] corner, final int part,
		final int bits)
	{
		final double[] result = corner.clone();
		for (int q = 0; q < result.length; q++)
			result[q] += (long) (part >> q & 1) << bits;
		return result;
	}

	private int cell(final double[] corner) {
		return format.cell(format.pixel(corner), lowBits);
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
		return owner != 0 ? owner : sharedLabel(cell, pixel);
	}

	/**
	 * The labels of n values.
	 *
	 * @param pixels packed as the format says
	 * @param labels takes 1 to number of clusters for each
	 */
	public void label(final int[] pixels, final int n, final int[] labels) {
		final int[] shared = new int[Math.min(n, RUN)];
		for (int from = 0; from < n; from += RUN) {
			final int m = labelOwned(pixels, from, Math.min(n, from + RUN), labels,
				shared);
			for (int i = 0; i < m; i++) {
				final long pixel = Integer.toUnsignedLong(pixels[shared[i]]);
				labels[shared[i]] = sharedLabel(format.cell(pixel, lowBits), pixel);
			}
		}
	}

	/**
	 * Labels a run of values, those whose cell has an owner. No branch, for none
	 * could be foretold.
	 *
	 * @param shared takes the indices of the others
	 * @return how many others there are
	 */
	private int labelOwned(final int[] pixels, final int from, final int to,
		final int[] labels, final int[] shared)
	{
		if (format == PixelFormat.RGB) return labelOwnedColours(pixels, from, to,
			labels, shared);
		int m = 0;
		for (int i = from; i < to; i++) {
			final int owner = owners[format.cell(Integer.toUnsignedLong(pixels[i]),
				lowBits)];
			labels[i] = owner;
			shared[m] = i;
			m += owner - 1 >>> 31;
		}
		return m;
	}

	/** What the loop above does, faster: colours are what is most labelled. */
	private int labelOwnedColours(final int[] pixels, final int from,
		final int to, final int[] labels, final int[] shared)
	{
		int m = 0;
		for (int i = from; i < to; i++) {
			final int owner = owners[PixelFormat.colourCell(pixels[i])];
			labels[i] = owner;
			shared[m] = i;
			m += owner - 1 >>> 31;
		}
		return m;
	}

	private int sharedLabel(final int cell, final long pixel) {
		if (lowBits * format.components() > MAX_MEMO_BITS) return nearest(cell, pixel);
		final int value = format.withinCell(pixel, lowBits);
		char[] memo = memos[cell];
		if (memo == null) {
			memo = new char[1 << lowBits * format.components()];
			memos[cell] = memo;
		}
		char label = memo[value];
		if (label == 0) {
			label = (char) nearest(cell, pixel);
			memo[value] = label;
		}
		return label;
	}

	private int nearest(final int cell, final long pixel) {
		final double[] x = new double[space.dimensions()];
		space.locate(pixel, x);
		return sharers[cell] == null ? clusters.nearest(x) : clusters.nearestOf(
			sharers[cell], x);
	}
}
