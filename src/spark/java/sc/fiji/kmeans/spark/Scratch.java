package sc.fiji.kmeans.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder for Spark's own files. There is no more than one, for Spark goes on to use the first
 * one that it is told of.
 */
final class Scratch {

	/** Null before it is needed. */
	private static Path folder;

	private Scratch() {}

	/** The folder, which is there. */
	static synchronized Path folder() {
		try {
			if (folder == null) folder = Files.createTempDirectory("kmeans-spark-");
			return Files.createDirectories(folder);
		}
		catch (final IOException e) {
			throw new UncheckedIOException("no room for temporary files", e);
		}
	}

	/** Deletes the folder, if there is one, with all that is in it. */
	static synchronized void delete() throws IOException {
		if (folder == null || !Files.exists(folder)) return;
		final List<Path> all;
		try (Stream<Path> paths = Files.walk(folder)) {
			all = paths.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
		}
		for (final Path path : all)
			Files.deleteIfExists(path);
	}
}
