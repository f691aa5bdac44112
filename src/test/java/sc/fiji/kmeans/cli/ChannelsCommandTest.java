package sc.fiji.kmeans.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.Segmentation;

/** Files of more channels than ImageJ lays over each other, all of them or some. */
@Timeout(60)
class ChannelsCommandTest {

	private static final String SOME = "1,3-5,9-12";
	private static final String NAMES = "C1,C3,C4,C5,C9,C10,C11,C12";

	@TempDir
	private Path folder;
	private ImagePlus image;
	private Path file;

	@BeforeEach
	void writeImage() {
		image = RandomImages.hyperstack(16, 12, 1, 1, 1);
		for (int c = 1; c <= 12; c++)
			image.getStack().setSliceLabel("C" + c, c);
		file = folder.resolve("x.tif");
		IJ.saveAsTiff(image, file.toString());
	}

	private CommandLineRun run(final Path input, final Object... options) {
		final CommandLineRun run = CommandLineRun
			.of(Stream.concat(Stream.of(input, "--output=" + folder.resolve("out")), Stream.of(options))
				.toArray());
		assertEquals("[]", run.err.toString());
		return run;
	}

	private ImagePlus result(final String name) {
		return IJ.openImage(folder.resolve("out").resolve(name).toString());
	}

	private List<String> lines(final String name) throws IOException {
		return Files.readAllLines(folder.resolve("out").resolve(name));
	}

	private static float[][] pixels(final ImagePlus picture) {
		return IntStream.rangeClosed(1, picture.getStackSize())
			.mapToObj(n -> picture.getStack().getProcessor(n).convertToFloatProcessor().getPixels())
			.toArray(float[][]::new);
	}

	private Segmentation expected(final String channels) {
		return Segmentation.of(image, SegmentationOptions.defaults().withChannels(channels));
	}

	@Test
	void allChannelsAreKept() throws IOException {
		run(file, "--masked", 2, "--measure");
		final Segmentation expected = expected("all");
		assertArrayEquals(pixels(expected.labels()), pixels(result("x-labels.png")));
		for (final ImagePlus picture : new ImagePlus[] { expected.segmented(), expected.masked(2) }) {
			final ImagePlus written = result(
				picture.getTitle().replace("random", "x").replace("masked", "masked-2") + ".tif");
			assertArrayEquals(pixels(picture), pixels(written));
			assertArrayEquals(image.getDimensions(), written.getDimensions());
			assertEquals("C12", written.getStack().getSliceLabel(12));
		}
		assertEquals("Cluster,Pixels,Percent,"
			+ IntStream.rangeClosed(1, 12).mapToObj(c -> "C" + c).collect(Collectors.joining(","))
			+ ",Hex", lines("x-clusters.csv").get(0));
	}

	@Test
	void someChannelsAreSegmentedAndAllAreMasked() throws IOException {
		run(file, "--channels", SOME, "--masked", 2, "--measure");
		final Segmentation expected = expected(SOME);
		assertArrayEquals(pixels(expected.labels()), pixels(result("x-labels.png")));
		final ImagePlus segmented = result("x-segmented.tif");
		assertArrayEquals(pixels(expected.segmented()), pixels(segmented));
		assertEquals(8, segmented.getNChannels());
		assertEquals("C9", segmented.getStack().getSliceLabel(5));
		final ImagePlus masked = result("x-masked-2.tif");
		assertArrayEquals(pixels(expected.masked(2)), pixels(masked));
		assertEquals(12, masked.getNChannels());
		assertEquals("Cluster,Pixels,Percent," + NAMES + ",Hex", lines("x-clusters.csv").get(0));
		assertEquals(true, lines("x-measurements.csv").get(0).contains(",Percent," + NAMES + ",Hex"));
	}

	/** To all channels, and to an image of just as many. */
	@Test
	void savedClustersKnowTheirChannels() throws IOException {
		final Path saved = folder.resolve("saved.csv");
		run(file, "--channels", SOME, "--save", saved);
		final float[][] labels = pixels(result("x-labels.png"));
		assertEquals(true, Files.readAllLines(saved).toString().contains(" channels=" + SOME + " "));
		assertEquals(true, Files.readAllLines(saved).contains("Cluster,Pixels," + NAMES));
		run(file, "--apply", saved);
		assertArrayEquals(labels, pixels(result("x-labels.png")));
		final Path alone = folder.resolve("alone.tif");
		IJ.saveAsTiff(withoutChannels(2, 6, 7, 8), alone.toString());
		run(alone, "--apply", saved);
		assertArrayEquals(labels, pixels(result("alone-labels.png")));
	}

	private ImagePlus withoutChannels(final int... gone) {
		final ImagePlus copy = image.duplicate();
		for (int i = gone.length - 1; i >= 0; i--)
			copy.getStack().deleteSlice(gone[i]);
		final ImagePlus fewer = new ImagePlus("alone", copy.getStack());
		fewer.setDimensions(12 - gone.length, 1, 1);
		fewer.setOpenAsHyperStack(true);
		return fewer;
	}

	@Test
	void clustersOfSomeChannelsDoNotFitAll() {
		final Path saved = folder.resolve("saved.csv");
		run(file, "--channels", SOME, "--save", saved);
		assertEquals("[" + file + ": clusters of 8 channels: do not fit an image of 12 channels]",
			CommandLineRun.of(file, "--apply", saved, "--channels", "all", "--output",
				folder.resolve("out")).err.toString());
	}

	/** A single plane is a PNG file. */
	@Test
	void oneChannelIsAPicture() throws IOException {
		run(file, "--channels", 7);
		assertArrayEquals(pixels(expected("7").segmented()), pixels(result("x-segmented.png")));
		assertEquals("Cluster,Pixels,Percent,C7,Hex", lines("x-clusters.csv").get(0));
	}
}
