package sc.fiji.kmeans.files;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

import sc.fiji.kmeans.files.format.NoData;
import sc.fiji.kmeans.files.tiff.TiffImage;
import sc.fiji.kmeans.segment.BandSegmentation;
import sc.fiji.kmeans.segment.CountedPixels;
import sc.fiji.kmeans.segment.ImageClusters;
import sc.fiji.kmeans.settings.SettingTable;

/**
 * What is done with a large image by many: its parts are counted, one machine clusters, and
 * its parts are labelled and drawn, each into files of its own; immutable.
 */
final class LargeJob {

	private final Segmenter segmenter;
	private final Workers workers;
	/** By which all that belongs to a run is known. */
	private final String run;

	LargeJob(final Segmenter segmenter, final Workers workers, final String run) {
		this.segmenter = segmenter;
		this.workers = workers;
		this.run = run;
	}

	/** The parts of an image; no more than one if one of the many does it as well. */
	List<ImagePart> parts(final PlannedImage image) {
		final boolean isWhole = SettingTable.MIN_SIZE.of(segmenter.settings()) > 1
			|| SettingTable.MEASURE.of(segmenter.settings());
		return new LargeParts(segmenter, workers).of(image, large -> !isWhole && isDrawn(large));
	}

	/** Whether what a part shows depends on no other part, once there are clusters. */
	private static boolean isDrawn(final TiffImage large) {
		return large.frames() == 1 && large.bitDepth() < 32;
	}

	/** Counts the parts, unless clusters are applied, and finds the clusters. */
	BandSegmentation segmented(final TiffImage large, final List<ImagePart> parts)
		throws IOException
	{
		final PlannedImage image = parts.get(0).image();
		return segmenter.applied().isPresent()
			? segmenter.segment(large, NoData.in(image.file()))
			: segmenter.segment(large, counted(parts), NoData.in(image.file()));
	}

	private CountedPixels counted(final List<ImagePart> parts) throws IOException {
		return new Counting(segmenter, workers).joined(parts)
			.filter(CountedImages::areCounted)
			.flatMap(all -> all.kinds().stream().findFirst())
			.map(CountedKind::counted)
			.filter(all -> !all.isEmpty())
			.orElseThrow(() -> new IOException("parts can not be counted"));
	}

	/**
	 * Labels and draws the parts.
	 *
	 * @param clusters that they get
	 */
	List<DrawnPart> drawn(final ImageClusters clusters, final List<ImagePart> parts)
		throws IOException
	{
		if (!Files.isDirectory(parts.get(0).image().folder()))
			Files.createDirectories(parts.get(0).image().folder());
		final Segmenter own = segmenter.applied().isPresent()
			? segmenter
			: segmenter.applying(clusters);
		final String known = run;
		final List<DrawnPart> drawn = new ArrayList<>();
		workers.each(parts, part -> drawn(own, part, known), drawn::add);
		for (final DrawnPart part : drawn)
			part.required();
		return drawn;
	}

	/** @param own that applies clusters */
	private static DrawnPart drawn(final Segmenter own, final ImagePart part, final String run) {
		final PlannedImage image = part.image();
		try (TiffImage large = own.openLarge(image)
			.orElseThrow(() -> new IOException("this image was changed")))
		{
			final BandSegmentation segmentation = own.segment(part.of(large), NoData.in(image.file()));
			return new BandedResults(image, new ResultKinds(own.settings()), large.height())
				.draw(segmentation, part, run);
		}
		catch (final IOException | RuntimeException | OutOfMemoryError e) {
			return DrawnPart.failed(e);
		}
	}
}
