package sc.fiji.kmeans.image;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The clusters of one frame, or of all frames, as they are saved; immutable. */
final class SavedFrame {

	/** In the place of a colour that is made from the centre. */
	static final int NO_COLOUR = -1;

	private static final int MAX_FRACTION_BITS = 1100;

	private final double[][] centres;
	private final double[] scales;
	private final int fractionBits;
	private final int[] colors;

	/** @param centres of each cluster as many numbers */
	SavedFrame(final double[][] centres) {
		this(copies(centres), new double[0], 0, new int[0]);
	}

	private SavedFrame(final double[][] centres, final double[] scales,
		final int fractionBits, final int[] colors)
	{
		this.centres = centres;
		this.scales = scales;
		this.fractionBits = fractionBits;
		this.colors = colors;
	}

	/** @param values none, or the number that each channel was divided by */
	SavedFrame withScales(final double... values) {
		for (final double scale : values)
			SavedClusters.require(scale > 0 && Double.isFinite(scale), "scales", scale,
				"finite numbers above 0");
		return new SavedFrame(centres, values.clone(), fractionBits, colors);
	}

	/**
	 * @param value number of binary digits after the point that values were rounded
	 *          to, or 0 for as many as they need
	 */
	SavedFrame withFractionBits(final int value) {
		SavedClusters.require(Math.abs(value) <= MAX_FRACTION_BITS, "fraction_bits",
			value, "whole numbers up to " + MAX_FRACTION_BITS);
		return new SavedFrame(centres, scales, value, colors);
	}

	/** @param values none, or the colour of each cluster, 0xRRGGBB or NO_COLOUR */
	SavedFrame withColors(final int... values) {
		for (final int color : values)
			SavedClusters.require(color >>> 24 == 0 || color == NO_COLOUR, "colors",
				String.format("#%x", color), "#000000 to #ffffff");
		SavedClusters.require(values.length == 0 || values.length == size(), "colors",
			values.length + " of them", size() + ", one for each cluster");
		final boolean areNone = Arrays.stream(values).allMatch(c -> c == NO_COLOUR);
		return new SavedFrame(centres, scales, fractionBits, areNone ? new int[0]
			: values.clone());
	}

	/** Number of clusters. */
	int size() {
		return centres.length;
	}

	/** The centre of cluster j at j - 1. */
	double[][] centres() {
		return copies(centres);
	}

	/** What each channel was divided by; empty if they were taken as they are. */
	double[] scales() {
		return scales.clone();
	}

	/** Of the values; 0 if as many as they need. */
	int fractionBits() {
		return fractionBits;
	}

	/** In which clusters are painted; empty if all are made from the centres. */
	int[] colors() {
		return colors.clone();
	}

	/** What pixels of each cluster are painted with, in the channels of an image. */
	double[][] values() {
		return Arrays.stream(centres).map(centre -> ChannelSpace.unscaled(centre,
			scales)).toArray(double[][]::new);
	}

	/** The same of colours in a space: red, green and blue. */
	double[][] colours(final ColorSpace space) {
		return IntStream.range(0, size()).mapToObj(j -> colors.length == 0 ||
			colors[j] == NO_COLOUR ? space.colour(centres[j]) : new double[] {
				colors[j] >> 16, colors[j] >> 8 & 0xff, colors[j] & 0xff }).toArray(
					double[][]::new);
	}

	private static double[][] copies(final double[][] rows) {
		return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
	}
}
