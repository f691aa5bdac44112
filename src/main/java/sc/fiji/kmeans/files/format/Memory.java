package sc.fiji.kmeans.files.format;

import java.io.IOException;

import sc.fiji.kmeans.base.FreeMemory;

/** Whether images fit into the memory that there is. */
public final class Memory {

	private static final double MEGABYTE = 1 << 20;

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
		final double needed = pixels * images * bytes;
		if (!FreeMemory.isRoomFor(needed))
			throw new IOException("not enough memory: " + size + " pixels take " + megabytes(needed)
				+ ", and " + megabytes(FreeMemory.bytes()) + " are free");
	}

	private static String megabytes(final double bytes) {
		return (long) Math.ceil(bytes / MEGABYTE) + " MB";
	}
}
