package sc.fiji.kmeans.files;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.List;

import sc.fiji.kmeans.files.picture.StoredRows;
import sc.fiji.kmeans.measure.MeasuredBands;

/** What one of many has made of some rows of a large image, or why it has not; immutable. */
final class PartDone implements Serializable {

	private static final long serialVersionUID = 1;

	private final List<StoredRows> pictures;
	/** Of each label, where pictures are drawn. */
	private final long[] pixels;
	/** Null if nothing is measured. */
	private final MeasuredBands measured;
	/** Null if there are none. */
	private final String labels;
	/** Null if it is done. */
	private final String failure;

	private PartDone(final List<StoredRows> pictures, final long[] pixels,
		final MeasuredBands measured, final String labels)
	{
		this.pictures = pictures;
		this.pixels = pixels;
		this.measured = measured;
		this.labels = labels;
		failure = null;
	}

	private PartDone(final String failure) {
		pictures = Collections.emptyList();
		pixels = new long[0];
		measured = null;
		labels = null;
		this.failure = failure;
	}

	/** @param pixels number of pixels of each label */
	static PartDone drawn(final List<StoredRows> pictures, final long[] pixels) {
		return new PartDone(pictures, pixels, null, null);
	}

	static PartDone measured(final MeasuredBands measured) {
		return new PartDone(Collections.emptyList(), new long[0], measured, null);
	}

	/** @param labels a file that all see */
	static PartDone labelled(final Path labels) {
		return new PartDone(Collections.emptyList(), new long[0], null, labels.toString());
	}

	static PartDone failed(final Throwable e) {
		return new PartDone(Outcome.reason(e));
	}

	/** @throws IOException if it failed */
	void require() throws IOException {
		if (failure != null) throw new IOException(failure);
	}

	/** Whether there are pictures. */
	boolean isDrawn() {
		return !pictures.isEmpty();
	}

	/** One of each kind, in the same order for all parts. */
	List<StoredRows> pictures() {
		return pictures;
	}

	/** @param all to which the number of pixels of each label is added */
	void addTo(final long[] all) {
		for (int label = 0; label < pixels.length; label++)
			all[label] += pixels[label];
	}

	boolean isMeasured() {
		return measured != null;
	}

	MeasuredBands measured() {
		return measured;
	}

	Path labels() {
		return Paths.get(labels);
	}
}
