package sc.fiji.kmeans.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.process.ColorProcessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.image.ColorSpace;
import sc.fiji.kmeans.image.IgnoredValues;
import sc.fiji.kmeans.image.ImageClusters;
import sc.fiji.kmeans.image.Segmentation;
import sc.fiji.kmeans.image.SegmentationOptions;
import sc.fiji.kmeans.saved.ClusterFile;

class OptionTextsTest {

	private static final String LINE = "clusters=4 epsilon=0.5 iterations=100 attempts=2"
		+ " initialization=k-means++ random_seed=1 frames=each apply_to=image ignore=black"
		+ " min_size=2 merge=1+3";

	@TempDir
	private Path folder;

	private static SegmentationOptions options() {
		final SegmentationOptions defaults = SegmentationOptions.defaults();
		return defaults.with(defaults.kMeans().withClusters(4).withEpsilon(0.5).withAttempts(2))
			.with(ColorSpace.LAB)
			.with(IgnoredValues.of("black"))
			.withAppliedToAll(true)
			.withMinSize(2)
			.withMerge("1+3");
	}

	@Test
	void aLineHasAllButWhatTheFileTells() {
		assertEquals(LINE, OptionTexts.line(options()));
	}

	@Test
	void aLineDecidesLabelsAlone() {
		assertEquals(
			"clusters=7 epsilon=0.2 iterations=100 attempts=10 initialization=k-means++"
				+ " random_seed=1 frames=each apply_to=image ignore=black min_size=2 merge=1+3",
			OptionTexts.line(OptionTexts.ofLine(LINE, 7)));
		assertEquals(4, OptionTexts.ofLine(LINE, 3).kMeans().clusters());
	}

	/** Whether they were written and read, or not. */
	@Test
	void clustersAreAppliedInOneWay() throws IOException {
		final ColorProcessor plane = new ColorProcessor(9, 9);
		for (int i = 0; i < 81; i++)
			plane.set(i, i * 0x030507);
		final ImageClusters saved = Segmentation.of(new ImagePlus("", plane), options()).clusters();
		final Path file = folder.resolve("a.csv");
		ClusterFile.write(saved, file);
		assertEquals("# options=" + LINE, Files.readAllLines(file).get(2));
		assertEquals(OptionTexts.of(ClusterFile.read(file).options()), OptionTexts.of(saved.options()));
	}
}
