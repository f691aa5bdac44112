package sc.fiji.kmeans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ColorProcessor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.cli.Main;
import sc.fiji.kmeans.files.Threads;
import sc.fiji.kmeans.plugin.MacroRun;

/**
 * The ways of a pixel to its label that the page lists are those of the running program, with all
 * that calls back: taken of its threads while it works.
 */
class WayOfAPixelTest {

	/** How often it runs at most: the moment of labelling may be missed. */
	private static final int RUNS = 60;
	/** What a thread with work of another one is called. */
	private static final String BACKGROUND = "K-Means";

	private static ImagePlus image() {
		final ColorProcessor pixels = new ColorProcessor(1000, 1000);
		final Random random = new Random(1);
		for (int i = 0; i < pixels.getPixelCount(); i++)
			pixels.set(i, 0xff000000 | random.nextInt(1 << 10) << 8);
		return new ImagePlus("noise", pixels);
	}

	@Test
	void fromThePlugin() throws IOException {
		final ImagePlus image = image();
		assertWay(types(0), () -> MacroRun.of(image, "masked=none attempts=1"));
	}

	@Test
	void fromTheCommandLine(@TempDir final Path folder) throws IOException {
		final String file = folder.resolve("noise.png").toString();
		IJ.saveAs(image(), "png", file);
		assertWay(types(1), () -> Main.commandLine(Threads::new)
			.execute("--masked", "none", "--attempts", "1", "--threads", "1", file));
	}

	/** Of a walk on the page. */
	private static List<String> types(final int walk) throws IOException {
		return Walks.ofPage().get(walk).stream().map(Walks::type).collect(Collectors.toList());
	}

	private static void assertWay(final List<String> expected, final Runnable run) {
		final Set<List<String>> ways = new HashSet<>();
		for (int i = 0; i < RUNS && ways.isEmpty(); i++) {
			final Thread runner = new Thread(run);
			runner.start();
			while (runner.isAlive())
				way(runner, expected.get(0)).ifPresent(ways::add);
		}
		assertFalse(ways.isEmpty(), "nobody was seen labelling");
		ways.forEach(way -> assertEquals(expected, way));
	}

	/** The types from the first one to that which labels, if it does just now. */
	private static Optional<List<String>> way(final Thread runner, final String first) {
		final Map<Thread, StackTraceElement[]> all = Thread.getAllStackTraces();
		final List<String> way = types(all.getOrDefault(runner, new StackTraceElement[0]));
		all.forEach((thread, calls) -> {
			if (thread.getName().equals(BACKGROUND)) way.addAll(types(calls));
		});
		final int begin = way.indexOf(first);
		final int end = way.size() - 1;
		return begin >= 0 && way.get(end).equals("PixelLabeler") && way.get(end - 1).equals("Labelling")
			? Optional.of(way.subList(begin, end + 1))
			: Optional.empty();
	}

	/** Of the project, from the outermost call in; nested ones are part of theirs. */
	private static List<String> types(final StackTraceElement... calls) {
		final List<String> types = new ArrayList<>();
		Arrays.stream(calls)
			.map(StackTraceElement::getClassName)
			// Java's own classes for references to methods have frames, too.
			.filter(name -> name.startsWith("sc.fiji.kmeans.") && !name.contains("$$Lambda"))
			.map(name -> name.replaceAll(".*\\.|\\$.*", ""))
			.filter(type -> types.isEmpty() || !types.get(types.size() - 1).equals(type))
			.forEach(types::add);
		Collections.reverse(types);
		return types;
	}
}
