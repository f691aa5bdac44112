package sc.fiji.kmeans.measure;

import ij.gui.Roi;
import ij.process.ImageProcessor;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import sc.fiji.kmeans.base.BackgroundWork;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.image.ImageAttributes;
import sc.fiji.kmeans.image.TracedRegion;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.segment.Palette;
import sc.fiji.kmeans.segment.Segmentation;

/** The pixels of each cluster of a label image as an area selection. */
public final class ClusterSelections {

	private static final String CLUSTER = "cluster ";

	private ClusterSelections() {}

	/**
	 * A selection for each cluster of each frame that has pixels, named after the
	 * title of the image, the frame and the cluster (with what it is called), in the colour of
	 * its number in the {@link Palette}; selections of a stack belong to their frame.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	public static List<Roi> of(final Segmentation segmentation, final Progress progress) {
		final List<Roi> selections = new ArrayList<>();
		final Steps steps = new Steps(progress, "selecting",
			IntStream.rangeClosed(1, segmentation.frames())
				.map(n -> segmentation.clustersOfFrame(n).labels().all().length)
				.sum());
		final Segmentation heard = segmentation.reportingTo(steps.within());
		for (int n = 1; n <= segmentation.frames(); n++)
			for (final Roi selection : all(heard.frame(n).labels(), segmentation.clustersOfFrame(n),
				steps))
			{
				final ImageAttributes attributes = segmentation.attributes();
				attributes.setPosition(selection, n);
				selection.setName(name(segmentation.title(), attributes.frame(n), selection.getName()));
				selections.add(selection);
			}
		return selections;
	}

	/**
	 * Tells the names of the selections of an image, of all its frames.
	 *
	 * @param title of the image
	 */
	public static Pattern names(final String title) {
		return Pattern.compile(Pattern.quote(title) + "( frame \\d+)? " + CLUSTER + "\\d+(: .*)?",
			Pattern.DOTALL);
	}

	/** @param frame 0 if there is but one */
	static String name(final String title, final int frame, final String cluster) {
		return title + (frame == 0 ? "" : " frame " + frame) + " " + cluster;
	}

	/**
	 * The selections of the labels of clusters that have pixels, in turn, named
	 * {@code cluster 1}, {@code cluster 2: stroma} and so on, in the colours of labels. They
	 * belong to no slice.
	 *
	 * @param steps one for each label
	 */
	static Roi[] all(final ImageProcessor labels, final ImageClusters clusters, final Steps steps) {
		return IntStream.of(clusters.labels().all()).mapToObj(label -> {
			final Roi roi = BackgroundWork.get(() -> TracedRegion.of(labels, label), steps::check);
			steps.done();
			return dressed(roi, clusters, label);
		}).filter(Objects::nonNull).toArray(Roi[]::new);
	}

	private static Roi dressed(final Roi roi, final ImageClusters clusters, final int label) {
		if (roi == null) return null;
		roi.setName(CLUSTER + clusters.caption(label));
		roi.setStrokeColor(new Color(Palette.colour(label)));
		return roi;
	}
}
