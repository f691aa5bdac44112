package sc.fiji.kmeans.files.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.FileNames;
import sc.fiji.kmeans.cli.CommandLineRun;
import sc.fiji.kmeans.cli.FolderContents;
import sc.fiji.kmeans.samples.SampleFile;

/** Names of files as Windows and macOS have them, and such as no file can have. */
class PathsTest {

	/** A letter and its accent, as one character and as two. */
	private static final String COMPOSED = Normalizer.normalize("Zähler ß 1", Normalizer.Form.NFC);
	private static final String APART = Normalizer.normalize(COMPOSED, Normalizer.Form.NFD);

	@TempDir
	private Path folder;

	private Path output() {
		return folder.resolve("results");
	}

	private CommandLineRun run(final Object... arguments) {
		return CommandLineRun
			.of(Stream.concat(Stream.of("--masked", "none", "--output", output()), Stream.of(arguments))
				.toArray());
	}

	private Path image(final String name) throws IOException {
		return Files.write(folder.resolve(name), SampleFile.PNG.bytes());
	}

	/** Neither options nor wildcards; a file that is not there is one message. */
	@ParameterizedTest
	@ValueSource(strings = { "C:\\pictures\\none.png", "C:/pictures/none.png", "C:none.png", "C:",
		"C:\\", "\\\\server\\share\\none.png", "//server/share/none.png", ".\\none.png", "~\\none.png",
		"%TEMP%\\none.png", "C:\\pictures\\*.png", "C:\\*.png", "C:*.png", "\\\\server\\share\\*.png",
		"C:\\pictures\\**\\*.{png,tif}", "/none/*.png" })
	void aPathOfWindowsIsAName(final String name) {
		final CommandLineRun run = run(name);
		assertTrue(run.exitCode == 1 || run.exitCode == 2, run.exitCode + "");
		assertTrue(run.err.get(0).contains(name.replace("//", "/")), run.err.toString());
		assertTrue(run.err.size() <= 2, run.err.toString());
		assertFalse(run.err.toString().contains("Exception"), run.err.toString());
	}

	/** Where a backslash is a letter, too. */
	@Test
	void resultsMayLieBehindADriveLetter() throws IOException {
		assumeTrue(File.separatorChar == '/');
		final Path image = image("C:\\new\\a.png");
		final Path output = folder.resolve("C:\\new results\\");
		final Path clusters = folder.resolve("C:\\table.csv");
		assertEquals(0, CommandLineRun.of(image, "--output", output, "--save", clusters).exitCode);
		assertTrue(Files.exists(clusters));
		final CommandLineRun again = CommandLineRun.of(image, "--output", output, "--apply", clusters);
		assertEquals(Collections.emptyList(), again.err);
		assertTrue(Files.exists(output.resolve("C:\\new\\a-labels.png")));
	}

	@Test
	void umlautsAreTheSameHoweverTheyAreWritten() throws IOException {
		assumeTrue(FileNames.canBe(COMPOSED));
		for (final String name : new String[] { COMPOSED, APART }) {
			image(name + ".png");
			for (final String glob : new String[] { COMPOSED, APART }) {
				final CommandLineRun run = run(
					folder + "/" + glob.substring(0, glob.length() - 1) + "?.png");
				assertEquals(Collections.emptyList(), run.err, glob);
				assertEquals(1, run.values("image").size());
			}
			assertTrue(Files.exists(output().resolve(name + "-labels.png")));
			Files.delete(folder.resolve(name + ".png"));
		}
	}

