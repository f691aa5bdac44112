package sc.fiji.kmeans.camera;

/** A size and a rate in which a camera gives its frames. */
final class CameraFormat {

	/** What the library of cameras calls it. */
	final int id;
	final int width;
	final int height;
	/** In a second; 0 if it is not known. */
	final int rate;

	CameraFormat(final int id, final int width, final int height, final int rate) {
		this.id = id;
		this.width = width;
		this.height = height;
		this.rate = rate;
	}

	/** As users write it: 640x480. */
	String resolution() {
		return width + "x" + height;
	}

	int pixels() {
		return width * height;
	}

	boolean fitsInto(final int mostWidth, final int mostHeight) {
		return width <= mostWidth && height <= mostHeight;
	}
}
