package sc.fiji.kmeans.files.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.io.FileSaver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cli.CommandLineRun;
import sc.fiji.kmeans.samples.SampleFile;

/** What can not be processed is named in one line, and the others are done. */
class BadImageTest {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@EnumSource
	void truncatedFilesAreNamedAndTheOthersDone(final SampleFile sample) throws IOException {
		final int length = sample.bytes().length;
		final List<Path> parts = new ArrayList<>();
		for (final int n : new int[] { 1, 4, 9, 30, length / 4, length / 2, 3 * length / 4 })
			parts.add(sample.writePart(folder, n));
		assertRefused(parts.toArray(new Path[0]));
	}

	@Test
	void anEmptyFileIsSaidToBeEmpty() throws IOException {
		assertReason("this file is empty", Files.createFile(folder.resolve("x.png")));
	}

	@Test
	void aMissingFileIsSaidToBeMissing() {
		assertReason("there is no such file", folder.resolve("missing.png"));
	}

	@Test
	void aFolderWithoutImagesIsSaidToHaveNone() throws IOException {
		final Path empty = Files.createDirectory(folder.resolve("x.png"));
		assertReason("there is no image in this folder", empty);
		Files.createDirectory(empty.resolve("deeper.png"));
		Files.write(empty.resolve("notes.txt"), new byte[] { 'x' });
		assertReason("there is no image in this folder", empty);
	}

