package sc.fiji.kmeans.saved;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.measure.ClusterTable;
import sc.fiji.kmeans.measure.Measurements;
import sc.fiji.kmeans.model.FrameMode;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.vector.Transform;

class SavedMappingTest {

	private static final String FILE = String.join("\n", "# K-Means clusters, version 1",
		"# color_space=values", "# transform=sqrt", "# offsets=10 20", "# units=1 4",
		"Cluster,A,B,Mean A,Mean B", "1,0,1,12,25", "2,3,2,19.5,35");

	@TempDir
	private Path folder;

	private ImageClusters read(final String text) throws IOException {
		final Path file = folder.resolve("x.csv");
		Files.write(file, text.getBytes(StandardCharsets.UTF_8));
		return ClusterFile.read(file);
	}

	private ImageClusters saved(final ImageClusters clusters) throws IOException {
		final Path file = folder.resolve("saved.csv");
		ClusterFile.write(clusters, file);
		return ClusterFile.read(file);
	}

	@ParameterizedTest
	@CsvSource({ "8, 1, SQRT, each", "8, 2, LOG, each", "16, 1, LOG, each", "16, 3, SQRT, together",
		"32, 1, SQRT, apply", "32, 4, LOG, each" })
	void savedClustersGiveTheSameLabelsPicturesAndTables(final int bits, final int channels,
		final Transform transform, final String mode) throws IOException
	{
		final ImagePlus image = RandomImages.hyperstack(bits, channels, 1, 3, 5);
		final Segmentation learned = Segmentation.of(image,
			SegmentationOptions.defaults()
				.with(FrameMode.of(mode))
				.with(transform)
				.withScaled(channels > 1)
				.withMerge("1+3"));
		final Segmentation applied = Segmentation.apply(saved(learned.clusters()), image);
		for (int n = 1; n <= 3; n++)
			assertArrayEquals((byte[]) learned.labels().getStack().getPixels(n),
				(byte[]) applied.labels().getStack().getPixels(n));
		for (int n = 1; n <= 3 * channels; n++)
			assertArrayEquals(learned.segmented().getStack().getProcessor(n).getFloatArray(),
				applied.segmented().getStack().getProcessor(n).getFloatArray());
		for (final String heading : ClusterTable.of(learned).getHeadings())
			if (!mode.equals("apply") && !mode.equals("together") || !isCounted(heading))
				assertArrayEquals(ClusterTable.of(learned).getColumn(heading),
					ClusterTable.of(applied).getColumn(heading));
		assertEquals(hex(learned), hex(applied));
	}

	/** Clusters that frames share were learned from other pixels than those of a frame. */
	private static boolean isCounted(final String heading) {
		return heading.equals("Pixels") || heading.equals("Percent");
	}

	private static String hex(final Segmentation segmentation) {
		return Arrays.toString(new Measurements(segmentation).table().getColumnAsStrings("Hex"));
	}

	@Test
	void theTextSaysAll() throws IOException {
		final ImagePlus image = new ImagePlus("",
			new ByteProcessor(4, 1, new byte[] { 3, 4, 12, 103 }));
		ClusterFile.write(
			Segmentation
				.of(image,
					SegmentationOptions.defaults()
						.with(SegmentationOptions.defaults().kMeans().withClusters(2))
						.with(Transform.SQRT))
				.clusters(),
			folder.resolve("x.csv"));
		assertEquals(
			String.join("\n", "# K-Means clusters, version 1", "# color_space=values", "# transform=sqrt",
				"# offsets=3.0", "# units=1.0",
				"# options=clusters=2 epsilon=0.2"
					+ " iterations=100 attempts=10 initialization=k-means++ random_seed=1 frames=each"
					+ " apply_to=selection ignore=none channels=all min_size=0 merge=none",
				"# centres are transforms of (value - offset) / unit; means are values of pixels before"
					+ " calibration",
				"Cluster,Pixels,Value,Mean Value", "1,3,1.3333333333333333,6.333333333333333",
				"2,1,10.0,103.0", ""),
			new String(Files.readAllBytes(folder.resolve("x.csv")), StandardCharsets.UTF_8));
	}

