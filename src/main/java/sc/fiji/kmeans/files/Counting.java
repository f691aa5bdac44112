package sc.fiji.kmeans.files;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Counts images; large ones in parts where many work. */
final class Counting {

	/** Files of fewer bytes are no work for many. */
	private static final long LEAST_BYTES = 1 << 22;

	private final Segmenter segmenter;
	private final Workers workers;

	Counting(final Segmenter segmenter, final Workers workers) {
		this.segmenter = segmenter;
		this.workers = workers;
	}

	/** @param told of images that were counted */
	CountedImages counted(final List<PlannedImage> images, final Runnable told) {
		final Map<Boolean, List<PlannedImage>> byLargeness = images.stream()
			.collect(Collectors.partitioningBy(image -> parts(image) > 1));
		final CountedImages all = whole(byLargeness.get(false), told).orElseGet(CountedImages::new);
		byLargeness.get(true).forEach(image -> {
			all.and(inParts(image));
			told.run();
		});
		return all;
	}

	private Optional<CountedImages> whole(final List<PlannedImage> images, final Runnable told) {
		final Segmenter own = segmenter;
		return workers.joined(images, some -> CountedImages.of(own, some), CountedImages::and, told);
	}

	/** Where a part can not be counted, the image says best as a whole why it can not. */
	private CountedImages inParts(final PlannedImage image) {
		final Segmenter own = segmenter;
		return workers
			.joined(ImagePart.of(image, parts(image)), some -> CountedImages.ofParts(own, some),
				CountedImages::and, () -> {})
			.filter(CountedImages::areCounted)
			.orElseGet(() -> whole(Collections.singletonList(image), () -> {}).get());
	}

	private int parts(final PlannedImage image) {
		try {
			if (workers.parts() == 1 || image.refusal().isPresent()
				|| Files.size(image.file()) < LEAST_BYTES) return 1;
			return Math.min(workers.parts(), segmenter.bands(image));
		}
		catch (final IOException | RuntimeException e) {
			// Whoever counts it tells why it can not be read.
			return 1;
		}
	}
}
