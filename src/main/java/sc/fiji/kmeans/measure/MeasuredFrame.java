package sc.fiji.kmeans.measure;

import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.image.Rows;
import sc.fiji.kmeans.segment.SegmentedFrame;

/**
 * What the pixels of each label of one frame are, calibrated. The frame comes in parts from top
 * to bottom, and comes twice, for squares of large values leave no digits: once for the means,
 * once for the distances to them. Numbers are added in the order of the pixels, so the parts
 * change no bit.
 */
final class MeasuredFrame implements Serializable {

	private static final long serialVersionUID = 1;
	private static final double PERCENT = 100;
	/** Rows between two reports. */
	private static final int CHECKED = 64;

	/**
	 * Of each value; none if values count as they are, as numbers of 32 bits do. Of no use when all
	 * is measured.
	 */
	private final transient double[] calibrated;
	private final long[] pixels;
	private final double[][] means;
	/** Sums over the pixels of the squared differences to the mean. */
	private final double[][] squares;

	/** @param like the frame, or a part of it */
	MeasuredFrame(final SegmentedFrame like, final Calibration calibration) {
		final ImageProcessor[] channels = like.channels();
		calibrated = calibrated(channels[0], calibration);
		pixels = new long[like.clusters().labels().largest() + 1];
		means = new double[pixels.length][channels[0] instanceof ColorProcessor ? 3 : channels.length];
		squares = new double[pixels.length][means[0].length];
	}

	private static double[] calibrated(final ImageProcessor plane, final Calibration calibration) {
		if (plane.getBitDepth() > 16 || !calibration.calibrated()) return new double[0];
		return IntStream.range(0, 1 << plane.getBitDepth())
			.mapToDouble(value -> calibration.getCValue((double) value))
			.toArray();
	}

	/** Takes the values of a row of a channel, and its labels. */
	@FunctionalInterface
	private interface Visitor {

		void visit(int[] labels, int channel, double[] values);
	}

	/** Adds a part to the means; to be called for all of them first. */
	void addMeans(final SegmentedFrame part, final Steps steps) {
		visit(part, steps, (labels, c, values) -> {
			for (int x = 0; x < labels.length; x++) {
				if (c == 0 && labels[x] > 0) pixels[labels[x]]++;
				if (labels[x] > 0) means[labels[x]][c] += values[x];
			}
		});
	}

	void endMeans() {
		for (int j = 0; j < pixels.length; j++)
			for (int c = 0; c < means[j].length; c++)
				means[j][c] /= pixels[j];
	}

	/** Adds a part to the distances; to be called for all of them when means have ended. */
	void addSquares(final SegmentedFrame part, final Steps steps) {
		visit(part, steps, (labels, c, values) -> {
			for (int x = 0; x < labels.length; x++) {
				final int j = labels[x];
				if (j > 0) squares[j][c] += (values[x] - means[j][c]) * (values[x] - means[j][c]);
			}
		});
	}

	private void visit(final SegmentedFrame part, final Steps steps, final Visitor visitor) {
		final int width = part.labels().getWidth();
		final Rows rows = Rows.of(part.labels());
		final int[] labels = new int[width];
		final double[] values = new double[width];
		for (int y = 0; y < part.labels().getHeight(); y++) {
			if (y % CHECKED == 0) steps.check();
			rows.read(y * width, width, labels);
			for (int c = 0; c < means[0].length; c++) {
				read(part.channels(), c, y * width, values);
				visitor.visit(labels, c, values);
			}
		}
	}

	private void read(final ImageProcessor[] channels, final int c, final int from,
		final double[] values)
	{
		if (channels[0] instanceof ColorProcessor) {
			final int[] pixelsOfPlane = (int[]) channels[0].getPixels();
			for (int x = 0; x < values.length; x++)
				values[x] = pixelsOfPlane[from + x] >> 16 - 8 * c & 0xff;
		}
		else if (channels[c] instanceof FloatProcessor) {
			final float[] pixelsOfPlane = (float[]) channels[c].getPixels();
			for (int x = 0; x < values.length; x++)
				values[x] = pixelsOfPlane[from + x];
		}
		else readWhole(channels[c], from, values);
	}

	private void readWhole(final ImageProcessor channel, final int from, final double[] values) {
		final int[] row = new int[values.length];
		Rows.of(channel).read(from, row.length, row);
		for (int x = 0; x < row.length; x++)
			values[x] = calibrated.length == 0 ? row[x] : calibrated[row[x]];
	}

	/** Number of pixels of a label. */
	long pixels(final int label) {
		return pixels[label];
	}

	/** Of a label, by channel. */
	double[] mean(final int label) {
		return means[label];
	}

	/** Of the pixels that have a label. */
	double percent(final int label) {
		return PERCENT * pixels[label] / Arrays.stream(pixels).sum();
	}

	/** Root of the mean squared distance of the pixels to their mean. */
	double rms(final int label) {
		return Math.sqrt(Arrays.stream(squares[label]).reduce(0, Double::sum) / pixels[label]);
	}
}
