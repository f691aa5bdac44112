package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.base.WholeFiles;
import sc.fiji.kmeans.cli.CommandLineRun;
import sc.fiji.kmeans.samples.SampleFile;

/** The results of an image are all there, or as they were before. */
class WholeResultsTest {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "x-segmented.png", "x-masked-2.png", "x-labels.png", "x-clusters.csv",
		"x-measurements.csv" })
	void whereOneCanNotBeWrittenTheOthersStayAsTheyWere(final String taken) throws IOException {
		final Path image = SampleFile.PNG.write(folder, "x");
		final Path out = folder.resolve("out");
		assertEquals(0, run(image, "--clusters=2").exitCode);
		replaceByFolder(out.resolve(taken));
		final Map<String, Integer> before = contents(out);
		final CommandLineRun run = run(image, "--clusters=3", "--save", folder.resolve("saved.csv"));
		assertEquals(1, run.exitCode);
		assertEquals("[" + image + ": can not write " + out.resolve(taken) + ": this is a folder]",
			run.err.toString());
		assertEquals(before, contents(out));
		assertFalse(Files.exists(folder.resolve("saved.csv")));
		assertNothingIsUnfinished(out);
	}

	/** What was made of another content of the file, or with other settings, goes where it fails. */
	@ParameterizedTest
	@ValueSource(ints = { 2, 3 })
	void resultsOfAnEarlierRunDoNotStayWhereAnImageFails(final int clusters) throws IOException {
		final Path image = SampleFile.PNG.write(folder, "x");
		final Path out = folder.resolve("out");
		run(image, "--clusters=2", "--measure");
		Files.write(image, Arrays.copyOf(Files.readAllBytes(image), 50));
		assertEquals(1, run(image, "--clusters=" + clusters).exitCode);
		assertEquals("{}", contents(out).toString());
	}

	@Test
	void resultsOfAnImageThatIsGoneStay() throws IOException {
		final Path image = SampleFile.PNG.write(folder, "x");
		final Path out = folder.resolve("out");
		run(image, "--clusters=2");
		final Map<String, Integer> before = contents(out);
		Files.delete(image);
		assertEquals(1, run(image, "--clusters=2").exitCode);
		assertTrue(contents(out).entrySet().containsAll(before.entrySet()));
	}

	private static void assertNothingIsUnfinished(final Path folder) throws IOException {
		try (Stream<Path> all = Files.list(folder)) {
			assertFalse(all.anyMatch(WholeFiles::areUnfinished));
		}
	}

	@Test
	void theJointTableStaysAsItWas() throws IOException {
		final Path image = SampleFile.PNG.write(folder, "x");
		final Path other = SampleFile.GIF.write(folder, "y");
		final Path table = folder.resolve("out/measurements.csv");
		run(image, other);
		replaceByFolder(table);
		final CommandLineRun run = run(image, other);
		assertEquals(1, run.exitCode);
		assertEquals("[" + table + ": can not write " + table + ": this is a folder]",
			run.err.toString());
	}

	@Test
	void aLinkToADeviceIsNotWrittenTo() throws IOException {
		final Path device = Paths.get("/dev/full");
		assumeTrue(Files.exists(device));
		final Path image = SampleFile.PNG.write(folder, "x");
		final Path link = Files.createDirectory(folder.resolve("out")).resolve("x-labels.png");
		Files.createSymbolicLink(link, device);
		final CommandLineRun run = run(image);
		assertEquals("[" + image + ": can not write " + link + ": this is a device or a pipe]",
			run.err.toString());
		assertEquals(1, contents(folder.resolve("out")).size());
		Files.delete(link);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/dev/null", "/dev/full" })
	void clustersAreNotSavedToADevice(final String device) throws IOException {
		assumeTrue(Files.exists(Paths.get(device)));
		final Path image = SampleFile.PNG.write(folder, "x");
		final CommandLineRun run = run(image, "--save", device);
		assertEquals(2, run.exitCode);
		assertEquals("save = " + device + ": takes a file, and this is a device or a pipe",
			run.err.get(0));
		assertFalse(Files.isRegularFile(Paths.get(device)));
		assertTrue(Files.exists(Paths.get(device)));
	}

	/** Maybe another run is at work in the folder, or was killed there. */
	@Test
	void unfinishedFilesAreNoImages() throws IOException {
		final Path image = SampleFile.PNG.write(folder, "x");
		WholeFiles.write(folder.resolve("y.png"), fresh -> {
			Files.copy(image, fresh, StandardCopyOption.REPLACE_EXISTING);
			assertEquals("[" + image + "]", run(folder).values("image").toString());
		});
	}

	private CommandLineRun run(final Object... arguments) {
		return CommandLineRun.of(Stream
			.concat(Stream.of(arguments), Stream.of("--measure", "--output=" + folder.resolve("out")))
			.toArray());
	}

	private static void replaceByFolder(final Path file) throws IOException {
		Files.delete(file);
		Files.write(Files.createDirectory(file).resolve("full"), new byte[1]);
	}

	/** A hash code of each result of the image, by its name. */
	private static Map<String, Integer> contents(final Path folder) throws IOException {
		try (Stream<Path> all = Files.list(folder)) {
			return all.filter(file -> file.getFileName().toString().startsWith("x-"))
				.collect(Collectors.toMap(file -> file.getFileName().toString(), WholeResultsTest::hash,
					(a, b) -> a, TreeMap::new));
		}
	}

	private static int hash(final Path file) {
		try {
			return Files.isRegularFile(file) ? Arrays.hashCode(Files.readAllBytes(file)) : -1;
		}
		catch (final IOException e) {
			throw new AssertionError(e);
		}
	}
}
