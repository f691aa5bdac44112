package sc.fiji.kmeans.files;

import ij.ImagePlus;

import java.util.OptionalDouble;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.segment.ImageClusters;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.segment.SegmentationOptions;
import sc.fiji.kmeans.settings.Settings;

/** Learns the clusters of images, or applies saved ones to them; immutable. */
public final class Segmenter {

	private final Settings settings;
	/** Null where clusters are learned. */
	private final ImageClusters applied;

	/** @param applied null to learn clusters */
	public Segmenter(final Settings settings, final ImageClusters applied) {
		this.settings = settings;
		this.applied = applied;
	}

	/**
	 * @param noData value of pixels that are none
	 * @throws IllegalArgumentException if the image does not fit
	 */
	Segmentation segment(final ImagePlus image, final OptionalDouble noData) {
		final SegmentationOptions own = settings.options().withNoData(noData);
		return applied == null
			? Segmentation.of(image, own, Progress.NONE)
			: Segmentation.apply(applied, image, own, Progress.NONE);
	}

	/** With what is made of each image. */
	public Settings settings() {
		return settings;
	}
}
