package sc.fiji.kmeans.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.samples.SampleFile;
import sc.fiji.kmeans.saved.ClusterFile;
import sc.fiji.kmeans.segment.Segmentation;

/** Clusters are saved, applied, and lend their numbers. */
class SavedClustersCommandTest {

	/** Cluster 1 is bright, cluster 2 is dark, the other way round than usual. */
	private static final String BRIGHT_FIRST = "# K-Means clusters, version 1\n"
		+ "# color_space=RGB\nCluster,Red,Green,Blue\n1,200,50,40\n2,30,70,100\n";

	@TempDir
	private Path folder;
	private Path image;

	@BeforeEach
	void writeImage() throws IOException {
		image = SampleFile.PNG.write(folder, "x");
	}

	@Test
	void savedClustersAreThoseOfTheImage() throws IOException {
		final Path expected = folder.resolve("expected.csv");
		ClusterFile.write(
			Segmentation.of(IJ.openImage(image.toString()), KMeansOptions.defaults()).clustersOfFrame(1),
			expected);
		final Path saved = folder.resolve("saved.csv");
		assertEquals(0, run(image, "--save", saved).exitCode);
		assertArrayEquals(Files.readAllBytes(expected), Files.readAllBytes(saved));
	}

	@Test
	void clustersAreAppliedToAllImages() throws IOException {
		final Path other = SampleFile.TIFF_STACK.write(folder, "stack");
		final CommandLineRun run = run(image, other, "--apply", write(BRIGHT_FIRST));
		assertEquals("[]", run.err.toString());
		assertEquals("[2, 2, 2, 2]", run.values("clusters").toString());
		assertEquals("[]", run.values("distinct").toString());
		for (int n = 1; n <= 3; n++)
			assertArrayEquals(nearest(IJ.openImage(other.toString()), n), labels("stack-labels.tif", n));
		assertArrayEquals(nearest(IJ.openImage(image.toString()), 1), labels("x-labels.png", 1));
	}

	/** By squared distances to the two centres. */
	private static int[] nearest(final ImagePlus picture, final int slice) {
		final int[] pixels = (int[]) picture.getStack().getProcessor(slice).getPixels();
		return Arrays.stream(pixels)
			.map(rgb -> distance(rgb, 0xc83228) <= distance(rgb, 0x1e4664) ? 1 : 2)
			.toArray();
	}

	private static int distance(final int a, final int b) {
		int sum = 0;
		for (int shift = 0; shift < 24; shift += 8)
			sum += Math.pow((a >> shift & 0xff) - (b >> shift & 0xff), 2);
		return sum;
	}

	private int[] labels(final String name, final int slice) {
		final byte[] labels = (byte[]) IJ.openImage(folder.resolve("out").resolve(name).toString())
			.getStack()
			.getProcessor(slice)
			.getPixels();
		final int[] numbers = new int[labels.length];
		Arrays.setAll(numbers, i -> labels[i]);
		return numbers;
	}

	@Test
	void theTableOfAppliedClustersCountsThePixelsOfTheImage() throws IOException {
		run(image, "--apply", write(BRIGHT_FIRST));
		final List<String> lines = Files.readAllLines(folder.resolve("out/x-clusters.csv"));
		final long bright = Arrays.stream(nearest(IJ.openImage(image.toString()), 1))
			.filter(j -> j == 1)
			.count();
		final int all = SampleFile.WIDTH * SampleFile.HEIGHT;
		final String row = lines.get(1);
		assertEquals("1," + bright + "," + 100.0 * bright / all + ",200.0,50.0,40.0,#c83228",
			row.substring(0, row.lastIndexOf(',')));
		assertEquals(3, lines.size());
	}

	@Test
	void numbersAreThoseOfTheMatchedClusters() throws IOException {
		final List<String> rows = rows(image, "--clusters", 2);
		final List<String> matched = rows(image, "--clusters", 2, "--match", write(BRIGHT_FIRST));
		assertEquals(rows.get(1).substring(1), matched.get(2).substring(1));
		assertEquals(rows.get(2).substring(1), matched.get(1).substring(1));
	}

	private List<String> rows(final Object... arguments) throws IOException {
		assertEquals(0, run(arguments).exitCode);
		return Files.readAllLines(folder.resolve("out/x-clusters.csv"));
	}

	@Test
	void clustersThatDoNotFitAnImageFailThereAlone() throws IOException {
		final Path grey = SampleFile.TIFF_8.write(folder, "grey");
		for (final String option : new String[] { "--apply", "--match" }) {
			final CommandLineRun run = run(grey, image, option, write(BRIGHT_FIRST));
			assertEquals(1, run.exitCode);
			assertEquals(1, run.err.size(), run.err.toString());
			assertTrue(run.err.get(0).startsWith(grey + ": "), run.err.toString());
			assertEquals("[" + image + "]", run.values("image").toString());
		}
	}

	@Test
	void numbersAreNotTakenFromAnotherColourSpace() throws IOException {
		final Path match = write(BRIGHT_FIRST);
		assertEquals("[" + image + ": match = clusters of RGB colours: takes clusters of Lab colours]",
			run(image, "--color-space", "Lab", "--match", match).err.toString());
	}

	@Test
	void clustersAreSavedIntoAFolderThatIsStillToBeMade() {
		final Path saved = folder.resolve("out/saved.csv");
		assertEquals(0, run(image, "--save", saved).exitCode);
		assertTrue(Files.exists(saved));
	}

