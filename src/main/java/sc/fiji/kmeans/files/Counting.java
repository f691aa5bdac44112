package sc.fiji.kmeans.files;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import sc.fiji.kmeans.files.list.PlannedImage;
import sc.fiji.kmeans.files.tiff.TiffImage;
import sc.fiji.kmeans.vector.PixelSample;

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

	/**
	 * Counts all pixels, or a sample of them where too many differ.
	 *
	 * @param told of images that were counted
	 */
	CountedImages counted(final List<PlannedImage> images, final Runnable told) {
		final Map<PlannedImage, List<ImagePart>> parts = new LinkedHashMap<>();
		images.forEach(image -> parts.put(image, cut.of(image, TiffImage::isExact)));
		return fitting(
			sample -> Optional.of(counted(parts, sample, sample.isOfAll() ? told : () -> {}))).get();
	}

	/** Counts a sample, and a sparser one as long as too many pixels differ. */
	private static Optional<CountedImages> fitting(
		final Function<PixelSample, Optional<CountedImages>> count)
	{
		PixelSample sample = PixelSample.FITTING;
		Optional<CountedImages> all = count.apply(sample);
		while (all.filter(CountedImages::areTooMany).isPresent()) {
			sample = sample.sparser();
			all = count.apply(sample);
		}
		return all;
	}

	private CountedImages counted(final Map<PlannedImage, List<ImagePart>> parts,
		final PixelSample sample, final Runnable told)
	{
		final Map<Boolean, List<PlannedImage>> byLargeness = parts.keySet()
			.stream()
			.collect(Collectors.partitioningBy(image -> parts.get(image).size() > 1));
		final CountedImages all = whole(byLargeness.get(false), sample, told)
			.orElseGet(() -> CountedImages.none(sample));
		for (final PlannedImage image : byLargeness.get(true)) {
			if (!all.areTooMany()) all.and(inParts(image, parts.get(image), sample));
			told.run();
		}
		return all;
	}

	private Optional<CountedImages> whole(final List<PlannedImage> images, final PixelSample sample,
		final Runnable told)
	{
		final Segmenter own = segmenter;
		return workers.joined(images, some -> CountedImages.of(own, some, sample), CountedImages::and,
			told);
	}

	/** Where a part can not be counted, the image says best as a whole why it can not. */
	private CountedImages inParts(final PlannedImage image, final List<ImagePart> parts,
		final PixelSample sample)
	{
		return joined(parts, sample).filter(CountedImages::areCounted)
			.orElseGet(() -> whole(Collections.singletonList(image), sample, () -> {}).get());
	}

	/** The sum of parts of an image, of as many pixels as if one counted it. */
	Optional<CountedImages> joined(final List<ImagePart> parts) {
		return fitting(sample -> joined(parts, sample));
	}

	private Optional<CountedImages> joined(final List<ImagePart> parts, final PixelSample sample) {
		final Segmenter own = segmenter;
		return workers.joined(parts, some -> CountedImages.ofParts(own, some, sample),
			CountedImages::and, () -> {});
	}
}
