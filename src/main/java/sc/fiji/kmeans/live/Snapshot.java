package sc.fiji.kmeans.live;

import ij.ImagePlus;

import sc.fiji.kmeans.segment.Segmentation;

/** A frame of its own, and what was made of it. */
public final class Snapshot {

	private final ImagePlus original;
	private final Segmentation segmentation;

	Snapshot(final ImagePlus original, final Segmentation segmentation) {
		this.original = original;
		this.segmentation = segmentation;
	}

	/** The frame. */
	public ImagePlus original() {
		return original;
	}

	/** The frame segmented by its clusters. */
	public Segmentation segmentation() {
		return segmentation;
	}
}
