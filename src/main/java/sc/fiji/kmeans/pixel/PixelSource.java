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
	 * Reads the pixels of a block that count.
	 *
	 * @param block 0 to blocks - 1
	 * @param buffer takes the packed values, all 32 bits of an int being used; at
	 *          least blockLength long
	 * @return how many values there are
	 */
	int read(int block, int[] buffer);
}
