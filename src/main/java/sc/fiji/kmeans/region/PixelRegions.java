package sc.fiji.kmeans.region;

import java.util.Arrays;

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

	PixelRegions(final int pixels) {
		earlier = new int[pixels];
		Arrays.setAll(earlier, i -> i);
		next = earlier.clone();
		size = new int[pixels];
		Arrays.fill(size, 1);
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

	/** The pixels of a region, in an order of no meaning. */
	int[] pixels(final int region) {
		final int[] pixels = new int[size[region]];
		int pixel = region;
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = pixel;
			pixel = next[pixel];
		}
		return pixels;
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
