package sc.fiji.kmeans.segment;

import ij.CompositeImage;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

import java.util.Collection;

import sc.fiji.kmeans.image.ImagePixels;

/**
 * How the values of clusters become pixels, and the colours that stand for them in
 * tables; immutable. These colours do not depend on how the image is displayed: values
 * of 8 bits are shown from 0 to 255, others from the smallest to the largest centre of
 * any cluster, each channel in its look-up table. More channels than ImageJ lays over each
 * other would be white together: of these it is the mean of their greys.
 */
final class Painting {

	private static final int WHITE = 255;

	/** Whether values are colours themselves. */
	private final boolean isOfColours;
	/** Of each channel; null for one that is shown in grey. */
	private final LUT[] luts;
	/** What is shown by the first entry of the table, of each channel. */
	private final double[] low;
	/** What is shown by the last. */
	private final double[] high;

	/**
	 * @param frame the channels of a frame of the image
	 * @param luts of the channels; null if they have none of their own
	 * @param values of all clusters
	 */
	Painting(final ImageProcessor[] frame, final LUT[] luts, final Collection<double[]> values) {
		isOfColours = frame[0] instanceof ColorProcessor || ImagePixels.isIndexed(frame);
		this.luts = luts == null || areMany(frame.length) ? new LUT[frame.length] : luts;
		low = new double[frame.length];
		high = new double[frame.length];
		for (int c = 0; c < frame.length && !isOfColours; c++)
			setRange(c, frame[c].getBitDepth(), values);
	}

	private static boolean areMany(final int channels) {
		return channels > CompositeImage.MAX_CHANNELS;
	}

	private void setRange(final int c, final int bits, final Collection<double[]> values) {
		low[c] = bits == 8 ? 0 : values.stream().mapToDouble(value -> value[c]).min().getAsDouble();
		high[c] = bits == 8
			? WHITE
			: values.stream().mapToDouble(value -> value[c]).max().getAsDouble();
	}

	/**
	 * What {@link ImageProcessor#set(int, int)} takes, or the float of a channel.
	 *
	 * @param value of a cluster: one number a channel, three for a colour
	 */
	static double value(final double[] value, final ImageProcessor plane, final int channel) {
		if (plane instanceof ColorProcessor) return rgb(value);
		if (plane instanceof FloatProcessor) return value[channel];
		return rounded(value[channel], plane.getBitDepth() == 8 ? 255 : 65535);
	}

	private static int rgb(final double[] colour) {
		return rounded(colour[0], WHITE) << 16 | rounded(colour[1], WHITE) << 8
			| rounded(colour[2], WHITE);
	}

	/** To the nearest, halves up. */
	private static int rounded(final double value, final int max) {
		return (int) Math.max(0, Math.min(max, Math.round(value)));
	}

	/**
	 * The colour that stands for a value, 0xRRGGBB: the sum of the channels' colours, or the
	 * mean of many.
	 */
	int colour(final double[] value) {
		if (isOfColours) return rgb(value);
		final double[] sum = new double[3];
		final double parts = areMany(low.length) ? low.length : 1;
		for (int c = 0; c < low.length; c++) {
			final int shown = shown(value[c], c);
			for (int q = 0; q < sum.length; q++)
				sum[q] += (shown >> 16 - 8 * q & 0xff) / parts;
		}
		return rgb(sum);
	}

	/** Where all centres are equal, the middle of the table. */
	private int shown(final double value, final int c) {
		final double position = high[c] > low[c] ? (value - low[c]) / (high[c] - low[c]) : 0.5;
		final int entry = rounded(WHITE * position, WHITE);
		return luts[c] == null ? entry * 0x10101 : luts[c].getRGB(entry);
	}
}
