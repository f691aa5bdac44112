package sc.fiji.kmeans.plugin.live;

import ij.ImagePlus;
import ij.WindowManager;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import sc.fiji.kmeans.live.LiveOptions;
import sc.fiji.kmeans.live.LiveSegmentation;
import sc.fiji.kmeans.live.Snapshot;
import sc.fiji.kmeans.model.Background;
import sc.fiji.kmeans.plugin.ResultImages;
import sc.fiji.kmeans.segment.MaskedClusters;
import sc.fiji.kmeans.segment.Segmentation;

/** The current frame of a live segmentation as images of their own. */
final class LiveSnapshot {

	private LiveSnapshot() {}

	/**
	 * Makes the original, the segmented and the masked image: with the clusters that
	 * are masked turned black, or each in a picture of its own if there are none.
	 *
	 * @return no images if there is no frame
	 */
	static CompletableFuture<List<ImagePlus>> take(final LiveSegmentation live) {
		final CompletableFuture<List<ImagePlus>> made = new CompletableFuture<>();
		final LiveOptions options = live.options();
		live.snapshot(taken -> made.complete(
			taken.map(snapshot -> images(snapshot, options)).orElseGet(Collections::emptyList)));
		return made;
	}

	private static List<ImagePlus> images(final Snapshot snapshot, final LiveOptions options) {
		final Segmentation segmentation = snapshot.segmentation();
		final MaskedClusters masked = options.masked() == MaskedClusters.NONE
			? MaskedClusters.EACH
			: options.masked();
		final List<ImagePlus> images = new ArrayList<>();
		images.add(snapshot.original());
		images.add(segmentation.segmented());
		masked.maskedOf(segmentation, Background.BLACK).ifPresent(images::add);
		images.stream().skip(1).forEach(ResultImages::mark);
		images.forEach(image -> image.setTitle(WindowManager.makeUniqueName(image.getTitle())));
		return images;
	}

}
