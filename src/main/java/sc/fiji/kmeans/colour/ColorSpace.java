package sc.fiji.kmeans.colour;

import ij.process.ColorSpaceConverter;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import sc.fiji.kmeans.base.Choices;
import sc.fiji.kmeans.pixel.PixelFormat;
import sc.fiji.kmeans.pixel.ValueSpace;

/** In which space colours are near or far from each other. */
public enum ColorSpace {

	/** Red, green and blue, 0 to 255. */
	RGB("RGB", null, 2, "Red", "Green", "Blue") {

		@Override
		public double[] colour(final double[] x) {
			return x.clone();
		}
	},

	/** CIE L*a*b* of sRGB colours, white point D65. */
	LAB("Lab", new LabColours(), 0, "L*", "a*", "b*") {

		@Override
		public double[] colour(final double[] x) {
			return doubles(CONVERTER.LABtoRGB(x));
		}
	},

	/** CIE L*a*b* without the lightness. */
	AB("a*b*", new LabColours().withoutLightness(), 0, "a*", "b*") {

		@Override
		public double[] colour(final double[] x) {
			return doubles(CONVERTER.LABtoRGB(MIDDLE_LIGHTNESS, x[0], x[1]));
		}
	},

	/**
	 * A cone, 255 high and wide: hue is the direction, saturation times brightness
	 * the distance from the axis, brightness the height. So hue wraps round, and
	 * that of dark or grey colours does not count.
	 */
	HSB("HSB", new ConeColours(), 2, "Hue_x", "Hue_y", "Brightness") {

		@Override
		public double[] colour(final double[] x) {
			return doubles(ofCone(x));
		}
	};

	/** Coordinates are rounded to multiples of 2^-FRACTION_BITS. */
	private static final int FRACTION_BITS = 16;
	private static final double UNITS = 1 << FRACTION_BITS;
	/**
	 * Units that a coordinate may be from a whole number, if an error of 2^-20 is not to change
	 * what it is rounded to.
	 */
	private static final double SURE = 0.5 - 0x1p-20;
	private static final double MIDDLE_LIGHTNESS = 65;

	private final String label;
	private final List<String> names;
	private final ValueSpace space;

	/** @param first the coordinate by which clusters are ordered first */
	ColorSpace(final String label, final ColourMap map, final int first, final String... names) {
		this.label = label;
		this.names = Collections.unmodifiableList(Arrays.asList(names));
		space = map == null ? PixelFormat.RGB : new Mapped(names.length, map, first);
	}

	private static final ColorSpaceConverter CONVERTER = new ColorSpaceConverter();

	/** The colour of a point, as near as there is one; 0 to 255 each. */
	public abstract double[] colour(double[] x);

	/** The converter rounds the lightest components up to 256. */
	private static double[] doubles(final int... rgb) {
		return Arrays.stream(rgb).mapToDouble(c -> Math.max(0, Math.min(255, c))).toArray();
	}

	private static int[] ofCone(final double[] x) {
		final double hue = StrictMath.atan2(x[1], x[0]) / (2 * Math.PI);
		final double radius = StrictMath.hypot(x[0], x[1]);
		return CONVERTER.HSBtoRGB(hue < 0 ? hue + 1 : hue, x[2] > 0 ? Math.min(1, radius / x[2]) : 0,
			x[2] / 255);
	}

	/** Where the points of colours lie. */
	public ValueSpace space() {
		return space;
	}

	/** The names of the coordinates. */
	public List<String> names() {
		return names;
	}

	/** As users write it. */
	@Override
	public String toString() {
		return label;
	}

	/**
	 * The colour space of that name.
	 *
	 * @throws IllegalArgumentException if there is none; names the choices
	 */
	public static ColorSpace of(final String label) {
		return Choices.of("color_space", values(), label);
	}

	private static final class Mapped implements ValueSpace {

		private final int dimensions;
		private final ColourMap map;
		private final Comparator<double[]> order;

		private Mapped(final int dimensions, final ColourMap map, final int first) {
			this.dimensions = dimensions;
			this.map = map;
			Comparator<double[]> byCoordinates = Comparator.comparingDouble(x -> x[first]);
			for (int q = 0; q < dimensions; q++) {
				final int next = q;
				byCoordinates = byCoordinates.thenComparingDouble(x -> x[next]);
			}
			order = byCoordinates;
		}

		@Override
		public int dimensions() {
			return dimensions;
		}

		@Override
		public int fractionBits() {
			return FRACTION_BITS;
		}

		@Override
		public void locate(final long pixel, final double[] x) {
			map.locate((int) pixel, x);
			for (int q = 0; q < dimensions; q++) {
				final double units = x[q] * UNITS;
				final double rounded = Math.rint(units);
				if (Math.abs(units - rounded) > SURE) {
					locateExactly((int) pixel, x);
					return;
				}
				x[q] = rounded / UNITS;
			}
		}

		private void locateExactly(final int rgb, final double[] x) {
			map.locateExactly(rgb, x);
			for (int q = 0; q < dimensions; q++)
				x[q] = Math.rint(x[q] * UNITS) / UNITS;
		}

		/** Tried for all 16.8 million colours. */
		@Override
		public boolean isOneToOne() {
			return dimensions == 3;
		}

		@Override
		public Comparator<double[]> order() {
			return order;
		}
	}
}
