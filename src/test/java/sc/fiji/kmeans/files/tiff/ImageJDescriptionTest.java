package sc.fiji.kmeans.files.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;

import java.io.IOException;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

class ImageJDescriptionTest {

	private static ImageJDescription of(final String... lines) throws IOException {
		return new ImageJDescription("ImageJ=1.54p\n" + String.join("\n", lines));
	}

	@Property(tries = 50)
	void shapesThatFitAreTaken(@ForAll @IntRange(min = 1, max = 5) final int channels,
		@ForAll @IntRange(min = 1, max = 5) final int slices,
		@ForAll @IntRange(min = 1, max = 5) final int frames) throws IOException
	{
		final Layout layout = of("channels=" + channels, "slices=" + slices, "frames=" + frames)
			.layout(channels * slices * frames);
		assertEquals(channels, layout.channels);
		assertEquals(slices, layout.slices);
		assertEquals(frames, layout.frames);
		for (int plane = 0; plane < layout.size(); plane++)
			assertEquals(plane, layout.page(plane));
	}

	/** Then pages are slices. */
	@Property(tries = 50)
	void otherShapesAreNone(@ForAll @IntRange(min = 1, max = 9) final int channels,
		@ForAll @IntRange(min = 1, max = 20) final int pages) throws IOException
	{
		final Layout layout = of("channels=" + channels).layout(pages);
		final boolean fits = channels == pages;
		assertEquals(fits ? channels : 1, layout.channels);
		assertEquals(fits ? 1 : pages, layout.slices);
		assertEquals(1, layout.frames);
		assertEquals(pages, layout.size());
	}

	/** Numbers that are none, or less than 1, are 1; so large ones do not overflow. */
	@Test
	void oddShapesAreNone() throws IOException {
		for (final String odd : new String[] { "x", "-3", "0", "NaN", "", "1e99", "2147483647" }) {
			final Layout layout = of("channels=" + odd, "slices=" + odd, "frames=" + odd).layout(2);
			assertEquals(2, layout.slices, odd);
			assertEquals(2, layout.size(), odd);
		}
	}

	@Test
	void images() throws IOException {
		assertEquals(7, of("images=7").images());
		assertEquals(0, of().images());
		assertEquals(0, of("images=-1").images());
		assertEquals(Integer.MAX_VALUE, of("images=1e30").images());
	}

	@Test
	void sizesAndUnits() throws IOException {
		final Calibration calibration = new Calibration();
		final ImageJDescription told = of("spacing=2.5", "unit=\\u00B5m", "finterval=0.5", "fps=2",
			"tunit=min", "xorigin=1", "yorigin=2", "zorigin=3");
		told.layout(1).calibrate(calibration);
		told.calibrate(calibration, SampleKind.BYTE);
		assertEquals(2.5, calibration.pixelDepth);
		assertEquals("\u00b5m", calibration.getUnit());
		assertEquals(0.5, calibration.frameInterval);
		assertEquals(2, calibration.fps);
		assertEquals("min", calibration.getTimeUnit());
		assertEquals(1, calibration.xOrigin);
		assertEquals(2, calibration.yOrigin);
		assertEquals(3, calibration.zOrigin);
	}

	/** A line of numbers to values, as ImageJ has it. */
	@Property(tries = 30)
	void valuesOfWholeNumbers(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final double offset = random.nextInt(100) - 50;
		final double factor = 1 + random.nextInt(9);
		final Calibration calibration = new Calibration();
		of("cf=0", "c0=" + offset, "c1=" + factor, "vunit=OD").calibrate(calibration,
			random.nextBoolean() ? SampleKind.BYTE : SampleKind.SHORT);
		assertEquals("OD", calibration.getValueUnit());
		final int raw = random.nextInt(256);
		assertEquals((float) (offset + factor * raw), (float) calibration.getCValue(raw));
	}

	@Test
	void valuesOfFloatsHaveAUnitAlone() throws IOException {
		final Calibration calibration = new Calibration();
		of("cf=0", "c0=5", "c1=2", "vunit=mV").calibrate(calibration, SampleKind.FLOAT);
		assertEquals("mV", calibration.getValueUnit());
		assertEquals(3, calibration.getCValue(3.0));
	}

	@Test
	void whatIsBlackAndWhite() throws IOException {
		final ImagePlus grey = new ImagePlus("", new ShortProcessor(2, 2));
		of("min=10", "max=300").show(grey);
		assertEquals(10, grey.getDisplayRangeMin());
		assertEquals(300, grey.getDisplayRangeMax());
		final ImagePlus real = new ImagePlus("", new FloatProcessor(2, 2));
		of("min=-1.5", "max=2.5").show(real);
		assertEquals(-1.5, real.getDisplayRangeMin());
		assertEquals(2.5, real.getDisplayRangeMax());
	}

	/** No range that is upside down or empty, and none of 8 bits, which ImageJ shows as they are. */
	@Test
	void otherRangesAreLeftAlone() throws IOException {
		final ImagePlus bytes = new ImagePlus("", new ByteProcessor(2, 2));
		of("min=10", "max=30").show(bytes);
		assertEquals(255, bytes.getDisplayRangeMax());
		final ImagePlus grey = new ImagePlus("", new ShortProcessor(2, 2));
		grey.setDisplayRange(1, 9);
		of("min=30", "max=30").show(grey);
		of("min=30", "max=3").show(grey);
		of().show(grey);
		assertEquals(1, grey.getDisplayRangeMin());
		assertEquals(9, grey.getDisplayRangeMax());
	}

	/** A backslash is one, and no beginning of something else. */
	@Test
	void backslashesAreThemselves() throws IOException {
		final Calibration calibration = new Calibration();
		of("vunit=a\\b", "cf=0", "c0=0", "c1=1").calibrate(calibration, SampleKind.BYTE);
		assertEquals("a\\b", calibration.getValueUnit());
	}
}
