package sc.fiji.kmeans.files.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cli.CommandLineRun;
import sc.fiji.kmeans.samples.SampleFile;

/** A folder stands for the images in it, and several images have a joint table. */
class FolderTest {

	@TempDir
	private Path folder;
	private Path images;

	@BeforeEach
	void makeFolder() throws IOException {
		images = Files.createDirectory(folder.resolve("images"));
	}

	@Test
	void imagesOfAFolderAreDoneInTheOrderOfTheirNames() throws IOException {
		final Path b = SampleFile.JPEG.write(images, "b");
		final Path c = SampleFile.GIF.write(images, "c");
		final Path a = SampleFile.TIFF.write(images, "a");
		final Path z = SampleFile.PNG.write(folder, "z");
		assertEquals(Stream.of(z, a, b, c).map(Path::toString).collect(Collectors.toList()),
			done(z, images));
	}

	@Test
	void foldersInAFolderAreNotLookedInto() throws IOException {
		final Path a = SampleFile.PNG.write(images, "a");
		SampleFile.PNG.write(Files.createDirectory(images.resolve("deeper.png")));
		assertEquals("[" + a + "]", done(images).toString());
	}

	/** Wherever their images are; and a picture of that name alone is none. */
	@Test
	void resultsOfAnEarlierRunAreNoImages() throws IOException {
		final Path a = SampleFile.PNG.write(images, "a");
		final Path b = SampleFile.TIFF_STACK.write(images, "b");
		final Path own = SampleFile.PNG.write(images, "other-labels");
		for (int run = 0; run < 2; run++)
			assertEquals(Arrays.asList(a.toString(), b.toString(), own.toString()),
				CommandLineRun.of(images, "--output", images, "--kept", 2).values("image"));
		Files.delete(a);
		assertFalse(done(images).contains(images.resolve("a-labels.png").toString()));
		Files.write(images.resolve("a-labels.png"), SampleFile.PNG.bytes());
		assertTrue(done(images).contains(images.resolve("a-labels.png").toString()));
	}

	@Test
	void mirroredResultsOfAnEarlierRunAreNoImages() throws IOException {
		final Path a = SampleFile.PNG.write(Files.createDirectory(images.resolve("deep")), "a");
		for (final String output : new String[] { "one", "two" })
			assertEquals("[" + a + "]",
				CommandLineRun.of(images, "--recursive", "--output", images.resolve(output))
					.values("image")
					.toString());
		assertEquals("[" + a + "]",
			CommandLineRun.of(images + "/**/*.png", "--output", folder.resolve("three"))
				.values("image")
				.toString());
	}

	@Test
	void anImageIsKnownByItsContentToo() throws IOException {
		final Path jpeg = Files.write(images.resolve("jpeg"), SampleFile.JPEG.bytes());
		final Path tiff = Files.write(images.resolve("tiff.dat"), SampleFile.TIFF_8.bytes());
		assertEquals("[" + jpeg + ", " + tiff + "]", done(images).toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "notes.txt", "notes", "table.csv", ".DS_Store", "settings.xml",
		"notes.zip", "png" })
	void whatIsNoImageIsPassedOver(final String name) throws IOException {
		final Path a = SampleFile.PNG.write(images, "a");
		for (final String text : new String[] { "", "BMI,Age\n22,45\n", "GIF", "\0" }) {
			write(name, text);
			assertEquals("[" + a + "]", done(images).toString());
		}
	}

	@Test
	void aLinkToNothingIsNotPassedOver() throws IOException {
		final Path link = Files.createSymbolicLink(images.resolve("x.png"), folder.resolve("missing"));
		final CommandLineRun run = run(images);
		assertEquals(1, run.exitCode);
		assertEquals("[" + link + ": there is no such file]", run.err.toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "x.png", "x.JPG", "x.jpeg", "x.tif", "x.TIFF", "x.gif", "x.bmp" })
	void whatHasTheNameOfAnImageIsNotPassedOver(final String name) throws IOException {
		final Path bad = write(name, "Dear diary,\n");
		final Path good = SampleFile.PNG.write(images, "z");
		final CommandLineRun run = run(images);
		assertEquals(1, run.exitCode);
		assertEquals(1, run.err.size());
		assertTrue(run.err.get(0).startsWith(bad + ": "), run.err.toString());
		assertEquals("[" + good + "]", run.values("image").toString());
	}

	@Test
	void ofHundredsOfImagesWithABrokenOneTheOthersAreDone() throws IOException {
		for (int i = 0; i < 300; i++)
			writeTiny(String.format(Locale.ROOT, "%03d.png", i), i);
		final Path broken = write("200.png", "");
		final CommandLineRun run = run(images, "--masked", "none", "--measure", "--clusters", 2,
			"--attempts", 1);
		assertEquals(1, run.exitCode);
		assertEquals("[" + broken + ": this file is empty]", run.err.toString());
		assertEquals(299, run.values("image").size());
		assertEquals(299 * 8, run.out.size());
		final List<String> table = table();
		assertEquals(1 + 2 * 299, table.size());
		assertEquals("201.png", cell(table, 1 + 2 * 200, "Image"));
	}

