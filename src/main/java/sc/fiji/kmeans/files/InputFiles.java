package sc.fiji.kmeans.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files that no result may replace, by whatever name or link; immutable. */
public final class InputFiles {

	/** What they are, for messages, by what tells files apart. */
	private final Map<Object, String> inputs = new HashMap<>();

	/** All of them may be missing. */
	public InputFiles(final List<Path> images, final List<Path> clusters) {
		images.forEach(file -> add("the image ", file));
		clusters.forEach(file -> add("the clusters ", file));
	}

	private void add(final String kind, final Path file) {
		key(file).ifPresent(key -> inputs.putIfAbsent(key, kind + file));
	}

	/** The same for all names and links of a file; nothing if there is none. */
	private static Optional<Object> key(final Path file) {
		try {
			final Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
			return Optional.of(key == null ? file.toRealPath() : key);
		}
		catch (final IOException e) {
			return Optional.empty();
		}
	}

	/** Whether this file is one of them. */
	public boolean contain(final Path file) {
		return key(file).filter(inputs::containsKey).isPresent();
	}

	/**
	 * Looks at a folder once, because no input comes into being during a run.
	 *
	 * @throws IOException if the folder can not be read
	 */
	public Guard guard(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return new Guard(files.filter(this::contain)
				.collect(Collectors.toMap(file -> file.getFileName().toString(),
					file -> inputs.get(key(file).get()))));
		}
	}

	/** Keeps the inputs in a folder from being replaced. */
	public static final class Guard {

		/** What the files are, by their names. */
		private final Map<String, String> guarded;

		private Guard(final Map<String, String> guarded) {
			this.guarded = guarded;
		}

		/**
		 * @param names of the files to be written
		 * @throws IOException if one of them is an input
		 */
		void requireUnharmed(final Pattern names) throws IOException {
			for (final Map.Entry<String, String> file : guarded.entrySet())
				if (names.matcher(file.getKey()).matches())
					throw new IOException("its results would replace " + file.getValue());
		}
	}
}
