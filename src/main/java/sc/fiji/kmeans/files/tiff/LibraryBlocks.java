package sc.fiji.kmeans.files.tiff;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** Decodes blocks through a library that may be missing. */
interface LibraryBlocks extends Closeable {

	/**
	 * @param stored the bytes of the block in the file
	 * @return its samples as they follow each other in a file that is not compressed
	 */
	byte[] block(byte[] stored, int plane, int column, int row) throws IOException;

	/** Loads and opens it. */
	interface BlocksOpener {

		/** @throws LinkageError if it is not there, or not for this Java */
		LibraryBlocks open(Path file, Page page) throws IOException;
	}
}
