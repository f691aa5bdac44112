package sc.fiji.kmeans.files;

import java.io.IOException;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

import sc.fiji.kmeans.files.list.PlannedImage;
import sc.fiji.kmeans.segment.CountedPixels;
import sc.fiji.kmeans.vector.PixelSample;
import sc.fiji.kmeans.vector.TooManyPixels;

/**
 * Some images of a command, counted: their pixels, each kind for itself, and the
 * images that could not be counted. The same in whatever order images are counted and joined.
 */
final class CountedImages implements Serializable {

	private static final long serialVersionUID = 1;

	/** Refused now, by what tells them apart. */
	private final Map<String, PlannedImage> refused = new HashMap<>();
	/** By the names of the kinds. */
	private final Map<String, CountedKind> kinds = new HashMap<>();
	private final PixelSample sample;
	/** Whether more pixels differ than the sample may have; there are no kinds then. */
	private boolean areTooMany;

	private CountedImages(final PixelSample sample) {
		this.sample = sample;
	}

	static CountedImages none(final PixelSample sample) {
		return new CountedImages(sample);
	}

	/** Counts a sample of the images, of which some may be refused already. */
	static CountedImages of(final Segmenter segmenter, final Iterator<PlannedImage> images,
		final PixelSample sample)
	{
		final CountedImages all = new CountedImages(sample);
		while (images.hasNext()) {
			final PlannedImage image = images.next();
			all.count(image, () -> segmenter.count(image, sample));
		}
		return all;
	}

	/** Counts a sample of parts of an image. */
	static CountedImages ofParts(final Segmenter segmenter, final Iterator<ImagePart> parts,
		final PixelSample sample)
	{
		final CountedImages all = new CountedImages(sample);
		while (parts.hasNext()) {
			final ImagePart part = parts.next();
			all.count(part.image(), () -> segmenter.count(part, sample));
		}
		return all;
	}

	/** What can fail. */
	private interface Count {

		CountedPixels pixels() throws IOException;
	}

	private void count(final PlannedImage image, final Count count) {
		if (image.refusal().isPresent() || areTooMany) return;
		try {
			add(new CountedKind(image, count.pixels()));
		}
		catch (final TooManyPixels e) {
			giveUp();
		}
		catch (final IOException | RuntimeException | OutOfMemoryError e) {
			refused.put(image.place(), image.uncounted(Outcome.reason(e)));
		}
	}

	private void add(final CountedKind one) {
		kinds.merge(one.name(), one, CountedKind::and);
	}

	private void giveUp() {
		areTooMany = true;
		kinds.clear();
	}

	/** Whether all has to be counted again, of a sparser sample. */
	boolean areTooMany() {
		return areTooMany;
	}

	/** Whether all of them were counted. */
	boolean areCounted() {
		return refused.isEmpty();
	}

	/** All of both; changes this one. */
	CountedImages and(final CountedImages others) {
		refused.putAll(others.refused);
		try {
			if (areTooMany || others.areTooMany) giveUp();
			else others.kinds.values().forEach(this::add);
		}
		catch (final TooManyPixels e) {
			giveUp();
		}
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
