package sc.fiji.kmeans.segment;

import ij.process.ImageProcessor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.SelectedPixels;
import sc.fiji.kmeans.model.ImageClusters;

/**
 * The clusters of frames, and the label of each pixel. Frames of a virtual stack are labelled
 * when they are looked at. Those here are numbered from 1 on.
 */
final class SegmentedFrames {

	private final SelectedFrames frames;
	/** Of each frame; null where there are none yet. */
	private final List<ImageClusters> clusters = new ArrayList<>();
	/** Each of them, or the last one that was looked at if frames are virtual. */
	private final Map<Integer, SegmentedFrame> segmented = new HashMap<>();

	/** None yet. */
	SegmentedFrames(final SelectedFrames frames) {
		this.frames = frames;
	}

	/**
	 * Frames with clusters.
	 *
	 * @param clusters for all frames, or of each
	 * @throws IllegalArgumentException if they do not fit the frames
	 */
	static SegmentedFrames of(final SelectedFrames frames, final FrameWorker worker,
		final List<ImageClusters> clusters, final Progress progress)
	{
		final int n = frames.size();
		if (clusters.size() > 1 && clusters.size() != n)
			throw new IllegalArgumentException(
				"clusters of " + clusters.size() + " frames: take an image of as many, and this one has "
					+ n + " (frames=together, current or apply makes clusters for all frames)");
		final SegmentedFrames segmented = new SegmentedFrames(frames);
		// Frames of a virtual stack are not labelled before they are looked at.
		if (frames.areVirtual())
			worker.pixels(frames.channels(1), frames.selection()).requireKind(clusters.get(0).kind());
		for (int i = 0; i < n; i++)
			segmented.add(clusters.get(clusters.size() == 1 ? 0 : i), worker,
				progress.part((double) i / n, (i + 1.0) / n));
		return segmented;
	}

	/** Adds the next frame, labelled now unless frames are virtual. */
	void add(final ImageClusters own, final FrameWorker worker, final Progress progress) {
		clusters.add(own);
		label(size(), worker, progress);
	}

	/** Adds the next frame. */
	void add(final SegmentedFrame frame) {
		clusters.add(frame.clusters());
		segmented.put(size(), frame);
	}

	/** Adds a frame without pixels. */
	void addGap() {
		clusters.add(null);
	}

	/** Whether no frame has pixels. */
	boolean areGaps() {
		return clusters.stream().allMatch(Objects::isNull);
	}

	/**
	 * Frames without pixels have the clusters of the frame before, or of the first one
	 * that has some.
	 */
	void fillGaps(final FrameWorker worker, final Progress progress) {
		ImageClusters last = clusters.stream().filter(Objects::nonNull).findFirst().get();
		for (int i = 0; i < size(); i++) {
			if (clusters.get(i) != null) last = clusters.get(i);
			else {
				clusters.set(i, last.applied());
				label(i + 1, worker, progress);
			}
		}
	}

	private void label(final int number, final FrameWorker worker, final Progress progress) {
		if (!frames.areVirtual()) segmented.put(number, labelled(number, worker, progress));
	}

	private SegmentedFrame labelled(final int number, final FrameWorker worker,
		final Progress progress)
	{
		return worker.labelled(frames.channels(frames.numbers()[number - 1], progress),
			frames.selection(), learned(number), progress);
	}

	/** Changes the clusters; frames that share some go on to share them. */
	void describe(final UnaryOperator<ImageClusters> change) {
		final Map<ImageClusters, ImageClusters> changed = new IdentityHashMap<>();
		clusters.replaceAll(before -> changed.computeIfAbsent(before, change));
	}

	/** Which they are. */
	SelectedFrames source() {
		return frames;
	}

	/** How many there are. */
	int size() {
		return clusters.size();
	}

	/** @param number 1 to size */
	ImageClusters learned(final int number) {
		return clusters.get(number - 1);
	}

	/** @param number 1 to size */
	synchronized SegmentedFrame frame(final int number, final Progress progress) {
		if (!segmented.containsKey(number)) {
			segmented.clear();
			segmented.put(number, labelled(number, frames.worker(), progress));
		}
		return segmented.get(number);
	}

	/** The frame that is shown, its pixels with their nearest clusters and nothing else. */
	SegmentedFrame shown(final ImageClusters nearest) {
		final FrameWorker plain = frames.worker().with(frames.options().withMinSize(0));
		return plain.labelled(frames.channels(frames.numbers()[shown() - 1]), frames.selection(),
			nearest, Progress.NONE);
	}

	/** The number of the frame that is shown. */
	private int shown() {
		return size() == 1 ? 1 : frames.current();
	}

	/**
	 * The labels of the pixels of the frame that is shown under the selection, which
	 * may be a point, a line or an area; ascending.
	 *
	 * @param key of the setting that asks, for the message
	 * @throws IllegalArgumentException if nothing segmented is selected
	 */
	int[] numbersUnderSelection(final String key, final Progress progress) {
		if (frames.selection() == null)
			throw new IllegalArgumentException(key + " = selection: takes an image with a selection");
		final ImageProcessor labels = frame(shown(), progress).labels();
		final int[] found = SelectedPixels.of(frames.selection(), labels)
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
