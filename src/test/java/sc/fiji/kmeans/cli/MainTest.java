package sc.fiji.kmeans.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.Clusters;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.samples.SampleFile;
import sc.fiji.kmeans.segment.Segmentation;

/** The command line contract, on good images. */
class MainTest {

	private static final Path SAMPLES = Paths.get("sample-data");

	@TempDir
	private Path folder;

	@Test
	void anImageGivesPicturesAndATable() throws IOException {
		run(SampleFile.PNG.write(folder, "disc"));
		assertEquals("[disc-clusters.csv, disc-labels.png, disc-masked-1.png,"
			+ " disc-masked-2.png, disc-masked-3.png, disc-segmented.png]", results());
	}

	@ParameterizedTest
	@ValueSource(strings = { "gif", "png", "bmp" })
	void aPaletteGivesColoursHoweverSmoothItIs(final String format) throws IOException {
		final byte[] level = new byte[256];
		for (int i = 0; i < 256; i++)
			level[i] = (byte) i;
		final BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED,
			new IndexColorModel(8, 256, level, new byte[256], new byte[256]));
		image.getRaster().setSample(1, 0, 0, 200);
		final Path file = folder.resolve("red." + format);
		ImageIO.write(image, format, file.toFile());
		run(file);
		assertRow("2,1,50.0,200.0,0.0,0.0,#c80000,",
			Files.readAllLines(result("red-clusters.csv")).get(2));
	}

	@Test
	void aTableOfGreysInAnyOrderGivesTheGreysThatAreSeen() throws IOException {
		final byte[] level = new byte[256];
		for (int i = 0; i < 256; i++)
			level[i] = (byte) (255 - i);
		final BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED,
			new IndexColorModel(8, 256, level, level, level));
		image.getRaster().setSample(1, 0, 0, 200);
		final Path file = folder.resolve("negative.png");
		ImageIO.write(image, "png", file.toFile());
		run(file);
		assertRow("1,1,50.0,55.0,55.0,55.0,#373737,",
			Files.readAllLines(result("negative-clusters.csv")).get(1));
	}

	private static void assertRow(final String beginning, final String row) {
		assertTrue(row.startsWith(beginning), row);
	}

	@Test
	void picturesAreThoseOfTheSegmentation() throws IOException {
		final Path file = SampleFile.PNG.write(folder, "disc");
		run(file);
		final Segmentation expected = Segmentation.of(IJ.openImage(file.toString()),
			KMeansOptions.defaults());
		assertPicture(expected.segmented(), "disc-segmented.png");
		assertPicture(expected.labels(), "disc-labels.png");
		for (int j = 1; j <= 3; j++)
			assertPicture(expected.masked(j), "disc-masked-" + j + ".png");
	}

	@Test
	void labelsAreIndicesOf8BitsIntoTheColoursOfTheClusters() throws IOException {
		final Path file = SampleFile.PNG.write(folder, "disc");
		run(file);
		final ImagePlus expected = Segmentation
			.of(IJ.openImage(file.toString()), KMeansOptions.defaults())
			.labels();
		final BufferedImage labels = ImageIO.read(result("disc-labels.png").toFile());
		assertTrue(labels.getColorModel() instanceof IndexColorModel);
		assertEquals(8, labels.getColorModel().getPixelSize());
		for (int i = 0; i < SampleFile.WIDTH * SampleFile.HEIGHT; i++)
			assertEquals(expected.getProcessor().get(i),
				labels.getRaster().getSample(i % SampleFile.WIDTH, i / SampleFile.WIDTH, 0));
	}

	@Test
	void theTableHasTheCentresInFullPrecision() throws IOException {
		final Path file = SampleFile.PNG.write(folder, "disc");
		run(file);
		final Clusters clusters = Segmentation
			.of(IJ.openImage(file.toString()), KMeansOptions.defaults())
			.clustersOfFrame(1)
			.found();
		final List<String> lines = Files.readAllLines(result("disc-clusters.csv"),
			StandardCharsets.UTF_8);
		assertEquals("Cluster,Pixels,Percent,Red,Green,Blue,Hex,Source", lines.get(0));
		assertEquals(4, lines.size());
		for (int j = 1; j <= 3; j++) {
			final String[] cells = lines.get(j).split(",");
			assertEquals(j + "," + clusters.pixels(j), cells[0] + "," + cells[1]);
			assertArrayEquals(clusters.centre(j),
				Arrays.stream(cells, 3, 6).mapToDouble(Double::parseDouble).toArray());
			assertTrue(cells[6].matches("#[0-9a-f]{6}"), cells[6]);
			assertTrue(cells[7].matches("[0-9a-f]{16}"), cells[7]);
		}
	}

	@Test
	void aReportHasALineForEachFigure() throws IOException {
		final Path file = SampleFile.PNG.write(folder, "disc");
		final CommandLineRun run = run(file);
		final Clusters clusters = Segmentation
			.of(IJ.openImage(file.toString()), KMeansOptions.defaults())
			.clustersOfFrame(1)
			.found();
		assertEquals(
			file + "|24 x 16|" + distinct(file) + "|3|"
				+ String.format(java.util.Locale.ROOT, "%.9e", clusters.compactness()) + "|"
				+ clusters.iterations() + "|" + clusters.agreeing() + " of 10 attempts",
			run.out.stream()
				.limit(7)
				.map(line -> line.replaceFirst("^[a-z]+: ", ""))
				.collect(Collectors.joining("|")));
		assertEquals("image|size|distinct|clusters|compactness|iterations|agreement|time",
			run.out.stream().map(line -> line.replaceFirst(": .*", "")).collect(Collectors.joining("|")));
		assertTrue(run.values("time").get(0).matches("\\d+\\.\\d{3} s"));
	}

	private static int distinct(final Path file) {
		return Segmentation.of(IJ.openImage(file.toString()), KMeansOptions.defaults())
			.figures(1)
			.distinct();
	}

	@Test
	void optionsAreObeyed() throws IOException {
		final Path file = SampleFile.PNG.write(folder, "disc");
		final CommandLineRun run = run(file, "--clusters", 4, "--masked", "3,1", "--attempts", 2,
			"--initialization", "random", "--random-seed", 7, "--iterations", 1, "--epsilon", 0);
		assertEquals(
			"[disc-clusters.csv, disc-labels.png, disc-masked-1+3.png," + " disc-segmented.png]",
			results());
		assertEquals("4", run.values("clusters").get(0));
		assertEquals("1 (the limit)", run.values("iterations").get(0));
		assertTrue(run.values("agreement").get(0).endsWith(" of 2 attempts"));
	}

	@Test
	void maskedNoneWritesNoMaskedPicture() throws IOException {
		run(SampleFile.PNG.write(folder, "disc"), "--masked", "none");
		assertEquals("[disc-clusters.csv, disc-labels.png, disc-segmented.png]", results());
	}

	@Test
	void fewerDistinctValuesThanClustersAreSaid() throws IOException {
		final BufferedImage two = new BufferedImage(3, 1, BufferedImage.TYPE_INT_RGB);
		two.setRGB(1, 0, 0xffffff);
		final Path file = folder.resolve("two.png");
		ImageIO.write(two, "png", file.toFile());
		assertEquals("2 (of 4: no more distinct values)",
			run(file, "--clusters", 4).values("clusters").get(0));
		assertEquals("[two-clusters.csv, two-labels.png, two-masked-1.png,"
			+ " two-masked-2.png, two-segmented.png]", results());
	}

	@ParameterizedTest
	@EnumSource
	void everyFormatIsRead(final SampleFile sample) throws IOException {
		final CommandLineRun run = run(sample.write(folder, "x"));
		assertEquals("24 x 16" + (sample.isStack() ? " x 3" : ""), run.values("size").get(0));
		final String extension = sample.isStack() ? "tif" : "png";
		assertTrue(Files.exists(result("x-labels." + extension)), results());
	}

	@Test
	void aStackGivesStacks() throws IOException {
		final CommandLineRun run = run(SAMPLES.resolve("moving-cells.tif"));
		assertEquals("[moving-cells-clusters.csv, moving-cells-labels.tif,"
			+ " moving-cells-masked-1.tif, moving-cells-masked-2.tif,"
			+ " moving-cells-masked-3.tif, moving-cells-segmented.tif]", results());
		assertEquals(12, run.values("frame").size());
		assertEquals(12, run.values("compactness").size());
		final ImagePlus segmented = IJ.openImage(result("moving-cells-segmented.tif").toString());
		assertArrayEquals(new int[] { 160, 120, 1, 1, 12 }, segmented.getDimensions());
		assertEquals(0.5, segmented.getCalibration().pixelWidth, 1e-9);
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "two.dots", "with blanks", "Zürich 日本", "-dash", ".hidden" })
	void resultsAreNamedLikeTheImage(final String name) throws IOException {
		run("--", SampleFile.PNG.write(folder, name));
		assertTrue(Files.exists(result(name + "-labels.png")), results());
	}

	@Test
	void aNameWithoutExtensionIsKept() throws IOException {
		run(Files.write(folder.resolve("disc"), SampleFile.JPEG.bytes()));
		assertTrue(Files.exists(result("disc-labels.png")), results());
	}

	@Test
	void theFolderForTheResultsMayExistOrBeALinkOrBeDeep() throws IOException {
		final Path file = SampleFile.PNG.write(folder, "disc");
		final Path real = Files.createDirectory(folder.resolve("real"));
		final Path link = Files.createSymbolicLink(folder.resolve("link"), real);
		for (final Path output : new Path[] { real, link, folder.resolve("a/b/c") }) {
			assertEquals(0, CommandLineRun.of(file, "--output", output).exitCode);
			assertTrue(Files.exists(output.resolve("disc-labels.png")));
		}
	}

	@Test
	void helpAndVersionAreNoErrors() {
		assertEquals(0, CommandLineRun.of("--help").exitCode);
		assertEquals(0, CommandLineRun.of("--version").exitCode);
	}

	private CommandLineRun run(final Object... arguments) {
		final CommandLineRun run = CommandLineRun
			.of(Stream.concat(Stream.of("--output=" + folder.resolve("out")), Stream.of(arguments))
				.toArray());
		assertEquals("[]", run.err.toString());
		assertEquals(0, run.exitCode);
		return run;
	}

	private void assertPicture(final ImagePlus expected, final String name) {
		final ImagePlus actual = IJ.openImage(result(name).toString());
		final int[] shown = (int[]) actual.getProcessor().convertToRGB().getPixels();
		final int[] wanted = (int[]) expected.getProcessor().convertToRGB().getPixels();
		assertArrayEquals(Arrays.stream(wanted).map(rgb -> rgb | 0xff000000).toArray(),
			Arrays.stream(shown).map(rgb -> rgb | 0xff000000).toArray());
	}

	private Path result(final String name) {
		return folder.resolve("out").resolve(name);
	}

	private String results() throws IOException {
		try (Stream<Path> files = Files.list(folder.resolve("out"))) {
			return files.map(file -> file.getFileName().toString())
				.filter(name -> !name.equals("settings.txt"))
				.collect(Collectors.toCollection(TreeSet::new))
				.toString();
		}
	}
}
