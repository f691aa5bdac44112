package sc.fiji.kmeans.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.samples.SampleFile;
import sc.fiji.kmeans.saved.ClusterFile;

/** What clusters are called, and the picture that tells it. */
class NamesCommandTest {

	private static final String NAMES = "\"wall, [left]\", d\u00e9\u4e2d ";

	@TempDir
	private Path folder;
	private Path image;

	@BeforeEach
	void writeImage() throws IOException {
		image = SampleFile.PNG.write(folder, "x");
	}

	private List<String> table(final Object... more) throws IOException {
		final Object[] arguments = { image, "--output", folder.resolve("out"), "--masked", "none" };
		final Object[] all = new Object[arguments.length + more.length];
		System.arraycopy(arguments, 0, all, 0, arguments.length);
		System.arraycopy(more, 0, all, arguments.length, more.length);
		final CommandLineRun run = CommandLineRun.of(all);
		assertEquals("[]", run.err.toString());
		return Files.readAllLines(folder.resolve("out/x-clusters.csv"));
	}

	@Test
	void theTableTellsNames() throws IOException {
		final List<String> rows = table("--names", NAMES, "--measure");
		assertTrue(rows.get(0).startsWith("Cluster,Name,Pixels,"), rows.get(0));
		assertTrue(rows.get(1).startsWith("1,\"wall, [left]\","), rows.get(1));
		assertTrue(rows.get(2).startsWith("2,d\u00e9\u4e2d,"), rows.get(2));
		assertTrue(rows.get(3).startsWith("3,,"), rows.get(3));
		final String measured = Files.readAllLines(folder.resolve("out/x-measurements.csv")).get(1);
		assertTrue(measured.contains(",1,\"wall, [left]\","), measured);
	}

	@Test
	void savedClustersKeepTheirNames() throws IOException {
		final Path file = folder.resolve("named.csv");
		table("--names", NAMES, "--merge", "1+3", "--save", file);
		final ImageClusters read = ClusterFile.read(file);
		assertEquals("wall, [left]", read.nameOfLabel(1));
		assertEquals("d\u00e9\u4e2d", read.nameOfLabel(2));
		assertEquals("wall, [left]", read.name(3));
		final List<String> applied = table("--apply", file);
		assertTrue(applied.get(1).startsWith("1,\"wall, [left]\","), applied.get(1));
		assertTrue(table("--apply", file, "--names", "a").get(1).startsWith("1,a,"));
		assertTrue(table("--match", file).get(1).startsWith("1,\"wall, [left]\","));
	}

	@Test
	void moreNamesThanClustersAreBadUsage() {
		final CommandLineRun run = CommandLineRun.of(image, "--output", folder.resolve("out"),
			"--clusters", "2", "--names", "a,b,c");
		assertEquals(2, run.exitCode);
		assertEquals("names = a,b,c: takes at most 2 names, one for each of 2 clusters",
			run.err.get(0));
		assertFalse(Files.exists(folder.resolve("out")));
	}

	@Test
	void aLegendIsWrittenWhereItIsAskedFor() throws IOException {
		table();
		assertFalse(Files.exists(folder.resolve("out/x-legend.png")));
		table("--legend", "--names", NAMES);
		final int[] pixels = (int[]) IJ.openImage(folder.resolve("out/x-legend.png").toString())
			.getProcessor()
			.convertToRGB()
			.getPixels();
		assertEquals(0xffffffff, pixels[0]);
		table("--legend");
		assertTrue(pixels.length > IJ.openImage(folder.resolve("out/x-legend.png").toString())
			.getProcessor()
			.getPixelCount());
	}
}
