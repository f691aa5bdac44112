package sc.fiji.kmeans.files.format;

import java.io.IOException;

/** Says why ImageJ does not read a file right of which nothing is missing. */
final class NotForImageJ extends IOException {

	private static final long serialVersionUID = 1;

	NotForImageJ(final String why) {
		super("ImageJ can not read this TIFF file: " + why);
	}
}
