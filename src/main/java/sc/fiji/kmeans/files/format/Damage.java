package sc.fiji.kmeans.files.format;

import java.io.IOException;

/** What is wrong with an image file. */
final class Damage {

	private Damage() {}

	/** The exception that says it. */
	static IOException of(final String what) {
		return new IOException("this image is damaged: " + what);
	}
}
