package sc.fiji.kmeans.image;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** How the values of clusters become pixels and colours; immutable. */
final class Painting {

	private static final int NO_LABEL = 0x808080;

	/** One pixel of the picture. */
	private final ImageProcessor pixel;
	/** Of each channel, with its display range; empty if there is one channel. */
	private final LUT[] luts;

	/** @param frame the channels of a frame of the image */
	Painting(final ImagePlus image, final ImageProcessor[] frame) {
		this(frame, image.getDisplayRangeMin(), image.getDisplayRangeMax(),
			ImageAttributes.luts(image));
	}

	/** Of a frame that itself knows how it is shown. */
	static Painting of(final ImageProcessor[] frame) {
		return new Painting(frame, frame[0].getMin(), frame[0].getMax(), Arrays.stream(
			frame).map(ImageProcessor::getLut).toArray(LUT[]::new));
	}

	/**
	 * @param min and max of the display range; planes of a virtual stack do not
	 *          know it
	 * @param own look-up tables of the channels; null if they have none
	 */
	private Painting(final ImageProcessor[] frame, final double min,
		final double max, final LUT[] own)
	{
		final ImageProcessor first = ImagePixels.isIndexed(frame[0]) ? ImagePixels
			.coloured(frame[0]) : frame[0];
		pixel = first.createProcessor(1, 1);
		if (!(pixel instanceof ColorProcessor)) setRange(min, max, first);
		luts = frame.length == 1 || own == null ? new LUT[0] : own;
	}

	/** Where the range goes to infinity, that of the finite pixels shows more. */
	private void setRange(final double min, final double max,
		final ImageProcessor plane)
	{
		final DoubleSummaryStatistics finite = new DoubleSummaryStatistics();
		if (Double.isInfinite(min) || Double.isInfinite(max)) IntStream.range(0, plane
			.getPixelCount()).mapToDouble(plane::getf).filter(Double::isFinite).forEach(
				finite);
		if (finite.getCount() > 0) pixel.setMinAndMax(finite.getMin(), finite
			.getMax());
		else pixel.setMinAndMax(min, max);
	}

	/**
	 * What {@link ImageProcessor#set(int, int)} takes, or the float of a channel.
	 *
	 * @param value of a cluster: one number a channel, three for a colour
	 */
	static double value(final double[] value, final ImageProcessor plane,
		final int channel)
	{
		if (plane instanceof ColorProcessor) return rounded(value[0], 255) << 16 |
			rounded(value[1], 255) << 8 | rounded(value[2], 255);
		if (plane instanceof FloatProcessor) return value[channel];
		return rounded(value[channel], plane.getBitDepth() == 8 ? 255 : 65535);
	}

	/** To the nearest, halves up. */
	private static int rounded(final double value, final int max) {
		return (int) Math.max(0, Math.min(max, Math.round(value)));
	}

	/** The colour in which ImageJ shows a value, 0xRRGGBB. */
	int colour(final double[] value) {
		if (luts.length > 0) return composite(value);
		final ImageProcessor shown = pixel.duplicate();
		final double paint = value(value, shown, 0);
		if (shown instanceof FloatProcessor) shown.setf(0, (float) paint);
		else shown.set(0, (int) paint);
		shown.setMinAndMax(pixel.getMin(), pixel.getMax());
		return shown.convertToRGB().get(0) & 0xffffff;
	}

	/** Of each channel; empty if there is one channel. */
	LUT[] luts() {
		return luts.clone();
	}

	/**
	 * The look-up table of a label image: the colours of the labels. What comes behind
	 * them is grey, for ImageJ takes a table without any brighter step for inverting.
	 *
	 * @param colours of the labels from 1 on, 0xRRGGBB
	 * @param last the largest label
	 * @param top the label at the upper end of the display range
	 */
	static LUT legend(final IntUnaryOperator colours, final int last,
		final int top)
	{
		final byte[] red = new byte[256];
		final byte[] green = new byte[256];
		final byte[] blue = new byte[256];
		for (int i = 0; i < 256; i++) {
			final int label = (int) Math.round(i * top / 255.0);
			if (label < 1) continue;
			final int colour = label > last ? NO_LABEL : colours.applyAsInt(label);
			red[i] = (byte) (colour >> 16);
			green[i] = (byte) (colour >> 8);
			blue[i] = (byte) colour;
		}
		return new LUT(red, green, blue);
	}

	/** The sum of the channels' colours, as in ImageJ's composite mode. */
	private int composite(final double[] value) {
		final int[] sum = new int[3];
		for (int c = 0; c < luts.length; c++) {
			final double position = (value[c] - luts[c].min) / (luts[c].max -
				luts[c].min);
			final int rgb = luts[c].getRGB(rounded(255 * position, 255));
			for (int q = 0; q < 3; q++)
				sum[q] += rgb >> 16 - 8 * q & 0xff;
		}
		return rounded(sum[0], 255) << 16 | rounded(sum[1], 255) << 8 | rounded(sum[2],
			255);
	}
}
