package sc.fiji.kmeans.segment;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ImageProcessor;

import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.IgnoredPixels;
import sc.fiji.kmeans.image.ImageSize;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.Numbering;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.vector.PixelSample;

/**
 * A frame that is clustered again and again with other options. Its pixels are counted
 * once, as long as the same ones count; they become points once, as long as the space, the
 * scale and the transform are the same. The clusters are those that {@link Segmentation}
 * finds. For one thread at a time.
 */
public final class CountedFrame {

	private static final double COUNTED = 0.3;

	private final ImageProcessor[] channels;
	private final Roi selection;
	/** In the image. */
	private final int number;
	private final Calibration calibration;
	private PixelSample sample;
	/** With which the pixels were counted. */
	private SegmentationOptions options;
	/** Null before anything was counted. */
	private FrameWorker worker;
	private Learning learning;

	/**
	 * @param channels do not change any more
	 * @param selection whose pixels count, if it is an area; may be null
	 * @param image of which it is a frame
	 * @param number of the frame, from 1 on
	 */
	public CountedFrame(final ImageProcessor[] channels, final Roi selection, final ImagePlus image,
		final int number)
	{
		this.channels = channels.clone();
		this.selection = selection;
		this.number = number;
		calibration = image.getCalibration().copy();
		sample = SourceImage.sample(image, ImageSize.isLarge(image));
	}

	/** The same, learned from another sample; nothing was counted before. */
	CountedFrame of(final PixelSample other) {
		sample = other;
		return this;
	}

	/**
	 * Finds clusters.
	 *
	 * @param wanted whose options of stacks are ignored
	 * @throws IllegalArgumentException if there are no pixels, or frame and options do not fit
	 * @throws CancellationException if the progress throws it
	 */
	public ImageClusters learned(final SegmentationOptions wanted, final Progress progress) {
		count(wanted, progress.part(0, COUNTED));
		learning = learning.with(wanted);
		return learning.learned(wanted.reference().map(Numbering::known), progress.part(COUNTED, 1))
			.withOptions(wanted);
	}

	/**
	 * Suggests a number of clusters.
	 *
	 * @param wanted whose number of clusters does not matter
	 * @throws IllegalArgumentException if there are no pixels, or frame and options do not fit
	 * @throws CancellationException if the progress throws it
	 */
	public Suggestion suggested(final SegmentationOptions wanted, final Progress progress) {
		count(wanted, progress.part(0, COUNTED));
		learning = learning.with(wanted);
		return learning.series(Suggestion::new, progress.part(COUNTED, 1));
	}

	private void count(final SegmentationOptions wanted, final Progress progress) {
		if (learning != null && areSamePixels(wanted)) return;
		learning = null;
		options = wanted;
		worker = new FrameWorker(wanted,
			new IgnoredPixels(wanted.ignored(), wanted.noData(), calibration));
		learning = Learning.counted(worker.learning().of(sample),
			all -> all.add(worker.pixels(channels, selection).at(number, 0), progress),
			progress.part(1, 1));
	}

	private boolean areSamePixels(final SegmentationOptions wanted) {
		return wanted.noData().equals(options.noData()) && wanted.ignored().equals(options.ignored())
			&& wanted.channels().equals(options.channels());
	}

	/**
	 * Gives the pixels the labels of clusters.
	 *
	 * @param clusters of this frame
	 * @param wanted with which they were found
	 * @throws CancellationException if the progress throws it
	 */
	public SegmentedFrame labelled(final ImageClusters clusters, final SegmentationOptions wanted,
		final Progress progress)
	{
		return worker.with(wanted).labelled(channels, selection, clusters, progress);
	}
}
