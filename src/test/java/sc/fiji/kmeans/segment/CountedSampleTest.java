package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.BandsOfImage;
import sc.fiji.kmeans.image.SomeBands;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.vector.PixelSample;
import sc.fiji.kmeans.vector.SmallSample;
import sc.fiji.kmeans.vector.TooManyPixels;

/** A sample of an image that is counted in parts is the one of the whole. */
class CountedSampleTest {

	private static final int WIDTH = 60;
	private static final int HEIGHT = 48;
	private static final int ROWS = 4;
	private static final SegmentationOptions OPTIONS = SegmentationOptions.defaults();
	private final Random random = new Random(5);

	private ImagePlus noise(final int bits, final int channels) {
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		for (int c = 0; c < channels; c++) {
			final ImageProcessor plane = bits == 16
				? new ShortProcessor(WIDTH, HEIGHT)
				: new FloatProcessor(WIDTH, HEIGHT);
			for (int i = 0; i < plane.getPixelCount(); i++)
				plane.setf(i, random.nextInt(1 << 16));
			stack.addSlice(plane);
		}
		final ImagePlus image = new ImagePlus("noise", stack);
		image.setDimensions(channels, 1, 1);
		return image;
	}

	/** What a part has, or nothing if that is too much. */
	private static CountedPixels counted(final BandsOfImage bands, final int first, final int rows,
		final PixelSample sample)
	{
		final CountedPixels.Sum sum = new CountedPixels.Sum(OPTIONS, sample);
		sum.add(new SomeBands(bands, first, rows), first, Progress.NONE);
		return sum.counted(Progress.NONE);
	}

	/** Four parts, added in any order. */
	private CountedPixels inParts(final BandsOfImage bands, final PixelSample sample) {
		final List<Integer> firsts = new ArrayList<>(Arrays.asList(0, ROWS, 3 * ROWS, 9 * ROWS));
		final List<Integer> ends = Arrays.asList(ROWS, 3 * ROWS, 9 * ROWS, HEIGHT);
		final List<CountedPixels> parts = new ArrayList<>();
		for (int part = 0; part < firsts.size(); part++)
			parts.add(counted(bands, firsts.get(part), ends.get(part) - firsts.get(part), sample));
		Collections.shuffle(parts, random);
		final CountedPixels.Sum sum = new CountedPixels.Sum(OPTIONS, sample);
		for (final CountedPixels part : parts)
			sum.add(part, Progress.NONE);
		return sum.counted(Progress.NONE);
	}

	@ParameterizedTest
	@CsvSource({ "16,2,700", "16,3,2880", "32,1,500", "32,1,90", "16,9,400" })
	void partsHaveTheSampleOfTheWhole(final int bits, final int channels, final int most) {
		final BandsOfImage bands = new BandsOfImage(noise(bits, channels), ROWS);
		CountedPixels parts = null;
		for (PixelSample sample = SmallSample.of(most); parts == null;)
			try {
				parts = inParts(bands, sample);
			}
			catch (final TooManyPixels e) {
				sample = e.sparser();
			}
		final ImageClusters expected = BandSegmentation
			.of(SourceImage.of(bands).with(SmallSample.of(most)), OPTIONS, Progress.NONE)
			.head()
			.clusters();
		final ImageClusters clusters = parts.learned(OPTIONS, Progress.NONE);
		assertArrayEquals(expected.centres(), clusters.centres());
		assertArrayEquals(expected.pixels(), clusters.pixels());
		assertEquals(expected.figures().sample(), clusters.figures().sample());
		assertEquals(expected.figures().distinct(), clusters.figures().distinct());
		assertEquals(most < 2880 || channels > 3, clusters.figures().sample().isPresent());
	}
}
