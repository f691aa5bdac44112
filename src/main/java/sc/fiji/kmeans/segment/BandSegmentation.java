package sc.fiji.kmeans.segment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.BandedFrames;
import sc.fiji.kmeans.image.ImageBands;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.SegmentationOptions;

/**
 * An image that is read in bands, its clusters, and the labels and pictures that this gives,
 * band by band, as by a {@link Segmentation} of the whole, bit for bit. Immutable.
 */
public final class BandSegmentation {

	private final BandedFrames bands;
	private final Segmentation head;

	private BandSegmentation(final BandedFrames bands, final Segmentation head) {
		this.bands = bands;
		this.head = head;
	}

	/**
	 * Segments an image with all options.
	 *
	 * @throws IllegalArgumentException if image and options do not fit
	 * @throws java.io.UncheckedIOException if a band can not be read
	 * @throws CancellationException if the progress throws it
	 */
	public static BandSegmentation of(final ImageBands image, final SegmentationOptions options,
		final Progress progress)
	{
		return of(SourceImage.of(image), options, progress);
	}

	static BandSegmentation of(final SourceImage source, final SegmentationOptions options,
		final Progress progress)
	{
		return new BandSegmentation(source.bands(), Segmentation.of(source, options, progress));
	}

	/**
	 * Segments an image whose pixels were counted.
	 *
	 * @param image of a single frame
	 * @param counted all its pixels that count with these options
	 * @throws IllegalArgumentException if image and options do not fit
	 */
	public static BandSegmentation of(final ImageBands image, final CountedPixels counted,
		final SegmentationOptions options)
	{
		return of(SourceImage.of(image).with(counted.counts()), options, Progress.NONE);
	}

	/**
	 * Applies clusters to an image, as
	 * {@link Segmentation#apply(ImageClusters, ij.ImagePlus, SegmentationOptions, Progress)}.
	 *
	 * @throws IllegalArgumentException if image and clusters do not fit
	 */
	public static BandSegmentation apply(final ImageClusters clusters, final ImageBands image,
		final SegmentationOptions options)
	{
		final SourceImage source = SourceImage.of(image);
		return new BandSegmentation(source.bands(),
			Segmentation.apply(clusters, source, options, Progress.NONE));
	}

	/**
	 * What is known besides pixels: clusters, their names, colours and figures. Its frames,
	 * and the frames of its pictures, are the image's head; pictures have the title, the
	 * look-up tables and all else of a picture of the whole.
	 */
	public Segmentation head() {
		return head;
	}

	/**
	 * The bands with their labels.
	 *
	 * @param folder where labels are kept in a file if small regions are dissolved, a byte or two
	 *          a pixel, until the bands are closed
	 * @throws IOException if they can not be kept
	 * @throws java.io.UncheckedIOException if a band can not be read
	 * @throws IllegalArgumentException if the small regions take too much memory
	 * @throws CancellationException if the progress throws it
	 */
	public LabelledBands labelled(final Path folder, final Progress progress) throws IOException {
		return new LabelledBands(head, bands,
			head.options().minSize() > 1
				? SettledLabels.of(head, bands, folder, progress)
				: new FreshLabels(head));
	}

	/**
	 * Labels all bands and dissolves small regions, for others that label parts.
	 *
	 * @param settled a file that is there and empty
	 * @throws IOException if it can not be written
	 * @throws java.io.UncheckedIOException if a band can not be read
	 * @throws IllegalArgumentException if the small regions take too much memory
	 */
	public void settle(final Path settled) throws IOException {
		SettledLabels.write(head, bands, settled);
	}

	/**
	 * The bands of the only frame, or some of them, with labels that were settled.
	 *
	 * @param first the row of the image with which they begin
	 * @throws IOException if they can not be read
	 */
	public LabelledBands labelled(final Path settled, final int first) throws IOException {
		return new LabelledBands(head, bands, SettledLabels.read(head, bands, settled, first));
	}
}
