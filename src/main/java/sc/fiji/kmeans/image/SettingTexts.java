package sc.fiji.kmeans.image;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;

import sc.fiji.kmeans.cluster.KMeansOptions;

/** The texts of settings, read as what they stand for. */
public final class SettingTexts {

	private final UnaryOperator<String> text;

	/** @param text gives the text for a key */
	public SettingTexts(final UnaryOperator<String> text) {
		this.text = text;
	}

	/** Without the blanks around it. */
	public String text(final String key) {
		return text.apply(key).trim();
	}

	/** Whether it is {@code true}. */
	public boolean isOn(final String key) {
		return Boolean.parseBoolean(text(key));
	}

	/** @throws IllegalArgumentException if it is no whole number of 32 bits */
	public int count(final String key) {
		return (int) whole(key, Integer.MAX_VALUE, "a whole number up to " + Integer.MAX_VALUE);
	}

	/**
	 * A number of clusters; what is out of their range is left to them.
	 *
	 * @throws IllegalArgumentException if it is no whole number of 32 bits
	 */
	public int clusters(final String key) {
		return (int) whole(key, Integer.MAX_VALUE,
			"a whole number from 1 to " + KMeansOptions.MAX_CLUSTERS);
	}

	/** @throws IllegalArgumentException if it is no whole number of 64 bits */
	long whole(final String key) {
		return whole(key, Long.MAX_VALUE, "a whole number up to " + Long.MAX_VALUE);
	}

	/** @param what it takes */
	private long whole(final String key, final long max, final String what) {
		final String value = text(key);
		try {
			final long whole = new BigDecimal(value).longValueExact();
			if (Math.abs(whole) <= max) return whole;
		}
		catch (final ArithmeticException | NumberFormatException none) {
			// refused below, as a number that is too large
		}
		throw refused(key, value, what);
	}

	/** @throws IllegalArgumentException if it is no number */
	double number(final String key) {
		final String value = text(key);
		try {
			return Double.parseDouble(value);
		}
		catch (final NumberFormatException none) {
			throw refused(key, value, "a number");
		}
	}

	/**
	 * Whether it is one word and not the other.
	 *
	 * @throws IllegalArgumentException if it is neither
	 */
	boolean isFirst(final String key, final String one, final String other) {
		final String value = text(key);
		if (value.equals(one) || value.equals(other)) return value.equals(one);
		throw refused(key, value, one + " or " + other);
	}

	/** @param what it takes */
	public static IllegalArgumentException refused(final String key, final String value,
		final String what)
	{
		return new IllegalArgumentException(key + " = " + value + ": takes " + what);
	}
}
