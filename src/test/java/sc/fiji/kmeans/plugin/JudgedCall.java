package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.kmeans.image.TestImages;

/** A call of the command with random options, and whether what it did is right. */
final class JudgedCall {

	private final ImagePlus image;
	private final RandomOptions options;
	private final Path saved;
	/** With 0 the call is repeated, with 1 its clusters are applied, with 2 they are matched. */
	private final int turn;
	/** What must not change. */
	private final String before;

	JudgedCall(final ImagePlus image, final RandomOptions options, final Path saved, final int turn) {
		this.turn = turn;
		this.image = image;
		this.options = options;
		this.saved = saved;
		before = state(image);
	}

	/** @return whether it was accepted */
	boolean judge() {
		clear();
		final MacroRun run = run();
		assertEquals(before, state(image), "the source");
		assertFalse(image.isLocked(), "locked");
		assertFalse(run.said().contains("\tat "), run.said());
		if (run.finished()) judgeResults(run);
		else assertEquals(1, run.messages().size(), run.said());
		return run.finished();
	}

	private MacroRun run() {
		return run("");
	}

	/** @param more options */
	private MacroRun run(final String more) {
		final String all = options + more + " labels save=" + MacroRun.path(saved);
		return MacroRun.of(image, all.replace("\\", "\\\\").replace("\"", "\\\""));
	}

	private void clear() {
		Tables.clear();
		Analyzer.setResultsTable(new ResultsTable());
		try {
			Files.deleteIfExists(saved);
		}
		catch (final IOException e) {
			throw new IllegalStateException(e);
		}
	}

	private void judgeResults(final MacroRun run) {
		assertTrue(run.messages().isEmpty(), run.said());
		final ImagePlus labels = result(run, "-labels");
		final ImagePlus segmented = result(run, "-segmented");
		assertEquals(image.getWidth(), labels.getWidth());
		assertEquals(image.getHeight(), labels.getHeight());
		assertEquals(image.getCalibration().pixelWidth, labels.getCalibration().pixelWidth, 0);
		final boolean areAll = options.has("apply_to=image");
		final boolean[] selected = TestImages.selected(area(), image.getWidth(), image.getHeight());
		for (int frame = 1; frame <= labels.getStackSize(); frame++) {
			final ImageProcessor plane = labels.getStack().getProcessor(frame);
			for (int i = 0; i < plane.getPixelCount(); i++)
				assertTrue(plane.get(i) == 0 || areAll || selected[i], "label outside the selection");
		}
		judgeMeasured(run, labels, segmented);
		judgeColours(labels, segmented);
		new JudgedCentres(image, options, saved).judge(labels, segmented);
		if (turn == 0) judgeAgain(run, labels);
		if (turn == 1) judgeApplied(labels);
		if (turn == 2 && !options.says("match")) judgeMatched(labels);
	}

	private Roi area() {
		final Roi roi = image.getRoi();
		return roi == null || !roi.isArea() ? null : roi;
	}

	private static ImagePlus result(final MacroRun run, final String kind) {
		final List<String> titles = run.titles()
			.subList(1, run.titles().size())
			.stream()
			.filter(title -> title.matches("(?s).*" + kind + "(-\\d+)?"))
			.collect(Collectors.toList());
		assertTrue(titles.size() > 0, "no " + kind + " among " + run.titles());
		return run.image(titles.get(0));
	}

	private void judgeMeasured(final MacroRun run, final ImagePlus labels,
		final ImagePlus segmented)
	{
		final JudgedTable judged = new JudgedTable(image, labels);
		final ResultsTable table = Analyzer.getResultsTable();
		final boolean isWhole = !options.has("frames=current") && !options.says("channels");
		if (options.isOn("measure")) {
			judged.judge(table, isWhole);
			judged.judgeColours(table, segmented);
		}
		if (isWhole && (options.isOn("overlay") || options.isOn("rois")))
			judged.judgeSelections(Arrays.asList(image.getOverlay().toArray()));
		final int together = image.getNFrames() > 1 ? image.getNSlices() : 1;
		if (isWhole && options.isOn("plot") && labels.getStackSize() > together)
			judged.judgePlot((Plot) result(run, "-areas").getProperty(Plot.PROPERTY_KEY), together);
	}

	/** Pixels of a label are alike; those without one stay as they are. */
	private void judgeColours(final ImagePlus labels, final ImagePlus segmented) {
		final int frames = labels.getStackSize();
		if (segmented.getStackSize() != frames) return;
		for (int n = 1; n <= frames; n++) {
			final ImageProcessor plane = labels.getStack().getProcessor(n);
			final ImageProcessor painted = segmented.getStack().getProcessor(n);
			final float[] colours = new float[70000];
			Arrays.fill(colours, Float.NaN);
			for (int i = 0; i < plane.getPixelCount(); i++) {
				final int label = plane.get(i);
				if (label == 0) continue;
				if (Float.isNaN(colours[label])) colours[label] = number(painted, i);
				assertEquals(colours[label], number(painted, i), "colour of label " + label);
			}
		}
	}

	private static float number(final ImageProcessor plane, final int i) {
		return plane instanceof ColorProcessor ? plane.get(i) & 0xffffff : plane.getf(i);
	}

	/** The same call gives the same. */
	private void judgeAgain(final MacroRun first, final ImagePlus labels) {
		clear();
		final MacroRun again = run();
		assertEquals(first.titles(), again.titles());
		for (final String title : first.titles())
			assertEquals(pixels(first.image(title)), pixels(again.image(title)), title);
		assertEquals(pixels(labels), pixels(result(again, "-labels")));
	}

	/** What was saved gives the same labels. */
	private void judgeApplied(final ImagePlus labels) {
		if (options.has("frames=current")) return;
		final MacroRun applied = MacroRun.ofStatement(image,
			"run(\"" + MacroRun.APPLY + "\", \"masked=none labels from=" + MacroRun.path(saved) + "\");");
		assertTrue(applied.finished(), applied.said());
		assertEquals(pixels(labels), pixels(result(applied, "-labels")), "applied");
	}

	/**
	 * Clusters that are numbered after themselves keep their numbers. Those of several frames
	 * have but one set of numbers, in which a frame may find others.
	 */
	private void judgeMatched(final ImagePlus labels) {
		final MacroRun matched = run(" match=" + MacroRun.path(saved));
		assertTrue(matched.finished(), matched.said());
		assertEquals(before, state(image), "the source");
		if (labels.getStackSize() == 1)
			assertEquals(pixels(labels), pixels(result(matched, "-labels")), "matched");
	}

	/** ImageJ makes the table of a calibration when somebody asks for it. */
	static String state(final ImagePlus image) {
		image.getCalibration().getCTable();
		return image.getTitle() + image.getRoi() + image.getCalibration() + image.getCurrentSlice()
			+ image.changes + pixels(image);
	}

	static String pixels(final ImagePlus image) {
		return IntStream.rangeClosed(1, image.getStackSize())
			.mapToObj(n -> image.getStack().getProcessor(n))
			.map(JudgedCall::text)
			.collect(Collectors.joining("\n"));
	}

	private static String text(final ImageProcessor plane) {
		final Object pixels = plane.getPixels();
		return plane.getWidth() + " x " + plane.getHeight() + " x " + plane.getBitDepth() + ": "
			+ (pixels instanceof byte[]
				? Arrays.hashCode((byte[]) pixels)
				: pixels instanceof short[]
					? Arrays.hashCode((short[]) pixels)
					: plane instanceof FloatProcessor
						? Arrays.hashCode((float[]) pixels)
						: Arrays.hashCode((int[]) pixels));
	}
}
