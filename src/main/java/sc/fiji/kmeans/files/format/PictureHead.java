package sc.fiji.kmeans.files.format;

import java.io.IOException;

/** What a picture's file tells of it before its pixels; immutable. */
final class PictureHead {

	private final long width;
	private final long height;
	/** That a pixel takes at least, once it is read. */
	private final int bytes;
	private final boolean isForImageJ;

	/** @param isForImageJ whether ImageJ reads this kind right */
	PictureHead(final long width, final long height, final int bytes, final boolean isForImageJ) {
		this.width = width;
		this.height = height;
		this.bytes = bytes;
		this.isForImageJ = isForImageJ;
	}

	boolean hasPixels() {
		return width > 0 && height > 0;
	}

	boolean isForImageJ() {
		return isForImageJ;
	}

	/** @throws IOException if there are no pixels, or more than memory for them */
	void requireMemory(final int frames) throws IOException {
		Memory.require(width, height, frames, bytes);
	}

	/**
	 * @param most number of pixels that the bytes of the file can stand for
	 * @throws IOException if there are more
	 */
	void requireAtMost(final double most) throws IOException {
		if ((double) width * height > most)
			throw Damage.of("its file is too short for " + width + " x " + height + " pixels");
	}
}
