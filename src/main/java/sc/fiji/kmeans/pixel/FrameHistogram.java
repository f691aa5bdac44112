package sc.fiji.kmeans.pixel;

import sc.fiji.kmeans.cluster.RunMemory;

/** What a {@link Workspace} has counted of a frame, until it counts the next one. */
final class FrameHistogram extends ValueHistogram {

	/** Null when the workspace uses their memory again. */
	private PixelCounts counts;

	FrameHistogram(final PixelFormat format, final PixelCounts counts, final RunMemory memory) {
		super(format, () -> memory);
		this.counts = counts;
	}

	/** The workspace uses the memory of the counts again. */
	void expire() {
		counts = null;
		forget();
	}

	@Override
	PixelCounts counts() {
		if (counts == null)
			throw new IllegalStateException("The workspace has counted other pixels since");
		return counts;
	}
}
