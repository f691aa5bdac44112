package sc.fiji.kmeans.base;

import java.util.regex.Pattern;

/** Numbers as files and people write them: ASCII digits, a point, an exponent; nothing else. */
public final class DecimalText {

	private static final Pattern FORM = Pattern
		.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

	private DecimalText() {}

	/** The number; NaN for a text that is none. */
	public static double of(final String text) {
		return FORM.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
	}
}
