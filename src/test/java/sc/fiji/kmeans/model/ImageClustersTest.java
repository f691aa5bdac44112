package sc.fiji.kmeans.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ij.ImagePlus;
import ij.process.ByteProcessor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.image.ClusterKind;
import sc.fiji.kmeans.saved.ClusterFile;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.vector.ChannelMapping;

/** The model of an image's clusters: what gives another one, without learning again. */
class ImageClustersTest {

	/** Values 10, 20, 200 and 220. */
	private static final ImagePlus IMAGE = new ImagePlus("four",
		new ByteProcessor(4, 1, new byte[] { 10, 20, (byte) 200, (byte) 220 }));
	private static final ImageClusters FOUR = Segmentation
		.of(IMAGE, KMeansOptions.defaults().withClusters(4))
		.clusters();

	@TempDir
	private Path folder;

	private static byte[] labels(final ImageClusters clusters) {
		return (byte[]) Segmentation.apply(clusters, IMAGE).labels().getProcessor().getPixels();
	}

	@Test
	void mergingGivesOtherClustersAndLeavesThese() {
		final ImageClusters merged = FOUR.merged("3+4");
		assertArrayEquals(new byte[] { 1, 2, 3, 3 }, labels(merged));
		assertArrayEquals(new byte[] { 1, 2, 3, 4 }, labels(FOUR));
		assertArrayEquals(new double[] { 210 }, merged.value(3));
		assertArrayEquals(new int[] { 1, 2, 3 }, merged.labels().all());
	}

