package sc.fiji.kmeans.region;

import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Progress;

/**
 * Dissolves the small regions of a label image. A region is a set of pixels of
 * one label from 1 on that are connected, also at corners; label 0 stays as it
 * is and counts for nothing.
 */
public final class SmallRegions {

	private static final int[][] NEIGHBOURS = { { -1, -1 }, { 0, -1 }, { 1, -1 }, { -1, 0 }, { 1, 0 },
		{ -1, 1 }, { 0, 1 }, { 1, 1 } };
	/** Pixels or regions that are done between two reports. */
	private static final int STRIDE = 1 << 14;
	/** More than the largest one. */
	private static final int LABELS = 1 << 16;
	/** Number of the neighbours that come first, row by row. */
	private static final int EARLIER = 4;

	/** Right at the first pixel of each region. */
	private final ImageProcessor labels;
	private final int width;
	private final int height;
	private final int minSize;
	private final Progress progress;
	private final PixelRegions regions;
	/**
	 * Of every region that may have to be dissolved the size, times 2^32, plus the
	 * first pixel; and of former regions, which had other sizes.
	 */
	private final PriorityQueue<Long> queue = new PriorityQueue<>();
	/** By label; all 0 between two countings. */
	private final int[] counts = new int[LABELS];

	private SmallRegions(final ImageProcessor labels, final int minSize, final Progress progress) {
		this.progress = progress;
		this.labels = labels;
		this.width = labels.getWidth();
		this.height = labels.getHeight();
		this.minSize = minSize;
		this.regions = new PixelRegions(width * height, i -> report(i, 0));
	}

	/**
	 * Gives the pixels of each region with fewer than minSize pixels the label that
	 * surrounds them most: that of most pairs of a pixel inside and a neighbour, of
	 * 8, outside; of equals the lowest. The smallest region is the first, of equals
	 * the one that begins first, row by row; it joins the regions of its new label
	 * before the next is looked for. Regions beside no other label stay.
	 *
	 * @param labels of 8 or 16 bits; is changed
	 * @throws IllegalArgumentException if the size is negative
	 * @throws CancellationException if the progress throws it
	 */
	public static void dissolve(final ImageProcessor labels, final int minSize,
		final Progress progress)
	{
		if (minSize < 0)
			throw new IllegalArgumentException(
				"smallest region = " + minSize + ": takes 0 pixels or more");
		if (minSize > 1) new SmallRegions(labels, minSize, progress).dissolve();
	}

	/**
	 * A region is dissolved when none beside it is smaller, so each pixel changes
	 * at most log2(minSize) times.
	 */
	private void dissolve() {
		connect();
		enqueueAll();
		for (int n = 0; !queue.isEmpty(); n++) {
			report(n, 0.5 + 0.5 * n / (n + queue.size()));
			final long entry = queue.remove();
			final int region = regions.find((int) entry);
			if (regions.size(region) == entry >>> 32) dissolve(region);
		}
		for (int i = 0; i < labels.getPixelCount(); i++) {
			report(i, 1);
			labels.set(i, labels.get(regions.find(i)));
		}
	}

	private void enqueueAll() {
		for (int i = 0; i < labels.getPixelCount(); i++) {
			report(i, 0.5);
			if (labels.get(i) > 0 && regions.find(i) == i) enqueue(i);
		}
	}

	private void report(final int n, final double fraction) {
		if (n % STRIDE == 0) progress.report(fraction, "small regions");
	}

	private void connect() {
		for (int i = 0; i < labels.getPixelCount(); i++) {
			report(i, 0.5 * i / labels.getPixelCount());
			for (int n = 0; n < EARLIER; n++) {
				final int j = neighbour(i, n);
				if (j >= 0 && labels.get(i) > 0 && labels.get(j) == labels.get(i)) regions.unite(i, j);
			}
		}
	}

	/** The n-th neighbour of a pixel, or -1 beyond the edge of the image. */
	private int neighbour(final int pixel, final int n) {
		final int x = pixel % width + NEIGHBOURS[n][0];
		final int y = pixel / width + NEIGHBOURS[n][1];
		return x < 0 || x >= width || y < 0 || y >= height ? -1 : y * width + x;
	}

	private void enqueue(final int region) {
		final long size = regions.size(region);
		if (size < minSize) queue.add(size << 32 | region);
	}

	private void dissolve(final int region) {
		final int[] beside = beside(region);
		if (beside.length == 0) return;
		final int label = mostFrequentLabel(beside);
		labels.set(region, label);
		for (int i = 0; i < beside.length; i++) {
			report(i + 1, 0.5);
			if (labels.get(regions.find(beside[i])) == label) regions.unite(region, beside[i]);
		}
		enqueue(regions.find(region));
	}

	/** The region outside of each pair of neighbours across a region's border. */
	private int[] beside(final int region) {
		int[] beside = new int[NEIGHBOURS.length];
		int size = 0;
		int pixel = region;
		for (int i = 1; i <= regions.size(region); i++) {
			report(i, 0.5);
			for (int n = 0; n < NEIGHBOURS.length; n++) {
				final int other = regionOf(neighbour(pixel, n));
				if (other < 0 || other == region) continue;
				if (size == beside.length) beside = Arrays.copyOf(beside, 2 * size);
				beside[size++] = other;
			}
			pixel = regions.next(pixel);
		}
		return Arrays.copyOf(beside, size);
	}

	/** @return -1 if there is none */
	private int regionOf(final int pixel) {
		final int region = pixel < 0 ? -1 : regions.find(pixel);
		return region < 0 || labels.get(region) == 0 ? -1 : region;
	}

	/** @return of equals the lowest */
	private int mostFrequentLabel(final int[] ofRegions) {
		for (int i = 0; i < ofRegions.length; i++) {
			report(i + 1, 0.5);
			counts[labels.get(ofRegions[i])]++;
		}
		int most = labels.get(ofRegions[0]);
		for (final int region : ofRegions) {
			final int label = labels.get(region);
			if (counts[label] > counts[most] || counts[label] == counts[most] && label < most)
				most = label;
		}
		for (final int region : ofRegions)
			counts[labels.get(region)] = 0;
		return most;
	}
}
