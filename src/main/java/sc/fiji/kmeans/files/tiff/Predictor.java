package sc.fiji.kmeans.files.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Undoes the differences between neighbours that were taken before compression. */
final class Predictor {

	private static final int HORIZONTAL = 2;
	private static final int FLOATING_POINT = 3;

	private final Page page;
	private final ByteOrder order;
	private final int rowBytes;

	Predictor(final Page page, final ByteOrder order, final int rowBytes) {
		this.page = page;
		this.order = order;
		this.rowBytes = rowBytes;
	}

	/** @throws IOException if nobody knows it */
	void undo(final byte[] bytes) throws IOException {
		if (page.predictor == 1) return;
		if (page.predictor == FLOATING_POINT && page.format == 3) undoFloats(bytes);
		else if (page.predictor == HORIZONTAL && page.bits % 8 == 0) undoWhole(bytes);
		else
			throw new IOException("this TIFF file has predictor " + page.predictor + " of " + page.bits
				+ " bits, which can not be read");
	}

	private void undoWhole(final byte[] bytes) {
		final int sample = page.bits / 8;
		final int step = page.samplesPerBlock() * sample;
		final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
		for (int row = 0; row + rowBytes <= bytes.length; row += rowBytes)
			for (int at = row + step; at < row + rowBytes; at += sample)
				add(buffer, at, at - step, sample);
	}

	private static void add(final ByteBuffer buffer, final int at, final int before,
		final int bytes)
	{
		if (bytes == 1) buffer.put(at, (byte) (buffer.get(at) + buffer.get(before)));
		else
			if (bytes == 2) buffer.putShort(at, (short) (buffer.getShort(at) + buffer.getShort(before)));
			else if (bytes == 4) buffer.putInt(at, buffer.getInt(at) + buffer.getInt(before));
			else buffer.putLong(at, buffer.getLong(at) + buffer.getLong(before));
	}

	/** Differences of bytes; all highest bytes of a row come first, then the next ones. */
	private void undoFloats(final byte[] bytes) {
		final int sample = page.bits / 8;
		final int n = rowBytes / sample;
		final byte[] row = new byte[rowBytes];
		for (int start = 0; start + rowBytes <= bytes.length; start += rowBytes) {
			for (int i = page.samplesPerBlock(); i < rowBytes; i++)
				bytes[start + i] += bytes[start + i - page.samplesPerBlock()];
			System.arraycopy(bytes, start, row, 0, rowBytes);
			for (int i = 0; i < n; i++)
				for (int b = 0; b < sample; b++)
					bytes[start + i * sample
						+ (order == ByteOrder.BIG_ENDIAN ? b : sample - 1 - b)] = row[b * n + i];
		}
	}
}
