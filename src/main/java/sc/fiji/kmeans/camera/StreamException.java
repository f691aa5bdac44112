package sc.fiji.kmeans.camera;

import java.io.IOException;

/** Says what came instead of MJPEG, as a part of a sentence. */
final class StreamException extends IOException {

	private static final long serialVersionUID = 1;

	StreamException(final String what) {
		super(what);
	}
}
