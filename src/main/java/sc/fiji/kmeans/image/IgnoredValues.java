package sc.fiji.kmeans.image;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A background that is left out: {@code none}, {@code black}, {@code white}, a
 * colour such as {@code #f0f0f0}, or a value such as {@code -12.5}, each with the
 * difference that a component may have, such as {@code white+10}; immutable.
 */
public final class IgnoredValues {

	/** Nothing is left out. */
	public static final IgnoredValues NONE = new IgnoredValues("none", "none", 0);

	private static final String AMOUNT = "(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?";
	private static final Pattern FORM = Pattern
		.compile("(black|white|#[0-9a-f]{6}|[+-]?" + AMOUNT + ")(?:\\+(" + AMOUNT + "))?");

	private final String text;
	/** Without the tolerance. */
	private final String what;
	private final double tolerance;
	/** A calibrated value; NaN for a colour. */
	private final double value;
	/** 0xRRGGBB; of a value and of none it means nothing. */
	private final int colour;

	private IgnoredValues(final String text, final String what, final double tolerance) {
		this.text = text;
		this.what = what;
		this.tolerance = tolerance;
		final boolean isNumber = "+-.0123456789".indexOf(what.charAt(0)) >= 0;
		value = isNumber ? Double.parseDouble(what) : Double.NaN;
		colour = what.startsWith("#")
			? Integer.parseInt(what.substring(1), 16)
			: isWhite() ? 0xffffff : 0;
	}

	/** @throws IllegalArgumentException if the text is none of these */
	public static IgnoredValues of(final String text) {
		final String trimmed = text.trim().toLowerCase(Locale.ROOT);
		if (trimmed.equals(NONE.text)) return NONE;
		final Matcher form = FORM.matcher(trimmed);
		if (!form.matches())
			throw new IllegalArgumentException("ignore = " + text
				+ ": takes none, black, white, a colour such as #f0f0f0 or a value such as"
				+ " 12.5, and how far a component may differ, such as white+10");
		return new IgnoredValues(trimmed, form.group(1),
			form.group(2) == null ? 0 : Double.parseDouble(form.group(2)));
	}

	boolean isBlack() {
		return what.equals("black");
	}

	boolean isWhite() {
		return what.equals("white");
	}

	/** Whether it is a calibrated value. */
	boolean isValue() {
		return !Double.isNaN(value);
	}

	double value() {
		return value;
	}

	/** Whether red, green and blue of the colour are the same. */
	boolean isGrey() {
		return colour % 0x10101 == 0;
	}

	/** 0xRRGGBB. */
	int colour() {
		return colour;
	}

	double tolerance() {
		return tolerance;
	}

	/** Whether others are written so. */
	@Override
	public boolean equals(final Object other) {
		return other instanceof IgnoredValues && text.equals(((IgnoredValues) other).text);
	}

	@Override
	public int hashCode() {
		return text.hashCode();
	}

	/** As a user writes it. */
	@Override
	public String toString() {
		return text;
	}
}
