package sc.fiji.kmeans.vector;

/**
 * Pixels of several channels, or with a fraction, block by block.
 * <p>
 * Contract: blocks may be read in any order, from several threads at once, and again, and
 * give the same vectors each time.
 */
interface VectorSource {

	/** Number of channels, 1 or more. */
	int channels();

	/** Number of blocks, 0 or more. */
	int blocks();

	/** The largest number of pixels in a block. */
	int blockLength();

	/**
	 * Reads the pixels of a block that count. None of the numbers is minus zero.
	 *
	 * @param block 0 to blocks - 1
	 * @param vectors takes the numbers of each channel, from a place on
	 * @return number of pixels
	 */
	int read(int block, float[][] vectors, int from);

	/**
	 * The same of those among them that a sample draws.
	 *
	 * @param row the number of the block among all rows of an image
	 */
	default int read(final int block, final PixelSample sample, final long row,
		final float[][] vectors, final int from)
	{
		final int n = read(block, vectors, from);
		final int[] places = new int[n];
		final int drawn = sample.draw(row, n, places);
		for (final float[] channel : vectors)
			for (int i = 0; i < drawn; i++)
				channel[from + i] = channel[from + places[i]];
		return drawn;
	}
}
