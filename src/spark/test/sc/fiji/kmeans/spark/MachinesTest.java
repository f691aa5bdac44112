package sc.fiji.kmeans.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import sc.fiji.kmeans.cli.Main;
import sc.fiji.kmeans.files.Threads;

/** What machines make of a folder is what the command line makes of it, byte for byte. */
class MachinesTest {

	private static final int IMAGES = 4;
	private static Machines machines;

	@TempDir
	private static Path folder;

	/** Four images and a damaged one. */
	@BeforeAll
	static void makeImages() throws IOException {
		machines = new Machines();
		Files.createDirectories(folder.resolve("images"));
		for (int i = 1; i <= IMAGES; i++)
			ImageIO.write(image(i), "png", folder.resolve("images/photo-" + i + ".png").toFile());
		final byte[] whole = Files.readAllBytes(folder.resolve("images/photo-1.png"));
		Files.write(folder.resolve("images/photo-2b.png"), Arrays.copyOf(whole, whole.length / 2));
	}

	@AfterAll
	static void stop() throws IOException {
		machines.close();
	}

	private static BufferedImage image(final int seed) {
		final BufferedImage image = new BufferedImage(31 + seed, 23, BufferedImage.TYPE_INT_RGB);
		final Random random = new Random(seed);
		for (int y = 0; y < image.getHeight(); y++)
			for (int x = 0; x < image.getWidth(); x++)
				image.setRGB(x, y, 0x40_30_20 * random.nextInt(3) + random.nextInt(1 << 20));
		return image;
	}

	@Test
	void eachImageHasItsOwnClusters() throws IOException {
		assertSame("images", "--measure", "--legend");
	}

	@Test
	void allImagesTogetherHaveTheSameClusters() throws IOException {
		assertSame("images", "--frames", "together", "--clusters", "suggest", "--measure");
	}

	@Test
	void clustersOfOneImageAreAppliedToAll() throws IOException {
		final String saved = folder.resolve("saved.csv").toString();
		run(Main.commandLine(Threads::new), "saving", "images/photo-3.png", "--save", saved);
		assertSame("images", "--apply", saved, "--min-size", "2");
	}

	@Test
	void imagesWhoseResultsWouldClashAreRefused() throws IOException {
		assertSame("images", "--output-name", "{folder}{number}-{result}", "--recursive",
			folder.resolve("images/photo-1.png").toString());
		assertSame("images", "--output-name", "{name}-{result}",
			Files.copy(folder.resolve("images/photo-1.png"), folder.resolve("photo-1.png")).toString());
	}

	/** Also which image is named does not depend on the order in which tasks end. */
	@Test
	void imagesOfTwoKindsTogetherAreRefused() throws IOException {
		Files.createDirectories(folder.resolve("kinds"));
		for (int i = 1; i <= IMAGES; i++) {
			final BufferedImage grey = new BufferedImage(9, i, BufferedImage.TYPE_BYTE_GRAY);
			ImageIO.write(i == 1 ? image(1) : grey, "png",
				folder.resolve("kinds/" + i + ".png").toFile());
		}
		assertSame("kinds", "--frames", "together");
	}

	@Test
	void aLargeImageIsSegmentedInParts() throws IOException {
		Files.createDirectories(folder.resolve("large"));
		final ByteProcessor pixels = new ByteProcessor(1 << 12, (1 << 12) + 5);
		for (int i = 0; i < pixels.getPixelCount(); i++)
			pixels.set(i, (i >> 16) * 31 + (i % 999 == 0 ? 90 : 0) & 0xff);
		new FileSaver(new ImagePlus("", pixels)).saveAsTiff(folder.resolve("large/1.tif").toString());
		pixels.setRoi(0, 0, 9, 40);
		new FileSaver(new ImagePlus("", pixels.crop()))
			.saveAsPng(folder.resolve("large/2.png").toString());
		assertSame("large", "--frames", "together", "--masked", "none");
		assertSame("large", "--measure", "--min-size", "9", "--masked", "none");
	}

	@Test
	void resultsComeInTheOrderOfTheThings() {
		final List<Integer> things = IntStream.range(0, 100).boxed().collect(Collectors.toList());
		final List<Integer> done = new ArrayList<>();
		machines.each(things, i -> i * i, done::add);
		assertEquals(things.stream().map(i -> i * i).collect(Collectors.toList()), done);
		machines.each(Collections.<Integer>emptyList(), i -> i, done::add);
		assertEquals(things.size(), done.size());
	}

