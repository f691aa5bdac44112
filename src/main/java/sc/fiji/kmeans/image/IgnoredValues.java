package sc.fiji.kmeans.image;

import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sc.fiji.kmeans.pixel.PixelFormat;

/**
 * A background that is left out: {@code none}, {@code black}, {@code white}, or a
 * colour such as {@code #f0f0f0}, each with the difference that a component may
 * have, such as {@code white+10}; immutable.
 */
public final class IgnoredValues {

	/** Nothing is left out. */
	public static final IgnoredValues NONE = new IgnoredValues("none", -1, 0);

	private static final Pattern FORM = Pattern.compile(
		"(black|white|#[0-9a-f]{6})(?:\\+(\\d{1,5}))?");

	private final String text;
	/** 0xRRGGBB. */
	private final int colour;
	private final int tolerance;

	private IgnoredValues(final String text, final int colour,
		final int tolerance)
	{
		this.text = text;
		this.colour = colour;
		this.tolerance = tolerance;
	}

	/** @throws IllegalArgumentException if the text is none of these */
	public static IgnoredValues of(final String text) {
		final String trimmed = text.trim().toLowerCase(Locale.ROOT);
		if (trimmed.equals(NONE.text)) return NONE;
		final Matcher form = FORM.matcher(trimmed);
		if (!form.matches()) throw new IllegalArgumentException("ignore = " + text +
			": takes none, black, white or a colour such as #f0f0f0, and how far a" +
			" component may differ, such as white+10");
		final String name = form.group(1);
		final int colour = name.equals("black") ? 0 : name.equals("white") ? 0xffffff
			: Integer.parseInt(name.substring(1), 16);
		return new IgnoredValues(trimmed, colour, form.group(2) == null ? 0 : Integer
			.parseInt(form.group(2)));
	}

	/**
	 * Tells which values are left out. Of grey values black is 0 and white the
	 * largest; of colours, the grey ones stand for them.
	 */
	IntPredicate in(final PixelFormat format) {
		if (this == NONE) return value -> false;
		if (format.components() == 1) {
			final long grey = Math.round((colour >> 8 & 0xff) / 255.0 * format.max());
			return value -> Math.abs(Integer.toUnsignedLong(value) - grey) <= tolerance;
		}
		return value -> isNear(value, 16) && isNear(value, 8) && isNear(value, 0);
	}

	private boolean isNear(final int rgb, final int shift) {
		return Math.abs((rgb >> shift & 0xff) - (colour >> shift &
			0xff)) <= tolerance;
	}

	/** As a user writes it. */
	@Override
	public String toString() {
		return text;
	}
}
