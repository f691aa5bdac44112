package sc.fiji.kmeans.segment;

import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.Frames;
import sc.fiji.kmeans.image.IgnoredPixels;
import sc.fiji.kmeans.image.ImagePixels;
import sc.fiji.kmeans.image.SelectedPixels;

/**
 * The frames of an image that are segmented, their clusters, and the label of each
 * pixel. Those of a virtual stack are labelled when they are looked at.
 */
final class SegmentedFrames {

	/** The share of counting in the learning of a frame. */
	private static final double COUNTED = 0.2;
	/** Labelling is the rest. */
	private static final double LEARNED = 0.8;

	private final SegmentationOptions options;
	private final SourceImage source;
	private final Frames frames;
	private final Roi selection;
	private final IgnoredPixels ignored;
	/** The numbers of the frames that are segmented. */
	private final int[] numbers;
	/** Of each of them. */
	private final List<ImageClusters> clusters = new ArrayList<>();
	/** Each of them, or the last one that was looked at if frames are virtual. */
	private final Map<Integer, SegmentedFrame> segmented = new HashMap<>();

	/** Takes the frames; their clusters are learned or applied then. */
	SegmentedFrames(final SourceImage source, final SegmentationOptions options) {
		this.source = source;
		this.options = options;
		frames = new Frames(source.image());
		selection = source.selection();
		ignored = new IgnoredPixels(options.ignored(), options.noData(),
			source.image().getCalibration().copy());
		final int current = current();
		numbers = options.frames() == FrameMode.CURRENT
			? new int[] { current }
			: IntStream.rangeClosed(1, frames.size()).toArray();
	}

	/** The number of the frame that is meant where one is. */
	private int current() {
		options.requireFrame(frames.size());
		return options.frame().orElse(frames.current());
	}

	/** Finds the clusters of all frames. */
	void learn(final Progress progress) {
		if (options.frames() == FrameMode.EACH) learnEach(worker(), progress);
		else if (options.frames() == FrameMode.TOGETHER) learnOnce(worker(), numbers, progress);
		else learnOnce(worker(), new int[] { current() }, progress);
	}

	FrameWorker worker() {
		return new FrameWorker(options, ignored);
	}

	/** Each frame its clusters, with the numbers of those before. */
	private void learnEach(final FrameWorker worker, final Progress progress) {
		Optional<ImageClusters> known = options.reference().map(Numbering::known);
		for (int i = 0; i < numbers.length; i++) {
			final Progress part = progress.part((double) i / numbers.length, (i + 1.0) / numbers.length);
			final Optional<ImageClusters> learned = learned(worker, numbers[i], known, part);
			clusters.add(learned.orElse(null));
			if (!learned.isPresent()) continue;
			known = Optional.of(Numbering.known(known.orElse(learned.get()), learned.get()));
			if (source.mayBeSampled()) keep(worker, numbers[i], part.part(LEARNED, 1));
		}
		fillGaps(worker);
	}

	/** Of a frame, whose labels are made, too, unless they are made later. */
	private Optional<ImageClusters> learned(final FrameWorker worker, final int frame,
		final Optional<ImageClusters> known, final Progress progress)
	{
		if (areVirtual() || source.mayBeSampled()) {
			final Learning learning = counting(worker, new int[] { frame }, progress.part(0, COUNTED));
			return learning.isEmpty()
				? Optional.empty()
				: Optional.of(learning.learned(known, progress.part(COUNTED, LEARNED)));
		}
		final Optional<SegmentedFrame> made = worker.segmented(frames.frame(frame), selection,
			(learning, part) -> learning.learned(known, part), null, progress);
		made.ifPresent(it -> segmented.put(frame, it));
		return made.map(SegmentedFrame::clusters);
	}

	/** Frames, counted; of a large image with too many different pixels a sample. */
	private Learning counting(final FrameWorker worker, final int[] counted,
		final Progress progress)
	{
		return Learning.counted(worker.learning().of(source.sample()),
			learning -> count(counted, worker, learning, progress), progress.part(1, 1));
	}

	private void count(final int[] counted, final FrameWorker worker, final Learning learning,
		final Progress progress)
	{
		for (int i = 0; i < counted.length; i++) {
			final Progress part = progress.part((double) i / counted.length, (i + 1.0) / counted.length);
			if (source.isInBands()) source.count(counted[i], worker, learning, part);
			else learning.add(worker.pixels(frames.frame(counted[i]), selection).at(counted[i], 0), part);
		}
	}

	/**
	 * Frames without pixels have the clusters of the frame before, or of the first one
	 * that has some.
	 */
	private void fillGaps(final FrameWorker worker) {
		ImageClusters last = clusters.stream()
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow(() -> nothing(numbers));
		for (int i = 0; i < numbers.length; i++) {
			if (clusters.get(i) != null) last = clusters.get(i);
			else {
				clusters.set(i, last.applied());
				keep(worker, numbers[i], Progress.NONE);
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
			final FrameWorker ofData = new FrameWorker(options, ignored.onlyBackground());
			return !counting(ofData, new int[] { frame }, Progress.NONE).isEmpty();
		});
	}