	@Test
	void centresMeansOffsetsAndUnitsAreRead() throws IOException {
		final ImageClusters clusters = read(FILE);
		assertEquals(Arrays.asList("A", "B"), clusters.names());
		assertEquals(Transform.SQRT, clusters.mapping().transform().kind());
		assertArrayEquals(new double[] { 10, 20 }, clusters.mapping().transform().offsets());
		assertArrayEquals(new double[] { 1, 4 }, clusters.mapping().transform().units());
		assertArrayEquals(new double[][] { { 0, 1 }, { 3, 2 } }, clusters.centres());
		assertArrayEquals(new double[] { 19.5, 35 }, clusters.value(2));
	}

	/** 10 + 3 squared, 20 + 4 times 2 squared. */
	@Test
	void meansThatAreNotThereAreMadeFromCentres() throws IOException {
		final ImageClusters clusters = read(
			FILE.replace(",Mean A,Mean B", "").replace(",12,25", "").replace(",19.5,35", ""));
		assertEquals(Arrays.asList("A", "B"), clusters.names());
		assertArrayEquals(new double[] { 10, 24 }, clusters.value(1));
		assertArrayEquals(new double[] { 19, 36 }, clusters.value(2));
	}

	@Test
	void framesHaveOffsetsAndUnitsOfTheirOwn() throws IOException {
		final String text = FILE.replace("Cluster,", "Frame,Cluster,")
			.replace("\n1,", "\n1,1,")
			.replace("\n2,", "\n2,1,");
		final ImageClusters clusters = read(text.replace("10 20", "10 20 30 40"));
		assertArrayEquals(new double[] { 10, 20 }, clusters.frame(1).mapping().transform().offsets());
		assertArrayEquals(new double[] { 30, 40 }, clusters.frame(2).mapping().transform().offsets());
		assertArrayEquals(new double[] { 1, 4 }, clusters.frame(2).mapping().transform().units());
		assertEquals(clusters.frame(1).mapping().transform(),
			read(text).frame(2).mapping().transform());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
		value = { "sqrt|cube|transform = cube: takes none, sqrt, log",
			"# offsets=10 20|#|offsets = 0 of them: takes 2, one for each coordinate",
			"1 4|1 4 5|units = 3 of them: takes 2, one for each coordinate",
			"1 4|1 0|units = 0.0: takes finite numbers above 0",
			"10 20|10 1e39|offsets = 1.0E39: takes numbers of 32 bits",
			"10 20|10 x|offsets = x: takes a finite number", "19.5|x|Mean A = x: takes a finite number",
			"=values|=RGB|coordinates = 2: takes 3 with color_space RGB" })
	void whatDoesNotFitIsRefused(final String part, final String other, final String message) {
		final IOException refusal = assertThrows(IOException.class,
			() -> read(FILE.replace(part, other)));
		assertTrue(refusal.getMessage().matches("(?s).*, line \\d+: .*"), refusal.getMessage());
		assertTrue(refusal.getMessage().endsWith(": " + message), refusal.getMessage());
	}

	@Test
	void coloursHaveNoTransform() {
		assertTrue(assertThrows(IOException.class,
			() -> read(FILE.replace("=values", "=a*b*")
				.replace("A,B,Mean A,Mean B", "a*,b*")
				.replace(",12,25", "")
				.replace(",19.5,35", "")))
			.getMessage()
			.endsWith("transform = sqrt: takes none with color_space a*b*"));
	}

	/** Channels that are called after means, too. */
	@Test
	void withoutATransformThereAreNoMeans() throws IOException {
		final String plain = FILE.replaceAll("# (transform|offsets|units)=.*\n", "");
		assertEquals(Arrays.asList("A", "B", "Mean A", "Mean B"), read(plain).names());
		assertEquals(read(plain).names(),
			read(plain.replace("# color", "# transform=none\n# color")).names());
	}

	@Test
	void clustersWithATransformAreMatchedByTheirValues() throws IOException {
		final ImagePlus image = RandomImages.hyperstack(16, 1, 1, 1, 3);
		final SegmentationOptions options = SegmentationOptions.defaults().with(Transform.LOG);
		final ImageClusters first = Segmentation.of(image, options).clusters();
		final ImageClusters known = saved(first).withNumbers(2, 5, 7);
		for (final SegmentationOptions other : Arrays.asList(options, SegmentationOptions.defaults()))
			assertArrayEquals(new int[] { 2, 5, 7 },
				Segmentation.of(image, other.withReference(known)).clusters().numbers());
		assertEquals(Collections.singletonList("Value"), first.names());
	}
}
