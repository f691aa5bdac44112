package sc.fiji.kmeans.base;

import java.nio.charset.StandardCharsets;

/** Refuses what does not fit, with its name, the beginning of it, and what fits. */
public final class Refusal {

	private static final int SHOWN = 60;

	private Refusal() {}

	public static void require(final boolean fits, final String name, final Object value,
		final String takes)
	{
		if (!fits) throw of(name, value, takes);
	}

	/** Of the value only the beginning, in characters that can be shown. */
	public static IllegalArgumentException of(final String name, final Object value,
		final String takes)
	{
		final String text = value.toString().replaceAll("\\p{Cntrl}", " ");
		final String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
		return new IllegalArgumentException(
			name + " = " + (shown.isEmpty() ? "(nothing)" : shown) + ": takes " + takes);
	}

	/** @return the value, if it is one line that can be written */
	public static String line(final String name, final String value, final int max) {
		require(
			value.length() <= max && value.indexOf('\n') < 0 && value.indexOf('\r') < 0
				&& StandardCharsets.UTF_8.newEncoder().canEncode(value),
			name, value, "one line of at most " + max + " characters");
		return value;
	}
}
