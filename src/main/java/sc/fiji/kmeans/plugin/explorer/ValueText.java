package sc.fiji.kmeans.plugin.explorer;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The value of a centre, briefly. */
final class ValueText {

	private ValueText() {}

	/** @param value its numbers, such as {@code 12.5, 0.00301} */
	static String of(final double... value) {
		return Arrays.stream(value).mapToObj(ValueText::text).collect(Collectors.joining(", "));
	}

	private static String text(final double number) {
		return Math.abs(number) < 1e5 && Math.abs(number) >= 0.1 || number == 0
			? String.format(Locale.ROOT, "%.1f", number)
			: String.format(Locale.ROOT, "%.3g", number);
	}
}
