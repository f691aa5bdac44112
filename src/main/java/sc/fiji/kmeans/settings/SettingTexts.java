package sc.fiji.kmeans.settings;

import java.math.BigDecimal;
import java.util.List;

import sc.fiji.kmeans.base.DecimalText;
import sc.fiji.kmeans.cluster.KMeansOptions;

/** The texts of settings, read as what they stand for. */
public final class SettingTexts {

	private SettingTexts() {}

	/** @throws IllegalArgumentException if it is no whole number of 32 bits */
	public static int count(final String key, final String text) {
		return (int) whole(key, text, Integer.MAX_VALUE, "a whole number up to " + Integer.MAX_VALUE);
	}

	/**
	 * A whole number of 32 bits, where a word stands for it otherwise.
	 *
	 * @throws IllegalArgumentException if it is none
	 */
	static int count(final String key, final String text, final String word) {
		return (int) whole(key, text, Integer.MAX_VALUE,
			word + ", or a whole number up to " + Integer.MAX_VALUE);
	}

	/**
	 * A number of clusters.
	 *
	 * @param others what else is taken, for the message
	 * @throws IllegalArgumentException if there can not be this number
	 */
	static int clusters(final String key, final String text, final String others) {
		return fromOne(key, text, KMeansOptions.MAX_CLUSTERS, others);
	}

	/** @throws IllegalArgumentException if it is no whole number from 1 on, or above the most */
	public static int fromOne(final String key, final String text, final int most) {
		return fromOne(key, text, most, "");
	}

	private static int fromOne(final String key, final String text, final int most,
		final String others)
	{
		final String what = "a whole number from 1 to " + most + others;
		final int number = (int) whole(key, text, most, what);
		if (number < 1) throw refused(key, text, what);
		return number;
	}

	/** @throws IllegalArgumentException if it is no whole number of 64 bits */
	static long whole(final String key, final String text) {
		return whole(key, text, Long.MAX_VALUE, "a whole number up to " + Long.MAX_VALUE);
	}

	/** @param what it takes */
	private static long whole(final String key, final String text, final long max,
		final String what)
	{
		try {
			final long whole = new BigDecimal(ascii(text)).longValueExact();
			if (-max - 1 <= whole && whole <= max) return whole;
		}
		catch (final ArithmeticException | NumberFormatException none) {
			// refused below, as a number that is too large
		}
		throw refused(key, text, what);
	}

	/** Java takes the digits of all scripts. */
	private static String ascii(final String text) {
		if (text.chars().allMatch(c -> c < 128)) return text;
		throw new NumberFormatException(text);
	}

	/** @throws IllegalArgumentException if it is no number */
	static double number(final String key, final String text) {
		final double number = DecimalText.of(text);
		if (Double.isNaN(number)) throw refused(key, text, "a number");
		return number;
	}

	/**
	 * Which of some words it is, from 0.
	 *
	 * @throws IllegalArgumentException if it is none of them
	 */
	static int index(final String key, final String text, final List<String> words) {
		if (words.contains(text)) return words.indexOf(text);
		throw refused(key, text, String.join(" or ", words));
	}

	/** @param what it takes */
	public static IllegalArgumentException refused(final String key, final String value,
		final String what)
	{
		return new IllegalArgumentException(key + " = " + value + ": takes " + what);
	}
}
