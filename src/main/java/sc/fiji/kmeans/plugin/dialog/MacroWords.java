package sc.fiji.kmeans.plugin.dialog;

/**
 * Goes through the options of a macro word by word: keys, and values, in which
 * brackets or quotes may hold blanks.
 */
public final class MacroWords {

	private final String options;
	private int at;
	private String key;
	private String value;

	public MacroWords(final String options) {
		this.options = options;
	}

	/** Goes to the next word; false if there is none. */
	public boolean next() {
		while (at < options.length() && isBlank())
			at++;
		if (at == options.length()) return false;
		final int start = at;
		while (at < options.length() && !isBlank() && options.charAt(at) != '=')
			at++;
		key = options.substring(start, at);
		final boolean hasValue = at < options.length() && !isBlank();
		if (hasValue) at++;
		value = hasValue ? nextValue() : null;
		return true;
	}

	private boolean isBlank() {
		return options.charAt(at) <= ' ';
	}

	public String key() {
		return key;
	}

	/** Null if the key stands alone. */
	public String value() {
		return value;
	}

	private String nextValue() {
		if (options.startsWith("'", at)) return between(options.indexOf('\'', at + 1));
		if (options.startsWith("[", at)) return between(closing(options, at));
		final int start = at;
		while (at < options.length() && !isBlank())
			at++;
		return options.substring(start, at);
	}

	/** What is in brackets or quotes. @param end where they close; -1 for nowhere */
	private String between(final int end) {
		if (end < 0)
			throw new IllegalArgumentException(
				key + " = " + options.substring(at).trim() + ": takes a value that ends, and there is no "
					+ (options.charAt(at) == '[' ? "]" : "' after the first"));
		final String inside = options.substring(at + 1, end);
		at = end + 1;
		return inside;
	}

	/** Where the bracket closes that opens there; -1 if it does not. */
	private static int closing(final String text, final int start) {
		int open = 0;
		for (int i = start; i < text.length(); i++) {
			if (text.charAt(i) == '[') open++;
			if (text.charAt(i) == ']' && --open == 0) return i;
		}
		return -1;
	}

	/** Whether brackets around a text would close at its end. */
	static boolean arePaired(final String text) {
		return closing("[" + text + "]", 0) == text.length() + 1;
	}
}
