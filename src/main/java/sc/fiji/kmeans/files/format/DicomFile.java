package sc.fiji.kmeans.files.format;

import ij.ImagePlus;
import ij.plugin.DICOM;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The data elements of a DICOM file, as far as ImageJ reads such files right. */
final class DicomFile implements PictureFile {

	private static final int PREAMBLE = 132;
	private static final String IMPLICIT = "1.2.840.10008.1.2";
	private static final String EXPLICIT = "1.2.840.10008.1.2.1";
	private static final List<String> LONG_KINDS = Arrays.asList("OB", "OW", "OF", "OL", "OD", "OV",
		"SQ", "UN", "UT", "UC", "UR", "SV", "UV");

	private static final int SYNTAX = 0x00020010;
	private static final int SAMPLES = 0x00280002;
	private static final int COLOURS = 0x00280004;
	private static final int FRAMES = 0x00280008;
	private static final int ROWS = 0x00280010;
	private static final int COLUMNS = 0x00280011;
	private static final int BITS = 0x00280100;
	private static final int SIGNED = 0x00280103;
	private static final int SLOPE = 0x00281053;
	private static final int PIXELS = 0x7fe00010;
	private static final int ITEM = 0xfffee000;
	private static final int ITEM_END = 0xfffee00d;
	private static final int SEQUENCE_END = 0xfffee0dd;
	/** Numbers of a kind that takes two bytes. */
	private static final List<Integer> NUMBERS = Arrays.asList(SAMPLES, ROWS, COLUMNS, BITS, SIGNED);
	/** No element that is needed is longer. */
	private static final int LONGEST = 128;
	private static final long UNDEFINED = 0xffffffffL;

	private final DataInputStream in;
	/** What is needed of the elements of the image itself, by their tags. */
	private final Map<Integer, String> elements = new HashMap<>();
	private boolean isImplicit;
	/** In sequences. */
	private int depth;
	private long pixelBytes;

	/** @param in at the begin of the file */
	DicomFile(final DataInputStream in) {
		this.in = in;
	}

	/** The image in a file that has been checked. */
	static ImagePlus image(final Path file) throws IOException {
		final ImagePlus image = openedByImageJ(file);
		try (DataInputStream in = Streams.of(file)) {
			final DicomFile dicom = new DicomFile(in);
			dicom.head();
			if (image.getWidth() != dicom.number(COLUMNS, 0) || image.getHeight() != dicom.number(ROWS, 0)
				|| image.getStackSize() != dicom.number(FRAMES, 1))
				throw unread("elements that ImageJ takes for others");
			return image;
		}
	}

	/** Without pixels where it fails, and without a word. */
	private static ImagePlus openedByImageJ(final Path file) throws IOException {
		try (InputStream in = new EndingStream(Files.newInputStream(file))) {
			final DICOM dicom = new DICOM(in);
			dicom.open(file.toAbsolutePath().toString());
			return dicom;
		}
	}

	@Override
	public PictureHead head() throws IOException {
		Streams.skip(in, PREAMBLE);
		int tag = tag();
		for (; tag != PIXELS || depth > 0; tag = tag())
			read(tag, length(tag));
		pixelBytes = length(tag);
		return new PictureHead((long) number(COLUMNS, 0), (long) number(ROWS, 0),
			(int) Math.max(1, number(BITS, 8) / 8), true);
	}

	private int tag() throws IOException {
		final int group = Streams.shortOf(in);
		// The first elements are explicit in any case.
		if (group != 2) isImplicit = text(SYNTAX, EXPLICIT).equals(IMPLICIT);
		return group << 16 | Streams.shortOf(in);
	}

	private long length(final int tag) throws IOException {
		if (isImplicit || tag >>> 16 == 0xfffe) return Streams.intOf(in) & UNDEFINED;
		final byte[] kind = new byte[2];
		in.readFully(kind);
		final int shortLength = Streams.shortOf(in);
		return LONG_KINDS.contains(new String(kind, StandardCharsets.ISO_8859_1))
			? Streams.intOf(in) & UNDEFINED
			: shortLength;
	}

	private void read(final int tag, final long length) throws IOException {
		if (tag == ITEM && depth > 0) return;
		if (tag == ITEM_END && depth > 0) return;
		if (tag == SEQUENCE_END && depth > 0) depth--;
		else if (length == UNDEFINED) depth++;
		else if (length % 2 != 0) throw Damage.of("an element has an odd length");
		else if (depth > 0 || length > LONGEST) Streams.skip(in, length);
		else elements.put(tag, text(tag, (int) length));
	}

	private String text(final int tag, final int length) throws IOException {
		if (NUMBERS.contains(tag) && length == 2) return Integer.toString(Streams.shortOf(in));
		final byte[] bytes = new byte[length];
		in.readFully(bytes);
		return new String(bytes, StandardCharsets.ISO_8859_1);
	}

	private String text(final int tag, final String other) {
		return elements.getOrDefault(tag, other).replace('\0', ' ').trim();
	}

	private double number(final int tag, final int other) throws IOException {
		final String text = text(tag, "");
		try {
			return text.isEmpty() ? other : Double.parseDouble(text);
		}
		catch (final NumberFormatException e) {
			throw Damage.of("it has no number where one is due");
		}
	}

	@Override
	public void check(final PictureHead head, final long length) throws IOException {
		final String syntax = text(SYNTAX, EXPLICIT);
		if (!syntax.equals(IMPLICIT) && !syntax.equals(EXPLICIT))
			throw unread("compressed pixels or another byte order (" + syntax + ")");
		requireKnownPixels();
		if (number(SLOPE, 1) != 1) throw unread("a rescale slope of " + text(SLOPE, "1"));
		if (frames() < 1) throw Damage.of("it has " + frames() + " frames");
		head.requireMemory(frames());
		final double needed = number(COLUMNS, 0) * number(ROWS, 0) * frames() * number(SAMPLES, 1)
			* number(BITS, 8) / 8;
		if (pixelBytes < needed || pixelBytes > length) throw new EOFException();
		Streams.skip(in, pixelBytes);
	}

	private void requireKnownPixels() throws IOException {
		final String kind = text(COLOURS, "MONOCHROME2");
		final double bits = number(BITS, 0);
		final boolean isGrey = number(SAMPLES, 1) == 1 && kind.startsWith("MONOCHROME")
			&& (bits == 16 || bits == 8 && number(SIGNED, 0) == 0);
		final boolean isRgb = number(SAMPLES, 1) == 3 && kind.equals("RGB") && bits == 8;
		if (!isGrey && !isRgb)
			throw unread(text(SAMPLES, "1") + " x " + (int) bits + " bits of " + kind
				+ (number(SIGNED, 0) == 0 ? "" : ", signed"));
	}

	@Override
	public int frames() {
		try {
			return (int) number(FRAMES, 1);
		}
		catch (final IOException e) {
			return 0;
		}
	}

	private static IOException unread(final String what) {
		return new IOException("this kind of image is not read: DICOM with " + what
			+ ": open it in Fiji with Bio-Formats and save it as TIFF");
	}
}
