package sc.fiji.kmeans.files;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * A name with wildcards, as shells have them: {@code *} and {@code ?} stand for letters of
 * a name, {@code [ab]} and <code>{ab,cd}</code> for one of some, and {@code **} for any
 * folders, or none; immutable. Names that begin with a point are only meant where the
 * point is written.
 */
final class ImageGlob {

	private static final Pattern WILD = Pattern.compile("[*?\\[{]");
	private static final String FOLDERS = "**";

	private final Path folder;
	/** Of each folder below that, and of the file. */
	private final List<String> names;
	private final List<PathMatcher> matchers;

	/** @throws IllegalArgumentException if brackets do not close */
	ImageGlob(final String text) {
		final List<String> parts = Arrays.asList(text.replace('\\', '/').split("/"));
		int wild = 0;
		while (!isGlob(parts.get(wild)))
			wild++;
		// Behind C: a slash makes it the root of the drive.
		folder = Paths
			.get(parts.subList(0, wild).stream().map(part -> part + "/").collect(Collectors.joining()));
		names = parts.subList(wild, parts.size());
		matchers = names.stream().map(name -> matcher(text, name)).collect(Collectors.toList());
	}

	/** Whether a text has wildcards. */
	static boolean isGlob(final String text) {
		return WILD.matcher(text).find();
	}

	private static PathMatcher matcher(final String text, final String name) {
		try {
			return FileSystems.getDefault().getPathMatcher("glob:" + SameName.composed(name));
		}
		catch (final PatternSyntaxException e) {
			throw new IllegalArgumentException("IMAGE = " + text
				+ ": takes a file, a folder, or a name with wildcards whose brackets" + " close", e);
		}
	}

	/** The folder below which all that it stands for lies. */
	Path folder() {
		return folder;
	}

	/** @param file below the folder, as it is told from there */
	boolean matches(final Path file) {
		return matches(0, file, 0);
	}

	private boolean matches(final int part, final Path file, final int at) {
		if (part == names.size()) return at == file.getNameCount();
		if (names.get(part).equals(FOLDERS) && matches(part + 1, file, at)) return true;
		if (at == file.getNameCount() || !matches(part, file.getName(at))) return false;
		return matches(names.get(part).equals(FOLDERS) ? part : part + 1, file, at + 1);
	}

	/** Whether files in a folder below that one may match. */
	boolean leadsInto(final Path deeper) {
		return leadsInto(0, deeper, 0);
	}

	private boolean leadsInto(final int part, final Path deeper, final int at) {
		if (part == names.size()) return false;
		if (at == deeper.getNameCount()) return true;
		if (!names.get(part).equals(FOLDERS))
			return matches(part, deeper.getName(at)) && leadsInto(part + 1, deeper, at + 1);
		return leadsInto(part + 1, deeper, at)
			|| matches(part, deeper.getName(at)) && leadsInto(part, deeper, at + 1);
	}

	private boolean matches(final int part, final Path name) {
		final String text = SameName.composed(name.toString());
		return text.startsWith(".") == names.get(part).startsWith(".")
			&& matchers.get(part).matches(text.equals(name.toString()) ? name : Paths.get(text));
	}
}
