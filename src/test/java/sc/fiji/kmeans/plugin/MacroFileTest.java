package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.FileNames;
import sc.fiji.kmeans.samples.TiffBytes;

/** What macros do with files: the one of the image, and the one for its clusters. */
@Timeout(60)
class MacroFileTest {

	private static final int NO_DATA = 42113;

	@TempDir
	private Path folder;
	private Path file;

	@BeforeEach
	void writeImage() throws IOException {
		final byte[] pixels = new byte[100];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (byte) (i % 5 == 0 ? 0 : i % 2 * 80 + 20 + i / 10);
		file = Files.write(folder.resolve("map.tif"),
			TiffBytes.grey(10, 10, 8, pixels).text(NO_DATA, "0").bytes());
	}

	@Test
	void whatTheFileOfAnImageSaysIsNoDataIsLeftOut() {
		final Path saved = folder.resolve("saved.csv");
		final ImagePlus image = IJ.openImage(file.toString());
		assertEquals(20,
			unlabelled(MacroRun.of(image, "clusters=2 labels masked=none save=" + MacroRun.path(saved))));
		assertEquals(20, unlabelled(MacroRun.ofStatement(IJ.openImage(file.toString()), "run(\""
			+ MacroRun.APPLY + "\", \"from=" + MacroRun.path(saved) + " labels masked=none\");")));
	}

	@Test
	void anImageOfAnotherTypeThanItsFileHasNoSuchValue() {
		final ImagePlus image = IJ.openImage(file.toString());
		IJ.run(image, "32-bit", "");
		assertEquals(0, unlabelled(MacroRun.of(image, "clusters=2 labels masked=none")));
	}

	@Test
	void anImageWhoseFileIsGoneIsSegmented() throws IOException {
		final ImagePlus image = IJ.openImage(file.toString());
		Files.delete(file);
		assertEquals(0, unlabelled(MacroRun.of(image, "clusters=2 labels masked=none")));
	}

	private static long unlabelled(final MacroRun run) {
		final ImageProcessor labels = run.titles()
			.stream()
			.filter(title -> title.contains("labels"))
			.map(run::image)
			.findFirst()
			.get()
			.getProcessor();
		return IntStream.range(0, labels.getPixelCount()).filter(i -> labels.get(i) == 0).count();
	}

	@Test
	void clustersAreNotSavedToADevice() {
		final Path device = Paths.get("/dev/null");
		assumeTrue(Files.exists(device));
		assertEquals(
			"[save = " + device + ": takes a file that can be written (this is a device or a pipe)]",
			MacroRun.of(Pictures.rgb(20, 10), "save=" + device).messages().toString());
		assertFalse(Files.isRegularFile(device));
		assertTrue(Files.exists(device));
	}

	/** Where a backslash is a letter, it is one of the name. */
	@ParameterizedTest
	@ValueSource(strings = { "C:\\new\\table.csv", "\\\\server\\share\\table.csv", "it's a table.csv",
		"ta(1) & b.csv", "Z\u00e4hler.csv", "Za\u0308hler.csv" })
	void pathsAreTakenAsTheyAre(final String name) throws IOException {
		assumeTrue(File.separatorChar == '/' && FileNames.canBe(name));
		final Path saved = folder.resolve(name);
		final String option = MacroRun.path(saved);
		final MacroRun run = MacroRun.of(IJ.openImage(file.toString()),
			"clusters=2 labels masked=none save=" + option);
		assertTrue(run.finished(), run.said());
		assertTrue(Files.exists(saved));
		assertEquals(unlabelled(run), unlabelled(MacroRun.ofStatement(IJ.openImage(file.toString()),
			"run(\"" + MacroRun.APPLY + "\", \"from=" + option + " labels masked=none\");")));
	}

	@Test
	void placesThatCanNotBeWrittenToAreOneMessageAndNothingIsOpened() throws IOException {
		final String longName = String.join("", Collections.nCopies(300, "x"));
		for (final Path place : new Path[] { file.resolve("a.csv"), folder.resolve("none/a.csv"),
			folder, folder.resolve(longName + ".csv"), Paths.get("C:/none/a.csv") })
		{
			final MacroRun run = MacroRun.of(Pictures.rgb(20, 10), "save=" + MacroRun.path(place));
			assertEquals(1, run.messages().size(), run.said());
			assertTrue(run.messages().get(0).startsWith("save = "), run.said());
			assertFalse(run.finished());
		}
		assertEquals(1, folder.toFile().list().length);
	}

	/** Root writes everywhere. */
	@Test
	void whatIsReadOnlyStaysAsItIs() throws IOException {
		final Path saved = Files.write(folder.resolve("saved.csv"), new byte[] { 1 });
		assumeTrue(saved.toFile().setWritable(false) && !Files.isWritable(saved));
		final MacroRun run = MacroRun.of(Pictures.rgb(20, 10), "save=" + MacroRun.path(saved));
		assertEquals(
			"[save = " + saved + ": takes a file that can be written (no permission to write)]",
			run.messages().toString());
		assertArrayEquals(new byte[] { 1 }, Files.readAllBytes(saved));
	}

	@Test
	void aFileThatCanNotBeReadIsTold() {
		assertEquals(
			"[match = " + folder + ": takes a file of clusters or the title of a segmented image (",
			MacroRun.of(Pictures.rgb(20, 10), "match=" + MacroRun.path(folder))
				.messages()
				.toString()
				.replaceFirst("(?<=\\()[A-Z].*", ""));
	}
}