	/** As Windows and spreadsheets write them. */
	@Test
	void listsAndFilesOfClustersMayHaveOtherLineEnds() throws IOException {
		final Path image = image("an image.png");
		final Path list = Files.write(folder.resolve("list.txt"),
			("\ufeff" + image + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
		final Path clusters = folder.resolve("clusters.csv");
		assertEquals(0, run("--files-from", list, "--save", clusters).exitCode);
		final String labels = FolderContents.of(output()).get("an image-labels.png");
		Files.write(clusters,
			("\ufeff" + text(clusters).replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8));
		final CommandLineRun applied = run("--files-from", list, "--apply", clusters);
		assertEquals(Collections.emptyList(), applied.err);
		assertEquals(labels, FolderContents.of(output()).get("an image-labels.png"));
	}

	@Test
	void resultsWithOtherLineEndsAreResumed() throws IOException {
		final Path image = image("a.png");
		assertEquals(0, run(image).exitCode);
		for (final String name : new String[] { "settings.txt", "a-clusters.csv" }) {
			final Path file = output().resolve(name);
			Files.write(file, text(file).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
		}
		final CommandLineRun again = run(image, "--resume");
		assertEquals(Collections.emptyList(), again.err);
		assertTrue(again.out.contains("skipped: its results are complete"), again.out.toString());
	}

	private static String text(final Path file) throws IOException {
		return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
	}

	/** Backslashes, blanks and quotes come back from the file of the settings. */
	@Test
	void settingsAreReadBack() throws IOException {
		final Path image = image("a.png");
		final String names = "C:\\new,it's,two words # here";
		final Path first = output();
		assertEquals(Collections.emptyList(), run(image, "--names", names).err);
		final Path again = folder.resolve("again");
		final CommandLineRun run = CommandLineRun.of(image, "@" + first.resolve("settings.txt"),
			"--output", again);
		assertEquals(Collections.emptyList(), run.err);
		assertEquals(FolderContents.of(first), FolderContents.of(again));
	}

	@Test
	void aFileInThePlaceOfAFolderIsOneMessage() throws IOException {
		final Path image = image("a.png");
		final Path file = Files.createFile(folder.resolve("file"));
		assertIsNoPlace(file, image);
	}

	private void assertIsNoPlace(final Path place, final Path image) {
		for (final Path output : new Path[] { place, place.resolve("below") }) {
			final CommandLineRun run = CommandLineRun.of(image, "--output", output);
			assertEquals(2, run.exitCode);
			assertTrue(run.err.get(0).startsWith("output = " + output + ": "), run.err.toString());
		}
		final CommandLineRun run = run(image, "--save", place.resolve("clusters.csv"));
		assertEquals(2, run.exitCode);
		assertTrue(run.err.get(0).startsWith("save = "), run.err.toString());
		assertFalse(Files.exists(output()));
	}

	/** Root writes everywhere. */
	@Test
	void aFolderThatIsReadOnlyIsOneMessage() throws IOException {
		final Path image = image("a.png");
		final Path locked = Files.createDirectory(folder.resolve("locked"));
		assumeTrue(locked.toFile().setWritable(false) && !Files.isWritable(locked));
		assertIsNoPlace(locked, image);
	}

	/** It may be somebody's own. */
	@Test
	void aResultThatIsReadOnlyStaysAndSoDoTheOthers() throws IOException {
		final Path image = image("a.png");
		assertEquals(0, run(image).exitCode);
		final Path labels = output().resolve("a-labels.png");
		assumeTrue(labels.toFile().setWritable(false) && !Files.isWritable(labels));
		final Map<String, String> before = FolderContents.of(output());
		final CommandLineRun run = CommandLineRun.of(image, "--clusters", 3, "--masked", "none",
			"--output", output());
		assertEquals(1, run.exitCode);
		assertEquals("[" + image + ": can not write " + labels + ": no permission to write]",
			run.err.toString());
		final Map<String, String> after = FolderContents.of(output());
		after.remove("failures.csv");
		assertEquals(before, after);
	}

	/** Its results would have longer names. */
	@Test
	void aNameThatIsTooLongForResultsIsOneMessageAndNothingIsLeft() throws IOException {
		final char[] letters = new char[245];
		Arrays.fill(letters, 'x');
		final Path image = image(new String(letters) + ".png");
		final CommandLineRun run = run(image, image("b.png"));
		assertEquals(1, run.exitCode);
		assertEquals(1, run.err.size(), run.err.toString());
		assertTrue(run.err.get(0).contains(image.toString()), run.err.toString());
		assertEquals(Collections.emptyList(),
			FolderContents.of(output())
				.keySet()
				.stream()
				.filter(name -> name.contains("xxx") || name.startsWith("."))
				.collect(Collectors.toList()));
		assertTrue(Files.exists(output().resolve("b-labels.png")));
	}

	/** Such as Windows does not take. */
	@ParameterizedTest
	@ValueSource(strings = { "{name}:{result}", "{name}?{result}", "{name}|{result}",
		"<{name}>{result}", "{name}\\{result}" })
	void namesOfResultsAreNamesOnAllSystems(final String template) throws IOException {
		final CommandLineRun run = run(image("a.png"), "--output-name", template);
		assertEquals(2, run.exitCode);
		assertTrue(run.err.get(0).startsWith("output_name = " + template + ": takes "),
			run.err.toString());
	}
}
