package sc.fiji.kmeans.files.format;

import java.io.IOException;

/** Whether all of an image file is there and can be read. */
public interface FileCheck {

	/** Whether the file tells at least how large its image is. */
	boolean hasHead();

	/**
	 * Finds whatever would stop a reader, or make it invent pixels, and numbers in
	 * heads that are larger than the file, before anything is made as large.
	 *
	 * @return whether ImageJ reads such a file right; if not, ImageIO does
	 * @throws IOException with the reason why the file can not be read
	 */
	boolean run() throws IOException;

	/** Number of images that a reader has to find; to be asked after the run. */
	int frames();
}
