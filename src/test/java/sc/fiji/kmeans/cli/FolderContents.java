package sc.fiji.kmeans.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is in a folder. */
public final class FolderContents {

	private FolderContents() {}

	/** The bytes of all files, also of hidden ones, as texts by their names below the folder. */
	public static Map<String, String> of(final Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile)
				.collect(Collectors.toMap(file -> folder.relativize(file).toString(), FolderContents::text,
					(a, b) -> a, TreeMap::new));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String text(final Path file) {
		try {
			return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
