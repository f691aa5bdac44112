package sc.fiji.kmeans;

import java.nio.file.InvalidPathException;
import java.nio.file.Paths;

/** Which names files of this system can have. */
public final class FileNames {

	private FileNames() {}

	public static boolean canBe(final String name) {
		try {
			return Paths.get(name).toString().equals(name);
		}
		catch (final InvalidPathException e) {
			return false;
		}
	}
}
