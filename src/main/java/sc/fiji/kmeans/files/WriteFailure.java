package sc.fiji.kmeans.files;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** That results can not be written, and why: what was there before stays. */
final class WriteFailure extends IOException {

	private static final long serialVersionUID = 1;

	/** For the reason that the cause tells. */
	WriteFailure(final IOException cause) {
		super(null, cause);
	}

	private WriteFailure(final String message, final IOException cause) {
		super(message, cause);
	}

	/** Says which file. */
	static WriteFailure of(final FileSystemException e) {
		return new WriteFailure("can not write " + e.getFile() + ": " + e.getReason(), e);
	}
}