	/** Each thing once, whichever parts are joined first. */
	@Test
	void whatBecomesOfPartsIsJoined() {
		for (final int n : new int[] { 1, 2, 7, 100 }) {
			final List<Integer> things = IntStream.range(0, n).boxed().collect(Collectors.toList());
			assertEquals(Optional.of(n * (n - 1) / 2),
				machines.joined(things, MachinesTest::sum, Integer::sum, () -> {}));
		}
		assertFalse(
			machines.joined(Collections.<Integer>emptyList(), MachinesTest::sum, Integer::sum, () -> {})
				.isPresent());
	}

	private static int sum(final Iterator<Integer> things) {
		int sum = 0;
		while (things.hasNext())
			sum += things.next();
		return sum;
	}

	/** A task that fails ends all, and what came before it in the order was used. */
	@Test
	void aTaskThatFailsIsHeardOf() {
		final List<Integer> things = IntStream.range(0, 40).boxed().collect(Collectors.toList());
		final List<Integer> done = new ArrayList<>();
		final Exception failure = assertThrows(Exception.class,
			() -> machines.each(things, i -> 10 / (i - 39), done::add));
		assertTrue(failure.toString().contains("/ by zero"), failure.toString());
		assertEquals(
			things.subList(0, done.size()).stream().map(i -> 10 / (i - 39)).collect(Collectors.toList()),
			done);
	}

	/** Of the images that a run left out, and of no others. */
	@Test
	void aRunIsResumed() throws IOException {
		final String[] options = { "--masked", "none", "--measure" };
		final String whole = run(sc.fiji.kmeans.spark.Main.commandLine(machines), "spark", "images",
			options);
		final Map<String, String> expected = files("spark");
		Files.delete(folder.resolve("spark/photo-3-labels.png"));
		final String resumed = say(sc.fiji.kmeans.spark.Main.commandLine(machines), "spark", "images",
			"--masked", "none", "--measure", "--resume");
		assertEquals(expected, files("spark"));
		assertEquals(IMAGES - 1, resumed.split("skipped: its results are complete", -1).length - 1);
		assertEquals(whole.split("\n")[0], resumed.split("\n")[0]);
	}

	@Test
	void whatSparkCanNotDoIsSaidInOneLine() throws IOException {
		machines.close();
		System.setProperty("spark.master", "local[nonsense]");
		try {
			assertEquals(
				"1\nnot all is done: Could not parse Master URL: 'local[nonsense]'"
					+ System.lineSeparator(),
				run(sc.fiji.kmeans.spark.Main.commandLine(machines), "spark", "images"));
		}
		finally {
			System.clearProperty("spark.master");
			machines.close();
		}
	}

	@Test
	void nothingIsLeftBehind() throws IOException {
		machines.each(Collections.singletonList(1), i -> i, i -> {});
		final Path scratch = Scratch.folder();
		try (Stream<Path> files = Files.list(scratch)) {
			assertTrue(files.findAny().isPresent());
		}
		machines.close();
		assertTrue(Files.notExists(scratch));
	}

	/** @param arguments after the name of a folder of images */
	private static void assertSame(final String images, final String... arguments)
		throws IOException
	{
		final String expected = run(Main.commandLine(Threads::new), "command-line", images, arguments);
		final String actual = run(sc.fiji.kmeans.spark.Main.commandLine(machines), "spark", images,
			arguments);
		assertEquals(expected.replace("command-line", "spark"), actual);
		assertEquals(files("command-line"), files("spark"));
	}

	/** @return the exit code and all that was said, but for times */
	private static String run(final CommandLine command, final String output, final String images,
		final String... arguments) throws IOException
	{
		for (final String file : files(output).keySet())
			Files.delete(folder.resolve(output).resolve(file));
		return say(command, output, images, arguments);
	}

	/** The same beside what is there. */
	private static String say(final CommandLine command, final String output, final String images,
		final String... arguments)
	{
		final StringWriter said = new StringWriter();
		command.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
		final int exitCode = command.execute(
			Stream
				.concat(Stream.of(folder.resolve(images).toString(), "--output",
					folder.resolve(output).toString()), Stream.of(arguments))
				.toArray(String[]::new));
		return exitCode + "\n" + said.toString().replaceAll("time: .*", "time");
	}

	/** All files of a folder of results. */
	private static Map<String, String> files(final String output) throws IOException {
		final Path root = folder.resolve(output);
		final Map<String, String> files = new TreeMap<>();
		if (!Files.exists(root)) return files;
		try (Stream<Path> all = Files.walk(root)) {
			for (final Path file : all.filter(Files::isRegularFile).collect(Collectors.toList()))
				files.put(root.relativize(file).toString(),
					new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
		}
		return files;
	}
}
