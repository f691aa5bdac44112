package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cli.CommandLineRun;
import sc.fiji.kmeans.cli.FolderContents;
import sc.fiji.kmeans.samples.SampleFile;

/** Whatever is done at once, again or later: the results are those of one run. */
class ManyImagesTest {

	private static final String[] EACH = { "--measure", "--masked=none", "--kept=2,1", "--recursive",
		"--attempts=2" };

	@TempDir
	private Path folder;
	private Path images;

	@BeforeEach
	void writeImages() throws IOException {
		images = Files.createDirectories(folder.resolve("images"));
		Files.createDirectories(images.resolve("deep/er"));
		SampleFile.PNG.write(images, "a");
		SampleFile.TIFF.write(images, "b,\"c\"");
		SampleFile.TIFF_STACK.write(images, "stack");
		SampleFile.GIF.write(images.resolve("deep"), "a");
		SampleFile.JPEG.write(images.resolve("deep/er"), "a");
		Files.write(images.resolve("deep/bad.png"), new byte[] { 1 });
		Files.write(images.resolve("later.webp"), "RIFF\20\0\0\0WEBPVP8 ".getBytes("US-ASCII"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 5 })
	void theNumberOfThreadsDoesNotMatter(final int threads) {
		final CommandLineRun one = run("one", EACH);
		final CommandLineRun several = run("several", with(EACH, "--threads=" + threads));
		assertEquals(contents("one"), contents("several"));
		assertEquals(withoutTimes(one), withoutTimes(several));
		assertEquals(one.err, several.err);
	}

	private static List<String> withoutTimes(final CommandLineRun run) {
		return run.out.stream().filter(line -> !line.startsWith("time: ")).collect(Collectors.toList());
	}

	/** Results that were not yet, or no more there are made. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	void whatIsMissingIsMade(final int seed) throws IOException {
		run("one", EACH);
		final Map<String, String> before = contents("one");
		final Random random = new Random(seed);
		final List<String> names = new ArrayList<>(before.keySet());
		Collections.shuffle(names, random);
		for (final String name : names.subList(0, 1 + random.nextInt(4)))
			if (!name.equals("settings.txt")) Files.delete(folder.resolve("one").resolve(name));
		run("one", with(EACH, "--resume"));
		assertEquals(before, contents("one"));
	}

	@Test
	void whatIsCompleteIsSkipped() throws IOException {
		run("one", EACH);
		final Map<String, String> before = contents("one");
		assertEquals(5, run("one", with(EACH, "--resume")).values("skipped").size());
		assertEquals(before, contents("one"));
		Files.delete(folder.resolve("one/deep/er/a-kept-1+2.png"));
		Files.delete(folder.resolve("one/stack-frames.csv"));
		assertEquals(3, run("one", with(EACH, "--resume")).values("skipped").size());
		assertEquals(before, contents("one"));
	}

	@Test
	void anImageThatIsNewerThanItsResultsIsDoneAgain() throws IOException {
		run("one", EACH);
		final FileTime later = FileTime.fromMillis(System.currentTimeMillis() + 60_000);
		Files.setLastModifiedTime(images.resolve("a.png"), later);
		final CommandLineRun again = run("one", with(EACH, "--resume"));
		assertEquals(4, again.values("skipped").size());
		assertEquals(images.resolve("a.png").toString(), again.values("image").get(0));
		assertFalse(again.out.get(1).startsWith("skipped"));
	}

	/** Whatever their names and times, and wherever they are. */
	@Test
	void anImageWithTheResultsOfAnotherOneIsDone() throws IOException {
		final Path x = Files.createDirectory(folder.resolve("x"));
		final Path y = Files.createDirectory(folder.resolve("y"));
		final Path first = SampleFile.JPEG.write(x, "a");
		final Path out = folder.resolve("one");
		CommandLineRun.of(first, "--output", out);
		final Path second = SampleFile.PNG.write(y, "a");
		final Path twin = Files.write(y.resolve(first.getFileName()), new byte[0]);
		Files.write(twin, Files.readAllBytes(first));
		for (final Path image : Arrays.asList(second, twin))
			Files.setLastModifiedTime(image, FileTime.fromMillis(0));
		assertEquals(1, CommandLineRun.of(twin, "--output", out, "--resume").values("skipped").size());
		assertEquals(0,
			CommandLineRun.of(second, "--output", out, "--resume").values("skipped").size());
		assertEquals(1,
			CommandLineRun.of(second, "--output", out, "--resume").values("skipped").size());
		final byte[] changed = Files.readAllBytes(second);
		Files.write(second, Arrays.copyOf(changed, changed.length + 1));
		Files.setLastModifiedTime(second, FileTime.fromMillis(0));
		assertEquals(0,
			CommandLineRun.of(second, "--output", out, "--resume").values("skipped").size());
	}

	/** An image that is found before the others gets their numbers. */
	@Test
	void numbersOfImagesAreNotTakenForTheImages() throws IOException {
		Files.delete(images.resolve("later.webp"));
		final String[] numbered = { "--output-name={number}-{result}", "--resume" };
		run("one", numbered);
		final Path added = SampleFile.PNG.write(images, "A");
		Files.setLastModifiedTime(added, FileTime.fromMillis(0));
		run("one", numbered);
		run("two", numbered);
		assertEquals(contents("two"), contents("one"));
	}

	/** But what somebody put beside stays: other names, newer files, and results of other images. */
	@Test
	void resultsOfOtherSettingsDoNotStayBesideNewOnes() throws IOException {
		final Path out = Files.createDirectories(folder.resolve("one"));
		Files.write(out.resolve("later-masked-9.png"), new byte[] { 1 });
		Files.write(out.resolve("a-kept-7.png"), new byte[] { 1 });
		run("one", "--clusters=4", "--measure", "--legend", "--kept=1,2");
		final Map<String, String> mine = new TreeMap<>();
		for (final String name : new String[] { "a.txt", "a-notes.csv", "a-masked-.png", "b-labels.png",
			"a-kept-8.png", "a-labels.png.bak" })
			Files.write(out.resolve(name), name.getBytes(StandardCharsets.US_ASCII));
		Files.setLastModifiedTime(out.resolve("a-kept-8.png"),
			FileTime.fromMillis(System.currentTimeMillis() + 60_000));
		mine.putAll(contents("one"));
		run("one", "--clusters=2", "--masked=none");
		run("two", "--clusters=2", "--masked=none");
		final Map<String, String> expected = new TreeMap<>(contents("two"));
		for (final String name : new String[] { "a.txt", "a-notes.csv", "a-masked-.png", "b-labels.png",
			"a-kept-8.png", "a-labels.png.bak", "later-masked-9.png" })
			expected.put(name, mine.get(name));
		assertEquals(expected.keySet(), contents("one").keySet());
		assertEquals(expected, contents("one"));
	}

	@Test
	void resultsOfOtherSettingsAreNotResumed() {
		run("one", EACH);
		final Map<String, String> before = contents("one");
		final CommandLineRun run = run("one", with(EACH, "--resume", "--clusters=4"));
		assertEquals(2, run.exitCode);
		assertEquals(
			"resume: takes a folder of results that were made with the same settings, and "
				+ folder.resolve("one/settings.txt") + " says --clusters 3, the command --clusters 4",
			run.err.get(0));
		final String less = run("one", "--recursive", "--masked=none", "--kept=2,1", "--attempts=2",
			"--resume").err.get(0);
		assertTrue(less.endsWith(" says --measure, the command no --measure"), less);
		assertEquals(before, contents("one"));
	}

	/** Of three runs into one folder, the second one with other settings. */
	@Test
	void resultsThatAreOlderThanTheSettingsAreDoneAgain() throws IOException {
		final Path a = images.resolve("a.png");
		final Path b = images.resolve("deep/a.gif");
		final Path out = folder.resolve("one");
		CommandLineRun.of(a, "--output", out);
		try (Stream<Path> files = Files.list(out)) {
			for (final Path file : files.collect(Collectors.toList()))
				Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() - 60_000));
		}
		CommandLineRun.of(b, "--output", out, "--clusters=2",
			"--output-name={name}_{extension}-{result}");
		final CommandLineRun both = CommandLineRun.of(a, b, "--output", out, "--clusters=2",
			"--output-name={name}_{extension}-{result}", "--resume");
		assertEquals(Arrays.asList("its results are complete"), both.values("skipped"));
		assertEquals(3, Files.readAllLines(out.resolve("a_png-clusters.csv")).size());
	}

	@Test
	void theFileOfSettingsIsAFileOfArguments() {
		final CommandLineRun one = run("one",
			with(EACH, "--names=x, y \"z\"", "--ignore=white+3", "--clusters=4"));
		assertEquals(1, one.exitCode);
		final CommandLineRun again = CommandLineRun.of(images, "--recursive", "--output",
			folder.resolve("again"), "@" + folder.resolve("one/settings.txt"));
		assertEquals(withoutTimes(one), withoutTimes(again));
		assertEquals(contents("one"), contents("again"));
	}

	@Test
	void twoRunsAtOnceDoNoHarm() throws InterruptedException {
		run("one", EACH);
		final List<Thread> runs = new ArrayList<>();
		for (int i = 0; i < 2; i++)
			runs.add(new Thread(() -> CommandLineRun
				.run(with(EACH, images.toString(), "--output=" + folder.resolve("both")))));
		runs.forEach(Thread::start);
		for (final Thread run : runs)
			run.join();
		assertEquals(contents("one"), contents("both"));
	}

	@Test
	void allThatFailsIsToldAndListed() throws IOException {
		final CommandLineRun run = run("one", EACH);
		assertEquals(1, run.exitCode);
		assertEquals(2, run.err.size());
		final List<String> failures = Files.readAllLines(folder.resolve("one/failures.csv"));
		assertEquals("File,Reason", failures.get(0));
		assertEquals(3, failures.size());
		assertTrue(failures.get(1).startsWith(images.resolve("later.webp") + ","), failures.get(1));
		assertTrue(failures.get(2).startsWith(images.resolve("deep/bad.png") + ","), failures.get(2));
		Files.delete(images.resolve("later.webp"));
		Files.delete(images.resolve("deep/bad.png"));
		assertEquals(0, run("one", EACH).exitCode);
		assertFalse(Files.exists(folder.resolve("one/failures.csv")));
	}

	@Test
	void theTableOfAllImagesTellsFolders() throws IOException {
		run("one", EACH);
		final String table = contents("one").get("measurements.csv");
		assertEquals(
			Arrays.asList("a.png", "\"b,\"\"c\"\".tif\"", "stack.tif", "deep/a.gif", "deep/er/a.jpg"),
			Arrays.stream(table.split("\n"))
				.skip(1)
				.map(line -> line.replaceFirst(",\\d+,\\d+,\\d+,.*", ""))
				.distinct()
				.collect(Collectors.toList()));
	}

	@Test
	void namesOfResultsMayTellMore() {
		final CommandLineRun run = run("one", "--recursive", "--masked=none", "--clusters=2",
			"--output-name={number}_{folder}_{name}_k{k}_{result}");
		assertEquals(2, run.err.size());
		assertTrue(contents("one").keySet()
			.containsAll(Arrays.asList("1_images_a_k2_labels.png", "deep/5_deep_a_k2_segmented.png",
				"deep/er/7_er_a_k2_clusters.csv")),
			contents("one").keySet().toString());
	}

	@Test
	void resultsThatWouldBeCalledTheSameAreToldBefore() throws IOException {
		final Path a = images.resolve("a.png");
		final Path other = images.resolve("deep/a.gif");
		final CommandLineRun run = CommandLineRun.of(a, other, "--output", folder.resolve("one"));
		assertEquals("[" + other + ": its results would replace the results of " + a
			+ " (output_name with" + " {extension}, {folder} or {number} tells them apart)]",
			run.err.toString());
		assertEquals(0, CommandLineRun.of(a, other, "--output", folder.resolve("one"),
			"--output-name={name}-{extension}-{result}").exitCode);
	}

	@Test
	void imagesAreNamedInAFileOrByTheStandardInput() throws IOException {
		final String lines = "\ufeff" + images.resolve("deep/a.gif") + "\r\n\r\n"
			+ images.resolve("*.png") + "\n" + images.resolve("stack.tif");
		final Path list = Files.write(folder.resolve("list"), lines.getBytes(StandardCharsets.UTF_8));
		final CommandLineRun run = CommandLineRun.of("--files-from", list, "--output",
			folder.resolve("one"), "--output-name={name}.{extension}-{result}");
		assertEquals(Arrays.asList(images.resolve("deep/a.gif").toString(),
			images.resolve("a.png").toString(), images.resolve("stack.tif").toString()),
			run.values("image"));
		final InputStream standard = System.in;
		System.setIn(new ByteArrayInputStream(Files.readAllBytes(list)));
		try {
			assertEquals(run.values("image"),
				CommandLineRun
					.of("--files-from", "-", "--output", folder.resolve("two"),
						"--output-name={name}.{extension}-{result}")
					.values("image"));
		}
		finally {
			System.setIn(standard);
		}
		assertEquals(contents("one"), contents("two"));
	}

	@Test
	void aListThatCanNotBeReadIsBadUsage() {
		final CommandLineRun run = run("one", "--files-from=" + folder.resolve("none"));
		assertEquals(2, run.exitCode);
		assertEquals("files_from = " + folder.resolve("none") + ": takes a file with the names of"
			+ " images, one a line (there is no such file)", run.err.get(0));
		assertEquals("threads = 0: takes a whole number, 1 or more",
			run("one", "--threads=0").err.get(0));
		assertTrue(run("one", "--output-name=x").err.get(0).startsWith("output_name = x: takes "));
	}

	@ParameterizedTest
	@ValueSource(strings = { "3", "suggest" })
	void togetherIsToSaveAndToApply(final String clusters) throws IOException {
		Files.delete(images.resolve("stack.tif"));
		final Path saved = folder.resolve("saved.csv");
		final String[] kinds = { "--recursive", "--measure", "--kept=1" };
		final CommandLineRun together = run("one",
			with(kinds, "--frames=together", "--clusters=" + clusters, "--save=" + saved, "--threads=2"));
		assertEquals("4 images", together.values("together").get(0));
		assertEquals(2, together.err.size());
		assertEquals(1, together.values("compactness").size());
		final CommandLineRun applied = run("two", with(kinds, "--apply=" + saved));
		assertEquals(together.err, applied.err);
		final Map<String, String> one = contents("one");
		final Map<String, String> two = contents("two");
		assertNotEquals(one.remove("settings.txt"), two.remove("settings.txt"));
		assertEquals(one, two);
	}

	@Test
	void togetherIsResumed() throws IOException {
		final String[] all = { "--recursive", "--measure", "--frames=together" };
		run("one", all);
		final Map<String, String> before = contents("one");
		Files.delete(folder.resolve("one/a-labels.png"));
		assertEquals(4, run("one", with(all, "--resume")).values("skipped").size());
		assertEquals(before, contents("one"));
		final CommandLineRun nothing = run("one", with(all, "--resume"));
		assertEquals(5, nothing.values("skipped").size());
		assertEquals(0, nothing.values("together").size());
		assertEquals(before, contents("one"));
		Files.delete(images.resolve("deep/a.gif"));
		assertEquals(0, run("one", with(all, "--resume")).values("skipped").size());
	}

	@Test
	void imagesOfTwoKindsHaveNoClustersTogether() throws IOException {
		final Path grey = SampleFile.TIFF_8.write(images, "grey");
		final CommandLineRun run = run("one", "--frames=together");
		assertEquals(2, run.exitCode);
		assertTrue(run.err.get(0).startsWith("frames = together: takes images of one kind"),
			run.err.get(0));
		assertTrue(run.err.get(0).contains(grey.toString()), run.err.get(0));
		assertTrue(contents("one").isEmpty());
	}

	/** The same numbers, which are other values. */
	@Test
	void imagesOfTwoCalibrationsHaveNoClustersTogether() throws IOException {
		final Path plain = SampleFile.TIFF_8.write(folder, "plain");
		final ImagePlus image = IJ.openImage(plain.toString());
		image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { -128, 1 }, "");
		final Path signed = folder.resolve("signed.tif");
		IJ.saveAsTiff(image, signed.toString());
		final CommandLineRun run = CommandLineRun.of(plain, signed, "--frames=together", "--output",
			folder.resolve("one"));
		assertEquals(2, run.exitCode);
		assertTrue(run.err.get(0).contains("8-bit values that stand for -128 to 127"), run.err.get(0));
	}

	private CommandLineRun run(final String output, final String... options) {
		return CommandLineRun
			.of((Object[]) with(options, images.toString(), "--output=" + folder.resolve(output)));
	}

	private static String[] with(final String[] options, final String... more) {
		return Stream.of(options, more).flatMap(Stream::of).toArray(String[]::new);
	}

	private Map<String, String> contents(final String output) {
		return FolderContents.of(folder.resolve(output));
	}
}
