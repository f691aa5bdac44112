package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.process.ByteProcessor;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.Suggestion;

/** The curve of all numbers, also where the last of them fits each pixel. */
class SuggestionPlotTest {

	private static Plot plot(final int values) {
		final ByteProcessor pixels = new ByteProcessor(20, 20);
		for (int i = 0; i < 400; i++)
			pixels.set(i, 10 * (i % values));
		return SuggestionPlot.of("",
			Suggestion.of(new ImagePlus("", pixels), SegmentationOptions.defaults()));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 5, 20 })
	void allNumbersAreOnIt(final int values) {
		final double[] limits = plot(values).getLimits();
		assertArrayEquals(new double[] { 0.5, Math.min(12, values) + 0.5 }, Arrays.copyOf(limits, 2));
		assertTrue(Double.isFinite(limits[2]) && limits[2] < limits[3], Arrays.toString(limits));
	}

	/** 400 pixels, half of them 10 more than the others. */
	@Test
	void theLogarithmIsDrawnWhereThereIsOne() {
		assertArrayEquals(new float[] { 1 }, plot(2).getDataObjectArrays(0)[0]);
		assertEquals(Math.log(400 * 25), plot(2).getDataObjectArrays(0)[1][0], 1e-5);
	}
}
