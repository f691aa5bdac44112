package sc.fiji.kmeans.vector;

/** The pixels of a source that a sample draws. */
final class DrawnPixels implements VectorSource {

	private final VectorSource all;
	private final PixelSample sample;
	private final long firstRow;

	/** @param firstRow the number of the first block among all rows of the image */
	DrawnPixels(final VectorSource all, final PixelSample sample, final long firstRow) {
		this.all = all;
		this.sample = sample;
		this.firstRow = firstRow;
	}

	@Override
	public int channels() {
		return all.channels();
	}

	@Override
	public int blocks() {
		return all.blocks();
	}

	@Override
	public int blockLength() {
		return all.blockLength();
	}

	@Override
	public int read(final int block, final float[][] vectors, final int from) {
		return sample.isOfAll()
			? all.read(block, vectors, from)
			: all.read(block, sample, firstRow + block, vectors, from);
	}
}
