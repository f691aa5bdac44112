package sc.fiji.kmeans.segment;

import ij.ImagePlus;
import ij.gui.Roi;

import java.util.Objects;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.BandedFrames;
import sc.fiji.kmeans.image.ImageBands;
import sc.fiji.kmeans.image.ImageSize;
import sc.fiji.kmeans.image.PixelKind;
import sc.fiji.kmeans.vector.PixelSample;

/**
 * An image whose clusters are learned or applied: a whole one, or one in bands, of which the
 * head stands for the frames wherever they are looked at, and all bands are counted.
 */
final class SourceImage {

	private final ImagePlus image;
	/** Null for a whole image. */
	private final BandedFrames bands;

	/** From which clusters are learned. */
	private final PixelSample sample;
	/** Of the only frame; null where pixels are counted when it is asked for. */
	private final ClusteredPoints.Counts counted;

	private SourceImage(final ImagePlus image, final BandedFrames bands, final PixelSample sample,
		final ClusteredPoints.Counts counted)
	{
		this.image = Objects.requireNonNull(image, "image");
		this.bands = bands;
		this.sample = sample;
		this.counted = counted;
	}

	static SourceImage of(final ImagePlus image) {
		Objects.requireNonNull(image, "image");
		return new SourceImage(image, null, sample(image, ImageSize.isLarge(image)), null);
	}

	static SourceImage of(final ImageBands image) {
		return new SourceImage(image.head(), new BandedFrames(image),
			sample(image.head(), ImageSize.isLarge(image)), null);
	}

	/** All pixels count of small images, and of values, however many differ. */
	static PixelSample sample(final ImagePlus image, final boolean isLarge) {
		return isLarge && !PixelKind.areValues(image.getBitDepth(), image.getNChannels())
			? PixelSample.FITTING
			: PixelSample.ALL;
	}

	/** The same, learned from another sample. */
	SourceImage with(final PixelSample other) {
		return new SourceImage(image, bands, other, counted);
	}

	/** The same, which has a single frame, whose pixels were counted. */
	SourceImage with(final ClusteredPoints.Counts pixels) {
		return new SourceImage(image, bands, sample, pixels);
	}

	/** From which clusters are learned, or a sparser one. */
	PixelSample sample() {
		return sample;
	}

	/** Whether clusters may be learned from some of the pixels alone. */
	boolean mayBeSampled() {
		return sample != PixelSample.ALL;
	}

	/** The whole one, or the head. */
	ImagePlus image() {
		return image;
	}

	/** A copy; null for none. */
	Roi selection() {
		return image.getRoi() == null ? null : (Roi) image.getRoi().clone();
	}

	boolean isInBands() {
		return bands != null;
	}

	/** Null for a whole image. */
	BandedFrames bands() {
		return bands;
	}

	/** Adds the pixels of all bands of a frame. */
	void count(final int frame, final FrameWorker worker, final Learning learning,
		final Progress progress)
	{
		if (counted != null) {
			learning.add(counted);
			return;
		}
		final int[] done = new int[1];
		bands.each(frame, band -> {
			final double from = (double) done[0]++ / bands.size();
			final Progress part = progress.part(from, (double) done[0] / bands.size());
			part.report(0, "counting");
			if (!band.isEmpty())
				learning.add(worker.pixels(band.channels(), band.selection()).at(frame, band.first()),
					part);
		});
	}
}
