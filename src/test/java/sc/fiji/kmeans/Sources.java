package sc.fiji.kmeans;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of Java below a folder, as text. */
final class Sources {

	static final Path MAIN = Paths.get("src/main/java");
	static final Path TEST = Paths.get("src/test/java");

	/** Comments, texts and characters. */
	private static final Pattern NO_CODE = Pattern
		.compile("/\\*.*?\\*/|//[^\n]*|\"(\\\\.|[^\"\\\\\n])*\"|'(\\\\.|[^'\\\\])+'", Pattern.DOTALL);

	private final Path folder;

	Sources(final Path folder) {
		this.folder = folder;
	}

	List<Path> files() throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter(file -> file.toString().endsWith(".java"))
				.sorted()
				.collect(Collectors.toList());
		}
	}

	static List<String> lines(final Path file) {
		try {
			return Files.readAllLines(file, StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** By package. */
	private Map<String, List<Path>> packages() throws IOException {
		final Map<String, List<Path>> packages = new TreeMap<>();
		for (final Path file : files())
			packages
				.computeIfAbsent(folder.relativize(file.getParent()).toString().replaceAll("[/\\\\]", "."),
					name -> new ArrayList<>())
				.add(file);
		return packages;
	}

	/** Number of lines by package. */
	Map<String, Integer> sizes() throws IOException {
		final Map<String, Integer> sizes = new TreeMap<>();
		packages().forEach(
			(name, files) -> sizes.put(name, files.stream().mapToInt(file -> lines(file).size()).sum()));
		return sizes;
	}

	/** By package its types, each with others of it that its code names; constants, too. */
	Map<String, Map<String, Set<String>>> named() throws IOException {
		final Map<String, Map<String, Set<String>>> all = new TreeMap<>();
		packages().forEach((name, files) -> all.put(name, named(files)));
		return all;
	}

	private static Map<String, Set<String>> named(final List<Path> files) {
		final Set<String> types = files.stream().map(Sources::type).collect(Collectors.toSet());
		final Map<String, Set<String>> named = new TreeMap<>();
		for (final Path file : files) {
			final String code = NO_CODE.matcher(String.join("\n", lines(file))).replaceAll(" ");
			final Set<String> words = new TreeSet<>(Pattern.compile("\\W+")
				.splitAsStream(code)
				.filter(types::contains)
				.collect(Collectors.toSet()));
			words.remove(type(file));
			named.put(type(file), words);
		}
		return named;
	}

	private static String type(final Path file) {
		return file.getFileName().toString().replace(".java", "");
	}
}
