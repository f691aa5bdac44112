package sc.fiji.kmeans.pixel;

import sc.fiji.kmeans.cluster.Clusters;

/**
 * Turns any pixel value into its label, the number of the nearest cluster; also
 * values that were never counted.
 * <p>
 * Values of up to 24 bits are searched once and remembered in pages of labels,
 * which are made when first needed. May be used by several threads: pages and
 * labels are written without a lock, because whoever misses one computes the
 * same label again.
 */
public final class PixelLabeler {

	private static final int MAX_REMEMBERED_BITS = 24;
	private static final int PAGE_BITS = 12;

	private final PixelFormat format;
	private final Clusters clusters;
	/** Label by value, 0 where it was not yet asked for; null for wider values. */
	private final char[][] pages;

	/**
	 * @param format of the values
	 * @param clusters of the same number of dimensions as the format has components
	 */
	public PixelLabeler(final PixelFormat format, final Clusters clusters) {
		this.format = format;
		this.clusters = clusters;
		final int pageNumberBits = Math.max(0, format.bits() - PAGE_BITS);
		pages = format.bits() > MAX_REMEMBERED_BITS ? null
			: new char[1 << pageNumberBits][];
	}

	/**
	 * The label of a value.
	 *
	 * @param pixel packed as the format says
	 * @return 1 to number of clusters
	 */
	public int label(final long pixel) {
		if (pages == null) return search(pixel);
		final char[] page = page((int) (pixel >>> PAGE_BITS));
		final int index = (int) pixel & page.length - 1;
		int label = page[index];
		if (label == 0) {
			label = search(pixel);
			page[index] = (char) label;
		}
		return label;
	}

	private char[] page(final int number) {
		char[] page = pages[number];
		if (page == null) {
			page = new char[1 << Math.min(PAGE_BITS, format.bits())];
			pages[number] = page;
		}
		return page;
	}

	private int search(final long pixel) {
		final double[] x = new double[format.components()];
		format.unpack(pixel, x);
		return clusters.nearest(x);
	}
}
