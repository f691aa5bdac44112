package sc.fiji.kmeans.pixel;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.cluster.RunMemory;
import sc.fiji.kmeans.cluster.Steps;

/**
 * Counts of pixel values; immutable. {@link PixelSum} adds the histograms of parts up to that of
 * the whole.
 */
public final class PixelHistogram extends ValueHistogram {

	private final PixelCounts counts;

	PixelHistogram(final PixelFormat format, final PixelCounts counts) {
		this(format, counts, RunMemory::new);
	}

	private PixelHistogram(final PixelFormat format, final PixelCounts counts,
		final Supplier<RunMemory> memory)
	{
		super(format, memory);
		this.counts = counts;
	}

	/**
	 * Counts the pixels of a source in parallel.
	 *
	 * @throws CancellationException if the progress throws it
	 */
	public static PixelHistogram of(final PixelSource source, final Progress progress) {
		final RunMemory ofClustering = new RunMemory();
		return new PixelHistogram(source.format(), new SourceCounter().count(source, progress),
			() -> ofClustering);
	}

	/**
	 * All pixels of two parts together, and of nothing more than the sum takes memory.
	 *
	 * @throws IllegalArgumentException if they are of different formats
	 * @throws CancellationException if the progress throws it
	 */
	public PixelHistogram plus(final PixelHistogram other, final Progress progress) {
		if (!other.format().equals(format()))
			throw new IllegalArgumentException("histogram of " + other.format() + ": takes " + format());
		final Steps steps = new Steps(progress, "counting", 1);
		return new PixelHistogram(format(),
			CountList.merged(format(), counts, other.counts, steps::check));
	}

	/** Writes all counts, but not the format: sorted values as gaps. */
	public void write(final CheckedOutput out) throws IOException {
		CountBytes.write(format(), counts, out);
	}

	/**
	 * Reads what {@link #write} wrote.
	 *
	 * @throws IOException if bytes are damaged or no counts of this format
	 */
	public static PixelHistogram read(final PixelFormat format, final CheckedInput in)
		throws IOException
	{
		return new PixelHistogram(format, CountBytes.read(format, in));
	}

	@Override
	PixelCounts counts() {
		return counts;
	}
}
