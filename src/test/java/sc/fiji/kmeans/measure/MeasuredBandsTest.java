package sc.fiji.kmeans.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.measure.ResultsTable;

import java.io.IOException;
import java.nio.file.Paths;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.BandsOfImage;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.model.FrameMode;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.BandSegmentation;
import sc.fiji.kmeans.segment.LabelledBands;
import sc.fiji.kmeans.segment.Segmentation;

/** Tables of an image in bands are those of the whole. */
class MeasuredBandsTest {

	private static final int[] BITS = { 8, 16, 24, 32 };

	@Property(tries = 40)
	void tablesAreThoseOfTheWhole(@ForAll final long seed) throws IOException {
		final Random random = new Random(seed);
		final int bits = BITS[random.nextInt(BITS.length)];
		final ImagePlus image = RandomImages.hyperstack(bits, bits == 24 ? 1 : 1 + random.nextInt(3),
			1 + random.nextInt(2), 1 + random.nextInt(2), seed);
		if (random.nextBoolean())
			image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { 0.3, 0.7 }, "");
		assertSame(image,
			SegmentationOptions.defaults()
				.with(KMeansOptions.defaults().withClusters(3).withAttempts(1))
				.with(random.nextBoolean() ? FrameMode.EACH : FrameMode.TOGETHER)
				.withMinSize(random.nextBoolean() ? 0 : 6),
			random);
	}

	private static void assertSame(final ImagePlus image, final SegmentationOptions options,
		final Random random) throws IOException
	{
		final BandsOfImage bands = new BandsOfImage(image, 1 + random.nextInt(8));
		final Segmentation whole = Segmentation.of(image, options);
		final BandSegmentation learned = BandSegmentation.of(bands, options, Progress.NONE);
		assertTables(whole, learned);
		final ImageClusters clusters = whole.clusters();
		assertTables(Segmentation.apply(clusters, image),
			BandSegmentation.apply(clusters, bands, clusters.options()));
	}

	private static void assertTables(final Segmentation whole, final BandSegmentation banded)
		throws IOException
	{
		final MeasuredBands measured = new MeasuredBands(banded.head());
		try (LabelledBands bands = banded.labelled(Paths.get("target"), Progress.NONE)) {
			bands.each(measured::addMeans, Progress.NONE);
			measured.endMeans();
			bands.each(measured::addSquares, Progress.NONE);
			assertSame(ClusterTable.of(whole), ClusterTable.of(bands.counted()));
			assertArrayEquals((int[]) Legend.picture(whole, Progress.NONE).getProcessor().getPixels(),
				(int[]) Legend.picture(bands.counted(), Progress.NONE).getProcessor().getPixels());
		}
		assertSame(new Measurements(whole).table(), measured.of(banded.head()).table());
		assertSame(new Measurements(whole).overTime(), measured.of(banded.head()).overTime());
	}

	private static void assertSame(final ResultsTable expected, final ResultsTable table) {
		assertArrayEquals(expected.getHeadings(), table.getHeadings());
		for (final String heading : expected.getHeadings())
			for (int row = 0; row < expected.size(); row++) {
				assertEquals(expected.getValue(heading, row), table.getValue(heading, row));
				assertEquals(expected.getStringValue(heading, row), table.getStringValue(heading, row));
			}
	}
}
