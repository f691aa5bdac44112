package sc.fiji.kmeans.segment;

import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.image.FramePixels;
import sc.fiji.kmeans.image.ImagePixels;
import sc.fiji.kmeans.image.ParallelRows;
import sc.fiji.kmeans.image.Rows;
import sc.fiji.kmeans.pixel.PixelFormat;
import sc.fiji.kmeans.pixel.PixelLabeler;
import sc.fiji.kmeans.pixel.ValueSpace;
import sc.fiji.kmeans.pixel.Workspace;

/** Gives each selected pixel of a frame the label of its cluster. */
final class Labelling {

	/** From this number of clusters on, labels have 16 bits. */
	static final int WIDE_LABELS = 255;

	private final ImagePixels pixels;
	private final ImageClusters clusters;
	private final PixelLabeler labeler;
	/** The label of each cluster, 0 of 0. */
	private final int[] numbers;
	/** Whether labels are not those of the labeler. */
	private final boolean areOthers;

	/** @param workspace in which no other frame is being labelled */
	Labelling(final FramePixels frame, final ImageClusters clusters, final Workspace workspace) {
		pixels = frame.pixels();
		this.clusters = clusters;
		labeler = labeler(frame, clusters, workspace);
		numbers = clusters.labels().ofClusters();
		areOthers = IntStream.range(0, numbers.length).anyMatch(j -> numbers[j] != j);
	}

	/** Tells the clusters of a frame's values. */
	private static PixelLabeler labeler(final FramePixels frame, final ImageClusters clusters,
		final Workspace workspace)
	{
		final boolean areUnscaled = frame.vectors() == null && clusters.scales().length > 0;
		return workspace.labeler(frame.format(), space(frame, clusters),
			areUnscaled ? Clusters.of(clusters.allValues().toArray(double[][]::new)) : clusters.found());
	}

	private static ValueSpace space(final FramePixels frame, final ImageClusters clusters) {
		if (frame.vectors() != null) return clusters.space().of(frame.vectors());
		return frame.format().equals(PixelFormat.RGB)
			? clusters.kind().colorSpace().space()
			: frame.format();
	}

	/**
	 * The label of each pixel, 0 where it is not selected or does not count.
	 *
	 * @param spare labels of another frame that may be written over, or null
	 */
	ImageProcessor labels(final ImageProcessor spare, final Progress progress) {
		final ImageProcessor result = spare != null && spare.getWidth() == pixels.width()
			&& spare.getHeight() == pixels.height() && isWide(spare) == isWide()
				? spare
				: isWide()
					? new ShortProcessor(pixels.width(), pixels.height())
					: new ByteProcessor(pixels.width(), pixels.height());
		if (result == spare && !pixels.areAll()) result.set(0);
		final Steps steps = new Steps(progress, "labelling", pixels.blocks());
		ParallelRows.of(pixels.blocks(), (from, to) -> labelRows(from, to, Rows.of(result), steps));
		return result;
	}

	private boolean isWide() {
		return clusters.labels().largest() >= WIDE_LABELS;
	}

	private static boolean isWide(final ImageProcessor labels) {
		return labels instanceof ShortProcessor;
	}

	private void labelRows(final int from, final int to, final Rows result, final Steps rows) {
		final int[] values = new int[pixels.blockLength()];
		final int[] labels = new int[values.length];
		for (int row = from; row < to; row++) {
			pixels.readRow(row, values);
			labeler.label(values, values.length, labels);
			if (areOthers) for (int x = 0; x < labels.length; x++)
				labels[x] = numbers[labels[x]];
			pixels.writeRow(row, values, labels, result);
			rows.done();
		}
	}
}