	/** No time that grows with the square of their number: that would be minutes. */
	@Test
	void allClustersThatThereCanBeHaveTheirValues() {
		final double[][] centres = IntStream.range(0, KMeansOptions.MAX_CLUSTERS)
			.mapToObj(value -> new double[] { value })
			.toArray(double[][]::new);
		final ImageClusters many = ImageClusters.of(ClusterKind.ofValues(1), centres);
		assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
			for (final int label : many.labels().all())
				assertArrayEquals(new double[] { label - 1 }, many.value(label));
		});
	}

	@Test
	void mergingIsOfTheNumbersBeforeAndCanBeTakenBack() {
		final ImageClusters merged = FOUR.merged("3+4").merged("1+4");
		assertArrayEquals(new byte[] { 1, 2, 3, 1 }, labels(merged));
		assertArrayEquals(labels(FOUR), labels(merged.merged("none")));
	}

	@Test
	void mergedClustersComeBackFromAFile() throws IOException {
		final ImageClusters merged = FOUR.merged("1+2");
		ClusterFile.write(merged, folder.resolve("a.csv"));
		final ImageClusters read = ClusterFile.read(folder.resolve("a.csv"));
		assertArrayEquals(new byte[] { 1, 1, 2, 3 }, labels(read));
		assertEquals("1+2", read.options().merge().toString());
		assertArrayEquals(merged.labels().ofClusters(), read.labels().ofClusters());
	}

	@Test
	void whatCanNotBeMergedIsRefused() {
		assertEquals(
			"merge = 1+5: takes none, or cluster numbers from 1 to 4 joined by +, such as 1+3 or"
				+ " 1+3,2+4",
			assertThrows(IllegalArgumentException.class, () -> FOUR.merged("1+5")).getMessage());
	}

	@Test
	void namingGivesOtherClustersAndLeavesThese() {
		final ImageClusters named = FOUR.named(2, " stroma ").named(4, "glass");
		assertEquals("stroma", named.name(2));
		assertEquals("glass", named.name(4));
		assertEquals("", FOUR.name(2));
		assertEquals("", named.named(2, "").name(2));
		assertEquals("cluster = 5: takes a number that there is",
			assertThrows(IllegalArgumentException.class, () -> FOUR.named(5, "x")).getMessage());
		assertThrows(IllegalArgumentException.class, () -> FOUR.named(1, "a\nb"));
	}

	@Test
	void namesComeBackFromAFile() throws IOException {
		final Path file = folder.resolve("a.csv");
		ClusterFile.write(FOUR.named(2, "stroma, \"dark\"").named(3, "#3; x"), file);
		final ImageClusters read = ClusterFile.read(file);
		assertEquals("stroma, \"dark\"", read.name(2));
		assertEquals("#3; x", read.name(3));
		assertEquals("", read.name(1));
		assertArrayEquals(FOUR.pixels(), read.pixels());
		assertArrayEquals(FOUR.centres(), read.centres());
	}

	@Test
	void otherNumbersHaveNoNames() {
		final ImageClusters other = FOUR.named(2, "stroma").withNumbers(2, 4, 6, 8);
		assertEquals("", other.name(2));
		assertArrayEquals(new int[] { 2, 4, 6, 8 }, other.labels().all());
	}

	@Test
	void numbersAscendOneForEachCluster() {
		refused("numbers = 1 of them: takes 4, one for each cluster", () -> FOUR.withNumbers(1));
		refused("number = 1: takes 2 to 65535", () -> FOUR.withNumbers(1, 1, 2, 3));
		refused("number = 0: takes 1 to 65535", () -> FOUR.withNumbers(0, 1, 2, 3));
	}

	@Test
	void whatIsNotThereIsRefused() {
		refused("frame = 0: takes 1 to 1", () -> FOUR.frame(0));
		refused("frame = 2: takes 1 to 1", () -> FOUR.frame(2));
		refused("label = 9: takes [1, 2, 3, 4]", () -> FOUR.value(9));
		final Segmentation segmentation = Segmentation.of(IMAGE, KMeansOptions.defaults());
		assertEquals("4 x 1 pixels, 3 clusters of 1 frame, values [1]",
			segmentation.frame(1).toString());
		refused("frame = 9: takes 1 to 1", () -> segmentation.frame(9));
		refused("frame = 0: takes 1 to 1", () -> segmentation.clustersOfFrame(0));
	}

	private static void refused(final String message, final Executable call) {
		assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
	}

	@Test
	void clustersThatGetNumbersGetTheNames() {
		final ImageClusters known = FOUR.named(3, "bright");
		final ImageClusters other = ImageClusters.of(ClusterKind.ofValues(1),
			new double[][] { { 12 }, { 198 } });
		final ImageClusters numbered = Numbering.after(known, other, 4, Progress.NONE);
		assertArrayEquals(new int[] { 1, 3 }, numbered.numbers());
		assertEquals("bright", numbered.name(3));
		assertEquals("", numbered.name(1));
	}

	/** A colour that is missing for a while comes back with its number. */
	@Test
	void renewedClustersKeepTheNumbersThatOthersLack() {
		final ClusterKind kind = ClusterKind.ofValues(1);
		final ImageClusters two = ImageClusters.of(kind, new double[][] { { 30 } }).withNumbers(2);
		final ImageClusters renewed = Numbering
			.known(ImageClusters.of(kind, new double[][] { { 1 }, { 2 }, { 3 } }), two);
		assertArrayEquals(new int[] { 1, 2, 3 }, renewed.numbers());
		assertArrayEquals(new double[][] { { 1 }, { 30 }, { 3 } }, renewed.centres());
	}

	@Test
	void centresOfOtherScalesAreCompared() {
		final ClusterKind kind = ClusterKind.ofValues(2);
		final ImageClusters known = Numbering
			.known(ImageClusters.of(kind, new double[][] { { 1, 1 }, { 4, 4 } })
				.with(ChannelMapping.NONE.dividedBy(10, 100)));
		assertArrayEquals(new double[][] { { 10, 100 }, { 40, 400 } }, known.centres());
		final ImageClusters other = ImageClusters.of(kind, new double[][] { { 20, 2 }, { 5, 0.5 } })
			.with(ChannelMapping.NONE.dividedBy(2, 200));
		final ImageClusters numbered = Numbering.after(known, other, 2, Progress.NONE);
		assertArrayEquals(new double[][] { { 5, 0.5 }, { 20, 2 } }, numbered.centres());
		assertArrayEquals(new double[] { 2, 200 }, numbered.mapping().scales());
	}

	@Test
	void framesHaveTheirOwn() {
		final ClusterKind kind = ClusterKind.ofValues(1);
		final ImageClusters all = ImageClusters
			.joined(Arrays.asList(ImageClusters.of(kind, new double[][] { { 1 } }),
				ImageClusters.of(kind, new double[][] { { 2 }, { 3 } }).withNumbers(1, 5)));
		assertEquals(2, all.frames());
		assertEquals(1, all.frame(1).frames());
		assertEquals(5, all.largestNumber());
		assertArrayEquals(new int[] { 0, 1, 1 }, all.merged("1+5").frame(2).labels().ofClusters());
		assertNotEquals(all.frame(1).toString(), all.toString());
	}
}