	/** All frames the clusters of some. */
	private void learnOnce(final FrameWorker worker, final int[] learned, final Progress progress) {
		final Learning learning = counted(worker, learned, progress.part(0, 0.4));
		apply(worker,
			Collections.singletonList(
				learning.learned(options.reference().map(Numbering::known), progress.part(0.4, 0.8))),
			progress.part(0.8, 1));
	}

	private Learning counted(final FrameWorker worker, final int[] learned, final Progress progress) {
		final Learning learning = counting(worker, learned, progress);
		if (learning.isEmpty()) throw nothing(learned);
		return learning;
	}

	/**
	 * What suggests a number of clusters: all frames that share their clusters, or the one that is
	 * shown.
	 */
	Learning decisive(final Progress progress) {
		return counted(worker(),
			options.frames() == FrameMode.TOGETHER ? numbers : new int[] { current() }, progress);
	}

	/** The frame that is shown, its pixels with their nearest clusters and nothing else. */
	SegmentedFrame shown(final ImageClusters nearest) {
		final ImageProcessor[] channels = frames.frame(numbers[shown() - 1]);
		return new FrameWorker(options.withMinSize(0), ignored).labelled(channels, selection, nearest,
			Progress.NONE);
	}

	/** The number among these of the frame that is shown. */
	private int shown() {
		return numbers.length == 1 ? 1 : current();
	}

	/**
	 * Gives the frames clusters.
	 *
	 * @param learned for all frames, or of each
	 * @throws IllegalArgumentException if they do not fit the frames
	 */
	void apply(final List<ImageClusters> learned, final Progress progress) {
		apply(worker(), learned, progress);
	}

	private void apply(final FrameWorker worker, final List<ImageClusters> learned,
		final Progress progress)
	{
		if (learned.size() > 1 && learned.size() != numbers.length)
			throw new IllegalArgumentException(
				"clusters of " + learned.size() + " frames: take an image of as many, and this one has "
					+ numbers.length + " (frames=together, current or apply makes clusters for all frames)");
		// Frames of a virtual stack are not labelled before they are looked at.
		if (areVirtual()) worker.pixels(frames.frame(1), selection).requireKind(learned.get(0).kind());
		for (int i = 0; i < numbers.length; i++) {
			clusters.add(learned.get(learned.size() == 1 ? 0 : i));
			keep(worker, numbers[i],
				progress.part((double) i / numbers.length, (i + 1.0) / numbers.length));
		}
	}

	/** Labels a frame, if it is not to be labelled when it is looked at. */
	private void keep(final FrameWorker worker, final int frame, final Progress progress) {
		if (!areVirtual()) segmented.put(frame, labelled(worker, frame, progress));
	}

	private SegmentedFrame labelled(final FrameWorker worker, final int frame,
		final Progress progress)
	{
		return worker.labelled(frames.frame(frame), selection, clusters.get(index(frame)), progress);
	}

	/** Changes the clusters; frames that share some go on to share them. */
	void describe(final UnaryOperator<ImageClusters> change) {
		final Map<ImageClusters, ImageClusters> changed = new IdentityHashMap<>();
		clusters.replaceAll(before -> changed.computeIfAbsent(before, change));
	}

	/** 1 for each pixel that is selected, 0 for the others; nothing if all are. */
	Optional<ImageProcessor> selected() {
		return options.isAppliedToAll() || selection == null || !selection.isArea()
			? Optional.empty()
			: Optional.of(SelectedPixels.mask(selection, first()[0]));
	}

	/** The numbers of the frames that are segmented. */
	int[] numbers() {
		return numbers.clone();
	}

	/** The numbers of the channels that are segmented. */
	int[] channels() {
		return options.channels().numbers(frames.channels());
	}

	/** These channels of the first of them. */
	ImageProcessor[] first() {
		return options.channels().of(frames.frame(numbers[0]));
	}

	/** How many there are. */
	int size() {
		return numbers.length;
	}

	/** Whether they are labelled when they are looked at. */
	boolean areVirtual() {
		return source.isInBands() || frames.isVirtual();
	}

	/** @param number 1 to size */
	ImageClusters learned(final int number) {
		return clusters.get(number - 1);
	}

	private int index(final int frame) {
		return numbers.length == 1 ? 0 : frame - 1;
	}

	/** @param number 1 to size */
	synchronized SegmentedFrame frame(final int number) {
		final int frame = numbers[number - 1];
		if (!segmented.containsKey(frame)) {
			segmented.clear();
			segmented.put(frame, labelled(worker(), frame, Progress.NONE));
		}
		return segmented.get(frame);
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
		final ImageProcessor labels = frame(shown()).labels();
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
