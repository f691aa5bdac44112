package sc.fiji.kmeans.files;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import sc.fiji.kmeans.files.list.PlannedImage;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.segment.CountedPixels;

/**
 * One set of clusters for all images of a command: their pixels are counted and added, in
 * any order and on any machines, and clustered here.
 */
public final class SharedClusters {

	private final Segmenter segmenter;
	/** Those that could not be counted are refused. */
	private final List<PlannedImage> images;
	/** Null if there are no pixels. */
	private final ImageClusters clusters;

	private SharedClusters(final Segmenter segmenter, final List<PlannedImage> images,
		final CountedImages counted)
	{
		this.segmenter = segmenter;
		clusters = learned(counted);
		this.images = images.stream()
			.map(counted::counted)
			.map(image -> clusters != null || image.refusal().isPresent()
				? image
				: image.uncounted("There are no pixels to cluster"))
			.collect(Collectors.toList());
	}

	/**
	 * @param workers who count
	 * @param told of images that were counted
	 * @throws IllegalArgumentException if images are of different kinds, or do not fit
	 */
	public static SharedClusters of(final Segmenter segmenter, final List<PlannedImage> images,
		final Workers workers, final Runnable told)
	{
		return new SharedClusters(segmenter, images,
			new Counting(segmenter, workers).counted(images, told));
	}

	private ImageClusters learned(final CountedImages images) {
		final Iterator<CountedKind> kinds = images.kinds().iterator();
		if (!kinds.hasNext()) return null;
		final CountedKind kind = kinds.next();
		final CountedPixels pixels = kind.counted();
		if (kinds.hasNext()) throw mixed(pixels, kinds.next());
		if (pixels.isEmpty()) return null;
		try {
			return segmenter.learned(pixels);
		}
		catch (final IllegalArgumentException e) {
			throw refused(kind.first(), e);
		}
	}

	private static IllegalArgumentException mixed(final CountedPixels pixels,
		final CountedKind other)
	{
		try {
			pixels.plus(other.counted());
			throw new IllegalStateException("pixels of two kinds were counted as one");
		}
		catch (final IllegalArgumentException e) {
			return refused(other.first(), e);
		}
	}

	private static IllegalArgumentException refused(final PlannedImage image,
		final IllegalArgumentException e)
	{
		return new IllegalArgumentException(
			"frames = together: takes images of one kind, that fit the options: " + image.said() + ": "
				+ e.getMessage(),
			e);
	}

	/** All of them, in their order. */
	public List<PlannedImage> images() {
		return images;
	}

	/** Nothing if no image has pixels that count. */
	public Optional<ImageClusters> clusters() {
		return Optional.ofNullable(clusters);
	}

	/** Lines with what is to be said of the clusters. */
	public String report() {
		final long counted = images.stream().filter(image -> !image.refusal().isPresent()).count();
		return clusters().map(found -> ImageReport.of(counted, found, segmenter.settings().options()))
			.orElse("");
	}
}
