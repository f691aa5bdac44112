package sc.fiji.kmeans.files.format;

import ij.io.FileInfo;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * How many bytes a strip of a TIFF file has when it is not compressed any more. ImageJ
 * takes what there is of a strip, fills it up with zeros, and waits for ever for
 * some that are cut short.
 */
final class StripLength {

	private final byte[] strip;
	/** More bytes than that need not be counted. */
	private final long limit;

	StripLength(final byte[] strip, final long limit) {
		this.strip = strip;
		this.limit = limit;
	}

	/**
	 * @param compression as ImageJ numbers it
	 * @throws IOException with what is wrong with the strip
	 */
	long of(final int compression) throws IOException {
		switch (compression) {
			case FileInfo.LZW :
			case FileInfo.LZW_WITH_DIFFERENCING :
				return LzwCodes.ofTiff(strip).length(limit);
			case FileInfo.PACK_BITS :
				return packBits();
			case FileInfo.ZIP :
			case FileInfo.ZIP_WITH_DIFFERENCING :
				return deflate();
			default :
				return strip.length;
		}
	}

	private long packBits() throws IOException {
		long length = 0;
		for (int at = 0; at < strip.length && length < limit;) {
			final int n = strip[at++];
			if (n == -128) continue;
			length += n < 0 ? 1 - n : n + 1;
			at += n < 0 ? 1 : n + 1;
			if (at > strip.length) throw new IOException("ends too early");
		}
		return length;
	}

	private long deflate() throws IOException {
		final Inflater inflater = new Inflater();
		try {
			inflater.setInput(strip);
			return deflate(inflater);
		}
		catch (final DataFormatException e) {
			throw new IOException("is no Deflate data", e);
		}
		finally {
			inflater.end();
		}
	}

	/** To its end, because ImageJ goes there. */
	private long deflate(final Inflater inflater) throws IOException, DataFormatException {
		final byte[] part = new byte[1 << 14];
		long length = 0;
		while (!inflater.finished() && length <= limit) {
			final int n = inflater.inflate(part);
			length += n;
			if (n > 0 || inflater.finished()) continue;
			throw new IOException(
				inflater.needsDictionary() ? "takes a preset dictionary" : "ends too early");
		}
		return length;
	}
}
