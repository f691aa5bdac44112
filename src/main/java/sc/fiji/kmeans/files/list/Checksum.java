package sc.fiji.kmeans.files.list;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digits by which texts and image files are known again: SHA-256. */
public final class Checksum {

	/** Pieces that are read of a file, so that large ones take no longer. */
	private static final int PIECES = 64;
	private static final int PIECE = 1 << 16;
	/** Of an image. */
	static final int DIGITS = 16;

	private final MessageDigest digest;

	private Checksum() {
		try {
			digest = MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java has SHA-256", e);
		}
	}

	public static String of(final String text) {
		final Checksum digest = new Checksum();
		digest.add(text);
		return digest.digits();
	}

	/**
	 * Of an image: the name of its file, its length, and all bytes or, of a large one, pieces from
	 * all over it; wherever it is.
	 */
	public static String of(final Path file) throws IOException {
		if (!Files.isRegularFile(file)) throw new IOException("this is no file");
		final Checksum digest = new Checksum();
		try (FileChannel bytes = FileChannel.open(file)) {
			digest.add(file.getFileName() + "\0" + bytes.size() + "\0");
			digest.add(bytes);
		}
		return digest.digits().substring(0, DIGITS);
	}

	private void add(final String text) {
		digest.update(text.getBytes(StandardCharsets.UTF_8));
	}

	private void add(final FileChannel bytes) throws IOException {
		final ByteBuffer piece = ByteBuffer.allocate(PIECE);
		final boolean isWhole = bytes.size() <= (long) PIECES * PIECE;
		final double step = isWhole ? PIECE : (double) (bytes.size() - PIECE) / (PIECES - 1);
		for (int i = 0; i < PIECES; i++) {
			piece.clear();
			while (piece.hasRemaining() && bytes.read(piece, (long) (i * step) + piece.position()) >= 0) {
				// Until it is full, or the file ends.
			}
			piece.flip();
			digest.update(piece);
		}
	}

	private String digits() {
		final StringBuilder digits = new StringBuilder();
		for (final byte b : digest.digest())
			digits.append(String.format("%02x", b));
		return digits.toString();
	}
}