	@ParameterizedTest
	@ValueSource(strings = { "notes.txt", "notes", "notes.png", "notes.jpg", "notes.tif", "notes.gif",
		"notes.bmp", "notes.csv", "notes.lut", "notes.zip", "notes.dcm", "notes.avi", "notes.ijm",
		"notes.java", "notes.roi", "notes.fits", "notes.raw", "notes.lsm" })
	void textIsNoImageWhateverItsName(final String name) throws IOException {
		assertRefused(write(name, "Dear diary,\ntoday I saw a cell.\n"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "P5 ", "P6\n9 9\n255\n", "BM", "GIF89a", "SIMPLE  =", "II*\0", "MM\0*",
		"II*\0\b\0\0\0", "\u0008\0\0\0", "Iout", "PK\3\4", "P1\n" })
	void aHeadWithoutABodyIsRefused(final String head) throws IOException {
		assertRefused(write("head", head));
	}

	@Test
	void aTiffWhoseImagesFormARingIsRefused() throws IOException {
		assertReason("this TIFF file is damaged: its images form a ring",
			Files.write(folder.resolve("ring.tif"), new byte[] { 'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0, 1,
				3, 0, 1, 0, 0, 0, 1, 0, 0, 0, 8, 0, 0, 0 }));
	}

	@Test
	void channelsThatAnImageDoesNotHaveAreRefusedWithWhatIsTaken() throws IOException {
		final Path file = save(ij.IJ.createHyperStack("", 9, 9, 9, 1, 1, 16));
		assertEquals("[" + file + ": channels = 3-10: takes all, or numbers of channels from 1 to 9]",
			CommandLineRun.of(file, "--channels", "3-10", "--output", folder.resolve("out")).err
				.toString());
	}

	@Test
	void aSecondImageOfTheSameNameIsRefused() throws IOException {
		final Path png = SampleFile.PNG.write(folder, "x");
		final Path jpeg = SampleFile.JPEG.write(folder, "x");
		final CommandLineRun run = CommandLineRun.of(png, jpeg, "--output", folder.resolve("out"));
		assertEquals(1, run.exitCode);
		assertEquals(
			"[" + jpeg + ": its results would replace the results of " + png
				+ " (output_name with {extension}, {folder} or {number} tells them apart)]",
			run.err.toString());
		assertEquals("[" + png + "]", run.values("image").toString());
	}

	/** Nobody writes into it: who opened it would wait for ever. */
	@Test
	@Timeout(60)
	@EnabledOnOs({ OS.LINUX, OS.MAC })
	void aPipeIsNoImage() throws Exception {
		final Path pipe = folder.resolve("pipe.tif");
		assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
		final Path list = Files.write(folder.resolve("list"), pipe.toString().getBytes("US-ASCII"));
		final Path image = SampleFile.PNG.write(folder, "x");
		for (final String frames : new String[] { "each", "together" })
			assertEquals("[" + pipe + ": this is no file]", CommandLineRun.of(image, "--files-from", list,
				"--frames", frames, "--resume", "--output", folder.resolve(frames)).err.toString());
	}

	/** A file that gives no results takes no names; its own reason is told. */
	@Test
	void aFileThatIsNotReadIsNotInTheWay() throws IOException {
		final Path raw = Files.write(folder.resolve("x.CR2"), SampleFile.TIFF.bytes());
		final Path cut = Files.write(folder.resolve("x.gif"),
			Arrays.copyOf(SampleFile.GIF.bytes(), 40));
		final Path png = SampleFile.PNG.write(folder, "x");
		final Path jpeg = SampleFile.JPEG.write(folder, "x");
		final CommandLineRun run = CommandLineRun.of(raw, cut, png, jpeg, "--output",
			folder.resolve("out"));
		assertEquals("[" + png + "]", run.values("image").toString());
		assertTrue(run.err.get(0).startsWith(raw + ": files of the format raw photo"), run.err.get(0));
		assertTrue(run.err.get(1).startsWith(cut + ": this image is "), run.err.get(1));
		assertTrue(
			run.err.get(2).startsWith(jpeg + ": its results would replace the results of " + png),
			run.err.get(2));
	}

	/** No system has such a name. */
	@Test
	void aNameThatIsNoneFailsAlone() throws IOException {
		final Path png = SampleFile.PNG.write(folder, "x");
		final CommandLineRun run = CommandLineRun.of(folder + "/m\0ller.png", png, "--output",
			folder.resolve("out"));
		assertEquals(1, run.exitCode);
		assertEquals("[" + png + "]", run.values("image").toString());
		assertTrue(run.err.get(0).startsWith(folder + "/m_ller.png: its name has letters"),
			run.err.get(0));
	}

	@Test
	void resultsReplaceNoImageOfTheCommand() throws IOException {
		final Path image = SampleFile.PNG.write(folder, "x");
		final Path other = SampleFile.PNG.write(folder, "x-segmented");
		final byte[] before = Files.readAllBytes(other);
		final CommandLineRun run = CommandLineRun.of(image, other, "--output", folder);
		assertEquals(1, run.exitCode);
		assertEquals("[" + image + ": its results would replace the image " + other + "]",
			run.err.toString());
		assertArrayEquals(before, Files.readAllBytes(other));
		assertEquals("[" + other + "]", run.values("image").toString());
	}

	@Test
	void resultsReplaceNoImageThroughALink() throws IOException {
		final Path image = SampleFile.PNG.write(folder, "x");
		final Path other = SampleFile.PNG.write(folder, "other");
		Files.createSymbolicLink(folder.resolve("x-labels.png"), other);
		final byte[] before = Files.readAllBytes(other);
		final CommandLineRun run = CommandLineRun.of(image, other, "--output", folder);
		assertEquals(1, run.exitCode);
		assertArrayEquals(before, Files.readAllBytes(other));
	}

	@ParameterizedTest
	@EnumSource(names = { "PNG", "TIFF_STACK" })
	void aResultThatCanNotBeWrittenIsNamed(final SampleFile sample) throws IOException {
		final Path file = sample.write(folder, "x");
		final Path taken = Files
			.createDirectories(folder.resolve("out/x-labels." + (sample.isStack() ? "tif" : "png")));
		final CommandLineRun run = CommandLineRun.of(file, "--output", folder.resolve("out"));
		assertEquals(1, run.exitCode);
		assertEquals(1, run.err.size());
		assertTrue(run.err.get(0).startsWith(file + ": can not write " + taken), run.err.toString());
	}

	@Test
	void messagesComeAfterTheImagesInTheirOrder() throws IOException {
		final Path first = write("first.png", "");
		final Path second = write("second.png", "x");
		final CommandLineRun run = CommandLineRun.of(first, SampleFile.PNG.write(folder), second,
			"--output", folder.resolve("out"));
		assertEquals(2, run.err.size());
		assertTrue(run.err.get(0).startsWith(first + ": "));
		assertTrue(run.err.get(1).startsWith(second + ": "));
	}

	private Path write(final String name, final String contents) throws IOException {
		return Files.write(folder.resolve(name), contents.getBytes(StandardCharsets.ISO_8859_1));
	}

	private Path save(final ImagePlus image) throws IOException {
		final Path file = folder.resolve("saved.tif");
		if (image.getStackSize() > 1) new FileSaver(image).saveAsTiffStack(file.toString());
		else Files.write(file, new FileSaver(image).serialize());
		return file;
	}

	private void assertReason(final String reason, final Path bad) {
		assertEquals(bad + ": " + reason, assertRefused(bad).err.get(0));
	}

	/** A good image before and behind the bad ones is processed all the same. */
	private CommandLineRun assertRefused(final Path... bad) {
		final List<Object> arguments = new ArrayList<>();
		try {
			arguments.add(SampleFile.PNG.write(folder, "good-1"));
			for (final Path file : bad)
				arguments.add(file);
			arguments.add(SampleFile.GIF.write(folder, "good-2"));
		}
		catch (final IOException e) {
			throw new AssertionError(e);
		}
		arguments.add("--output=" + folder.resolve("out"));
		final CommandLineRun run = CommandLineRun.of(arguments.toArray());
		assertEquals(1, run.exitCode);
		assertEquals(2, run.values("image").size());
		assertEquals(bad.length, run.err.size(), run.err.toString());
		for (int i = 0; i < bad.length; i++)
			assertTrue(run.err.get(i).startsWith(bad[i] + ": "), run.err.get(i));
		return run;
	}
}
