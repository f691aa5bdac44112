package sc.fiji.kmeans.files.list;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
	static Optional<Object> key(final Path file) {
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

	/** @throws IOException if a file that is to be written is one of them */
	public void requireUnharmed(final Path file) throws IOException {
		if (contain(file))
			throw new IOException("its results would replace " + inputs.get(key(file).get()));
	}

	/**
	 * What lies in a folder and must not be replaced.
	 *
	 * @return what the files are, by their names there
	 * @throws IOException if the folder can not be read
	 */
	public Map<String, String> in(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(this::contain)
				.collect(Collectors.toMap(file -> file.getFileName().toString(),
					file -> inputs.get(key(file).get())));
		}
		catch (final UncheckedIOException e) {
			throw e.getCause();
		}
	}
}
