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

/** Paints the pixels of some labels of a frame. */
final class FramePainter {

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
		for (int c = 0; c < picture.length; c++) {
			final RowPainter painter = channels[c] instanceof FloatProcessor
				? new RowPainter.OfNumbers(labels, channels[c], picture[c], painted, values.apply(c))
				: new RowPainter.OfValues(labels, channels[c], picture[c], painted, values.apply(c));
			Parallel.ranges(labels.getHeight(), painter.checking(steps));
		}
		return picture;
	}

	/**
	 * The pixels of other labels of a colour picture become opaque; the high byte of a
	 * colour, which can be anything, is an alpha from now on.
	 */
	void makeOpaque(final ImageProcessor picture, final IntPredicate isTransparent) {
		for (int i = 0; i < picture.getPixelCount(); i++) {
			if (i % RowPainter.CHECKED == 0) steps.check();
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
				if (i % RowPainter.CHECKED == 0) steps.check();
				if (selected.get(i) == 0) copy(i, channels[c], picture[c]);
			}
		return picture;
	}

	private static void copy(final int i, final ImageProcessor from, final ImageProcessor to) {
		if (from instanceof FloatProcessor) to.setf(i, from.getf(i));
		else to.set(i, from instanceof ColorProcessor ? from.get(i) | 0xff000000 : from.get(i));
	}
}
