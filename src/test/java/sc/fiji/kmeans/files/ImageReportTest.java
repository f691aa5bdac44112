package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.process.FloatProcessor;

import java.nio.file.Paths;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.segment.Segmentation;

/** What is said of rounding. */
class ImageReportTest {

	private static String line(final String name, final float... pixels) {
		final ImagePlus image = new ImagePlus("", new FloatProcessor(pixels.length, 1, pixels));
		final String report = ImageReport.of(Paths.get("a.tif"), "4 x 1",
			Segmentation.of(image, KMeansOptions.defaults().withClusters(4)), 0);
		return Arrays.stream(report.split("\\R"))
			.filter(line -> line.startsWith(name + ": "))
			.findFirst()
			.orElse("");
	}

	@Test
	void roundingIsNotTakenForValuesThatAreMissing() {
		assertEquals("clusters: 2 (of 4: others became equal by rounding)",
			line("clusters", 1, 2, 3, 1e30f));
		assertEquals("distinct: 4", line("distinct", 1, 2, 3, 1e30f));
		assertEquals(
			"rounding: values so far apart that 2 become equal to others by " + "rounding: ignore=1E30",
			line("rounding", 1, 2, 3, 1e30f));
	}

	@Test
	void valuesThatAreMissingAreNotTakenForRounding() {
		assertEquals("clusters: 2 (of 4: no more distinct values)", line("clusters", 1, 2, 2));
		assertEquals("", line("rounding", 1, 2, 2));
	}
}
