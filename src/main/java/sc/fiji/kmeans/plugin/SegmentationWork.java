package sc.fiji.kmeans.plugin;

import ij.ImagePlus;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.segment.Segmentation;

/** Makes all that a command gives, and shows nothing of it. */
final class SegmentationWork {

	/** How much of the progress is the segmentation. */
	private static final double SEGMENTED = 0.8;

	private final Segmenting segmenting;
	private final ImagePlus image;
	private final KMeansSettings settings;
	private final Progress progress;

	/** How a command finds the clusters of the pixels. */
	@FunctionalInterface
	interface Segmenting {

		Segmentation segment(ImagePlus image, KMeansSettings settings, Progress progress);
	}

	SegmentationWork(final Segmenting segmenting, final ImagePlus image,
		final KMeansSettings settings, final Progress progress)
	{
		this.segmenting = segmenting;
		this.image = image;
		this.settings = settings;
		this.progress = progress;
	}

	/** With the settings that hold: a number of clusters that was to be suggested is settled. */
	Results results() {
		final Segmentation segmentation = segmenting.segment(image, settings,
			progress.part(0, SEGMENTED));
		final KMeansSettings settled = segmentation.suggestion()
			.map(suggestion -> settings.withClusters(suggestion.clusters()))
			.orElse(settings);
		final Results results = new Results(image, segmentation, settled);
		results.prepare(progress.part(SEGMENTED, 1));
		progress.report(1, "opening windows");
		return results;
	}
}
