package sc.fiji.kmeans.segment;

import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import java.util.Optional;

import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.image.Alpha;
import sc.fiji.kmeans.image.Band;
import sc.fiji.kmeans.model.Background;

/**
 * Some rows of a frame with the label of each pixel, and pictures of them: the channels of
 * those rows of the pictures of the whole. To be used before the next band is read.
 */
public final class LabelledBand {

	private final int frame;
	private final Band band;
	private final SegmentedFrame rows;
	private final WholeImage whole;

	/**
	 * @param rows that are labelled
	 * @param whole of which this is a part
	 */
	LabelledBand(final int frame, final Band band, final SegmentedFrame rows,
		final WholeImage whole)
	{
		this.frame = frame;
		this.band = band;
		this.rows = rows;
		this.whole = whole;
	}

	/** The frame that these rows are of, counted from 1 among those that are segmented. */
	public int frame() {
		return frame;
	}

	/** The number of the first row in the image, counted from 0. */
	public int first() {
		return band.first();
	}

	/** These rows as a frame: their labels, and the channels that were segmented. */
	public SegmentedFrame rows() {
		return rows;
	}

	/** As {@link Segmentation#labels()}. */
	public ImageProcessor[] labels() {
		return FrameDrawings.labels(rows, whole.isWide());
	}

	/** As {@link Segmentation#segmented()}. */
	public ImageProcessor[] segmented() {
		return rows.segmentedChannels(Steps.UNHEARD);
	}

	/** As {@link Segmentation#masked(Background, int...)}. */
	public ImageProcessor[] masked(final Background background, final int... removed) {
		return FrameDrawings.masked(with(background), FrameDrawings.numbers(removed), background,
			Steps.UNHEARD);
	}

	/** As {@link Segmentation#kept(Background, int...)}. */
	public ImageProcessor[] kept(final Background background, final int... kept) {
		return FrameDrawings.kept(with(background), FrameDrawings.numbers(kept), background, selected(),
			Steps.UNHEARD);
	}

	/** White is what is white in the whole. */
	private SegmentedFrame with(final Background background) {
		return background == Background.WHITE ? rows.partOf(whole.largest(frame)) : rows;
	}

	/** How opaque pixels of {@link #masked} are: 0 where removed or not selected. */
	public ByteProcessor maskedAlpha(final int... removed) {
		return rows.maskedAlpha(Alpha.of(band.alpha(), selected()), removed);
	}

	/** The same of {@link #kept}. */
	public ByteProcessor keptAlpha(final int... kept) {
		return rows.keptAlpha(Alpha.of(band.alpha(), selected()), kept);
	}

	/** 0 for each pixel that is not selected; nothing if all are. */
	private Optional<ImageProcessor> selected() {
		if (whole.isSelected() || band.selection() == null) return Optional.empty();
		final ImageProcessor like = rows.labels();
		return Optional
			.of(band.isEmpty() ? new ByteProcessor(like.getWidth(), like.getHeight()) : band.mask());
	}
}
