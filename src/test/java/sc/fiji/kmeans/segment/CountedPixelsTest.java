package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.ImageStack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.ColorSpace;
import sc.fiji.kmeans.image.IgnoredValues;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.image.Transform;
import sc.fiji.kmeans.saved.ClusterFile;

/** Pixels counted in parts give what the whole gives, to the last bit. */
class CountedPixelsTest {

	private static final SegmentationOptions PLAIN = SegmentationOptions.defaults();
	private static final int FRAMES = 5;

	@TempDir
	Path folder;

	/** Frame by frame. */
	private static List<ImagePlus> frames(final ImagePlus image) {
		final int channels = image.getNChannels();
		final List<ImagePlus> frames = new ArrayList<>();
		for (int n = 0; n < image.getStackSize() / channels; n++) {
			final ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
			for (int c = 1; c <= channels; c++)
				stack.addSlice(image.getStack().getSliceLabel(n * channels + c),
					image.getStack().getProcessor(n * channels + c));
			final ImagePlus frame = new ImagePlus("frame", stack);
			frame.setDimensions(channels, 1, 1);
			frame.setRoi(image.getRoi());
			frame.setCalibration(image.getCalibration());
			frames.add(frame);
		}
		return frames;
	}

	private static CountedPixels counted(final ImagePlus image, final SegmentationOptions options) {
		return CountedPixels.of(image, options, Progress.NONE);
	}

	private static byte[] bytes(final CountedPixels counted) {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			counted.write(bytes);
		}
		catch (final IOException e) {
			throw new AssertionError(e);
		}
		return bytes.toByteArray();
	}

	private static CountedPixels read(final byte[] bytes) throws IOException {
		return CountedPixels.read(new ByteArrayInputStream(bytes));
	}

	/** In any order, as any tree, some of them written and read on the way. */
	private static CountedPixels merged(final List<CountedPixels> parts, final Random random)
		throws IOException
	{
		final List<CountedPixels> left = new ArrayList<>(parts);
		while (left.size() > 1) {
			Collections.shuffle(left, random);
			final CountedPixels both = left.remove(0).plus(left.remove(0));
			left.add(random.nextBoolean() ? both : read(bytes(both)));
		}
		return left.get(0);
	}

	private void assertSame(final ImagePlus image, final SegmentationOptions options)
		throws IOException
	{
		final Random random = new Random(3);
		final List<CountedPixels> parts = frames(image).stream()
			.map(frame -> counted(frame, options))
			.collect(Collectors.toList());
		final CountedPixels merged = merged(parts, random);
		assertArrayEquals(bytes(counted(image, options)), bytes(merged));
		final CountedPixels.Sum sum = new CountedPixels.Sum(options);
		for (final CountedPixels part : parts)
			sum.add(part, Progress.NONE);
		assertArrayEquals(bytes(merged), bytes(sum.counted(Progress.NONE)));
		assertEquals(told(Segmentation.of(image, options.with(FrameMode.TOGETHER)).clusters()),
			told(merged.learned(options, Progress.NONE)));
		assertEquals(Suggestion.of(image, options.with(FrameMode.TOGETHER)).toString(),
			merged.suggested(options, Progress.NONE).toString());
	}

	/** All that clusters tell. */
	private String told(final ImageClusters clusters) throws IOException {
		final Path file = folder.resolve("clusters.csv");
		ClusterFile.write(clusters, file);
		final Clusters found = clusters.found();
		final LearningFigures figures = clusters.figures();
		return new String(Files.readAllBytes(file)) + Arrays.deepToString(clusters.centres())
			+ found.compactness() + " " + found.iterations() + " " + found.agreement() + " "
			+ Arrays.toString(clusters.pixels()) + figures.distinct() + " " + figures.epsilon()
			+ figures.agreement() + figures.warning() + figures.hint() + clusters.foundBy()
			+ IntStream.of(clusters.labels().all())
				.mapToObj(j -> Arrays.toString(clusters.value(j)) + clusters.caption(j))
				.collect(Collectors.joining());
	}

	@ParameterizedTest
	@CsvSource({ "8, 1", "16, 1", "32, 1", "8, 3", "8, 4", "16, 2", "32, 4", "24, 1" })
	void partsAddUpToTheWhole(final int bits, final int channels) throws IOException {
		final ImagePlus image = RandomImages.hyperstack(bits, channels, 1, FRAMES, bits + channels);
		final SegmentationOptions named = PLAIN.withNames("a,b,c");
		assertSame(image, named);
		assertSame(image, PLAIN.withClusters(5).withMerge("1+3"));
		assertSame(image, PLAIN.with(IgnoredValues.of(bits == 32 ? "black+60" : "black+60")));
		assertSame(image,
			PLAIN.withReference(Segmentation.of(frames(image).get(2), PLAIN.withClusters(4)).clusters()));
		assertSame(image, PLAIN.withSuggestedClusters());
		if (bits == 24) for (final ColorSpace space : ColorSpace.values())
			assertSame(image, PLAIN.with(space));
		else for (final Transform transform : Transform.values())
			assertSame(image, PLAIN.with(transform).withScaled(channels > 1));
		if (channels > 1) assertSame(image, PLAIN.withChannels("2"));
		image.setRoi(1, 2, 6, 4);
		assertSame(image, PLAIN.withScaled(bits == 32));
	}
}
