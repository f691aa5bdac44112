package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

/** Files of data elements, with the kinds of values written out or not. */
class DicomFileTest {

	private static final String IMPLICIT = "1.2.840.10008.1.2";
	private static final String EXPLICIT = "1.2.840.10008.1.2.1";

	private String syntax = EXPLICIT;
	private int samples = 1;
	private String colours = "MONOCHROME2";
	private int frames = 1;
	private int width = 6;
	private int height = 4;
	private int bits = 16;
	private int signed;
	private String slope = "1";
	private boolean hasSequence;
	private byte[] pixels;
	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private void putShort(final int value) {
		out.write(value);
		out.write(value >> 8);
	}

	private void putInt(final int value) {
		putShort(value);
		putShort(value >> 16);
	}

	private void put(final int group, final int element, final String kind, final byte[] value) {
		putShort(group);
		putShort(element);
		final boolean isImplicit = group != 2 && syntax.equals(IMPLICIT);
		if (isImplicit) putInt(value.length);
		else {
			out.write(kind.charAt(0));
			out.write(kind.charAt(1));
			if (kind.equals("OW") || kind.equals("OB")) {
				putShort(0);
				putInt(value.length);
			}
			else putShort(value.length);
		}
		out.write(value, 0, value.length);
	}

	private void put(final int group, final int element, final int number) {
		put(group, element, "US", new byte[] { (byte) number, (byte) (number >> 8) });
	}

	private void put(final int group, final int element, final String kind, final String text) {
		final String even = text.length() % 2 == 0 ? text : text + (kind.equals("UI") ? "\0" : " ");
		put(group, element, kind, even.getBytes(StandardCharsets.ISO_8859_1));
	}

	private byte[] bytes() {
		out.reset();
		out.write(new byte[128], 0, 128);
		out.write(new byte[] { 'D', 'I', 'C', 'M' }, 0, 4);
		put(2, 0x10, "UI", syntax);
		if (hasSequence) putSequence();
		put(0x28, 2, samples);
		put(0x28, 4, "CS", colours);
		if (frames != 1) put(0x28, 8, "IS", Integer.toString(frames));
		put(0x28, 0x10, height);
		put(0x28, 0x11, width);
		put(0x28, 0x100, bits);
		put(0x28, 0x103, signed);
		put(0x28, 0x1053, "DS", slope);
		put(0x7fe0, 0x10, "OW",
			pixels == null
				? new byte[Math.max(0, frames) * samples * width * height * bits / 8]
				: pixels);
		return out.toByteArray();
	}

	/** Of undefined length, with an item that has numbers of its own. */
	private void putSequence() {
		putShort(8);
		putShort(0x1140);
		if (!syntax.equals(IMPLICIT)) {
			out.write('S');
			out.write('Q');
			putShort(0);
		}
		putInt(-1);
		putShort(0xfffe);
		putShort(0xe000);
		putInt(-1);
		put(0x28, 0x10, 999);
		putShort(0xfffe);
		putShort(0xe00d);
		putInt(0);
		putShort(0xfffe);
		putShort(0xe0dd);
		putInt(0);
	}

	private static DicomFile file(final byte[] bytes) {
		return new DicomFile(new DataInputStream(new ByteArrayInputStream(bytes)));
	}

	private static DicomFile check(final byte[] bytes) throws IOException {
		final DicomFile file = file(bytes);
		file.check(file.head(), bytes.length);
		return file;
	}

	private String refusal() {
		return assertThrows(IOException.class, () -> check(bytes())).getMessage();
	}

	@Property(tries = 60)
	void pixelsAreThoseOfTheFile(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		syntax = random.nextBoolean() ? IMPLICIT : EXPLICIT;
		hasSequence = random.nextBoolean();
		bits = random.nextBoolean() ? 8 : 16;
		width = 1 + random.nextInt(20);
		height = 1 + random.nextInt(20);
		pixels = new byte[width * height * bits / 8];
		random.nextBytes(pixels);
		// An odd length is filled up.
		if (pixels.length % 2 == 1) pixels = Arrays.copyOf(pixels, pixels.length + 1);
		final byte[] bytes = bytes();
		check(bytes);
		final ImagePlus image = TemporaryFile.with(bytes, DicomFile::image);
		assertEquals(width, image.getWidth());
		assertEquals(height, image.getHeight());
		for (int i = 0; i < width * height; i++)
			assertEquals(
				bits == 8 ? pixels[i] & 0xff : (pixels[2 * i] & 0xff) + (pixels[2 * i + 1] << 8 & 0xff00),
				image.getProcessor().get(i) & 0xffff);
	}

	@Test
	void framesAreCounted() throws IOException {
		frames = 3;
		assertEquals(3, check(bytes()).frames());
		frames = 0;
		assertEquals("this image is damaged: it has 0 frames", refusal());
	}

	@Test
	void kindsThatImageJTakesForOthersAreNamed() {
		slope = "2.5";
		assertTrue(refusal().contains("DICOM with a rescale slope of 2.5"));
		slope = "1";
		bits = 32;
		assertTrue(refusal().contains("DICOM with 1 x 32 bits of MONOCHROME2"));
		bits = 8;
		signed = 1;
		assertTrue(refusal().contains("DICOM with 1 x 8 bits of MONOCHROME2, signed"));
		signed = 0;
		colours = "PALETTE COLOR";
		assertTrue(refusal().contains("bits of PALETTE COLOR"));
		colours = "YBR_FULL";
		samples = 3;
		assertTrue(refusal().contains("3 x 8 bits of YBR_FULL"));
	}

	@Test
	void compressedPixelsAreNamed() {
		syntax = "1.2.840.10008.1.2.4.50";
		assertTrue(refusal()
			.contains("DICOM with compressed pixels or another byte order (1.2.840.10008.1.2.4.50)"));
	}

	@Test
	void missingPixelsAreMissed() {
		pixels = new byte[10];
		assertThrows(EOFException.class, () -> check(bytes()));
	}

	@Test
	void textWhereANumberIsDueIsDamage() {
		slope = "steep";
		assertEquals("this image is damaged: it has no number where one is due", refusal());
	}

	/** Whatever bytes are wrong. */
	@Property(tries = 200)
	void damageIsAnIoException(@ForAll final long seed) {
		final Random random = new Random(seed);
		syntax = random.nextBoolean() ? IMPLICIT : EXPLICIT;
		hasSequence = random.nextBoolean();
		byte[] bytes = bytes();
		for (int n = 1 + random.nextInt(4); n > 0; n--)
			bytes[132 + random.nextInt(bytes.length - 132)] = (byte) random.nextInt();
		if (random.nextBoolean()) bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
		try {
			check(bytes);
		}
		catch (final IOException seen) {
			// As it should be.
		}
	}
}
