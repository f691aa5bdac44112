package sc.fiji.kmeans.segment;

import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.Frames;
import sc.fiji.kmeans.image.IgnoredPixels;
import sc.fiji.kmeans.image.ImageAttributes;
import sc.fiji.kmeans.image.ImagePixels;
import sc.fiji.kmeans.image.SelectedPixels;
import sc.fiji.kmeans.model.FrameMode;
import sc.fiji.kmeans.model.SegmentationOptions;

/** Which frames, channels and pixels of an image are segmented; immutable. */
final class SelectedFrames {

	private final SourceImage source;
	private final Frames frames;
	private final SegmentationOptions options;
	private final IgnoredPixels ignored;
	private final Roi selection;
	/** In the image. */
	private final int[] numbers;
	private final ImageAttributes attributes;

	/**
	 * As the image is now.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	SelectedFrames(final SourceImage source, final SegmentationOptions options,
		final Progress progress)
	{
		this.source = source;
		this.options = options;
		final Frames now = Frames.of(source.image());
		ignored = new IgnoredPixels(options.ignored(), options.noData(),
			source.image().getCalibration().copy());
		selection = source.selection();
		options.requireFrame(now.size());
		numbers = options.frames() == FrameMode.CURRENT
			? new int[] { options.frame().orElse(now.current()) }
			: IntStream.rangeClosed(1, now.size()).toArray();
		attributes = new ImageAttributes(source.image(), numbers);
		// What hears of it may change the image.
		frames = new Frames(source.image(), progress.part(0, 0));
	}

	private SelectedFrames(final SelectedFrames same, final SegmentationOptions options,
		final IgnoredPixels ignored)
	{
		this.options = options;
		this.ignored = ignored;
		source = same.source;
		frames = same.frames;
		selection = same.selection;
		numbers = same.numbers;
		attributes = same.attributes;
	}

	/** The same, to be segmented with another number of clusters. */
	SelectedFrames with(final SegmentationOptions others) {
		return new SelectedFrames(this, others, ignored);
	}

	/** The same, where nothing is no data. */
	SelectedFrames withoutNoData() {
		return new SelectedFrames(this, options, ignored.onlyBackground());
	}

	/** What stands for no data. */
	String noDataText() {
		return ignored.noDataText();
	}

	/** Whether pixels may be no data. */
	boolean haveNoData() {
		return ignored.haveNoData();
	}

	/** Of the image, as it was at the beginning. */
	ImageAttributes attributes() {
		return attributes;
	}

	SegmentationOptions options() {
		return options;
	}

	/** Segments these frames. */
	FrameWorker worker() {
		return new FrameWorker(options, ignored);
	}

	/** The number of the frame that is meant where one is. */
	int current() {
		return options.frame().orElse(frames.current());
	}

	/** The numbers of the frames that are segmented. */
	int[] numbers() {
		return numbers.clone();
	}

	/** How many are segmented. */
	int size() {
		return numbers.length;
	}

	/** How many the image has. */
	int sizeOfImage() {
		return frames.size();
	}

	/** Whose pixels count, if it is an area; may be null. */
	Roi selection() {
		return selection;
	}

	/** @param number in the image */
	ImageProcessor[] channels(final int number) {
		return channels(number, Progress.NONE);
	}

	/** The same, which may take long in a virtual stack. */
	ImageProcessor[] channels(final int number, final Progress progress) {
		return frames.frame(number, progress.part(0, 0));
	}

	/** Whether clusters may be learned from some of the pixels alone. */
	boolean mayBeSampled() {
		return source.mayBeSampled();
	}

	/** Whether they are labelled when they are looked at. */
	boolean areVirtual() {
		return source.isInBands() || frames.isVirtual();
	}

	/** The numbers of the channels that are segmented. */
	int[] channels() {
		return options.channels().numbers(frames.channels());
	}

	/** These channels of the first of them. */
	ImageProcessor[] first() {
		return options.channels().of(channels(numbers[0]));
	}

	/** 1 for each pixel that is selected, 0 for the others; nothing if all are. */
	Optional<ImageProcessor> selected() {
		return options.isAppliedToAll() || selection == null || !selection.isArea()
			? Optional.empty()
			: Optional.of(SelectedPixels.mask(selection, first()[0]));
	}

	/** Memory for a channel of a picture, in bytes. */
	long bytesOfChannel() {
		final ImageProcessor first = first()[0];
		final int bits = ImagePixels.isIndexed(first()) || first instanceof ColorProcessor
			? 32
			: first.getBitDepth();
		return (long) first.getPixelCount() * bits / Byte.SIZE;
	}

	/** Counts the pixels of frames; of a large image with too many different ones a sample. */
	Learning counted(final FrameWorker worker, final int[] counted, final Progress progress) {
		return Learning.counted(worker.learning().of(source.sample()),
			learning -> count(counted, worker, learning, progress), progress.part(1, 1));
	}

	private void count(final int[] counted, final FrameWorker worker, final Learning learning,
		final Progress progress)
	{
		for (int i = 0; i < counted.length; i++) {
			final Progress part = progress.part((double) i / counted.length, (i + 1.0) / counted.length);
			if (source.isInBands()) source.count(counted[i], worker, learning, part);
			else
				learning.add(worker.pixels(channels(counted[i], part), selection).at(counted[i], 0), part);
		}
	}
}
