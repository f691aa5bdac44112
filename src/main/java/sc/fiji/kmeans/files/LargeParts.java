package sc.fiji.kmeans.files;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

import sc.fiji.kmeans.files.list.PlannedImage;
import sc.fiji.kmeans.files.tiff.TiffImage;

/** Cuts large images into parts where many work. */
final class LargeParts {

	/** Files of fewer bytes are no work for many. */
	private static final long LEAST_BYTES = 1 << 22;

	private final Segmenter segmenter;
	private final Workers workers;

	LargeParts(final Segmenter segmenter, final Workers workers) {
		this.segmenter = segmenter;
		this.workers = workers;
	}

	/**
	 * The parts of an image.
	 *
	 * @param condition that a large one has to meet
	 * @return no more than one if it is not worth it, or can not be read
	 */
	List<ImagePart> of(final PlannedImage image, final Predicate<TiffImage> condition) {
		try {
			if (workers.parts() == 1 || image.refusal().isPresent()
				|| Files.size(image.file()) < LEAST_BYTES) return Collections.emptyList();
			return segmenter.parts(image, workers.parts(), condition);
		}
		catch (final IOException | RuntimeException e) {
			// Whoever works on it as a whole tells why it can not be read.
			return Collections.emptyList();
		}
	}
}
