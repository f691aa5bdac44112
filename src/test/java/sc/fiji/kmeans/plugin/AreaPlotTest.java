package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Plot;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.awt.Color;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.image.Measurements;
import sc.fiji.kmeans.image.Segmentation;

/** The areas over time as a plot. */
class AreaPlotTest {

	@ParameterizedTest
	@ValueSource(ints = { 0xffffff, 0xffff00, 0x00ffff, 0xf0f0f0, 0x00ff00 })
	void brightColoursAreDarkenedInTheirHue(final int rgb) {
		final Color readable = AreaPlot.readable(new Color(rgb));
		final float[] hsb = hsb(readable);
		assertTrue(hsb[2] <= 0.85 && hsb[2] < hsb(new Color(rgb))[2], readable
			.toString());
		assertEquals(hsb(new Color(rgb))[0], hsb[0], 0.01);
	}

	private static float[] hsb(final Color colour) {
		return Color.RGBtoHSB(colour.getRed(), colour.getGreen(), colour.getBlue(),
			null);
	}

	@Test
	void othersAreAsTheyAre() {
		for (final int rgb : new int[] { 0, 0xff0000, 0x0000ff, 0x606060 })
			assertEquals(new Color(rgb), AreaPlot.readable(new Color(rgb)));
	}

	/** The first frame has fewer clusters than the second. */
	@Test
	void eachCurveCanBeSeen() {
		final int[] colours = { 0x202020, 0xd00000, 0xffffff };
		final ImageStack stack = new ImageStack(6, 2);
		for (int n = 1; n <= 3; n++) {
			final ImageProcessor frame = new ColorProcessor(6, 2);
			for (int i = 0; i < 12; i++)
				frame.set(i, colours[i % (n + 1) % 3]);
			stack.addSlice(frame);
		}
		final Segmentation segmentation = Segmentation.of(new ImagePlus("film", stack),
			KMeansOptions.defaults());
		final Plot plot = AreaPlot.of(segmentation, new Measurements(segmentation)
			.overTime());
		final ImageProcessor picture = plot.getProcessor().convertToRGB();
		for (final int colour : new int[] { 0x202020, 0xd00000, 0x919191 })
			assertTrue(pixels(picture, colour) > 100, Integer.toHexString(colour));
	}

	private static int pixels(final ImageProcessor picture, final int colour) {
		int n = 0;
		for (int i = 0; i < picture.getPixelCount(); i++)
			if ((picture.get(i) & 0xffffff) == colour) n++;
		return n;
	}
}
