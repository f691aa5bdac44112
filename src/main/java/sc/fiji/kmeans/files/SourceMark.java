package sc.fiji.kmeans.files;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Digits by which an image is known again, in the file of its labels: so results tell of which
 * image they are, and that this program made them. A chunk of text before the end of a PNG
 * file; the same bytes behind a TIFF file, where nothing refers to them.
 */
final class SourceMark {

	private static final String TYPE_AND_WORD = "tEXtK-Means source\0";
	/** Of the last chunk of a PNG file. */
	private static final int END = 12;
	private static final int AROUND = 8;
	private static final int FIRST_OF_PNG = 0x89;

	private final byte[] chunk;

	/** @param digits of Digest */
	SourceMark(final String digits) throws IOException {
		final byte[] content = (TYPE_AND_WORD + digits).getBytes(StandardCharsets.ISO_8859_1);
		final CRC32 sum = new CRC32();
		sum.update(content);
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final DataOutputStream out = new DataOutputStream(bytes);
		out.writeInt(content.length - Integer.BYTES);
		out.write(content);
		out.writeInt((int) sum.getValue());
		chunk = bytes.toByteArray();
	}

	/** @param labels a PNG or TIFF file that is written */
	void addTo(final Path labels) throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(labels.toFile(), "rw")) {
			final byte[] end = new byte[isPng(file) ? END : 0];
			file.seek(file.length() - end.length);
			file.readFully(end);
			file.seek(file.length() - end.length);
			file.write(chunk);
			file.write(end);
		}
	}

	private static boolean isPng(final RandomAccessFile file) throws IOException {
		file.seek(0);
		return file.read() == FIRST_OF_PNG;
	}

	/**
	 * The digits in a file.
	 *
	 * @param labels that may be missing
	 */
	static Optional<String> in(final Path labels) throws IOException {
		if (!Files.isRegularFile(labels)) return Optional.empty();
		final int length = TYPE_AND_WORD.length() + Digest.DIGITS + AROUND;
		final byte[] bytes = new byte[length];
		try (RandomAccessFile file = new RandomAccessFile(labels.toFile(), "r")) {
			final long at = file.length() - length - (isPng(file) ? END : 0);
			if (at < 0) return Optional.empty();
			file.seek(at);
			file.readFully(bytes);
		}
		final String digits = new String(bytes, Integer.BYTES + TYPE_AND_WORD.length(), Digest.DIGITS,
			StandardCharsets.ISO_8859_1);
		return Arrays.equals(bytes, new SourceMark(digits).chunk)
			? Optional.of(digits)
			: Optional.empty();
	}
}
