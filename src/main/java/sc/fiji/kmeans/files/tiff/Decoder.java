package sc.fiji.kmeans.files.tiff;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The ways of compression that need no library. */
final class Decoder {

	private static final int LZW = 5;
	private static final int DEFLATE = 8;
	private static final int OLD_DEFLATE = 32946;
	private static final int PACK_BITS = 32773;

	private Decoder() {}

	static boolean knows(final int compression) {
		return compression == LZW || compression == DEFLATE || compression == OLD_DEFLATE
			|| compression == PACK_BITS;
	}

	/**
	 * @param length of the bytes that come out; more are left alone
	 * @throws IOException with what is wrong, if there are not as many
	 */
	static byte[] decode(final int compression, final byte[] in, final int length)
		throws IOException
	{
		final byte[] out = new byte[length];
		final int done = compression == LZW
			? Lzw.decode(in, out)
			: compression == PACK_BITS ? unpack(in, out) : inflate(in, out);
		if (done < length) throw new IOException("has " + done + " bytes, and its rows " + length);
		return out;
	}

	private static int unpack(final byte[] in, final byte[] out) {
		int done = 0;
		for (int at = 0; at < in.length && done < out.length;) {
			final int n = in[at++];
			if (n == -128) continue;
			final int length = Math.min((n < 0 ? -n : n) + 1, out.length - done);
			if (at + (n < 0 ? 1 : length) > in.length) return done;
			if (n < 0) Arrays.fill(out, done, done + length, in[at]);
			else System.arraycopy(in, at, out, done, length);
			at += n < 0 ? 1 : n + 1;
			done += length;
		}
		return done;
	}

	/** The checksum is at the end; some writers fill the last block up. */
	private static void requireEnd(final Inflater inflater) throws IOException, DataFormatException {
		final byte[] more = new byte[1 << 12];
		while (!inflater.finished())
			if (inflater.inflate(more) == 0 && !inflater.finished())
				throw new IOException("ends too early");
	}

	private static int inflate(final byte[] in, final byte[] out) throws IOException {
		final Inflater inflater = new Inflater();
		try {
			inflater.setInput(in);
			int done = 0;
			for (int n = 1; n > 0 && done < out.length; done += n)
				n = inflater.inflate(out, done, out.length - done);
			if (inflater.needsDictionary()) throw new IOException("takes a preset dictionary");
			if (done == out.length) requireEnd(inflater);
			return done;
		}
		catch (final DataFormatException e) {
			throw new IOException("is no Deflate data", e);
		}
		finally {
			inflater.end();
		}
	}
}
