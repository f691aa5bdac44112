package sc.fiji.kmeans.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder of files that nobody needs any more. */
final class Scratch {

	private Scratch() {}

	/** A new one. */
	static Path folder() {
		try {
			return Files.createTempDirectory("kmeans-spark-");
		}
		catch (final IOException e) {
			throw new UncheckedIOException("no room for temporary files", e);
		}
	}

	/** Deletes the folder with all that is in it. */
	static void delete(final Path folder) throws IOException {
		final List<Path> all;
		try (Stream<Path> paths = Files.walk(folder)) {
			all = paths.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
		}
		for (final Path path : all)
			Files.deleteIfExists(path);
	}
}
