package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Plot;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.image.Measurements;
import sc.fiji.kmeans.image.Palette;
import sc.fiji.kmeans.image.Segmentation;

/** The areas over time as a plot. */
class AreaPlotTest {

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
		final Plot plot = AreaPlot.of("film-areas", segmentation,
			new Measurements(segmentation).overTime());
		final ImageProcessor picture = plot.getProcessor().convertToRGB();
		for (int j = 1; j <= 3; j++)
			assertTrue(pixels(picture, Palette.colour(j)) > 100, "cluster " + j);
	}

	private static int pixels(final ImageProcessor picture, final int colour) {
		int n = 0;
		for (int i = 0; i < picture.getPixelCount(); i++)
			if ((picture.get(i) & 0xffffff) == colour) n++;
		return n;
	}
}
