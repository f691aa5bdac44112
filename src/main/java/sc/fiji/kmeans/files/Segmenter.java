package sc.fiji.kmeans.files;

import ij.ImagePlus;

import java.util.OptionalDouble;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.ImageClusters;
import sc.fiji.kmeans.image.Segmentation;
import sc.fiji.kmeans.image.SegmentationOptions;

/** Learns the clusters of images, or applies saved ones to them; immutable. */
public final class Segmenter {

	private final SegmentationOptions options;
	/** Null where clusters are learned. */
	private final ImageClusters applied;

	/** @param applied null to learn clusters */
	public Segmenter(final SegmentationOptions options, final ImageClusters applied) {
		this.options = options;
		this.applied = applied;
	}

	/**
	 * @param noData value of pixels that are none
	 * @throws IllegalArgumentException if the image does not fit
	 */
	Segmentation segment(final ImagePlus image, final OptionalDouble noData) {
		final SegmentationOptions own = options.withNoData(noData);
		return applied == null
			? Segmentation.of(image, own, Progress.NONE)
			: Segmentation.apply(applied, image, own, Progress.NONE);
	}

	/** The largest label that an image may have, after any merging. */
	public int labels() {
		return options.labels();
	}

	/** Number of clusters that an image should have, before any merging. */
	int clusters() {
		return options.kMeans().clusters();
	}
}
