package sc.fiji.kmeans.image;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The clusters of one frame, or of all frames, as they are saved; immutable. */
final class SavedFrame {

	/** In the place of a colour that is made from the centre. */
	static final int NO_COLOUR = -1;

	private static final int MAX_FRACTION_BITS = 1100;

	private final double[][] centres;
	private int[] numbers;
	private double[] scales = {};
	private int fractionBits;
	private int[] colors = {};
	private long[] pixels;

	/** @param centres of each cluster as many numbers */
	SavedFrame(final double[][] centres) {
		this.centres = copies(centres);
		numbers = IntStream.rangeClosed(1, centres.length).toArray();
		pixels = new long[centres.length];
	}

	private SavedFrame(final SavedFrame other) {
		centres = other.centres;
		numbers = other.numbers;
		scales = other.scales;
		fractionBits = other.fractionBits;
		colors = other.colors;
		pixels = other.pixels;
	}

	/** @param values of each cluster; ascending, from 1 on */
	SavedFrame withNumbers(final int... values) {
		final SavedFrame copy = new SavedFrame(this);
		copy.numbers = values.clone();
		return copy;
	}

	/** @param values none, or the number that each channel was divided by */
	SavedFrame withScales(final double... values) {
		for (final double scale : values)
			SavedClusters.require(scale > 0 && Double.isFinite(scale), "scales", scale,
				"finite numbers above 0");
		final SavedFrame copy = new SavedFrame(this);
		copy.scales = values.clone();
		return copy;
	}

	/**
	 * @param value number of binary digits after the point that values were rounded
	 *          to, or 0 for as many as they need
	 */
	SavedFrame withFractionBits(final int value) {
		SavedClusters.require(Math.abs(value) <= MAX_FRACTION_BITS, "fraction_bits", value,
			"whole numbers up to " + MAX_FRACTION_BITS);
		final SavedFrame copy = new SavedFrame(this);
		copy.fractionBits = value;
		return copy;
	}

	/** @param values none, or the colour of each cluster, 0xRRGGBB or NO_COLOUR */
	SavedFrame withColors(final int... values) {
		for (final int color : values)
			SavedClusters.require(color >>> 24 == 0 || color == NO_COLOUR, "colors",
				String.format("#%x", color), "#000000 to #ffffff");
		SavedClusters.require(values.length == 0 || values.length == size(), "colors",
			values.length + " of them", size() + ", one for each cluster");
		final boolean areNone = Arrays.stream(values).allMatch(c -> c == NO_COLOUR);
		final SavedFrame copy = new SavedFrame(this);
		copy.colors = areNone ? new int[0] : values.clone();
		return copy;
	}

	/** @param values of each cluster, 0 or more; all 0 if nobody knows */
	SavedFrame withPixels(final long... values) {
		SavedClusters.require(values.length == size(), "pixels", values.length + " of them",
			size() + ", one for each cluster");
		for (final long value : values)
			SavedClusters.require(value >= 0, "pixels", value, "0 or more");
		final SavedFrame copy = new SavedFrame(this);
		copy.pixels = values.clone();
		return copy;
	}

	/** Number of clusters. */
	int size() {
		return centres.length;
	}

	/** Of each cluster; ascending, but some may be missing. */
	int[] numbers() {
		return numbers.clone();
	}

	/** Of each cluster. */
	double[][] centres() {
		return copies(centres);
	}

	/** How many each cluster was learned from; all 0 if nobody knows. */
	long[] pixels() {
		return pixels.clone();
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
		return Arrays.stream(centres)
			.map(centre -> ChannelSpace.unscaled(centre, scales))
			.toArray(double[][]::new);
	}

	/** The same of colours in a space: red, green and blue. */
	double[][] colours(final ColorSpace space) {
		return IntStream.range(0, size())
			.mapToObj(j -> colors.length == 0 || colors[j] == NO_COLOUR
				? space.colour(centres[j])
				: new double[] { colors[j] >> 16, colors[j] >> 8 & 0xff, colors[j] & 0xff })
			.toArray(double[][]::new);
	}

	private static double[][] copies(final double[][] rows) {
		return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
	}
}
