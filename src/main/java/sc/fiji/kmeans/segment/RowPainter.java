package sc.fiji.kmeans.segment;

import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.BitSet;

import sc.fiji.kmeans.cluster.Parallel;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.image.Rows;

/**
 * Paints rows of a channel: pixels of some labels become a value of their label, others stay.
 * Several threads may use it at once.
 */
abstract class RowPainter {

	/** Pixels between two checks, less than a millisecond. */
	static final int CHECKED = 1 << 16;

	private final Rows labels;
	final int width;

	private RowPainter(final ImageProcessor labels) {
		this.labels = Rows.of(labels);
		width = labels.getWidth();
	}

	/** @param steps that are checked now and then */
	final Parallel.IndexRange checking(final Steps steps) {
		return (from, to) -> paint(from, to, steps);
	}

	private void paint(final int from, final int to, final Steps steps) {
		final int[] row = new int[width];
		final int[] buffer = new int[width];
		for (int y = from; y < to; y++) {
			if ((y - from) % (1 + CHECKED / width) == 0) steps.check();
			labels.read(y * width, width, row);
			paint(y * width, row, buffer);
		}
	}

	/**
	 * Paints a row.
	 *
	 * @param at the index of its first pixel
	 * @param row its labels
	 * @param buffer as long as a row, with anything in it
	 */
	abstract void paint(int at, int[] row, int[] buffer);

	/** Of pixels that are real numbers. */
	static final class OfNumbers extends RowPainter {

		private final float[] from;
		private final float[] to;
		private final BitSet painted;
		private final double[] values;

		/** @param values by label */
		OfNumbers(final ImageProcessor labels, final ImageProcessor original,
			final ImageProcessor picture, final BitSet painted, final double[] values)
		{
			super(labels);
			from = (float[]) original.getPixels();
			to = (float[]) picture.getPixels();
			this.painted = painted;
			this.values = values;
		}

		@Override
		void paint(final int at, final int[] row, final int[] buffer) {
			for (int x = 0; x < width; x++)
				to[at + x] = painted.get(row[x]) ? (float) values[row[x]] : from[at + x];
		}
	}

	/** Of pixels that are whole numbers or colours. */
	static final class OfValues extends RowPainter {

		private final Rows from;
		private final Rows to;
		/** Whether no pixel stays. */
		private final boolean areAll;
		/** By label, the bits that stay. */
		private final int[] kept;
		/** By label, what is added to them. */
		private final int[] paints;

		/** @param values by label */
		OfValues(final ImageProcessor labels, final ImageProcessor original,
			final ImageProcessor picture, final BitSet painted, final double[] values)
		{
			super(labels);
			from = Rows.of(original);
			to = Rows.of(picture);
			areAll = painted.cardinality() == values.length;
			kept = new int[values.length];
			paints = new int[values.length];
			Arrays.setAll(kept, label -> painted.get(label) ? 0 : -1);
			Arrays.setAll(paints, label -> painted.get(label) ? (int) values[label] : 0);
		}

		@Override
		void paint(final int at, final int[] row, final int[] buffer) {
			if (!areAll) from.read(at, width, buffer);
			// Without a branch, which no processor could predict.
			if (areAll) for (int x = 0; x < width; x++)
				buffer[x] = paints[row[x]];
			else for (int x = 0; x < width; x++)
				buffer[x] = buffer[x] & kept[row[x]] | paints[row[x]];
			to.write(at, width, buffer);
		}
	}
}
