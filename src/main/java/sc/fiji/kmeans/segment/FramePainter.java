package sc.fiji.kmeans.segment;

import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Parallel;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.image.Rows;

/** Paints the pixels of some labels of a frame. */
final class FramePainter {

	/** Pixels between two checks, less than a millisecond. */
	private static final int CHECKED = 1 << 16;

	private final ImageProcessor[] channels;
	private final ImageProcessor labels;
	private final int largest;
	private final Steps steps;

	/**
	 * @param channels of the frame
	 * @param labels of its pixels
	 * @param largest of the labels that there may be
	 * @param steps that are checked now and then
	 */
	FramePainter(final ImageProcessor[] channels, final ImageProcessor labels, final int largest,
		final Steps steps)
	{
		this.channels = channels;
		this.labels = labels;
		this.largest = largest;
		this.steps = steps;
	}

	/**
	 * A picture of the frame in other colours.
	 *
	 * @param isPainted tells the labels whose pixels are painted; others stay
	 * @param values of a channel what the pixels of each label become
	 * @param planes for the picture
	 */
	ImageProcessor[] painted(final IntPredicate isPainted, final IntFunction<double[]> values,
		final Planes planes)
	{
		final BitSet painted = new BitSet();
		IntStream.rangeClosed(0, largest).filter(isPainted).forEach(painted::set);
		final ImageProcessor[] picture = new ImageProcessor[channels.length];
		Arrays.setAll(picture, c -> planes.like(channels[c]));
		for (int c = 0; c < picture.length; c++)
			if (channels[c] instanceof FloatProcessor)
				paintFloat(channels[c], picture[c], painted, values.apply(c));
			else
				paint(channels[c], picture[c], painted, values.apply(c));
		return picture;
	}

	private void paintFloat(final ImageProcessor original, final ImageProcessor picture,
		final BitSet painted, final double[] values)
	{
		final float[] from = (float[]) original.getPixels();
		final float[] to = (float[]) picture.getPixels();
		final int width = original.getWidth();
		Parallel.ranges(original.getHeight(), (first, last) -> {
			final Rows labelRows = Rows.of(labels);
			final int[] row = new int[width];
			for (int y = first; y < last; y++) {
				if ((y - first) % (1 + CHECKED / width) == 0) steps.check();
				labelRows.read(y * width, width, row);
				for (int x = 0; x < width; x++)
					to[y * width + x] = painted.get(row[x]) ? (float) values[row[x]] : from[y * width + x];
			}
		});
	}

	private void paint(final ImageProcessor original, final ImageProcessor picture,
		final BitSet painted, final double[] values)
	{
		final int[] paints = Arrays.stream(values).mapToInt(v -> (int) v).toArray();
		Parallel.ranges(original.getHeight(), (from, to) -> {
			steps.check();
			paintRows(original, from, to, painted, paints, Rows.of(picture));
		});
	}

	private void paintRows(final ImageProcessor original, final int from, final int to,
		final BitSet painted, final int[] values, final Rows picture)
	{
		final int width = original.getWidth();
		final int[] labelRow = new int[width];
		final int[] row = new int[width];
		final Rows labelRows = Rows.of(labels);
		final Rows originalRows = Rows.of(original);
		final boolean all = painted.cardinality() == values.length;
		final int[] kept = new int[values.length];
		final int[] paints = new int[values.length];
		for (int label = 0; label < values.length; label++) {
			kept[label] = painted.get(label) ? 0 : -1;
			paints[label] = painted.get(label) ? values[label] : 0;
		}
		for (int y = from; y < to; y++) {
			labelRows.read(y * width, width, labelRow);
			if (!all) originalRows.read(y * width, width, row);
			// Without a branch, which no processor could predict.
			if (all) for (int x = 0; x < width; x++)
				row[x] = values[labelRow[x]];
			else for (int x = 0; x < width; x++)
				row[x] = row[x] & kept[labelRow[x]] | paints[labelRow[x]];
			picture.write(y * width, width, row);
		}
	}

	/**
	 * The pixels of other labels of a colour picture become opaque; the high byte of a
	 * colour, which can be anything, is an alpha from now on.
	 */
	void makeOpaque(final ImageProcessor picture, final IntPredicate isTransparent) {
		for (int i = 0; i < picture.getPixelCount(); i++) {
			if (i % CHECKED == 0) steps.check();
			if (!isTransparent.test(labels.get(i))) picture.set(i, picture.get(i) | 0xff000000);
		}
	}

	/**
	 * Gives a picture the pixels of the frame back that are not selected; pixels of
	 * colours are opaque.
	 *
	 * @param selected 0 for those pixels
	 */
	ImageProcessor[] unchangedOutside(final ImageProcessor selected, final ImageProcessor[] picture) {
		for (int c = 0; c < picture.length; c++)
			for (int i = 0; i < selected.getPixelCount(); i++) {
				if (i % CHECKED == 0) steps.check();
				if (selected.get(i) == 0) copy(i, channels[c], picture[c]);
			}
		return picture;
	}

	private static void copy(final int i, final ImageProcessor from, final ImageProcessor to) {
		if (from instanceof FloatProcessor) to.setf(i, from.getf(i));
		else to.set(i, from instanceof ColorProcessor ? from.get(i) | 0xff000000 : from.get(i));
	}
}
