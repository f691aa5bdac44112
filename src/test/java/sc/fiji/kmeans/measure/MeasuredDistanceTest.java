package sc.fiji.kmeans.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;

import java.util.Random;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.segment.Segmentation;

/** The RMS distance of the table, where values are far from 0. */
class MeasuredDistanceTest {

	/** Centres are the means of their pixels. */
	private static final KMeansOptions TO_THE_END = KMeansOptions.defaults()
		.withEpsilon(0)
		.withIterations(1000)
		.withAttempts(2);

	/**
	 * The sum of n * RMS^2 is the compactness, of means that do not move; up to what
	 * it loses by the values being whole multiples of a billionth of the largest.
	 */
	@Property(tries = 40)
	void isThatOfTheCompactness(@ForAll final long seed) {
		final Random random = new Random(seed);
		final double offset = Math.scalb(random.nextDouble() - 0.5, random.nextInt(23));
		final ImagePlus image = image(random, offset, random.nextBoolean());
		final Segmentation result = Segmentation.of(image,
			TO_THE_END.withClusters(1 + random.nextInt(4)));
		final ResultsTable table = new Measurements(result).table();
		double sum = 0;
		for (int row = 0; row < table.size(); row++)
			sum += table.getValue("Pixels", row) * Math.pow(table.getValue("RMS to Mean", row), 2);
		final double compactness = result.clustersOfFrame(1).found().compactness();
		assertEquals(compactness, sum, 1e-8 * compactness);
	}

	/** 32 pixels of 100000 and 31 of 100001, of mean squared distance 32/63 * 31/63. */
	@Example
	void isNotLostBesideLargeValues() {
		final ImagePlus image = RandomImages.hyperstack(32, 1, 1, 1, 1);
		final ImageProcessor pixels = image.getProcessor();
		for (int i = 0; i < pixels.getPixelCount(); i++)
			pixels.setf(i, 1e5f + i % 2);
		assertEquals(Math.sqrt(32 * 31) / 63,
			new Measurements(Segmentation.of(image, TO_THE_END.withClusters(1))).table()
				.getValue("RMS to Mean", 0),
			1e-9);
	}

	private static ImagePlus image(final Random random, final double offset,
		final boolean isOfTwoChannels)
	{
		final ImagePlus image = RandomImages.hyperstack(32, isOfTwoChannels ? 2 : 1, 1, 1,
			random.nextLong());
		final ImageStack stack = image.getStack();
		for (int c = 1; c <= stack.size(); c++)
			for (int i = 0; i < stack.getProcessor(c).getPixelCount(); i++)
				stack.getProcessor(c).setf(i, (float) (offset + 10 * random.nextDouble()));
		return image;
	}
}
