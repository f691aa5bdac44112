package sc.fiji.kmeans.saved;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.image.ClusterKind;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.settings.OptionTexts;
import sc.fiji.kmeans.vector.ChannelMapping;

class SavedClustersTest {

	private static final List<String> NAMES = Arrays.asList("Red", "Green", "Blue");
	private static final ImageClusters TWO = ImageClusters.of(ClusterKind.of("RGB", NAMES),
		new double[][] { { 16 + 2 / 3.0, 0, -0.0 }, { 240, 1e-300, 1e300 } });

	@TempDir
	private Path folder;

	@Test
	void theFileIsCsvBelowComments() throws IOException {
		assertEquals(
			"# K-Means clusters, version 1\n" + "# color_space=RGB\n" + "Cluster,Red,Green,Blue\n"
				+ "1,16.666666666666668,0.0,-0.0\n" + "2,240.0,1.0E-300,1.0E300\n",
			written(TWO));
	}

	@Test
	void scalesPrecisionAndOptionsStandInThisOrder() throws IOException {
		assertEquals(
			"# K-Means clusters, version 1\n" + "# color_space=values\n" + "# scales=0.1 3.0\n"
				+ "# fraction_bits=20\n" + "# options=clusters=1 attempts=10\n"
				+ "# centres are values of pixels before calibration and divided by the" + " scales\n"
				+ "Cluster,DAPI,\"GFP, \"\"488\"\"\"\n" + "1,0.5,7.0\n",
			written(ImageClusters
				.of(ClusterKind.of("values", Arrays.asList("DAPI", "GFP, \"488\"")),
					new double[][] { { 0.5, 7 } })
				.withOptions(" clusters=1 attempts=10,; ", OptionTexts::ofLine)
				.with(ChannelMapping.NONE.roundedTo(20).dividedBy(0.1, 3))));
	}

	@Test
	void framesAndColoursAreColumns() throws IOException {
		final ClusterKind kind = ClusterKind.of("a*b*", Arrays.asList("a*", "b*"));
		final List<ImageClusters> frames = Arrays.asList(
			ImageClusters.of(kind, new double[][] { { 1, 2 }, { 3, 4 } })
				.withColors(0xff01, ImageClusters.NO_COLOUR),
			ImageClusters.of(kind, new double[][] { { 5, 6 } }));
		assertEquals(
			"# K-Means clusters, version 1\n" + "# color_space=a*b*\n" + "Frame,Cluster,a*,b*,Hex\n"
				+ "1,1,1.0,2.0,#00ff01\n" + "1,2,3.0,4.0\n" + "2,1,5.0,6.0\n",
			written(ImageClusters.joined(frames)));
	}

	/** Readers that take # for a comment take it so in the middle of a line. */
	@Test
	void namesWithSignsOfTheFormatAreQuoted() throws IOException {
		assertEquals("Cluster,\"#1\",\"a;b\",\"c,d\",a*b*",
			written(ImageClusters.of(ClusterKind.of("values", Arrays.asList("#1", "a;b", "c,d", "a*b*")),
				new double[1][4])).split("\n")[3]);
	}

	@Test
	void nothingThatIsHandedOutOrTakenInCanChangeThem() {
		final double[][] centres = { { 1, 1 } };
		final double[] scales = { 2, 2 };
		final int[] colors = { 3 };
		final ImageClusters one = ImageClusters
			.of(ClusterKind.of("a*b*", Arrays.asList("a*", "b*")), centres)
			.with(ChannelMapping.NONE.dividedBy(scales))
			.withColors(colors);
		for (int time = 0; time < 2; time++) {
			(time == 0 ? centres : one.frame(1).centres())[0][0] = 9;
			(time == 0 ? scales : one.frame(1).mapping().scales())[0] = 9;
			(time == 0 ? colors : one.frame(1).colors())[0] = 9;
			assertArrayEquals(new double[][] { { 1, 1 } }, one.frame(1).centres());
			assertArrayEquals(new double[] { 2, 2 }, one.frame(1).mapping().scales());
			assertArrayEquals(new int[] { 3 }, one.frame(1).colors());
		}
		assertThrows(UnsupportedOperationException.class, () -> one.names().set(0, "x"));
	}

	@Test
	void aCopyWithAnotherThingLeavesTheOriginal() {
		final ImageClusters other = TWO.withOptions("a", OptionTexts::ofLine)
			.withColors(1, 2)
			.with(ChannelMapping.NONE.dividedBy(1, 2, 3));
		assertEquals("", TWO.optionsText());
		assertEquals(0, TWO.frame(1).colors().length + TWO.frame(1).mapping().scales().length);
		assertEquals("", other.withOptions("", OptionTexts::ofLine).optionsText());
		assertEquals(0, other.withColors().frame(1).colors().length
			+ other.with(ChannelMapping.NONE).frame(1).mapping().scales().length);
	}

