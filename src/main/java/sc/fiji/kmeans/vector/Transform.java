package sc.fiji.kmeans.vector;

import java.util.Locale;

import sc.fiji.kmeans.base.Choices;

/** What becomes of values, 0 or more, before they are clustered; never falls as they rise. */
public enum Transform {

	/** Values as they are. */
	NONE {

		@Override
		double of(final double x) {
			return x;
		}

		@Override
		double back(final double y) {
			return y;
		}
	},

	/**
	 * The root. The noise of photons has the same deviation everywhere then, 1/2 for counts
	 * that are not small (Anscombe 1948).
	 */
	SQRT {

		@Override
		double of(final double x) {
			return Math.sqrt(x);
		}

		@Override
		double back(final double y) {
			return y * y;
		}
	},

	/** ln(1 + x): equal ratios of large values are equal steps, small values stay as they are. */
	LOG {

		@Override
		double of(final double x) {
			return StrictMath.log1p(x);
		}

		@Override
		double back(final double y) {
			return StrictMath.expm1(y);
		}
	};

	/** Of a value, 0 or more: the same bits on every machine. */
	abstract double of(double x);

	/** The value that becomes this. */
	abstract double back(double y);

	/** As users write it. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The transform of that name.
	 *
	 * @throws IllegalArgumentException if there is none; names the choices
	 */
	public static Transform of(final String label) {
		return Choices.of("transform", values(), label);
	}
}
