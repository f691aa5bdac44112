package sc.fiji.kmeans.pixel;

import java.util.concurrent.CancellationException;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.Steps;

/** Counts the pixels of one source after another of a format in the same buffers. */
final class SourceCounter {

	/** Counted the last source, or its parts; null if its values were wide. */
	private PartCounter parts;
	/** Added up the parts of the last source; null if it was counted at once. */
	private PagedCounts sum;
	/** Counted the last source if its values were wide, or null. */
	private WideCounter wide;

	/**
	 * How often each value occurs, until the next source is counted.
	 *
	 * @throws CancellationException if the progress throws it; threads may go on a while with the
	 *           buffers of this
	 */
	PixelCounts count(final PixelSource source, final Progress progress) {
		prepare(source.format());
		return wide == null
			? countNarrow(source, progress)
			: wide.count(source, steps(source, 1, progress));
	}

	/** Gives up what is of another format. */
	private void prepare(final PixelFormat format) {
		final boolean isWide = format.bits() > PartCounter.MAX_BITS;
		if (wide != null && !wide.format().equals(format)) wide = null;
		if (parts != null && !parts.format().equals(format)) parts = null;
		if (parts == null) sum = null;
		if (isWide && wide == null) wide = new WideCounter(format);
		if (!isWide && parts == null) parts = new PartCounter(format);
	}

	private static Steps steps(final PixelSource source, final long passes, final Progress progress) {
		return new Steps(progress, "counting", passes * source.blocks());
	}

	private PixelCounts countNarrow(final PixelSource source, final Progress progress) {
		final Steps steps = steps(source, parts.passes(), progress);
		if (step(source) < source.blocks()) return countLarge(source, steps);
		sum = null;
		return parts.count(source, 0, source.blocks(), steps);
	}

	/** Number of blocks that are counted at once. */
	private static int step(final PixelSource source) {
		return Math.max(1, PartCounter.MAX_PIXELS / Math.max(1, source.blockLength()));
	}

	private PixelCounts countLarge(final PixelSource source, final Steps steps) {
		if (sum == null) sum = new PagedCounts(source.format());
		sum.clear();
		addParts(sum, source, steps);
		return sum.sorted(steps);
	}

	private void addParts(final GrowingCounts all, final PixelSource source, final Steps steps) {
		final int step = step(source);
		for (int from = 0; from < source.blocks(); from += step)
			all.add(parts.count(source, from, Math.min(source.blocks(), from + step), steps), steps);
	}

	/**
	 * Adds the counts of a source to others.
	 *
	 * @throws CancellationException as above
	 */
	void addTo(final GrowingCounts all, final PixelSource source, final Progress progress) {
		prepare(source.format());
		if (wide == null) addParts(all, source, steps(source, parts.passes(), progress));
		else {
			final Steps steps = steps(source, 1, progress);
			all.add(wide.count(source, steps), steps);
		}
	}
}
