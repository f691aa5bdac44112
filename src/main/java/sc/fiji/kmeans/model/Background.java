package sc.fiji.kmeans.model;

import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

import sc.fiji.kmeans.base.Choices;

/** What removed pixels become. */
public enum Background {

	/** 0, or what looks black. */
	BLACK(false) {

		@Override
		double real(final DoubleSupplier largest) {
			return 0;
		}
	},

	/**
	 * The largest value, or what looks white; of a channel of a 32-bit image the
	 * largest number there.
	 */
	WHITE(true) {

		@Override
		double real(final DoubleSupplier largest) {
			return largest.getAsDouble();
		}
	},

	/**
	 * NaN in 32-bit images, alpha 0 in RGB images, black in others: files may give these an alpha.
	 */
	TRANSPARENT(false) {

		@Override
		double real(final DoubleSupplier largest) {
			return Float.NaN;
		}
	};

	private final boolean isWhite;

	/** @param isWhite among whole numbers and colours; else black */
	Background(final boolean isWhite) {
		this.isWhite = isWhite;
	}

	/** What {@link ImageProcessor#set(int, int)} takes, or a float. */
	public double value(final ImageProcessor plane) {
		return value(plane, () -> largest(plane).orElse(0));
	}

	/** @param largest finite number of the image of which the plane is a part; 0 if there is none */
	public double value(final ImageProcessor plane, final DoubleSupplier largest) {
		if (plane instanceof ColorProcessor) return isWhite ? 0xffffff : 0;
		if (plane instanceof FloatProcessor) return real(largest);
		final int max = plane.getBitDepth() == 8 ? 255 : 65535;
		return isWhite != plane.isInvertedLut() ? max : 0;
	}

	/** The value in a plane of real numbers. */
	abstract double real(DoubleSupplier largest);

	/** Of the finite numbers, if there are some. */
	public static OptionalDouble largest(final ImageProcessor plane) {
		return IntStream.range(0, plane.getPixelCount())
			.mapToDouble(plane::getf)
			.filter(Double::isFinite)
			.max();
	}

	/** As users write it. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The background of that name.
	 *
	 * @throws IllegalArgumentException if there is none; names the choices
	 */
	public static Background of(final String label) {
		return Choices.of("background", values(), label);
	}
}
