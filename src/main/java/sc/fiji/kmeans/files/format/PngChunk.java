package sc.fiji.kmeans.files.format;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** A part of a PNG file: length, type, content and a checksum. */
public final class PngChunk {

	private PngChunk() {}

	/**
	 * @param type four letters
	 * @param content of which the first bytes count
	 */
	public static void write(final DataOutputStream out, final String type, final byte[] content,
		final int length) throws IOException
	{
		final byte[] letters = type.getBytes(StandardCharsets.US_ASCII);
		final CRC32 sum = new CRC32();
		sum.update(letters);
		sum.update(content, 0, length);
		out.writeInt(length);
		out.write(letters);
		out.write(content, 0, length);
		out.writeInt((int) sum.getValue());
	}
}
