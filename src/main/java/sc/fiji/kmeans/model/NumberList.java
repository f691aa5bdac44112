package sc.fiji.kmeans.model;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Cluster numbers as users write them, such as {@code 1,3} or {@code 1 + 3}. */
public final class NumberList {

	private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,9}\\s*");

	private NumberList() {}

	/**
	 * The numbers, ascending.
	 *
	 * @return none if the text is anything else
	 */
	public static int[] of(final String text, final char separator) {
		// Not one expression for all: that of a long list would overflow the stack.
		final String[] parts = text.split(Pattern.quote(String.valueOf(separator)), -1);
		if (!Arrays.stream(parts).allMatch(part -> NUMBER.matcher(part).matches())) return new int[0];
		return Arrays.stream(parts).mapToInt(part -> Integer.parseInt(part.trim())).sorted().toArray();
	}
}
