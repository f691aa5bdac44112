package sc.fiji.kmeans.colour;

import ij.process.ColorSpaceConverter;

import java.awt.Color;

/**
 * Colours in a cone, 255 high and wide: hue is the direction, saturation times brightness the
 * distance from the axis, brightness the height.
 */
final class ConeColours implements ColourMap {

	private static final ColorSpaceConverter CONVERTER = new ColorSpaceConverter();
	private static final double HEIGHT = 255;

	@Override
	public void locate(final int rgb, final double[] x) {
		final float[] hsb = Color.RGBtoHSB(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, null);
		final double angle = 2 * Math.PI * hsb[0];
		final double radius = HEIGHT * hsb[1] * hsb[2];
		x[0] = radius * Math.cos(angle);
		x[1] = radius * Math.sin(angle);
		x[2] = HEIGHT * hsb[2];
	}

	/** The same on every machine. */
	@Override
	public void locateExactly(final int rgb, final double[] x) {
		final double[] hsb = CONVERTER.RGBtoHSB(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
		final double angle = 2 * Math.PI * hsb[0];
		final double radius = HEIGHT * hsb[1] * hsb[2];
		x[0] = radius * StrictMath.cos(angle);
		x[1] = radius * StrictMath.sin(angle);
		x[2] = HEIGHT * hsb[2];
	}
}
