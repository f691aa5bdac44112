package sc.fiji.kmeans.base;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Values that users choose by name. */
public final class Choices {

	private Choices() {}

	/**
	 * The value whose text is that of the user.
	 *
	 * @param key of the setting
	 * @throws IllegalArgumentException if there is none; names the choices
	 */
	public static <E> E of(final String key, final E[] values, final String text) {
		return Arrays.stream(values)
			.filter(value -> value.toString().equals(text))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(key + " = " + text + ": takes "
				+ Arrays.stream(values).map(Object::toString).collect(Collectors.joining(", "))));
	}
}