	/** Three pixels of black and one of another colour. */
	private void writeTiny(final String name, final int i) throws IOException {
		final BufferedImage tiny = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
		tiny.setRGB(1, 1, 0x100000 + i);
		ImageIO.write(tiny, "png", images.resolve(name).toFile());
	}

	@Test
	void theJointTableHasTheRowsOfAllImages() throws IOException {
		writeTiny("a.png", 1);
		SampleFile.TIFF_STACK.write(images, "b");
		SampleFile.TIFF_8.write(images, "c,\"d\"");
		done(images, "--measure");
		final List<String> table = table();
		assertEquals("Image,Frame,Cluster,Pixels,Area (pixels),Percent,Value,Red,Green,"
			+ "Blue,Hex,RMS to Mean,Epsilon,Compactness,Agreement", table.get(0));
		assertEquals(1 + 2 + 3 * 3 + 3, table.size());
		assertEquals("a.png,1,1,3,3,75,", table.get(1).substring(0, 17));
		assertEquals("b.tif,3,1,", table.get(9).substring(0, 10));
		assertTrue(table.get(12).startsWith("\"c,\"\"d\"\".tif\",1,1,"), table.get(12));
		assertEquals("", cell(table, 1, "Value"));
		assertEquals("1", cell(table, 1, "Frame"));
	}

	/** @param row 0 is the header */
	private static String cell(final List<String> table, final int row, final String heading) {
		final int column = Arrays.asList(table.get(0).split(",")).indexOf(heading);
		return table.get(row).split(",", -1)[column];
	}

	@Test
	void aJointTableIsMadeOfAFolderOrSeveralImagesThatAreMeasured() throws IOException {
		final Path a = SampleFile.PNG.write(images, "a");
		done(a, "--measure");
		assertFalse(Files.exists(joint()));
		done(images);
		assertFalse(Files.exists(joint()));
		done(images, "--measure");
		Files.delete(joint());
		done(a, SampleFile.GIF.write(folder, "b"), "--measure");
		Files.delete(joint());
	}

	@Test
	void theJointTableReplacesNoImage() throws IOException {
		final Path a = SampleFile.PNG.write(images, "a");
		Files.createDirectory(folder.resolve("out"));
		Files.createLink(joint(), a);
		final CommandLineRun run = run(images, "--measure");
		assertEquals(1, run.exitCode);
		assertEquals("[" + joint() + ": its results would replace the image " + a + "]",
			run.err.toString());
		assertEquals(Files.size(joint()), SampleFile.PNG.bytes().length);
	}

	@Test
	void aJointTableThatCanNotBeWrittenIsNamed() throws IOException {
		SampleFile.PNG.write(images, "a");
		Files.createDirectories(joint());
		final CommandLineRun run = run(images, "--measure");
		assertEquals(1, run.exitCode);
		assertEquals(1, run.err.size());
		assertTrue(run.err.get(0).startsWith(joint() + ": can not write "), run.err.toString());
	}

	@Test
	void aSecondRunIntoTheSameFolderHarmsNoResultThatIsNamedAsAnImage() throws IOException {
		final Path a = SampleFile.PNG.write(images, "a");
		assertEquals(0, CommandLineRun.of(images, "--output", images, "--masked", "none").exitCode);
		final CommandLineRun again = CommandLineRun.of(a, images.resolve("a-segmented.png"), "--output",
			images, "--masked", "none");
		assertEquals(1, again.exitCode);
		assertTrue(
			again.err.get(0)
				.startsWith(a + ": its results would replace the image " + images.resolve("a-")),
			again.err.toString());
	}

	@Test
	void ofAFolderWithoutImagesNothingIsSaved() {
		final CommandLineRun run = run(images, "--save", folder.resolve("out/saved.csv"));
		assertEquals(1, run.exitCode);
		assertEquals("[" + images + ": there is no image in this folder]", run.err.toString());
	}

	@Test
	void clustersOfAFolderWithOneImageAreSaved() throws IOException {
		SampleFile.PNG.write(images, "a");
		done(images, "--save", folder.resolve("saved.csv"));
		assertTrue(Files.exists(folder.resolve("saved.csv")));
	}

	private Path write(final String name, final String text) throws IOException {
		return Files.write(images.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
	}

	private Path joint() {
		return folder.resolve("out/measurements.csv");
	}

	private List<String> table() throws IOException {
		return Files.readAllLines(joint());
	}

	/** The images that are reported. */
	private List<String> done(final Object... arguments) {
		final CommandLineRun run = run(arguments);
		assertEquals("[]", run.err.toString());
		assertEquals(0, run.exitCode);
		return run.values("image");
	}

	private CommandLineRun run(final Object... arguments) {
		return CommandLineRun
			.of(Stream.concat(Stream.of("--output=" + folder.resolve("out")), Stream.of(arguments))
				.toArray());
	}
}
