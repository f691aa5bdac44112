package sc.fiji.kmeans.pixel;

/**
 * The pixels of an image, a selection or an interval, block by block.
 * <p>
 * Contract: blocks may be read in any order, from several threads at once, and
 * again, and give the same values each time.
 */
public interface PixelSource {

	/** How the values are packed. */
	PixelFormat format();

	/** Number of blocks, 0 or more. */
	int blocks();

	/** The largest number of pixels in a block. */
	int blockLength();

	/**
	 * Reads the selected pixels of a block.
	 *
	 * @param block 0 to blocks - 1
	 * @param buffer takes the packed values, which use all 32 bits; at least blockLength
	 *           long
	 * @return number of values
	 */
	int read(int block, int[] buffer);
}
