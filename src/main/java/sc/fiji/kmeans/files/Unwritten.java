package sc.fiji.kmeans.files;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** Says that a file can not be written, and why. */
final class Unwritten {

	private Unwritten() {}

	static IOException of(final FileSystemException e) {
		return new IOException("can not write " + e.getFile() + ": " + e.getReason(), e);
	}
}