	@ParameterizedTest
	@ValueSource(strings = { "apply", "match" })
	void aMissingOrBadFileIsBadUsage(final String option) throws IOException {
		final Path missing = folder.resolve("missing.csv");
		assertEquals(option + " = " + missing + ": takes a file of clusters (there is no such file)",
			refused(image, "--" + option, missing));
		final Path bad = write("Dear diary,\n");
		assertTrue(refused(image, "--" + option, bad)
			.startsWith(option + " = " + bad + ": takes a file of clusters (" + bad + ", line 1: "));
		final Path swapped = write(BRIGHT_FIRST.replace("Red,Green", "Green,Red"));
		assertTrue(refused(image, "--" + option, swapped).startsWith(option + " = " + swapped
			+ ": takes a file of clusters (" + swapped + ", line 3: columns = Green, Red, Blue: takes "));
	}

	@Test
	void applyingTakesNoOptionOfLearning() throws IOException {
		final Path file = write(BRIGHT_FIRST);
		assertEquals("apply = " + file + ": takes no --clusters, --scale, because nothing is learned",
			refused(image, "--scale", "--clusters", 3, "--apply", file));
	}

	/** Each frame its own, merged, and without small regions and the background. */
	@Test
	void onTheImagesThemselvesTheLabelsAreTheSame() throws IOException {
		final Path stack = SampleFile.TIFF_STACK.write(folder, "stack");
		final Path saved = folder.resolve("saved.csv");
		assertEquals(0, run(stack, "--merge", "1+3", "--min-size", 9, "--ignore", "white+40", "--save",
			saved).exitCode);
		final int[][] expected = stackLabels();
		assertEquals(0, run(stack, "--apply", saved).exitCode);
		assertArrayEquals(expected, stackLabels());
		assertEquals(0,
			run(stack, "--apply", saved, "--min-size", "saved", "--merge", "none").exitCode);
		assertFalse(Arrays.deepEquals(expected, stackLabels()));
		assertTrue(run(image, "--apply", saved).err.get(0)
			.startsWith(image + ": clusters of 3 frames: take an image of as many, and this one has 1"));
	}

	private int[][] stackLabels() {
		return new int[][] { labels("stack-labels.tif", 1), labels("stack-labels.tif", 2),
			labels("stack-labels.tif", 3) };
	}

	@Test
	void numbersOfAppliedClustersGoAsFarAsTheyDo() throws IOException {
		assertEquals(
			"masked = 3: takes each, none, or cluster numbers" + " from 1 to 2, such as 1 or 1,3",
			refused(image, "--masked", 3, "--apply", write(BRIGHT_FIRST)));
	}

	@Test
	void onlyASingleImageSaves() throws IOException {
		final Path saved = folder.resolve("saved.csv");
		final Path other = SampleFile.GIF.write(folder, "other");
		assertEquals(
			"save = " + saved + ": takes a single image, or frames = together, and these are 2",
			refused(image, other, "--save", saved));
		assertFalse(Files.exists(saved));
	}

	@ParameterizedTest
	@ValueSource(strings = { "missing/saved.csv", "." })
	void whereNothingCanBeSavedIsBadUsage(final String place) throws IOException {
		final Path saved = folder.resolve(place);
		assertEquals("save = " + saved + ": takes a file that can be written",
			refused(image, "--save", saved));
	}

	@Test
	void savingReplacesNoInput() throws IOException {
		final Path match = write(BRIGHT_FIRST);
		final Path link = Files.createSymbolicLink(folder.resolve("link"), image);
		for (final Path file : new Path[] { image, link, match })
			assertEquals("save = " + file + ": takes a file that is no input of the command",
				refused(image, "--match", match, "--save", file));
	}

	@Test
	void savingReplacesNoResult() throws IOException {
		Files.createDirectory(folder.resolve("elsewhere"));
		for (final String name : new String[] { "x-clusters.csv", "x-labels.png",
			"measurements.csv" })
		{
			final Path saved = folder.resolve("elsewhere/../" + name);
			final CommandLineRun run = CommandLineRun.of(image, "--output", folder, "--save", saved);
			assertEquals("save = " + saved + ": takes a file that is none of the results",
				run.err.get(0));
			assertEquals(2, run.exitCode);
		}
	}

	@Test
	void resultsReplaceNoClusters() throws IOException {
		final Path clusters = Files.write(folder.resolve("x-clusters.csv"),
			BRIGHT_FIRST.getBytes(StandardCharsets.UTF_8));
		final CommandLineRun run = CommandLineRun.of(image, "--output", folder, "--apply", clusters);
		assertEquals("[" + image + ": its results would replace the clusters " + clusters + "]",
			run.err.toString());
		assertEquals(BRIGHT_FIRST, String.join("\n", Files.readAllLines(clusters)) + "\n");
	}

	private Path write(final String text) throws IOException {
		return Files.write(folder.resolve("given.csv"), text.getBytes(StandardCharsets.UTF_8));
	}

	private CommandLineRun run(final Object... arguments) {
		return CommandLineRun
			.of(Stream.concat(Stream.of("--output=" + folder.resolve("out")), Stream.of(arguments))
				.toArray());
	}

	private String refused(final Object... arguments) {
		final CommandLineRun run = run(arguments);
		assertEquals(2, run.exitCode, run.err.toString());
		assertTrue(run.out.isEmpty());
		assertFalse(Files.exists(folder.resolve("out")));
		return run.err.get(0);
	}
}
