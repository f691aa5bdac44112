package sc.fiji.kmeans.files;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/** A part of a large image whose pictures are drawn, or why they are not; immutable. */
final class DrawnPart implements Serializable {

	private static final long serialVersionUID = 1;

	/** Null if it failed. */
	private final List<StoredRows> pictures;
	/** Number of pixels of each label; null if it failed. */
	private final long[] pixels;
	/** Null if it is done. */
	private final String failure;

	private DrawnPart(final List<StoredRows> pictures, final long[] pixels, final String failure) {
		this.pictures = pictures;
		this.pixels = pixels;
		this.failure = failure;
	}

	static DrawnPart done(final List<StoredRows> pictures, final long[] pixels) {
		return new DrawnPart(pictures, pixels, null);
	}

	static DrawnPart failed(final Throwable e) {
		return new DrawnPart(null, null, Outcome.reason(e));
	}

	/** @throws IOException if it failed */
	DrawnPart required() throws IOException {
		if (failure != null) throw new IOException(failure);
		return this;
	}

	/** One of each kind, in the same order for all parts. */
	List<StoredRows> pictures() {
		return pictures;
	}

	/** @param all to which the number of pixels of each label is added */
	void addTo(final long[] all) {
		for (int label = 0; label < all.length; label++)
			all[label] += pixels[label];
	}
}
