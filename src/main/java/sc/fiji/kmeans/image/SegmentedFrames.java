package sc.fiji.kmeans.image;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;
import sc.fiji.kmeans.pixel.LabelTables;
import sc.fiji.kmeans.pixel.PixelCounter;

/**
 * The frames of an image that are segmented, their clusters, and the label of each
 * pixel. Those of a virtual stack are labelled when they are looked at.
 */
final class SegmentedFrames {

	/** Part of the work of labelling a frame that was not learned from. */
	private static final double NUMBERING = 0.4;
	/** Pixels between two checks, less than a millisecond. */
	private static final int CHECKED = 1 << 16;

	private final SegmentationOptions options;
	private final Frames frames;
	private final Roi selection;
	private final IgnoredPixels ignored;
	/** The numbers of the frames that are segmented. */
	private final int[] numbers;
	/** Of each of them. */
	private final List<LearnedClusters> clusters = new ArrayList<>();
	/** Each of them, or the last one that was looked at if frames are virtual. */
	private final Map<Integer, SegmentedPlane> planes = new HashMap<>();

	/** Takes the frames; their clusters are learned or applied then. */
	SegmentedFrames(final ImagePlus image, final SegmentationOptions options) {
		this.options = options;
		frames = new Frames(image);
		selection = image.getRoi() == null ? null : (Roi) image.getRoi().clone();
		ignored = new IgnoredPixels(options, image.getCalibration().copy());
		numbers = options.frames() == FrameMode.CURRENT
			? new int[] { frames.current() }
			: IntStream.rangeClosed(1, frames.size()).toArray();
	}

	/** Finds the clusters of all frames. */
	void learn(final Progress progress) {
		if (options.frames() == FrameMode.EACH) learnEach(progress);
		else if (options.frames() == FrameMode.TOGETHER) learnOnce(numbers, progress);
		else learnOnce(new int[] { frames.current() }, progress);
	}

	/** Each frame its clusters, with the numbers of those before. */
	private void learnEach(final Progress progress) {
		final PixelCounter counter = new PixelCounter();
		final LabelTables tables = new LabelTables();
		KnownClusters known = known();
		for (int i = 0; i < numbers.length; i++) {
			final Progress part = progress.part((double) i / numbers.length, (i + 1.0) / numbers.length);
			final Learning learning = new Learning(options, counter);
			final FramePixels pixels = pixels(numbers[i], null, part.part(0, 0.15));
			learning.add(pixels, part.part(0.15, 0.2));
			clusters.add(learning.isEmpty() ? null : learning.learned(known, part.part(0.2, 0.8)));
			if (learning.isEmpty()) continue;
			known = known.with(clusters.get(i));
			keep(numbers[i], pixels, tables, part.part(0.8, 1));
		}
		fillGaps();
	}

	/**
	 * Frames without pixels have the clusters of the frame before, or of the first one
	 * that has some.
	 */
	private void fillGaps() {
		LearnedClusters last = clusters.stream()
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow(() -> nothing(numbers));
		for (int i = 0; i < numbers.length; i++) {
			if (clusters.get(i) != null) last = clusters.get(i);
			else {
				clusters.set(i, last.applied());
				keep(numbers[i], null, new LabelTables(), Progress.NONE);
			}
		}
	}

	/** @param learned frames of which none has pixels */
	private IllegalArgumentException nothing(final int[] learned) {
		return new IllegalArgumentException("There are no pixels to cluster"
			+ (frames.size() == 1
				? ""
				: learned.length == 1
					? " in frame " + learned[0]
					: " in any of the " + learned.length + " frames")
			+ (areNoData(learned) ? ": all have the no-data value " + ignored.noDataText() : ""));
	}

	/** Whether there would be pixels if none were no data. */
	private boolean areNoData(final int[] learned) {
		return ignored.haveNoData() && Arrays.stream(learned).anyMatch(frame -> {
			final ImageProcessor[] channels = frames.frame(frame);
			final Learning all = new Learning(options, new PixelCounter());
			all.add(FramePixels.of(channels, selection, ignored.onlyBackground(),
				new ChannelVectors(channels.length).heardBy(Progress.NONE)), Progress.NONE);
			return !all.isEmpty();
		});
	}

	/** All frames the clusters of some. */
	private void learnOnce(final int[] learned, final Progress progress) {
		final Learning learning = new Learning(options, new PixelCounter());
		ChannelVectors vectors = null;
		for (int i = 0; i < learned.length; i++) {
			final Progress part = progress.part(0.4 * i / learned.length, 0.4 * (i + 1) / learned.length);
			final FramePixels pixels = pixels(learned[i], vectors, part.part(0, 0.7));
			vectors = pixels.vectors();
			learning.add(pixels, part.part(0.7, 1));
		}
		if (learning.isEmpty()) throw nothing(learned);
		apply(Collections.singletonList(learning.learned(known(), progress.part(0.4, 0.8))),
			progress.part(0.8, 1));
	}

	/**
	 * Gives the frames clusters.
	 *
	 * @param learned for all frames, or of each
	 * @throws IllegalArgumentException if they do not fit the frames
	 */
	void apply(final List<LearnedClusters> learned, final Progress progress) {
		if (learned.size() > 1 && learned.size() != numbers.length)
			throw new IllegalArgumentException(
				"clusters of " + learned.size() + " frames: take an image of as many, and this one has "
					+ numbers.length + " (frames=together, current or apply makes clusters for all frames)");
		// Frames of a virtual stack are not labelled before they are looked at.
		if (frames.isVirtual()) learned.get(0).requireFit(pixels(1, null, progress.part(0, 0)));
		final LabelTables tables = new LabelTables();
		for (int i = 0; i < numbers.length; i++) {
			clusters.add(learned.get(learned.size() == 1 ? 0 : i));
			keep(numbers[i], null, tables,
				progress.part((double) i / numbers.length, (i + 1.0) / numbers.length));
		}
	}

