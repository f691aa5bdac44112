package sc.fiji.kmeans.region;

import java.util.function.IntConsumer;

/**
 * Disjoint sets of the pixels of a plane, at first each on its own. A region is
 * named by its first pixel, row by row.
 */
final class PixelRegions {

	/** A pixel of the same region that is no later; of a first pixel, itself. */
	private final int[] earlier;
	/** Leads through all pixels of a region and back. */
	private final int[] next;
	/** Number of pixels, at first pixels. */
	private final int[] size;

	/** @param check hears of each pixel, and may throw */
	PixelRegions(final int pixels, final IntConsumer check) {
		earlier = new int[pixels];
		next = new int[pixels];
		size = new int[pixels];
		for (int i = 0; i < pixels; i++) {
			check.accept(i);
			earlier[i] = i;
			next[i] = i;
			size[i] = 1;
		}
	}

	/** The region of a pixel. */
	int find(final int pixel) {
		int i = pixel;
		while (earlier[i] != i) {
			earlier[i] = earlier[earlier[i]];
			i = earlier[i];
		}
		return i;
	}

	/** Number of pixels of a region. */
	int size(final int region) {
		return size[region];
	}

	/** After a pixel, the next one of its region; after the last one the first again. */
	int next(final int pixel) {
		return next[pixel];
	}

	/** Makes one of the regions of two pixels. */
	void unite(final int one, final int other) {
		final int a = find(one);
		final int b = find(other);
		if (a != b) append(Math.min(a, b), Math.max(a, b));
	}

	private void append(final int first, final int second) {
		earlier[second] = first;
		size[first] += size[second];
		final int after = next[first];
		next[first] = next[second];
		next[second] = after;
	}
}
