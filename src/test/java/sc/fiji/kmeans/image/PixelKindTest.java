package sc.fiji.kmeans.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.measure.Calibration;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.pixel.CheckedInput;
import sc.fiji.kmeans.pixel.CheckedOutput;
import sc.fiji.kmeans.pixel.PixelFormat;

/** What pixels are, what they stand for and what their numbers are called, also as bytes. */
class PixelKindTest {

	private interface Writing {

		void to(CheckedOutput out) throws IOException;
	}

	private static CheckedInput bytes(final Writing writing) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final CheckedOutput out = new CheckedOutput(bytes);
		writing.to(out);
		out.finish();
		return new CheckedInput(new ByteArrayInputStream(bytes.toByteArray()));
	}

	private static Calibration line(final double offset, final double factor) {
		final Calibration calibration = new Calibration();
		calibration.setFunction(Calibration.STRAIGHT_LINE, new double[] { offset, factor }, "OD");
		return calibration;
	}

	private static PixelKind random(final Random random) {
		final int kind = random.nextInt(4);
		if (kind == 0) return PixelKind.ofColours();
		final PixelKind plain = PixelKind.of(8 << kind - 1, 1 + random.nextInt(5));
		return random.nextBoolean() ? plain : plain.with(line(random.nextInt(9) - 4, 0.5));
	}

	@Property(tries = 100)
	void kindsComeBackFromBytes(@ForAll final long seed) throws IOException {
		final PixelKind kind = random(new Random(seed));
		final PixelKind read = PixelKind.read(bytes(kind::write));
		assertEquals(kind, read);
		assertEquals(kind.hashCode(), read.hashCode());
		assertEquals(kind.toString(), read.toString());
	}

	@Test
	void otherBytesAreDamage() throws IOException {
		final long[][] wrong = { { 7, 1, 0, 0, 0 }, { 12, 1, 0, 0, 0 }, { 40, 1, 0, 0, 0 },
			{ 8, 0, 0, 0, 0 }, { 24, 2, 0, 0, 0 }, { 8, 1 << 17, 0, 0, 0 } };
		for (final long[] numbers : wrong) {
			final CheckedInput in = bytes(out -> {
				for (final long number : numbers)
					out.writeNumber(number);
			});
			assertTrue(assertThrows(IOException.class, () -> PixelKind.read(in)).getMessage()
				.startsWith("damaged bytes: "), Arrays.toString(numbers));
		}
	}

	@Test
	void countedAsValuesOrAsVectors() {
		assertTrue(PixelKind.areValues(24, 1));
		assertTrue(PixelKind.areValues(8, 3) && !PixelKind.areValues(8, 4));
		assertTrue(PixelKind.areValues(16, 1) && !PixelKind.areValues(16, 2));
		assertFalse(PixelKind.areValues(32, 1));
		assertTrue(PixelKind.of(8, 3).areVectors() && PixelKind.of(32, 1).areVectors());
		assertFalse(PixelKind.of(16, 1).areVectors() || PixelKind.ofColours().areVectors());
		assertEquals(PixelFormat.RGB, PixelKind.ofColours().format());
		assertEquals(16, PixelKind.of(16, 1).format().bits());
		assertEquals(3, PixelKind.of(8, 3).format().components());
	}

	@Test
	void forPeople() {
		assertEquals("colours", PixelKind.ofColours().toString());
		assertEquals("16-bit values", PixelKind.of(16, 1).toString());
		assertEquals("3 channels of 8 bits", PixelKind.of(8, 3).toString());
		assertTrue(PixelKind.of(8, 1)
			.with(line(-10, 2))
			.toString()
			.startsWith("8-bit values that stand for -10 to 500 (calibration "));
	}

	/** Of the same number other values can not be counted together. */
	@Property(tries = 30)
	void otherValuesAreAnotherKind(@ForAll final long seed) {
		final Random random = new Random(seed);
		final PixelKind plain = PixelKind.of(random.nextBoolean() ? 8 : 16, 1);
		final double offset = random.nextInt(100) - 50;
		final PixelKind scaled = plain.with(line(offset, 0.5));
		assertNotEquals(plain, scaled);
		assertNotEquals(scaled, plain.with(line(offset + 1, 0.5)));
		assertEquals(scaled, plain.with(line(offset, 0.5)));
		// A calibration that changes nothing is none.
		assertEquals(plain, plain.with(line(0, 1)));
		assertEquals(plain, plain.with(new Calibration()));
		assertEquals(PixelKind.of(32, 1), PixelKind.of(32, 1).with(line(offset, 0.5)));
		assertEquals(PixelKind.ofColours(), PixelKind.ofColours().with(line(offset, 0.5)));
	}

	@Test
	void numbersFitTheirKind() {
		final PixelKind bytes = PixelKind.of(8, 2);
		assertTrue(bytes.fits(0) && bytes.fits(255));
		assertFalse(bytes.fits(256) || bytes.fits(-1) || bytes.fits(0.5f) || bytes.fits(Float.NaN));
		final PixelKind real = PixelKind.of(32, 2);
		assertTrue(real.fits(0.5f) && real.fits(-1e30f));
		assertFalse(real.fits(Float.NaN) || real.fits(Float.POSITIVE_INFINITY) || real.fits(-0f)
			|| real.fits(Float.MAX_VALUE));
	}

	@Test
	void signsAreAShift() {
		final Calibration calibration = new Calibration();
		assertEquals(0, SignedPixels.shift(calibration));
		SignedPixels.calibrate8Bits(calibration);
		assertEquals(128, SignedPixels.shift(calibration));
		assertEquals(-128, calibration.getCValue(0));
		assertEquals(127, calibration.getCValue(255));
		final Calibration wide = new Calibration(IJ.createImage("", "16-bit", 3, 3, 1));
		wide.setSigned16BitCalibration();
		assertEquals(32768, SignedPixels.shift(wide));
		assertEquals(0, SignedPixels.shift(line(-128, 2)));
		assertFalse(SignedPixels.are(IJ.createImage("", "8-bit", 3, 3, 1)));
	}

	private static ChannelNames names(final int... numbers) {
		return ChannelNames.of(numbers, ChannelNames.numbered(numbers));
	}

	@Property(tries = 60)
	void namesComeBackFromBytes(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final int[] numbers = random.ints(1 + random.nextInt(5), 1, 100).toArray();
		final String[] all = { "DAPI", "", "\u00b5m, \"x\"", "Channel 2", "\ud83d\ude00" };
		final ChannelNames written = ChannelNames.of(numbers,
			Arrays.asList(Arrays.copyOf(all, numbers.length)));
		final ChannelNames read = ChannelNames.read(numbers.length, bytes(written::write));
		assertEquals(written.names(), read.names());
		assertEquals(written.names(), written.and(read).names());
	}

	/** What two images call differently is called by its number, or a value where it is one. */
	@Test
	void namesOfTwoImages() {
		final ChannelNames dapi = ChannelNames.of(new int[] { 1, 3 }, Arrays.asList("DAPI", "GFP"));
		assertEquals(Arrays.asList("DAPI", "GFP"), dapi.and(dapi).names());
		assertEquals(Arrays.asList("Channel 1", "Channel 3"), dapi.and(names(1, 3)).names());
		final ChannelNames single = ChannelNames.of(new int[] { 1 }, ChannelNames.single());
		final ChannelNames named = ChannelNames.of(new int[] { 1 }, Collections.singletonList("DAPI"));
		assertEquals(ChannelNames.single(), single.and(named).names());
		assertEquals(ChannelNames.single(), named.and(single).names());
	}

	@Test
	void titlesHaveNoEndings() {
		assertEquals("a", Titles.withoutEnding("a.tif"));
		assertEquals("a.b", Titles.withoutEnding("a.b.jpeg"));
		assertEquals("v1.2", Titles.withoutEnding("v1.2"));
		assertEquals(".tif", Titles.withoutEnding(".tif"));
		assertEquals("a.longer", Titles.withoutEnding("a.longer"));
		assertEquals("a-labels", Titles.of("a.PNG", "labels"));
	}
}
