package sc.fiji.kmeans.segment;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.model.FrameMode;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.Numbering;
import sc.fiji.kmeans.model.SegmentationOptions;

/**
 * Learns the clusters of the frames of an image: of each its own, or for all the clusters of some.
 * Used once.
 */
final class FrameLearning {

	private final SelectedFrames frames;
	private final FrameWorker worker;
	/** Of the frames that decide; null before they were counted. */
	private Learning decisive;

	FrameLearning(final SelectedFrames frames) {
		this(frames, frames.worker(), null);
	}

	private FrameLearning(final SelectedFrames frames, final FrameWorker worker,
		final Learning decisive)
	{
		this.frames = frames;
		this.worker = worker;
		this.decisive = decisive;
	}

	/** This learning with another number of clusters; what was counted is not counted again. */
	FrameLearning with(final SegmentationOptions options) {
		final SelectedFrames others = frames.with(options);
		return new FrameLearning(others, worker.with(others.options()),
			decisive == null ? null : decisive.with(others.options()));
	}

	/**
	 * Counts the frames that suggest a number of clusters: all that share their clusters, or the
	 * one that is shown.
	 */
	Learning decisive(final Progress progress) {
		decisive = counted(frames.options().frames() == FrameMode.TOGETHER
			? frames.numbers()
			: new int[] { frames.current() }, progress);
		return decisive;
	}

	/** The frames with the clusters that they were learned for. */
	SegmentedFrames learned(final Progress progress) {
		return frames.options().frames() == FrameMode.EACH ? each(progress) : once(progress);
	}

	/** Each frame its clusters, with the numbers of those before. */
	private SegmentedFrames each(final Progress progress) {
		final SegmentedFrames learned = new SegmentedFrames(frames);
		Optional<ImageClusters> known = frames.options().reference().map(Numbering::known);
		for (int n = 1; n <= frames.size(); n++) {
			final Progress part = progress.part((n - 1.0) / frames.size(), (double) n / frames.size());
			final Optional<ImageClusters> own = learn(n, known, learned, part);
			if (own.isPresent()) known = Optional.of(Numbering.known(known.orElse(own.get()), own.get()));
			else learned.addGap();
		}
		if (learned.areGaps()) throw nothing(frames.numbers());
		learned.fillGaps(worker, progress.part(1, 1));
		return learned;
	}

	/** Of a frame, whose labels are made, too, unless they are made later. */
	private Optional<ImageClusters> learn(final int n, final Optional<ImageClusters> known,
		final SegmentedFrames learned, final Progress progress)
	{
		final int number = frames.numbers()[n - 1];
		if (isCounted(n) || frames.areVirtual() || frames.mayBeSampled())
			return learnApart(n, known, learned, progress);
		final Optional<SegmentedFrame> frame = worker.segmented(frames.channels(number),
			frames.selection(), Learning.anew(known), progress);
		frame.ifPresent(learned::add);
		return frame.map(SegmentedFrame::clusters);
	}

	/** Whether it has been counted for the number of clusters, and none since. */
	private boolean isCounted(final int n) {
		return decisive != null && n == 1 && frames.numbers()[0] == frames.current();
	}

	/** Of a frame that is not at hand, or may be too large: it is labelled for itself. */
	private Optional<ImageClusters> learnApart(final int n, final Optional<ImageClusters> known,
		final SegmentedFrames learned, final Progress progress)
	{
		final Learning learning = isCounted(n)
			? decisive
			: frames.counted(worker, new int[] { frames.numbers()[n - 1] },
				progress.part(0, FrameWorker.COUNTED));
		if (learning.isEmpty()) return Optional.empty();
		final ImageClusters own = learning.learned(known,
			progress.part(FrameWorker.COUNTED, FrameWorker.LEARNED));
		learned.add(own, worker, progress.part(FrameWorker.LEARNED, 1));
		return Optional.of(own);
	}

	/** All frames the clusters of some. */
	private SegmentedFrames once(final Progress progress) {
		final Learning learning = decisive == null ? decisive(progress.part(0, 0.4)) : decisive;
		final ImageClusters clusters = learning
			.learned(frames.options().reference().map(Numbering::known), progress.part(0.4, 0.8));
		return SegmentedFrames.of(frames, worker, Collections.singletonList(clusters),
			progress.part(0.8, 1));
	}

	private Learning counted(final int[] numbers, final Progress progress) {
		final Learning learning = frames.counted(worker, numbers, progress);
		if (learning.isEmpty()) throw nothing(numbers);
		return learning;
	}

	/** @param learned numbers of frames of which none has pixels */
	private IllegalArgumentException nothing(final int... learned) {
		return new IllegalArgumentException("There are no pixels to cluster"
			+ (frames.sizeOfImage() == 1
				? ""
				: learned.length == 1
					? " in frame " + learned[0]
					: " in any of the " + learned.length + " frames")
			+ (areNoData(learned) ? ": all have the no-data value " + frames.noDataText() : ""));
	}

	/** Whether there would be pixels if none were no data. */
	private boolean areNoData(final int... learned) {
		final SelectedFrames withData = frames.withoutNoData();
		return frames.haveNoData() && Arrays.stream(learned)
			.anyMatch(number -> !withData.counted(withData.worker(), new int[] { number }, Progress.NONE)
				.isEmpty());
	}
}
