package sc.fiji.kmeans;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the links and pictures of a page lead; not what stands in its code. */
final class PageLinks {

	/** Also of pictures, and with a title behind. */
	private static final Pattern INLINE = Pattern
		.compile("\\]\\(<?([^)\\s>]+)>?(?:\\s+\"[^\"]*\")?\\)");
	private static final Pattern REFERENCE = Pattern.compile("\\[([^\\[\\]]+)\\]\\[([^\\[\\]]*)\\]");
	private static final Pattern DEFINITION = Pattern
		.compile("(?m)^ {0,3}\\[([^\\[\\]]+)\\]:\\s+<?([^\\s>]+)>?");
	private static final Pattern HTML = Pattern
		.compile("<(?:a|img)\\b[^>]*?\\b(?:href|src)\\s*=\\s*[\"']([^\"']+)[\"']");
	private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```$|(?<!`)`[^`\n]+`(?!`)");

	private PageLinks() {}

	/**
	 * The targets, each as it is written; of a reference that is not defined its name in brackets.
	 */
	static Stream<String> of(final String text) {
		final String prose = CODE.matcher(text).replaceAll("");
		final Map<String, String> defined = new LinkedHashMap<>();
		for (final Matcher m = DEFINITION.matcher(prose); m.find();)
			defined.put(m.group(1).toLowerCase(Locale.ROOT), m.group(2));
		final Stream.Builder<String> targets = Stream.builder();
		for (final Pattern pattern : new Pattern[] { INLINE, HTML })
			for (final Matcher m = pattern.matcher(prose); m.find();)
				targets.add(m.group(1));
		for (final Matcher m = REFERENCE.matcher(prose); m.find();) {
			final String name = m.group(2).isEmpty() ? m.group(1) : m.group(2);
			targets.add(defined.getOrDefault(name.toLowerCase(Locale.ROOT), "[" + name + "]"));
		}
		defined.values().forEach(targets::add);
		return targets.build().distinct();
	}

	/** Those that lead to files here, perhaps to a place in them, or in the page itself. */
	static Stream<String> local(final String text) {
		return of(text).filter(target -> !target.matches("[a-z][a-z0-9+.-]*:.*"));
	}

	/** The file of a target; empty for the page itself. */
	static String file(final String target) {
		return target.replaceFirst("#.*", "");
	}

	/** The place in it; empty for its begin. */
	static String place(final String target) {
		return target.contains("#") ? target.replaceFirst("[^#]*#", "") : "";
	}
}
