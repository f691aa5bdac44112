package sc.fiji.kmeans.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.files.list.FoundImage;
import sc.fiji.kmeans.files.list.InputFiles;
import sc.fiji.kmeans.files.list.PlannedImage;

/** A large image that many segment in parts has the results that one makes of it, byte for byte. */
class LargeJobTest {

	private static final int WIDTH = 4096;
	private static final int HEIGHT = 4099;

	@TempDir
	private Path folder;
	private final Map<String, String> texts = new HashMap<>();

	/** Areas of a few values, and noise at the left. */
	private static ByteProcessor pixels(final int seed) {
		final ByteProcessor pixels = new ByteProcessor(WIDTH, HEIGHT);
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				pixels.set(x, y, (x / 700 + y / (900 + seed)) % 5 * 50
					+ (x < 300 && y % 1024 < 300 ? x * y * seed % 40 : 0));
		return pixels;
	}

	private Path write(final String name, final ImagePlus image) throws IOException {
		final Path file = folder.resolve(name);
		new FileSaver(image).saveAsTiff(file.toString());
		return file;
	}

	@Test
	void partsAreCountedDrawnAndJoined() throws IOException {
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		stack.addSlice(pixels(1));
		stack.addSlice(pixels(2));
		final ImagePlus image = new ImagePlus("", stack);
		image.setDimensions(2, 1, 1);
		final Path large = write("large.tif", image);
		final Path small = write("small.tif", new ImagePlus("", new ByteProcessor(5, 6)));
		texts.put("measure", "true");
		texts.put("legend", "true");
		texts.put("masked", "none");
		texts.put("attempts", "1");
		final Machines machines = new Machines(2);
		assertSame(machines, large, small);
		// 2 parts, counted and drawn, the whole measured, and the small one.
		assertEquals(6, machines.done);
	}

	private void assertSame(final Machines machines, final Path... images) throws IOException {
		final List<String> expected = run("one", new Threads(1), images);
		assertEquals(expected, run("many", machines, images));
		final Map<String, byte[]> one = files("one");
		final Map<String, byte[]> many = files("many");
		assertEquals(one.keySet(), many.keySet());
		one.forEach((name, bytes) -> assertArrayEquals(bytes, many.get(name), name));
		assertTrue(one.size() >= 4 * images.length);
	}

	/** What is said of the images, but for times. */
	private List<String> run(final String output, final Workers workers, final Path... images)
		throws IOException
	{
		final Path out = Files.createDirectories(folder.resolve(output));
		final Segmenter segmenter = Segmenter.learning(null, texts::get);
		final JobSettings settings = JobSettings.of(out, segmenter, Collections.emptyMap());
		settings.write(new InputFiles(Collections.emptyList(), Collections.emptyList()));
		final List<PlannedImage> planned = new ArrayList<>();
		for (final Path image : images)
			planned.add(new PlannedImage(planned.size() + 1, FoundImage.of(image), out,
				image.getFileName() + "-", ""));
		final List<String> said = new ArrayList<>();
		ImageJob.of(segmenter, settings)
			.each(planned, workers, outcome -> said.add(outcome.failure().orElse(outcome.report())));
		return said.stream()
			.map(report -> Arrays.stream(report.split("\\R"))
				.filter(line -> !line.startsWith("time"))
				.collect(Collectors.joining("\n")))
			.collect(Collectors.toList());
	}

	/** Also hidden ones, such as parts that nobody deleted. */
	private Map<String, byte[]> files(final String output) throws IOException {
		final Map<String, byte[]> files = new TreeMap<>();
		try (Stream<Path> all = Files.list(folder.resolve(output))) {
			for (final Path file : all.collect(Collectors.toList()))
				files.put(file.getFileName().toString(), Files.readAllBytes(file));
		}
		return files;
	}
}