	private KnownClusters known() {
		return options.reference().map(KnownClusters::of).orElse(KnownClusters.NONE);
	}

	/** @param vectors null for new ones */
	private FramePixels pixels(final int frame, final ChannelVectors vectors,
		final Progress progress)
	{
		final ImageProcessor[] channels = frames.frame(frame);
		return FramePixels.of(channels, selection, ignored,
			(vectors == null ? new ChannelVectors(channels.length) : vectors).heardBy(progress));
	}

	/**
	 * Labels a frame, if it is not to be labelled when it is looked at.
	 *
	 * @param learned pixels that it was learned from, if they are at hand
	 * @param tables of the frame before
	 */
	private void keep(final int frame, final FramePixels learned, final LabelTables tables,
		final Progress progress)
	{
		if (!frames.isVirtual()) planes.put(frame, plane(frame, learned, tables, progress));
	}

	private SegmentedPlane plane(final int frame, final FramePixels learned, final LabelTables tables,
		final Progress progress)
	{
		final ImageProcessor[] channels = frames.frame(frame);
		final FramePixels pixels = learned != null && !options.isAppliedToAll()
			? learned
			: FramePixels.of(channels, options.isAppliedToAll() ? null : selection, ignored,
				new ChannelVectors(channels.length).heardBy(progress.part(0, NUMBERING)));
		final LearnedClusters learnedClusters = clusters.get(index(frame));
		learnedClusters.requireFit(pixels);
		return plane(channels, new Labelling(pixels, learnedClusters, tables),
			progress.part(pixels == learned ? 0 : NUMBERING, 1));
	}

	private SegmentedPlane plane(final ImageProcessor[] channels, final Labelling labelling,
		final Progress progress)
	{
		final double labelled = options.minSize() > 1 ? 0.5 : 1;
		final ImageProcessor labels = labelling.labels(null, progress.part(0, labelled));
		SmallRegions.dissolve(labels, options.minSize(), progress.part(labelled, 1));
		return new SegmentedPlane(channels, labels, labelling.clusters(), labelling.isOfAll());
	}

	/**
	 * A picture of a plane with the pixels outside the selection as they are; of
	 * colours they are opaque.
	 *
	 * @param steps that are checked now and then
	 */
	ImageProcessor[] unchangedOutside(final ImageProcessor[] picture, final SegmentedPlane plane,
		final Steps steps)
	{
		selected().ifPresent(selected -> {
			for (int c = 0; c < picture.length; c++)
				for (int i = 0; i < selected.getPixelCount(); i++) {
					if (i % CHECKED == 0) steps.check();
					if (selected.get(i) == 0) copy(i, plane.channels()[c], picture[c]);
				}
		});
		return picture;
	}

	/** 1 for each pixel that is selected, 0 for the others; nothing if all are. */
	Optional<ImageProcessor> selected() {
		return options.isAppliedToAll() || selection == null || !selection.isArea()
			? Optional.empty()
			: Optional.of(SelectedPixels.mask(selection, first()[0]));
	}

	private static void copy(final int i, final ImageProcessor from, final ImageProcessor to) {
		if (from instanceof FloatProcessor) to.setf(i, from.getf(i));
		else to.set(i, from instanceof ColorProcessor ? from.get(i) | 0xff000000 : from.get(i));
	}

	/** The numbers of the frames that are segmented. */
	int[] numbers() {
		return numbers.clone();
	}

	/** The channels of the first of them. */
	ImageProcessor[] first() {
		return frames.frame(numbers[0]);
	}

	/** How many there are. */
	int size() {
		return numbers.length;
	}

	boolean areVirtual() {
		return frames.isVirtual();
	}

	/** @param plane 1 to size */
	LearnedClusters learned(final int plane) {
		return clusters.get(plane - 1);
	}

	private int index(final int frame) {
		return numbers.length == 1 ? 0 : frame - 1;
	}

	/** @param plane 1 to size */
	synchronized SegmentedPlane plane(final int plane) {
		final int frame = numbers[plane - 1];
		if (!planes.containsKey(frame)) {
			planes.clear();
			planes.put(frame, plane(frame, null, new LabelTables(), Progress.NONE));
		}
		return planes.get(frame);
	}

	/** Memory for a channel of a picture, in bytes. */
	long bytesOfChannel() {
		final ImageProcessor first = first()[0];
		final int bits = ImagePixels.isIndexed(first()) || first instanceof ColorProcessor
			? 32
			: first.getBitDepth();
		return (long) first.getPixelCount() * bits / Byte.SIZE;
	}

	/**
	 * The labels of the pixels of the frame that is shown under the selection, which
	 * may be a point, a line or an area; ascending.
	 *
	 * @param key of the setting that asks, for the message
	 * @throws IllegalArgumentException if nothing segmented is selected
	 */
	int[] numbersUnderSelection(final String key) {
		if (selection == null)
			throw new IllegalArgumentException(key + " = selection: takes an image with a selection");
		final ImageProcessor labels = plane(numbers.length == 1 ? 1 : frames.current()).labels();
		final int[] found = SelectedPixels.of(selection, labels)
			.map(labels::get)
			.filter(j -> j > 0)
			.distinct()
			.sorted()
			.toArray();
		if (found.length == 0)
			throw new IllegalArgumentException(
				key + " = selection: takes a selection of pixels that are segmented");
		return found;
	}
}
