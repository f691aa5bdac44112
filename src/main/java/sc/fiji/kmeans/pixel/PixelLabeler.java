package sc.fiji.kmeans.pixel;

import java.util.Arrays;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Clusters;

/**
 * Turns any pixel value into its label, the number of the nearest cluster; also
 * values that were never counted. Immutable, so it serves several threads.
 * <p>
 * The values are divided into cells that share the upper bits of each component.
 * Most cells belong to one cluster as a whole; for the others the few clusters
 * are kept that can be nearest to a value of theirs, and compared when a value is
 * asked for. To compare two or three distances is faster than to look up a
 * remembered label in a table of all values, which no cache holds.
 */
public final class PixelLabeler {

	private static final int MAX_CELL_BITS = 15;

	private final PixelFormat format;
	private final Clusters clusters;
	/** Of each component, the bits that do not tell the cell. */
	private final int lowBits;
	/** Label of all values of a cell, 0 if it is shared. */
	private final char[] owners;
	/** The clusters that can be nearest in a shared cell. */
	private final int[][] sharers;

	/**
	 * @param format of the values
	 * @param clusters of the same number of dimensions as the format has components
	 */
	public PixelLabeler(final PixelFormat format, final Clusters clusters) {
		this.format = format;
		this.clusters = clusters;
		final int upperBits = Math.min(format.componentBits(), MAX_CELL_BITS /
			format.components());
		lowBits = format.componentBits() - upperBits;
		owners = new char[1 << upperBits * format.components()];
		sharers = new int[owners.length][];
		divide(new double[format.components()], format.componentBits(), IntStream
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
		else for (int part = 0; part < 1 << corner.length; part++)
			divide(partCorner(corner, part, bits - 1), bits - 1, nearest);
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
		final int[] labels = new int[1];
		label(new long[] { pixel }, 1, labels);
		return labels[0];
	}

	/**
	 * The labels of n values.
	 *
	 * @param pixels packed as the format says
	 * @param labels takes 1 to number of clusters for each
	 */
	public void label(final long[] pixels, final int n, final int[] labels) {
		final double[] x = new double[format.components()];
		for (int i = 0; i < n; i++) {
			final int cell = format.cell(pixels[i], lowBits);
			final int owner = owners[cell];
			labels[i] = owner != 0 ? owner : nearest(cell, pixels[i], x);
		}
	}

	private int nearest(final int cell, final long pixel, final double[] x) {
		format.unpack(pixel, x);
		return clusters.nearestOf(sharers[cell], x);
	}
}
