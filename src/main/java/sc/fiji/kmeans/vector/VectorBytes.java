package sc.fiji.kmeans.vector;

import java.io.IOException;

import sc.fiji.kmeans.image.PixelKind;
import sc.fiji.kmeans.pixel.CheckedInput;
import sc.fiji.kmeans.pixel.CheckedOutput;

/**
 * Sorted vectors as bytes: how many, the least number of each channel, then for each vector how
 * far it is behind the one before in the first channel where they differ, 0 in those before it,
 * how far it is above the least number in those after it, and its count less 1.
 * <p>
 * Numbers with a fraction count by their bits, which have an order, too.
 */
final class VectorBytes {

	private static final long MOST_VECTORS = Integer.MAX_VALUE - 8;

	private final PixelKind kind;
	/** The least number of each channel. */
	private final int[] least;
	/** The vector before; below all at first. */
	private final int[] before;

	private VectorBytes(final PixelKind kind) {
		this.kind = kind;
		least = new int[kind.channels()];
		before = new int[kind.channels()];
	}

	static void write(final PixelKind kind, final ChannelVectors vectors, final CheckedOutput out)
		throws IOException
	{
		new VectorBytes(kind).write(vectors, out);
	}

	/** @throws IOException if they are not the bytes of such vectors */
	static ChannelVectors read(final PixelKind kind, final CheckedInput in) throws IOException {
		return new VectorBytes(kind).read(in);
	}

	private int whole(final float number) {
		return kind.areReal() ? Float.floatToIntBits(number) : (int) number;
	}

	private float number(final int whole) throws IOException {
		final float number = kind.areReal() ? Float.intBitsToFloat(whole) : whole;
		if (!kind.fits(number)) throw CheckedInput.damaged("a number " + number + " among " + kind);
		return number;
	}

	private void write(final ChannelVectors vectors, final CheckedOutput out) throws IOException {
		out.writeNumber(vectors.size());
		for (int c = 0; c < least.length; c++) {
			least[c] = least(vectors, c);
			before[c] = least[c];
			out.writeNumber((long) least[c] - Integer.MIN_VALUE);
		}
		for (int i = 0; i < vectors.size(); i++) {
			writeVector(vectors, i, out);
			out.writeNumber(vectors.weight(i) - 1);
		}
	}

	private int least(final ChannelVectors vectors, final int channel) {
		int found = vectors.size() == 0 ? 0 : Integer.MAX_VALUE;
		for (int i = 0; i < vectors.size(); i++)
			found = Math.min(found, whole(vectors.value(i, channel)));
		return found;
	}

	private void writeVector(final ChannelVectors vectors, final int i, final CheckedOutput out)
		throws IOException
	{
		boolean isBehind = false;
		for (int c = 0; c < before.length; c++) {
			final int x = whole(vectors.value(i, c));
			out.writeNumber((long) x - (isBehind ? least[c] : before[c]));
			isBehind |= x != before[c];
			before[c] = x;
		}
	}

	private ChannelVectors read(final CheckedInput in) throws IOException {
		final int n = (int) in.readNumber("distinct vectors", 0, MOST_VECTORS / least.length);
		for (int c = 0; c < least.length; c++) {
			least[c] = (int) (in.readNumber("least number", 0, -1L >>> Integer.SIZE) + Integer.MIN_VALUE);
			before[c] = least[c];
		}
		final VectorList list = new VectorList(least.length, n);
		final float[] vector = new float[least.length];
		long pixels = 0;
		for (int i = 0; i < n; i++) {
			final boolean isBehind = readVector(vector, in);
			if (!isBehind && i > 0) throw CheckedInput.damaged("a vector twice");
			final long count = in.readNumber() + 1;
			pixels += count;
			if (count <= 0 || pixels <= 0) throw CheckedInput.damaged("more than 63 bits of pixels");
			list.add(vector, count);
		}
		return list.vectors();
	}

	/** @return whether it differs from the one before */
	private boolean readVector(final float[] vector, final CheckedInput in) throws IOException {
		boolean isBehind = false;
		for (int c = 0; c < before.length; c++) {
			final int from = isBehind ? least[c] : before[c];
			final long gap = in.readNumber("gap", 0, (long) Integer.MAX_VALUE - from);
			before[c] = (int) (from + gap);
			isBehind |= gap > 0;
			vector[c] = number(before[c]);
		}
		return isBehind;
	}
}
