package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.measure.Calibration;

import java.io.IOException;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.files.format.RawTiff;
import sc.fiji.kmeans.files.format.RawTiff.Entry;
import sc.fiji.kmeans.files.format.TiffDirectory;

class ResolutionTest {

	private static final int RATIONAL = 5;

	/** Two numbers of 32 bits are one value. */
	private static Entry ratio(final int tag, final int numerator, final int denominator) {
		return new Entry(tag, RATIONAL, 1, numerator, denominator);
	}

	private static Calibration calibrated(final Entry... entries) throws IOException {
		return RawTiff.random(new Random(entries.length)).directory(entries).with(file -> {
			final Calibration calibration = new Calibration();
			Resolution.of(TiffDirectory.all(file).get(0)).calibrate(calibration);
			return calibration;
		});
	}

	private static Calibration of(final int x, final int y, final int denominator, final int unit)
		throws IOException
	{
		return calibrated(ratio(282, x, denominator), ratio(283, y, denominator),
			Entry.of(296, 3, unit));
	}

	@Property(tries = 40)
	void pixelsInAUnitAreItsParts(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final int x = 1 + random.nextInt(5000);
		final int y = 1 + random.nextInt(5000);
		final int denominator = 1 + random.nextInt(99);
		final Calibration calibration = of(x, y, denominator, 3);
		assertEquals((double) denominator / x, calibration.pixelWidth, 1e-12);
		assertEquals((double) denominator / y, calibration.pixelHeight, 1e-12);
		assertEquals("cm", calibration.getUnit());
	}

	@Test
	void units() throws IOException {
		assertEquals("inch", of(300, 300, 1, 2).getUnit());
		assertEquals("cm", of(300, 300, 1, 3).getUnit());
		assertEquals(0.01, of(100, 100, 1, 1).pixelWidth);
	}

	/** Programs write it that know none. */
	@Test
	void screensTellNothing() throws IOException {
		assertEquals(1, of(72, 72, 1, 2).pixelWidth);
		assertEquals(1 / 72.0, of(72, 72, 1, 3).pixelWidth);
	}

	@Test
	void noRatioTellsNothing() throws IOException {
		assertEquals(1, of(0, 0, 1, 2).pixelWidth);
		assertEquals(1, of(300, 300, 0, 2).pixelWidth);
		assertEquals(1, of(300, 0, 1, 2).pixelWidth);
		assertEquals(1, calibrated(Entry.of(256, 3, 1)).pixelWidth);
		assertEquals(1, calibrated(Entry.of(282, 3, 300), Entry.of(283, 3, 300)).pixelWidth);
	}
}
