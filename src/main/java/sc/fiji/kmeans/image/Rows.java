package sc.fiji.kmeans.image;

import ij.process.ImageProcessor;

import java.util.Arrays;

/** Reads and writes runs of the pixels of a plane, whatever their type. */
public abstract class Rows {

	/** @param plane of 8 or 16 bits, or RGB */
	public static Rows of(final ImageProcessor plane) {
		final Object pixels = plane.getPixels();
		if (pixels instanceof byte[]) return new ByteRows((byte[]) pixels);
		if (pixels instanceof short[]) return new ShortRows((short[]) pixels);
		return new IntRows((int[]) pixels);
	}

	/**
	 * Packed pixels of channels of 8 bits, the first highest; to be read only.
	 *
	 * @param channels 2 or 3
	 */
	static Rows packed(final ImageProcessor[] channels) {
		return new PackedRows(
			Arrays.stream(channels).map(channel -> (byte[]) channel.getPixels()).toArray(byte[][]::new));
	}

	/** Reads n pixels, from an index on, to the beginning of a row. */
	public abstract void read(int from, int n, int[] row);

	/** Writes the first n numbers of a row to the pixels from an index on. */
	public abstract void write(int from, int n, int[] row);

	private static final class ByteRows extends Rows {

		private final byte[] pixels;

		private ByteRows(final byte[] pixels) {
			this.pixels = pixels;
		}

		@Override
		public void read(final int from, final int n, final int[] row) {
			for (int i = 0; i < n; i++)
				row[i] = pixels[from + i] & 0xff;
		}

		@Override
		public void write(final int from, final int n, final int[] row) {
			for (int i = 0; i < n; i++)
				pixels[from + i] = (byte) row[i];
		}
	}

	private static final class PackedRows extends Rows {

		private final byte[][] channels;

		private PackedRows(final byte[][] channels) {
			this.channels = channels;
		}

		@Override
		public void read(final int from, final int n, final int[] row) {
			for (int i = 0; i < n; i++)
				row[i] = channels[0][from + i] & 0xff;
			for (int c = 1; c < channels.length; c++)
				for (int i = 0; i < n; i++)
					row[i] = row[i] << Byte.SIZE | channels[c][from + i] & 0xff;
		}

		@Override
		public void write(final int from, final int n, final int[] row) {
			throw new UnsupportedOperationException("packed pixels are read only");
		}
	}

	private static final class ShortRows extends Rows {

		private final short[] pixels;

		private ShortRows(final short[] pixels) {
			this.pixels = pixels;
		}

		@Override
		public void read(final int from, final int n, final int[] row) {
			for (int i = 0; i < n; i++)
				row[i] = pixels[from + i] & 0xffff;
		}

		@Override
		public void write(final int from, final int n, final int[] row) {
			for (int i = 0; i < n; i++)
				pixels[from + i] = (short) row[i];
		}
	}

	private static final class IntRows extends Rows {

		private final int[] pixels;

		private IntRows(final int[] pixels) {
			this.pixels = pixels;
		}

		@Override
		public void read(final int from, final int n, final int[] row) {
			System.arraycopy(pixels, from, row, 0, n);
		}

		@Override
		public void write(final int from, final int n, final int[] row) {
			System.arraycopy(row, 0, pixels, from, n);
		}
	}
}
