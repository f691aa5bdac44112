package sc.fiji.kmeans.files.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is there for as long as something is done with it. */
final class TemporaryFile {

	private TemporaryFile() {}

	static <T> T with(final byte[] bytes, final Use<T> use) throws IOException {
		final Path file = Files.createTempFile("kmeans", ".image");
		try {
			return use.of(Files.write(file, bytes));
		}
		finally {
			Files.delete(file);
		}
	}

	/** What is done with it. */
	interface Use<T> {

		T of(Path file) throws IOException;
	}
}
