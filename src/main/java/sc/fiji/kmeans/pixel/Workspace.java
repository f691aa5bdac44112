package sc.fiji.kmeans.pixel;

import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.RunMemory;
import sc.fiji.kmeans.cluster.Steps;

/**
 * What a run or a film uses again from frame to frame: the large arrays that count the
 * pixels of a frame, cluster and label them. For one frame after another: a histogram
 * or a labeler holds until this makes the next one. Parts of a frame are done in
 * parallel, but two threads must not use a workspace, or what it made, at once.
 */
public final class Workspace {

	private SourceCounter counter = new SourceCounter();
	/** Null before the first source, and after one that was cancelled. */
	private FrameHistogram histogram;
	/** Whether a count has begun and did not end. */
	private boolean isCounting;
	private final RunMemory memory = new RunMemory();
	private final LabelTables tables = new LabelTables();
	/** The last one; null before the first. */
	private PixelLabeler labeler;

	/**
	 * Counts the pixels of a source, until the next one is counted.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	public ValueHistogram count(final PixelSource source, final Progress progress) {
		if (histogram != null) histogram.expire();
		histogram = null;
		if (labeler != null && labeler.isOfCounted()) labeler = null;
		// The threads of a cancelled count may go on a while with its buffers.
		if (isCounting) counter = new SourceCounter();
		isCounting = true;
		histogram = new FrameHistogram(source.format(), counter.count(source, progress), memory);
		isCounting = false;
		return histogram;
	}

	/**
	 * Points to be clustered.
	 *
	 * @param order of centres
	 * @param fractionBits a unit of the points is 2<sup>-fractionBits</sup>
	 */
	public LocatedHistogram located(final LocatedPoints points, final Comparator<double[]> order,
		final int fractionBits)
	{
		return new LocatedHistogram(points, points.values(), order, fractionBits, memory);
	}

	/**
	 * A labeler of values; the last one if that is what it is for.
	 *
	 * @param format of the values
	 * @param space of the clusters
	 * @param steps that are checked now and then
	 */
	public PixelLabeler labeler(final PixelFormat format, final ValueSpace space,
		final Clusters clusters, final Steps steps)
	{
		if (!isFor(format, space, clusters) || labeler.isOfCounted()) {
			final PixelLabeler made = begun(format, space, clusters, steps);
			known(format, space).ifPresent(located -> made.learn(histogram.counts(), located, steps));
			labeler = made;
		}
		return labeler;
	}

	/**
	 * A labeler that is asked for no values but the values of the source that was counted last, until
	 * another one is. It takes less time.
	 *
	 * @param format of the values
	 * @param space of the clusters
	 * @param steps that are checked now and then
	 */
	public PixelLabeler labelerOfCounted(final PixelFormat format, final ValueSpace space,
		final Clusters clusters, final Steps steps)
	{
		if (!isFor(format, space, clusters)) {
			final PixelLabeler made = begun(format, space, clusters, steps);
			known(format, space).ifPresent(located -> made.learnAll(histogram.counts(), located, steps));
			labeler = made;
		}
		return labeler;
	}

	/** Takes the tables of the last one, which is none any more if this one is cancelled. */
	private PixelLabeler begun(final PixelFormat format, final ValueSpace space,
		final Clusters clusters, final Steps steps)
	{
		labeler = null;
		final PixelLabeler made = new PixelLabeler(format, space, clusters, tables);
		made.divide(steps);
		return made;
	}

	private boolean isFor(final PixelFormat format, final ValueSpace space, final Clusters clusters) {
		return labeler != null && labeler.isFor(format, space, clusters);
	}

	private Optional<LocatedCounts> known(final PixelFormat format, final ValueSpace space) {
		return histogram != null && histogram.format().equals(format)
			? histogram.known(space)
			: Optional.empty();
	}
}
