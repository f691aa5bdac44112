package sc.fiji.kmeans.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.segment.CountedPixels;
import sc.fiji.kmeans.segment.ImageClusters;

/**
 * One set of clusters for all images of a command: their pixels are counted and added, in
 * any order, and clustered. No more than the sum and the images at work are in memory.
 */
public final class Together {

	private final Segmenter segmenter;
	private final CountedPixels.Sum sum;
	private boolean hasPixels;
	/** Those that could not be counted are refused. */
	private final List<PlannedImage> images = new ArrayList<>();
	private ImageClusters clusters;

	private Together(final Segmenter segmenter) {
		this.segmenter = segmenter;
		sum = new CountedPixels.Sum(segmenter.settings().options());
	}

	/**
	 * @param threads that many images at the same time
	 * @param counted is told of each image
	 * @throws IllegalArgumentException if images are of different kinds, or do not fit
	 */
	public static Together of(final Segmenter segmenter, final List<PlannedImage> images,
		final int threads, final Runnable counted)
	{
		final Together together = new Together(segmenter);
		InOrder.each(images, threads, together::counted, image -> {
			together.images.add(image);
			counted.run();
		});
		together.learn();
		return together;
	}

	/** The image, which is refused where it can not be counted. */
	private PlannedImage counted(final PlannedImage image) {
		if (image.refusal().isPresent()) return image;
		try {
			add(image, segmenter.count(image));
			return image;
		}
		catch (final MixedKinds e) {
			throw e.refusal();
		}
		catch (final IOException | RuntimeException | OutOfMemoryError e) {
			return image.refused(Outcome.reason(e));
		}
	}

	/** The first one tells whether options fit: before others are counted in vain. */
	private synchronized void add(final PlannedImage image, final CountedPixels counted) {
		try {
			if (!hasPixels && !counted.isEmpty()) segmenter.learned(counted);
			hasPixels |= !counted.isEmpty();
			sum.add(counted, Progress.NONE);
		}
		catch (final IllegalArgumentException e) {
			throw new MixedKinds(image, e);
		}
	}

	private void learn() {
		if (hasPixels) clusters = segmenter.learned(sum.counted(Progress.NONE));
		else
			images.replaceAll(image -> image.refusal().isPresent()
				? image
				: image.refused("There are no pixels to cluster"));
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

	/** An image that does not go with the others, or not with the options. */
	private static final class MixedKinds extends IllegalStateException {

		private static final long serialVersionUID = 1;

		private MixedKinds(final PlannedImage image, final IllegalArgumentException cause) {
			super("frames = together: takes images of one kind, that fit the options: " + image.file()
				+ ": " + cause.getMessage(), cause);
		}

		private IllegalArgumentException refusal() {
			return new IllegalArgumentException(getMessage(), this);
		}
	}
}
