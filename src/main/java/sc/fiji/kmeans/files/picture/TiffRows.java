package sc.fiji.kmeans.files.picture;

import ij.process.ImageProcessor;

import java.io.IOException;

import sc.fiji.kmeans.files.tiff.TiffWriter;

/** A TIFF file that is written some rows at a time. */
final class TiffRows implements PictureRows {

	private final TiffWriter writer;

	TiffRows(final TiffWriter writer) {
		this.writer = writer;
	}

	@Override
	public void write(final ImageProcessor... channels) throws IOException {
		writer.write(channels);
	}

	@Override
	public void write(final StoredRows part) throws IOException {
		writer.write(part.file(), part.rows(), part.figures());
	}

	@Override
	public long[][] figures() {
		return writer.figures();
	}

	@Override
	public void close() throws IOException {
		writer.close();
	}
}
