package sc.fiji.kmeans.pixel;

import java.io.IOException;

/**
 * Counts of values as bytes: how many, then for each value how far its key is behind that of the
 * one before, and its count, less 1 both.
 */
final class CountBytes {

	private CountBytes() {}

	static void write(final PixelFormat format, final PixelCounts counts, final CheckedOutput out)
		throws IOException
	{
		out.writeNumber(counts.size());
		long before = -1;
		for (int i = 0; i < counts.size(); i++) {
			final long key = format.key(counts.value(i));
			out.writeNumber(key - before - 1);
			out.writeNumber(counts.weight(i) - 1);
			before = key;
		}
	}

	/** @throws IOException if they are not the bytes of such counts */
	static PixelCounts read(final PixelFormat format, final CheckedInput in) throws IOException {
		final long values = 1L << format.bits();
		final int n = (int) in.readNumber("distinct values", 0,
			Math.min(values, Integer.MAX_VALUE - 8));
		final CountList list = new CountList(format, n);
		long key = -1;
		long pixels = 0;
		for (int i = 0; i < n; i++) {
			final long gap = in.readNumber();
			if (gap >= values - key - 1)
				throw CheckedInput.damaged("a value of more than " + format.bits() + " bits");
			key += gap + 1;
			final long count = in.readNumber() + 1;
			pixels += count;
			if (count <= 0 || pixels <= 0) throw CheckedInput.damaged("more than 63 bits of pixels");
			list.add(format.pixelOf(key), count);
		}
		return list.counts();
	}
}
