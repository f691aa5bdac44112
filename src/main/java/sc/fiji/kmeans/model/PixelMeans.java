package sc.fiji.kmeans.model;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import sc.fiji.kmeans.base.Refusal;
import sc.fiji.kmeans.pixel.PixelFormat;

/**
 * The mean colour or value of the pixels of each cluster, where its centre does not tell it;
 * immutable.
 */
final class PixelMeans {

	/** In the place of a colour that is made from the centre. */
	static final int NO_COLOUR = -1;

	/** Of each cluster; nothing where it is made from the centre. */
	private final double[][] means;

	PixelMeans(final double[]... means) {
		this.means = means;
	}

	/** All are made from the centres. */
	static PixelMeans none(final int clusters) {
		return new PixelMeans(new double[clusters][0]);
	}

	/** @param colours 0xRRGGBB, or NO_COLOUR for one that is made from the centre */
	static PixelMeans ofColours(final int... colours) {
		for (final int colour : colours)
			Refusal.require(colour >>> 24 == 0 || colour == NO_COLOUR, "colors",
				String.format("#%x", colour), "#000000 to #ffffff");
		return new PixelMeans(Arrays.stream(colours)
			.mapToObj(
				c -> c == NO_COLOUR ? new double[0] : new double[] { c >> 16, c >> 8 & 0xff, c & 0xff })
			.toArray(double[][]::new));
	}

	/** Rounded to whole numbers, 0xRRGGBB or NO_COLOUR; empty if none is known. */
	int[] colours() {
		final int[] colours = Arrays.stream(means)
			.mapToInt(c -> c.length == 0 ? NO_COLOUR : (int) PixelFormat.RGB.pixel(c))
			.toArray();
		return IntStream.of(colours).allMatch(c -> c == NO_COLOUR) ? new int[0] : colours;
	}

	/** @param centre gives the value that is made from the centre of a cluster, from 1 on */
	double[] of(final int cluster, final IntFunction<double[]> centre) {
		final double[] mean = means[cluster - 1];
		return mean.length > 0 ? mean.clone() : centre.apply(cluster);
	}
}
