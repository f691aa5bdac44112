package sc.fiji.kmeans.segment;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

import java.util.BitSet;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import sc.fiji.kmeans.base.FreeMemory;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.image.ImageAttributes;
import sc.fiji.kmeans.model.Background;
import sc.fiji.kmeans.model.ImageClusters;

/**
 * Pictures of frames that are segmented, as images of the shape of the original. They
 * are in memory, unless the frames are virtual or the picture would take more than half
 * of the memory that is free: then they are virtual, drawn when they are looked at.
 */
final class FramePictures {

	private final ImageAttributes attributes;
	private final SegmentedFrames frames;
	private final Progress progress;

	/** @param progress may cancel, by a {@link CancellationException} */
	FramePictures(final ImageAttributes attributes, final SegmentedFrames frames,
		final Progress progress)
	{
		this.attributes = attributes;
		this.frames = frames;
		this.progress = progress;
	}

	/** @param largest label */
	ImagePlus labels(final int largest) {
		final boolean wide = largest >= LabelPlanes.WIDE;
		final int like = attributes.channels() == 1 ? 1 : 0;
		final ImagePlus result = picture("labels", new int[] { like },
			(frame, steps) -> FrameDrawings.labels(frame, wide));
		result.getCalibration().disableDensityCalibration();
		result.setDisplayRange(0, Palette.LAST);
		for (int n = 1; n <= frames.size(); n++)
			tellNames(frames.learned(n), result);
		return result;
	}

	/** As properties of the image, which ImageJ shows, saves and gives to macros. */
	private static void tellNames(final ImageClusters clusters, final ImagePlus labels) {
		for (final int label : clusters.labels().all()) {
			final String name = clusters.nameOfLabel(label);
			if (!name.isEmpty()) labels.setProp("Cluster " + label, name);
		}
	}

	ImagePlus segmented() {
		return picture("segmented", frames.source().channels(), SegmentedFrame::segmentedChannels);
	}

	ImagePlus masked(final Background background, final int... removed) {
		final BitSet numbers = FrameDrawings.numbers(removed);
		return picture("masked", allChannels(),
			(frame, steps) -> FrameDrawings.masked(frame, numbers, background, steps));
	}

	ImagePlus kept(final Background background, final int... kept) {
		final BitSet numbers = FrameDrawings.numbers(kept);
		return picture("kept", allChannels(),
			(frame, steps) -> kept(frame, numbers, background, steps));
	}

	/** Pixels are removed from all of them, wherever their clusters were found. */
	private int[] allChannels() {
		return IntStream.rangeClosed(1, attributes.channels()).toArray();
	}

	private ImageProcessor[] kept(final SegmentedFrame frame, final BitSet numbers,
		final Background background, final Steps steps)
	{
		return FrameDrawings.kept(frame, numbers, background, frames.source().selected(), steps);
	}

	/** @param labels of which each has a picture of each frame */
	ImagePlus maskedEach(final Background background, final int... labels) {
		return each("masked", "without ", labels, (frame, number, steps) -> FrameDrawings.masked(frame,
			FrameDrawings.numbers(number), background, steps));
	}

	/** @param labels of which each has a picture of each frame */
	ImagePlus keptEach(final Background background, final int... labels) {
		return each("kept", "only ", labels,
			(frame, number, steps) -> kept(frame, FrameDrawings.numbers(number), background, steps));
	}

	/** Draws the channels of a frame for a label, and checks the steps. */
	@FunctionalInterface
	private interface Drawing {

		ImageProcessor[] of(SegmentedFrame frame, int number, Steps steps);
	}

	/** The shown frame in the colours of each iteration. */
	ImagePlus trace(final Trace trace) {
		final int c = frames.source().channels().length;
		return attributes.expanded(trace.title(), frames.source().channels(), trace.size(),
			stack(trace.size(), c,
				(n, steps) -> frames.shown(trace.clusters(n - 1)).segmentedChannels(steps),
				n -> trace.label((n - 1) / c)));
	}

	private ImagePlus each(final String kind, final String caption, final int[] labels,
		final Drawing drawing)
	{
		final int k = labels.length;
		final int c = attributes.channels();
		return attributes.expanded(kind, allChannels(), k,
			stack(frames.size() * k, c,
				(n, steps) -> drawing.of(frames.frame((n - 1) / k + 1, steps.within()), labels[(n - 1) % k],
					steps),
				n -> captioned(attributes.sliceLabel((n - 1) / (c * k) + 1, (n - 1) % c + 1),
					caption + frames.learned((n - 1) / (c * k) + 1).caption(labels[(n - 1) / c % k]))));
	}

	/** Before the first line break, because ImageJ shows the first line. */
	private static String captioned(final String label, final String caption) {
		return label == null ? caption : label.replaceFirst("(?s)^([^\n]*)", "$1 " + caption);
	}

	/** @param channels the numbers of those that are pictured, or 0 for something else */
	private ImagePlus picture(final String kind, final int[] channels,
		final BiFunction<SegmentedFrame, Steps, ImageProcessor[]> draw)
	{
		final int c = channels.length;
		return attributes.picture(kind, channels,
			stack(frames.size(), c, (n, steps) -> draw.apply(frames.frame(n, steps.within()), steps),
				n -> attributes.sliceLabel((n - 1) / c + 1, channels[(n - 1) % c])));
	}

	private ImageStack stack(final int pictures, final int channels,
		final BiFunction<Integer, Steps, ImageProcessor[]> draw, final IntFunction<String> label)
	{
		if (frames.source().areVirtual()
			|| !FreeMemory.isRoomFor(2.0 * pictures * channels * frames.source().bytesOfChannel()))
			return new FrameStack(pictures, channels, n -> draw.apply(n, Steps.UNHEARD), label);
		final Steps steps = new Steps(progress, "drawing", pictures);
		return FrameStack.inMemory(pictures, channels, n -> draw.apply(n, steps), label, steps);
	}
}
