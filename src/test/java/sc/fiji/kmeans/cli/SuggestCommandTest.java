package sc.fiji.kmeans.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ColorProcessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.segment.Suggestion;

/** Suggested numbers and iterations on the command line. */
class SuggestCommandTest {

	@TempDir
	private Path folder;

	private Path stripes(final String name, final int... colours) {
		final ColorProcessor plane = new ColorProcessor(40, 30);
		for (int i = 0; i < 1200; i++)
			plane.set(i, colours[i % colours.length] + i / 40 % 5 * 0x10101);
		final Path file = folder.resolve(name);
		IJ.save(new ImagePlus(name, plane), file.toString());
		return file;
	}

	private CommandLineRun run(final Path file, final Object... more) {
		final Object[] all = Arrays.copyOf(new Object[] { file, "--output", folder.resolve("out") },
			3 + more.length);
		System.arraycopy(more, 0, all, 3, more.length);
		return CommandLineRun.of(all);
	}

	@Test
	void eachFileGetsItsNumber() {
		final Path two = stripes("two.png", 0x203040, 0xd0c0b0);
		final Path three = stripes("three.png", 0x203040, 0xd0c0b0, 0x2040e0);
		final CommandLineRun run = CommandLineRun.of(two, three, "--output", folder.resolve("out"),
			"--clusters", "suggest");
		assertEquals(Collections.emptyList(), run.err);
		assertEquals(Arrays.asList("2", "3"), run.values("clusters"));
		assertEquals(
			Suggestion.of(IJ.openImage(two.toString()), SegmentationOptions.defaults()).toString(),
			run.values("suggestion").get(0));
	}

	@Test
	void allFilesTogetherGetOneNumber() {
		final Path three = stripes("three.png", 0x203040, 0xd0c0b0, 0x2040e0);
		final CommandLineRun run = CommandLineRun.of(three, stripes("two.png", 0x203040, 0xd0c0b0),
			"--output", folder.resolve("out"), "--clusters", "suggest", "--frames", "together");
		assertEquals(Arrays.asList("3 clusters suggested (clear: this number stands out)"),
			run.values("suggestion"));
	}

	@Test
	void theNumberAloneGivesTheSameFiles() throws IOException {
		final Path file = stripes("three.png", 0x203040, 0xd0c0b0, 0x2040e0);
		run(file, "--clusters", "suggest", "--save", folder.resolve("a.csv"));
		final byte[] labels = Files.readAllBytes(folder.resolve("out/three-labels.png"));
		final List<String> clusters = Files.readAllLines(folder.resolve("a.csv"));
		final CommandLineRun again = run(file, "--clusters", 3, "--save", folder.resolve("b.csv"));
		assertEquals(Collections.emptyList(), again.values("suggestion"));
		assertTrue(Arrays.equals(labels, Files.readAllBytes(folder.resolve("out/three-labels.png"))));
		assertEquals(clusters.toString().replace(" suggested=clear", ""),
			Files.readAllLines(folder.resolve("b.csv")).toString());
		assertTrue(clusters.toString().contains("options=clusters=3 "), clusters.toString());
		assertTrue(clusters.toString().contains(" suggested=clear"), clusters.toString());
	}

	@Test
	void iterationsAreWrittenWhereTheyAreAskedFor() throws IOException {
		final Path file = stripes("three.png", 0x203040, 0xd0c0b0, 0x2040e0);
		run(file);
		assertFalse(Files.exists(folder.resolve("out/three-trace.csv")));
		final CommandLineRun run = run(file, "--trace", "--initialization", "random");
		assertEquals(0, run.exitCode);
		final List<String> table = Files.readAllLines(folder.resolve("out/three-trace.csv"));
		assertEquals("Image,Iteration,Compactness", table.get(0));
		final ImagePlus pictures = IJ.openImage(folder.resolve("out/three-trace.tif").toString());
		assertEquals(table.size() - 1, pictures.getStackSize());
		assertTrue(pictures.getStack().getSliceLabel(2).startsWith("iteration 1, compactness "));
		assertTrue(table.get(2).startsWith("three.png,1,"), table.get(2));
	}

	@Test
	void clustersThatAreAppliedTakeNeither() {
		final Path file = stripes("two.png", 0x203040, 0xd0c0b0);
		run(file, "--save", folder.resolve("a.csv"));
		final CommandLineRun run = run(file, "--apply", folder.resolve("a.csv"), "--trace");
		assertEquals(2, run.exitCode);
		assertTrue(run.err.get(0).contains("takes no --trace"), run.err.toString());
	}
}
