package sc.fiji.kmeans.files;

import ij.ImagePlus;

import sc.fiji.kmeans.image.Segmentation;

/** The image of a file and its segmentation; immutable. */
public final class SegmentedFile {

	private final ImagePlus image;
	private final Segmentation segmentation;

	SegmentedFile(final ImagePlus image, final Segmentation segmentation) {
		this.image = image;
		this.segmentation = segmentation;
	}

	/** As it was opened; not to be changed. */
	public ImagePlus image() {
		return image;
	}

	public Segmentation segmentation() {
		return segmentation;
	}
}
