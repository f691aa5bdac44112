package sc.fiji.kmeans.study;

import ij.ImagePlus;

/** A picture, the true region of each of its pixels, and the region that is looked for. */
public final class Picture {

	private final ImagePlus image;
	private final int[] truth;
	private final int regions;
	private final int target;

	/** @param truth by pixel, row by row, 0 to regions - 1 */
	public Picture(final ImagePlus image, final int[] truth, final int regions, final int target) {
		this.image = image;
		this.truth = truth;
		this.regions = regions;
		this.target = target;
	}

	public ImagePlus image() {
		return image;
	}

	int[] truth() {
		return truth;
	}

	/** How many kinds of regions there are. */
	public int regions() {
		return regions;
	}

	/** The kind of region that is looked for. */
	int target() {
		return target;
	}
}
