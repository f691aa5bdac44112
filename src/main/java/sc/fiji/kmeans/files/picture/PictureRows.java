package sc.fiji.kmeans.files.picture;

import ij.process.ImageProcessor;

import java.io.Closeable;
import java.io.IOException;

/** A picture that is written some rows at a time, from top to bottom of one frame after another. */
public interface PictureRows extends Closeable {

	/** @param channels of the next rows, and how opaque they are if the picture has an alpha */
	void write(ImageProcessor... channels) throws IOException;

	/** Writes the next rows, which were written for themselves. */
	void write(StoredRows part) throws IOException;

	/** Of a part that is closed, what the format has to know to add it. */
	long[][] figures();
}
