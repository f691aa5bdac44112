package sc.fiji.kmeans.segment;

import ij.process.ImageProcessor;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.Band;
import sc.fiji.kmeans.model.ImageClusters;

/** The labels of the nearest clusters; small regions stay. For one thread at a time. */
final class FreshLabels implements BandLabels {

	private final Segmentation head;
	private final FrameWorker worker;

	FreshLabels(final Segmentation head) {
		this.head = head;
		worker = head.worker().with(head.options().withMinSize(0));
	}

	@Override
	public SegmentedFrame of(final int frame, final Band band) {
		final ImageClusters clusters = head.clustersOfFrame(frame);
		final boolean isBlank = band.isEmpty() && !head.options().isAppliedToAll();
		final ImageProcessor plane = band.channels()[0];
		return isBlank
			? worker.dressed(band.channels(),
				LabelPlanes.blankOf(plane.getWidth(), plane.getHeight(), clusters), clusters)
			: worker.labelled(band.channels(), band.selection(), clusters, Progress.NONE);
	}
}
