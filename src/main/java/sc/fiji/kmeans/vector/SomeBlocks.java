package sc.fiji.kmeans.vector;

/** Neighbouring blocks of pixels. */
final class SomeBlocks implements VectorSource {

	private final VectorSource all;
	private final int first;
	private final int end;

	/** @param end behind the last one */
	SomeBlocks(final VectorSource all, final int first, final int end) {
		this.all = all;
		this.first = first;
		this.end = end;
	}

	@Override
	public int channels() {
		return all.channels();
	}

	@Override
	public int blocks() {
		return end - first;
	}

	@Override
	public int blockLength() {
		return all.blockLength();
	}

	@Override
	public int read(final int block, final float[][] vectors, final int from) {
		return all.read(first + block, vectors, from);
	}
}
