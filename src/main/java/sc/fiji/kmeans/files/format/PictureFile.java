package sc.fiji.kmeans.files.format;

import java.io.DataInputStream;
import java.io.IOException;

/** One reading of a file with a picture, from its begin, without decoding the pixels. */
interface PictureFile {

	/**
	 * Reads the head; to be called first.
	 *
	 * @throws IOException if there is none
	 */
	PictureHead head() throws IOException;

	/**
	 * Reads the rest as far as it tells what the file holds.
	 *
	 * @param length of the file
	 * @throws IOException if something is missing or broken
	 */
	void check(PictureHead head, long length) throws IOException;

	/** Number of pictures that a check found. */
	default int frames() {
		return 1;
	}

	/** Makes one. */
	interface Maker {

		PictureFile of(DataInputStream in);
	}
}
