package sc.fiji.kmeans.files;

import ij.ImagePlus;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

import sc.fiji.kmeans.base.Refusal;
import sc.fiji.kmeans.base.WholeFiles;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.files.format.NoData;
import sc.fiji.kmeans.files.list.KnownResults;
import sc.fiji.kmeans.files.list.PlannedImage;
import sc.fiji.kmeans.files.picture.BandedPicture;
import sc.fiji.kmeans.measure.MeasuredBands;
import sc.fiji.kmeans.model.Background;
import sc.fiji.kmeans.segment.BandSegmentation;
import sc.fiji.kmeans.segment.LabelledBand;
import sc.fiji.kmeans.segment.LabelledBands;
import sc.fiji.kmeans.segment.Segmentation;

/** The files that are written for an image that is segmented in bands. */
final class BandedResults {

	private final PlannedImage image;
	private final ResultKinds kinds;
	private final int height;
	/** What stands for no data in pictures of the image. */
	private final OptionalDouble noData;

	/** @param height of the image */
	BandedResults(final PlannedImage image, final ResultKinds kinds, final int height) {
		this.image = image;
		this.kinds = kinds;
		this.height = height;
		noData = NoData.in(image.file());
	}

	/**
	 * Refuses at once what would be refused when all pixels are counted.
	 *
	 * @param head of the image
	 * @throws IllegalArgumentException with a setting that takes the image as a whole
	 */
	void requirePossible(final ImagePlus head) {
		Refusal.require(!kinds.isTraced(), "trace", "true", "an image of fewer pixels");
		part(head);
	}

	/** Writes all of them but the table of the clusters beside their places. */
	Segmentation write(final BandSegmentation segmentation, final WholeFiles files)
		throws IOException
	{
		try (LabelledBands bands = segmentation.labelled(image.folder(), Progress.NONE)) {
			final MeasuredBands measured = new MeasuredBands(segmentation.head());
			writePictures(segmentation.head(), bands, measured, files);
			final ResultFiles tables = new ResultFiles(image);
			if (kinds.hasLegend()) tables.writeLegend(bands.counted(), files);
			if (kinds.isMeasured()) {
				measured.endMeans();
				bands.each(measured::addSquares, Progress.NONE);
				tables.write(measured.of(segmentation.head()), files);
			}
			return bands.counted();
		}
	}

	/**
	 * Writes the pictures of some rows, each for itself.
	 *
	 * @param settled labels of the whole; null where each pixel has its nearest cluster
	 * @param run by which files of parts are known
	 */
	PartDone draw(final BandSegmentation segmentation, final ImagePart part, final String settled,
		final String run) throws IOException
	{
		try (LabelledBands bands = labelled(segmentation, part.first(), settled)) {
			final BandedPictures pictures = BandedPictures.of(part, run);
			try (BandedPictures opened = pictures) {
				begin(opened, segmentation.head());
				bands.each(opened::write, Progress.NONE);
			}
			return PartDone.drawn(pictures.stored(), bands.counted().pixelsOfLabels(1));
		}
	}

	private LabelledBands labelled(final BandSegmentation segmentation, final int first,
		final String settled) throws IOException
	{
		return settled == null
			? segmentation.labelled(image.folder(), Progress.NONE)
			: segmentation.labelled(Paths.get(settled), first);
	}

	/** Measures the whole; settled as above. */
	PartDone measure(final BandSegmentation segmentation, final String settled) throws IOException {
		final MeasuredBands measured = new MeasuredBands(segmentation.head());
		try (LabelledBands bands = labelled(segmentation, 0, settled)) {
			bands.each(measured::addMeans, Progress.NONE);
			measured.endMeans();
			bands.each(measured::addSquares, Progress.NONE);
		}
		return PartDone.measured(measured);
	}

	/** Labels the whole without small regions, in a file that is known by its run. */
	PartDone settle(final BandSegmentation segmentation, final String run) throws IOException {
		final Path labels = WholeFiles.part(image.folder(), run);
		segmentation.settle(labels);
		return PartDone.labelled(labels);
	}

	/** Writes all of them but the table of the clusters, of parts that are done. */
	Segmentation write(final Segmentation head, final List<PartDone> parts, final WholeFiles files)
		throws IOException
	{
		final long[] pixels = new long[head.clustersOfFrame(1).labels().largest() + 1];
		try (BandedPictures pictures = BandedPictures.of(image, files)) {
			begin(pictures, head);
			for (final PartDone part : parts) {
				if (part.isDrawn()) pictures.write(part.pictures());
				part.addTo(pixels);
			}
		}
		final Segmentation counted = head.withPixels(Collections.singletonList(pixels));
		final ResultFiles tables = new ResultFiles(image);
		if (kinds.hasLegend()) tables.writeLegend(counted, files);
		for (final PartDone part : parts)
			if (part.isMeasured()) tables.write(part.measured().of(head), files);
		return counted;
	}

	private void writePictures(final Segmentation head, final LabelledBands bands,
		final MeasuredBands measured, final WholeFiles files) throws IOException
	{
		try (BandedPictures pictures = BandedPictures.of(image, files)) {
			begin(pictures, head);
			bands.each(band -> {
				pictures.write(band);
				if (kinds.isMeasured()) measured.addMeans(band);
			}, Progress.NONE);
		}
	}

	private void begin(final BandedPictures pictures, final Segmentation head) throws IOException {
		pictures.add(KnownResults.SEGMENTED,
			picture(head.segmented()).at(ResultFiles.place(image, KnownResults.SEGMENTED)),
			LabelledBand::segmented);
		pictures.add(KnownResults.LABELS,
			picture(head.labels()).at(ResultFiles.place(image, KnownResults.LABELS)),
			LabelledBand::labels);
		final Background background = kinds.background();
		for (final int[] removed : kinds.removals(head))
			pictures.add(KnownResults.masked(removed), part(head.masked(background, removed)),
				band -> band.masked(background, removed), band -> band.maskedAlpha(removed));
		for (final int[] kept : kinds.kept(head))
			pictures.add(KnownResults.kept(kept), part(head.kept(background, kept)),
				band -> band.kept(background, kept), band -> band.keptAlpha(kept));
	}

	private BandedPicture picture(final ImagePlus like) {
		return new BandedPicture(like, height).without(noData);
	}

	/** A picture of a part of the image. */
	private BandedPicture part(final ImagePlus like) {
		final BandedPicture picture = picture(like);
		return kinds.background() == Background.TRANSPARENT ? picture.withAlpha() : picture;
	}
}
