package sc.fiji.kmeans.files.list;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import sc.fiji.kmeans.files.format.PngChunk;

/**
 * Digits by which an image is known again, in the file of its labels: so results tell of which
 * image they are, and that this program made them. A chunk of text before the end of a PNG
 * file; the same bytes behind a TIFF file, where nothing refers to them.
 */
public final class SourceMark {

	/** Of files of labels. */
	public static final List<String> EXTENSIONS = Collections
		.unmodifiableList(Arrays.asList(".png", ".tif"));

	private static final String TYPE = "tEXt";
	private static final String WORD = "K-Means source\0";
	/** Of the last chunk of a PNG file. */
	private static final int END = 12;
	/** Where the digits begin. */
	private static final int BEFORE = Integer.BYTES + TYPE.length() + WORD.length();
	private static final int FIRST_OF_PNG = 0x89;

	private final byte[] chunk;

	/** @param digits of Checksum */
	public SourceMark(final String digits) throws IOException {
		final byte[] text = (WORD + digits).getBytes(StandardCharsets.ISO_8859_1);
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		PngChunk.write(new DataOutputStream(bytes), TYPE, text, text.length);
		chunk = bytes.toByteArray();
	}

	/**
	 * The digits in the file of the labels of an image, which may be missing.
	 *
	 * @param labels gives the place of the file by its extension
	 */
	public static Optional<String> in(final Function<String, Path> labels) throws IOException {
		for (final String extension : EXTENSIONS) {
			final Optional<String> digits = in(labels.apply(extension));
			if (digits.isPresent()) return digits;
		}
		return Optional.empty();
	}

	/** @param labels a PNG or TIFF file that is written */
	public void addTo(final Path labels) throws IOException {
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
	public static Optional<String> in(final Path labels) throws IOException {
		if (!Files.isRegularFile(labels)) return Optional.empty();
		final byte[] bytes = new byte[BEFORE + Checksum.DIGITS + Integer.BYTES];
		try (RandomAccessFile file = new RandomAccessFile(labels.toFile(), "r")) {
			final long at = file.length() - bytes.length - (isPng(file) ? END : 0);
			if (at < 0) return Optional.empty();
			file.seek(at);
			file.readFully(bytes);
		}
		final String digits = new String(bytes, BEFORE, Checksum.DIGITS, StandardCharsets.ISO_8859_1);
		return Arrays.equals(bytes, new SourceMark(digits).chunk)
			? Optional.of(digits)
			: Optional.empty();
	}
}
