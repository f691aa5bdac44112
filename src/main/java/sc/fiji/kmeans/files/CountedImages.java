package sc.fiji.kmeans.files;

import java.io.IOException;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

import sc.fiji.kmeans.segment.CountedPixels;

/**
 * Some images of a command, counted: their pixels, those of each kind for themselves, and the
 * images that could not be counted. The same in whatever order images are counted and joined.
 */
final class CountedImages implements Serializable {

	private static final long serialVersionUID = 1;

	/** Refused now, by what tells them apart. */
	private final Map<String, PlannedImage> refused = new HashMap<>();
	/** By the names of the kinds. */
	private final Map<String, CountedKind> kinds = new HashMap<>();

	/** Counts the images, of which some may be refused already. */
	static CountedImages of(final Segmenter segmenter, final Iterator<PlannedImage> images) {
		final CountedImages all = new CountedImages();
		while (images.hasNext()) {
			final PlannedImage image = images.next();
			all.count(image, () -> segmenter.count(image));
		}
		return all;
	}

	/** Counts parts of an image. */
	static CountedImages ofParts(final Segmenter segmenter, final Iterator<ImagePart> parts) {
		final CountedImages all = new CountedImages();
		while (parts.hasNext()) {
			final ImagePart part = parts.next();
			all.count(part.image(), () -> segmenter.count(part));
		}
		return all;
	}

	/** What can fail. */
	private interface Count {

		CountedPixels pixels() throws IOException;
	}

	private void count(final PlannedImage image, final Count count) {
		if (image.refusal().isPresent()) return;
		try {
			add(new CountedKind(image, count.pixels()));
		}
		catch (final IOException | RuntimeException | OutOfMemoryError e) {
			refused.put(image.place(), image.uncounted(Outcome.reason(e)));
		}
	}

	private void add(final CountedKind one) {
		kinds.merge(one.name(), one, CountedKind::and);
	}

	/** Whether all of them were counted. */
	boolean areCounted() {
		return refused.isEmpty();
	}

	/** All of both; changes this one. */
	CountedImages and(final CountedImages others) {
		refused.putAll(others.refused);
		others.kinds.values().forEach(this::add);
		return this;
	}

	/** The image, which is refused where it could not be counted. */
	PlannedImage counted(final PlannedImage image) {
		return image.refusal().isPresent() ? image : refused.getOrDefault(image.place(), image);
	}

	/** The pixels of each kind, in the order of their first images. */
	Collection<CountedKind> kinds() {
		final Map<Integer, CountedKind> sorted = new TreeMap<>();
		kinds.values().forEach(kind -> sorted.put(kind.first().number(), kind));
		return sorted.values();
	}
}
