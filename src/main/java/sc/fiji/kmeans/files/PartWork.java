package sc.fiji.kmeans.files;

import java.io.IOException;
import java.io.Serializable;

import sc.fiji.kmeans.files.format.NoData;
import sc.fiji.kmeans.files.list.PlannedImage;
import sc.fiji.kmeans.files.tiff.TiffImage;
import sc.fiji.kmeans.segment.BandSegmentation;

/** What one of many does with some rows of a large image; immutable. */
final class PartWork implements Serializable {

	private static final long serialVersionUID = 1;

	private final Segmenter segmenter;
	private final ImagePart part;
	private final Step step;

	/** What is done, wherever and however often. */
	@FunctionalInterface
	interface Step extends Serializable {

		/** @param segmentation of the rows */
		PartDone of(BandedResults results, BandSegmentation segmentation) throws IOException;
	}

	/** @param segmenter that applies clusters */
	PartWork(final Segmenter segmenter, final ImagePart part, final Step step) {
		this.segmenter = segmenter;
		this.part = part;
		this.step = step;
	}

	PartDone done() {
		final PlannedImage image = part.image();
		try (TiffImage large = segmenter.openLarge(image)
			.orElseThrow(() -> new IOException("this image was changed")))
		{
			return step.of(
				new BandedResults(image, new ResultKinds(segmenter.settings()), large.height()),
				segmenter.segment(part.of(large), NoData.in(image.file())));
		}
		catch (final IOException | RuntimeException | OutOfMemoryError e) {
			return PartDone.failed(e);
		}
	}
}