	@Test
	void whatDoesNotFitIsRefused() {
		refused("color_space = CMYK: takes RGB, Lab, a*b*, HSB or values",
			() -> of("CMYK", NAMES, 1, 2, 3));
		refused("coordinates = 3: takes 2 with color_space a*b*", () -> of("a*b*", NAMES, 1, 2, 3));
		refused("coordinates = 0: takes 1 or more with color_space values",
			() -> of("values", Collections.emptyList()));
		refused("names = [a, ]: takes a name for each",
			() -> of("values", Arrays.asList("a", " "), 1, 2));
		refused("name = a b: takes one line of at most 1000 characters",
			() -> of("values", Arrays.asList("a\nb"), 1));
		refused("clusters = 0: takes 1 to 65535",
			() -> ImageClusters.of(ClusterKind.of("RGB", NAMES), new double[0][]));
		refused("clusters = 65536: takes 1 to 65535",
			() -> ImageClusters.of(ClusterKind.of("RGB", NAMES), new double[65536][3]));
		refused("centre = [1.0, 2.0]: takes 3 numbers", () -> of("RGB", NAMES, 1, 2));
		refused("Green = NaN: takes a finite number", () -> of("RGB", NAMES, 1, Double.NaN, 3));
		refused("Red = -Infinity: takes a finite number",
			() -> of("RGB", NAMES, Double.NEGATIVE_INFINITY, 2, 3));
	}

	@Test
	void whatDoesNotFitTheClustersIsRefused() {
		refused("scales = 2 of them: takes 3, one for each coordinate",
			() -> TWO.with(ChannelMapping.NONE.dividedBy(1, 2)));
		refused("scales = 0.0: takes finite numbers above 0",
			() -> TWO.with(ChannelMapping.NONE.dividedBy(1, 0, 1)));
		refused("scales = Infinity: takes finite numbers above 0",
			() -> TWO.with(ChannelMapping.NONE.dividedBy(1, 1 / 0.0, 1)));
		refused("colors = 1 of them: takes 2, one for each cluster", () -> TWO.withColors(1));
		refused("colors = #1000000: takes #000000 to #ffffff", () -> TWO.withColors(1, 0x1000000));
		refused("colors = #ff000000: takes #000000 to #ffffff", () -> TWO.withColors(0xff000000, 2));
		refused(
			"merge = 1+3: takes none, or cluster numbers from 1 to 2 joined by +,"
				+ " such as 1+3 or 1+3,2+4",
			() -> TWO.withOptions("attempts=? merge=1+3", OptionTexts::ofLine));
		refused("fraction_bits = 2000: takes whole numbers up to 1100",
			() -> TWO.with(ChannelMapping.NONE.roundedTo(2000)));
		refused("options = a b: takes one line of at most 524288 characters",
			() -> TWO.withOptions("a\rb", OptionTexts::ofLine));
		refused("options = \ud800: takes one line of at most 524288 characters",
			() -> TWO.withOptions("\ud800", OptionTexts::ofLine));
	}

	@Test
	void writingReplacesTheWholeFile() throws IOException {
		final Path file = folder.resolve("x.csv");
		ClusterFile.write(TWO.withOptions("much longer", OptionTexts::ofLine), file);
		ClusterFile.write(TWO, file);
		assertEquals("", ClusterFile.read(file).optionsText());
		assertEquals(Arrays.asList("x.csv"), files());
	}

	/** What has the old file open, here a second name of it, keeps all of it. */
	@Test
	void writingNeverTouchesTheOldFile() throws IOException {
		final Path file = folder.resolve("x.csv");
		ClusterFile.write(TWO, file);
		final Path old = Files.createLink(folder.resolve("old.csv"), file);
		ClusterFile.write(TWO.withOptions("new", OptionTexts::ofLine), file);
		assertEquals("", ClusterFile.read(old).optionsText());
		assertEquals("new", ClusterFile.read(file).optionsText());
	}

	@Test
	void writingThroughALinkKeepsTheLink() throws IOException {
		final Path file = Files.createFile(folder.resolve("x.csv"));
		final Path link = Files.createSymbolicLink(folder.resolve("link"), file);
		ClusterFile.write(TWO, link);
		assertTrue(Files.isSymbolicLink(link));
		assertEquals(NAMES, ClusterFile.read(file).names());
	}

	@Test
	void writingFailsWithoutATrace() throws IOException {
		final Path taken = Files.createDirectories(folder.resolve("x.csv/full")).getParent();
		assertThrows(IOException.class, () -> ClusterFile.write(TWO, taken));
		final Path lost = folder.resolve("no/y.csv");
		assertEquals(lost + ": there is no such folder",
			assertThrows(FileSystemException.class, () -> ClusterFile.write(TWO, lost)).getMessage());
		assertEquals(Arrays.asList("x.csv"), files());
	}

	@Test
	void aFileThatIsNotThereIsJavasProblem() {
		assertThrows(NoSuchFileException.class, () -> ClusterFile.read(folder.resolve("x.csv")));
	}

	/** 65,535 clusters of 8 numbers with all their digits. */
	@Test
	void theLargestFileIsReadAgain() throws IOException {
		final double[][] centres = new double[65535][8];
		for (final double[] centre : centres)
			Arrays.fill(centre, -1.2345678901234567e-300);
		final ImageClusters many = ImageClusters
			.of(ClusterKind.of("values", Collections.nCopies(8, "Channel")), centres);
		ClusterFile.write(many, folder.resolve("x.csv"));
		assertArrayEquals(centres, ClusterFile.read(folder.resolve("x.csv")).frame(1).centres());
	}

	private static ImageClusters of(final String colorSpace, final List<String> names,
		final double... centre)
	{
		return ImageClusters.of(ClusterKind.of(colorSpace, names), new double[][] { centre });
	}

	private static void refused(final String message, final Executable call) {
		assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
	}

	private String written(final ImageClusters clusters) throws IOException {
		final Path file = folder.resolve("x.csv");
		ClusterFile.write(clusters, file);
		return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).collect(Collectors.toList());
		}
	}
}
