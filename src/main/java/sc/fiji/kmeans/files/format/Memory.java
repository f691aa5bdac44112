package sc.fiji.kmeans.files.format;

import java.io.IOException;

import sc.fiji.kmeans.base.FreeMemory;

/** Whether images fit into the memory that there is. */
public final class Memory {

	private static final double MEGABYTE = 1 << 20;
	// Of a row, as was found by trying, with tables and a masked picture of each of three clusters.
	private static final int BYTES_OF_WORK = 30;
	private static final int COPIES = 7;
	/** Of pixels that are sorted to be counted. */
	private static final int BYTES_OF_NUMBER = 66;

	private Memory() {}

	/**
	 * Sees to it that an image can be opened, before anybody tries to.
	 *
	 * @param images number of images of that size
	 * @param bytes that a pixel takes at least
	 * @throws IOException with the size, if it has no pixels, or too many
	 */
	public static void require(final long width, final long height, final double images,
		final int bytes) throws IOException
	{
		final String size = width + " x " + height + (images == 1 ? "" : " x " + (long) images);
		if (width < 1 || height < 1) throw Damage.of("it has " + size + " pixels");
		final double pixels = (double) width * height;
		if (Math.max(width, pixels) > Integer.MAX_VALUE - 8)
			throw new IOException(size + " pixels: takes fewer than 2^31 in a frame");
		require(size + " pixels take ", pixels * images * bytes);
	}

	/**
	 * Sees to it that a row of an image can be read, counted, labelled and written.
	 *
	 * @param bytes of a pixel, with all channels
	 * @param numbers of a pixel that is sorted to be counted; 0 of one that is a value
	 * @throws IOException with its size, if it is too long
	 */
	public static void requireRow(final long width, final int bytes, final int numbers)
		throws IOException
	{
		final int needed = numbers == 0
			? BYTES_OF_WORK + COPIES * bytes
			: BYTES_OF_WORK + BYTES_OF_NUMBER * numbers;
		require("one row of " + width + " pixels takes ", (double) width * needed);
	}

	private static void require(final String what, final double needed) throws IOException {
		if (!FreeMemory.isRoomFor(needed))
			throw new IOException("not enough memory: " + what + megabytes(needed) + ", and "
				+ megabytes(FreeMemory.bytes()) + " are free");
	}

	private static String megabytes(final double bytes) {
		return (long) Math.ceil(bytes / MEGABYTE) + " MB";
	}
}
