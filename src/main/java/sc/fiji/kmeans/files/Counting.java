package sc.fiji.kmeans.files;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import sc.fiji.kmeans.files.list.PlannedImage;

/** Counts images; large ones in parts where many work. */
final class Counting {

	private final Segmenter segmenter;
	private final Workers workers;
	private final LargeParts cut;

	Counting(final Segmenter segmenter, final Workers workers) {
		this.segmenter = segmenter;
		this.workers = workers;
		cut = new LargeParts(segmenter, workers);
	}

	/** @param told of images that were counted */
	CountedImages counted(final List<PlannedImage> images, final Runnable told) {
		final Map<PlannedImage, List<ImagePart>> parts = new LinkedHashMap<>();
		images.forEach(image -> parts.put(image, cut.of(image, large -> true)));
		final Map<Boolean, List<PlannedImage>> byLargeness = images.stream()
			.collect(Collectors.partitioningBy(image -> parts.get(image).size() > 1));
		final CountedImages all = whole(byLargeness.get(false), told).orElseGet(CountedImages::new);
		byLargeness.get(true).forEach(image -> {
			all.and(inParts(image, parts.get(image)));
			told.run();
		});
		return all;
	}

	private Optional<CountedImages> whole(final List<PlannedImage> images, final Runnable told) {
		final Segmenter own = segmenter;
		return workers.joined(images, some -> CountedImages.of(own, some), CountedImages::and, told);
	}

	/** Where a part can not be counted, the image says best as a whole why it can not. */
	private CountedImages inParts(final PlannedImage image, final List<ImagePart> parts) {
		return joined(parts).filter(CountedImages::areCounted)
			.orElseGet(() -> whole(Collections.singletonList(image), () -> {}).get());
	}

	/** The sum of parts of an image. */
	Optional<CountedImages> joined(final List<ImagePart> parts) {
		final Segmenter own = segmenter;
		return workers.joined(parts, some -> CountedImages.ofParts(own, some), CountedImages::and,
			() -> {});
	}
}
