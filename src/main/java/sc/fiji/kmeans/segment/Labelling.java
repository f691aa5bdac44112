package sc.fiji.kmeans.segment;

import ij.process.ImageProcessor;

import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.Parallel;
import sc.fiji.kmeans.cluster.RunLabeler;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.image.Rows;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.pixel.PixelFormat;
import sc.fiji.kmeans.pixel.PixelLabeler;
import sc.fiji.kmeans.pixel.ValueSpace;
import sc.fiji.kmeans.pixel.Workspace;
import sc.fiji.kmeans.vector.ChannelSpace;
import sc.fiji.kmeans.vector.ChannelTransform;
import sc.fiji.kmeans.vector.FramePixels;

/** Gives each selected pixel of a frame the label of its cluster. */
final class Labelling {

	private static final int MANY = 1 << 17;

	private final FramePixels pixels;
	private final ImageClusters clusters;
	/** Null where pixels are labelled as vectors. */
	private final PixelLabeler labeler;
	private final ChannelTransform transform;
	/** Of each grey value; null where pixels are labelled one by one. */
	private final int[] ofValues;
	/** The label of each cluster, 0 of 0. */
	private final int[] numbers;
	/** Whether labels differ from the numbers of the labeler. */
	private final boolean areOthers;

	/**
	 * @param workspace of the frame
	 * @param areCounted whether its pixels were counted last; it takes less time then
	 * @param steps that are checked now and then
	 */
	Labelling(final FramePixels frame, final ImageClusters clusters, final Workspace workspace,
		final boolean areCounted, final Steps steps)
	{
		pixels = frame;
		this.clusters = clusters;
		labeler = areValues() ? labeler(workspace, areCounted, steps) : null;
		transform = areMany()
			? clusters.mapping().transform().tabled()
			: clusters.mapping().transform();
		ofValues = areGreys() ? labelsOfValues() : null;
		numbers = clusters.labels().ofClusters();
		areOthers = IntStream.range(0, numbers.length).anyMatch(j -> numbers[j] != j);
	}

	ImageClusters clusters() {
		return clusters;
	}

	/** Whether all pixels of the frame may get labels. */
	boolean areAll() {
		return pixels.areAll();
	}

	/** A plane for the labels, all 0. */
	ImageProcessor blank(final LabelPlanes planes) {
		return planes.blank(pixels.width(), pixels.height(), clusters);
	}

	/** The number of rows that are labelled. */
	int rows() {
		return pixels.rows();
	}

	/** Whether pixels are labelled as values. */
	private boolean areValues() {
		return pixels.values() != null && clusters.mapping().transform().isNone()
			&& (pixels.vectors() == null
				|| clusters.mapping().scales().length == 0 && clusters.mapping().fractionBits() == 0);
	}

	/** Whether vectors of whole numbers are transformed, enough for a table to take less time. */
	private boolean areMany() {
		return pixels.vectors() != null && !pixels.kind().areReal()
			&& !clusters.mapping().transform().isNone()
			&& (long) pixels.rows() * pixels.rowLength() >= MANY;
	}

	/** Whether pixels are grey values that are transformed. */
	private boolean areGreys() {
		return pixels.vectors() == null && !clusters.mapping().transform().isNone();
	}

	private int[] labelsOfValues() {
		final int[] labels = new int[1 << pixels.values().format().bits()];
		final float[][] values = new float[1][labels.length];
		for (int value = 0; value < labels.length; value++)
			values[0][value] = value;
		new VectorLabeler(labels.length).label(values, labels);
		return labels;
	}

	/** Values of one channel are compared with clusters that were divided as they are. */
	private PixelLabeler labeler(final Workspace workspace, final boolean areCounted,
		final Steps steps)
	{
		final PixelFormat format = pixels.values().format();
		final ValueSpace space = pixels.kind().areColours()
			? clusters.kind().colorSpace().space()
			: format;
		final Clusters found = clusters.mapping().scales().length > 0
			? Clusters.of(clusters.allValues().toArray(double[][]::new))
			: clusters.found();
		return areCounted
			? workspace.labelerOfCounted(format, space, found, steps)
			: workspace.labeler(format, space, found, steps);
	}

	/**
	 * Labels rows: 0 of pixels that are not selected or do not count.
	 *
	 * @param blank takes the labels
	 * @param steps of which each row is one
	 */
	Parallel.IndexRange into(final ImageProcessor blank, final Steps steps) {
		final Rows result = Rows.of(blank);
		return (from, to) -> labelRows(from, to, result, steps);
	}

	private void labelRows(final int from, final int to, final Rows result, final Steps rows) {
		final RowLabels row = areValues()
			? new ValueLabels()
			: areGreys() ? new GreyLabels() : new VectorLabels();
		final int[] labels = new int[pixels.rowLength()];
		for (int y = from; y < to; y++) {
			row.read(y, labels);
			if (areOthers) for (int x = 0; x < labels.length; x++)
				labels[x] = numbers[labels[x]];
			result.write(pixels.index(y), labels.length, labels);
			rows.done();
		}
	}

	/** Labels rows, one after the other. */
	private interface RowLabels {

		/** @param labels takes them, 0 of pixels that do not count */
		void read(int row, int[] labels);
	}

	private final class ValueLabels implements RowLabels {

		private final int[] values = new int[pixels.rowLength()];

		@Override
		public void read(final int row, final int[] labels) {
			pixels.values().readRow(row, values);
			labeler.label(values, values.length, labels);
			pixels.values().clear(row, values, labels);
		}
	}

	private final class GreyLabels implements RowLabels {

		private final int[] values = new int[pixels.rowLength()];

		@Override
		public void read(final int row, final int[] labels) {
			pixels.values().readRow(row, values);
			for (int x = 0; x < values.length; x++)
				labels[x] = ofValues[values[x]];
			pixels.values().clear(row, values, labels);
		}
	}

	private final class VectorLabels implements RowLabels {

		private final VectorLabeler labeler = new VectorLabeler(pixels.rowLength());
		private final float[][] vectors = new float[clusters.kind().dimensions()][pixels.rowLength()];

		@Override
		public void read(final int row, final int[] labels) {
			pixels.vectors().readRow(row, vectors, 0);
			labeler.label(vectors, labels);
			pixels.vectors().clear(row, vectors, labels);
		}
	}

	/** Labels some vectors at a time. */
	private final class VectorLabeler {

		private final ChannelSpace space = clusters.mapping().space(clusters.kind().dimensions());
		private final RunLabeler nearest = clusters.found().runLabeler();
		/** Null if nothing is transformed. */
		private final float[][] transformed;
		private final double[] points;

		private VectorLabeler(final int most) {
			transformed = transform.isNone() ? null : new float[space.dimensions()][most];
			points = new double[space.dimensions() * most];
		}

		/** @param labels takes one for each */
		private void label(final float[][] vectors, final int[] labels) {
			if (transformed != null) transform.apply(vectors, labels.length, transformed);
			space.locate(transformed == null ? vectors : transformed, labels.length, points);
			nearest.label(points, labels.length, labels);
		}
	}
}
