package sc.fiji.kmeans.saved;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import sc.fiji.kmeans.base.WholeFiles;

/** A file of text in UTF-8, read and written as a whole. */
final class TextFile {

	/** More than twice what the largest number of clusters takes. */
	static final int MAX_BYTES = 1 << 25;

	private TextFile() {}

	/**
	 * Without a byte order mark.
	 *
	 * @throws IOException if there is no such file, or it has another encoding or
	 *           too many bytes
	 */
	static String read(final Path file) throws IOException {
		final byte[] bytes = bytes(file);
		if (bytes.length > MAX_BYTES)
			throw refused(file, bytes, "more than " + MAX_BYTES + " bytes: takes a file of clusters");
		final ByteBuffer in = ByteBuffer.wrap(bytes);
		final CharBuffer text = CharBuffer.allocate(bytes.length);
		if (StandardCharsets.UTF_8.newDecoder().decode(in, text, true).isError())
			throw refused(file, Arrays.copyOf(bytes, in.position()),
				String.format("byte 0x%02x: takes text in UTF-8", in.get()));
		text.flip();
		final boolean marked = text.hasRemaining() && text.charAt(0) == '\ufeff';
		return text.subSequence(marked ? 1 : 0, text.length()).toString();
	}

	private static byte[] bytes(final Path file) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final byte[] part = new byte[8192];
		try (InputStream in = Files.newInputStream(file)) {
			for (int n; bytes.size() <= MAX_BYTES && (n = in.read(part)) >= 0;)
				bytes.write(part, 0, n);
		}
		return bytes.toByteArray();
	}

	/** @param before the bytes before the place in question */
	private static IOException refused(final Path file, final byte[] before, final String why) {
		final String text = new String(before, StandardCharsets.ISO_8859_1) + '.';
		final long line = new BufferedReader(new StringReader(text)).lines().count();
		return new IOException(file + ", line " + line + ": " + why);
	}

	/**
	 * All or nothing: a failure leaves the file as it was.
	 *
	 * @throws FileSystemException that names the file and the reason
	 */
	static void write(final Path file, final String text) throws IOException {
		WholeFiles.write(file, fresh -> Files.write(fresh, text.getBytes(StandardCharsets.UTF_8)));
	}
}
