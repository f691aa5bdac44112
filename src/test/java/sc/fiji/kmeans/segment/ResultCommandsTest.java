package sc.fiji.kmeans.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.process.ImageProcessor;
import ij.process.LUT;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.model.SegmentationOptions;

/**
 * What ImageJ's commands make of a result is what they make of a deep copy of it, or
 * both are refused.
 */
class ResultCommandsTest {

	private static final SegmentationOptions OPTIONS = SegmentationOptions.defaults()
		.with(KMeansOptions.defaults().withAttempts(1));

	@TempDir
	Path folder;

	private static final String LABEL = "format=0 starting=0 interval=1 x=0 y=6 font=6 text=[] "
		+ "range=1-9";

	/** Of all slices; the first one draws an overlay on any virtual stack. */
	private static final String[][] STACK_COMMANDS = { { "Label...", LABEL },
		{ "Set Label...", "label=mine" }, { "Remove Slice Labels", "" }, { "Flatten", "stack" },
		{ "Grouped Z Project...", "projection=[Max Intensity] group=2" }, { "Stack to RGB", "" },
		{ "Translate...", "x=1 y=1 interpolation=None stack" }, { "Flip Z", "" },
		{ "Bin...", "x=2 y=2 z=1 bin=Average" },
		{ "Enhance Contrast...", "saturated=0.35 normalize process_all" }, { "Smooth", "stack" },
		{ "Subtract Background...", "rolling=5 stack" }, { "Median 3D...", "x=1 y=1 z=1" },
		{ "Macro...", "code=v=v+x stack" }, { "Fill", "stack" } };

	private static final String[] SLICE_COMMANDS = { "Draw", "Fill", "Clear" };

	/** What is segmented. */
	enum Source {

		RGB(() -> RandomImages.hyperstack(24, 1, 1, 1, 1)), //
		GREY_8(() -> RandomImages.hyperstack(8, 1, 1, 1, 2)), //
		GREY_16(() -> RandomImages.hyperstack(16, 1, 1, 1, 3)), //
		REAL_32(() -> RandomImages.hyperstack(32, 1, 1, 1, 4)), //
		COMPOSITE(() -> RandomImages.hyperstack(16, 3, 1, 1, 5)), //
		STACK(() -> RandomImages.hyperstack(8, 1, 4, 1, 6)), //
		FILM_OF_COMPOSITES(() -> RandomImages.hyperstack(8, 2, 1, 3, 7)), //
		VIRTUAL_RGB(() -> RandomImages.virtual(RandomImages.hyperstack(24, 1, 1, 3, 8))), //
		VIRTUAL_8(() -> RandomImages.virtual(RandomImages.hyperstack(8, 1, 4, 1, 9))), //
		VIRTUAL_16(() -> RandomImages.virtual(RandomImages.hyperstack(16, 1, 1, 3, 10))), //
		VIRTUAL_32(() -> RandomImages.virtual(RandomImages.hyperstack(32, 1, 3, 1, 11))), //
		VIRTUAL_COMPOSITE(() -> RandomImages.virtual(RandomImages.hyperstack(16, 2, 1, 3, 12)));

		private final Supplier<ImagePlus> image;

		Source(final Supplier<ImagePlus> image) {
			this.image = image;
		}

		boolean isVirtual() {
			return name().startsWith("VIRTUAL");
		}
	}

	/** What is made of it. */
	enum Result {

		SEGMENTED(Segmentation::segmented), //
		MASKED(Segmentation::maskedEach), //
		LABELS(Segmentation::labels);

		private final Function<Segmentation, ImagePlus> picture;

		Result(final Function<Segmentation, ImagePlus> picture) {
			this.picture = picture;
		}
	}

	/** What ImageJ does with it. */
	private static Map<String, Consumer<ImagePlus>> commands(final Path folder) {
		final Map<String, Consumer<ImagePlus>> commands = new LinkedHashMap<>();
		command(commands, "Crop", "", image -> image.setRoi(1, 2, 5, 4));
		command(commands, "Duplicate...", "title=copy duplicate");
		for (final String type : new String[] { "8-bit", "16-bit", "32-bit", "RGB Color", "RGB Stack",
			"HSB Stack", "HSB (32-bit)", "Lab Stack" })
			command(commands, type, "");
		command(commands, "8-bit Color", "number=16");
		command(commands, "Delete Slice", "delete=frame");
		command(commands, "Delete Slice", "delete=slice");
		command(commands, "Add Slice", "add=slice");
		command(commands, "Add Slice", "add=frame prepend");
		command(commands, "Reverse", "");
		command(commands, "Invert", "stack");
		command(commands, "Gaussian Blur...", "sigma=1 stack");
		command(commands, "Median...", "radius=1 stack");
		command(commands, "Find Edges", "stack");
		command(commands, "Add...", "value=7 stack");
		command(commands, "Clear", "stack", image -> image.setRoi(1, 1, 3, 3));
		command(commands, "Scale...",
			"x=2 y=2 z=1.0 width=18 height=14 interpolation=None process create title=scaled");
		command(commands, "Size...", "width=5 height=4 interpolation=None");
		command(commands, "Canvas Size...", "width=12 height=10 position=Center zero");
		command(commands, "Rotate 90 Degrees Right", "");
		command(commands, "Rotate... ", "angle=30 grid=1 interpolation=None stack");
		command(commands, "Flip Horizontally", "stack");
		command(commands, "Z Project...", "projection=[Max Intensity] all");
		command(commands, "Make Montage...", "columns=2 rows=2 scale=1");
		command(commands, "Reslice [/]...", "output=1.000 start=Top avoid");
		command(commands, "Split Channels", "");
		command(commands, "Make Substack...", "slices=2-3 frames=2-3 channels=1");
		command(commands, "Stack to Images", "");
		command(commands, "Hyperstack to Stack", "");
		command(commands, "Reduce...", "reduction=2");
		for (final String[] command : STACK_COMMANDS)
			command(commands, command[0], command[1]);
		for (final String command : SLICE_COMMANDS)
			commands.put(command + " in one slice, then scroll", image -> {
				image.setSlice(Math.min(2, image.getStackSize()));
				image.setRoi(1, 1, 4, 3);
				IJ.run(image, command, "slice");
				scroll(image);
			});
		commands.put("Label, then scroll", image -> {
			IJ.run(image, "Label...", LABEL);
			scroll(image);
		});
		commands.put("Save as ZIP and open", image -> {
			final String path = folder.resolve("saved.zip").toString();
			new File(path).delete();
			new FileSaver(image).saveAsZip(path);
			IJ.openImage(path).show();
		});
		commands.put("Threshold", image -> {
			IJ.setRawThreshold(image, 1, 100, "Red");
			IJ.run(image, "Convert to Mask", "method=Default background=Dark");
		});
		commands.put("Particles", image -> {
			IJ.setRawThreshold(image, 1, 100, "Red");
			IJ.run(image, "Analyze Particles...", "  show=Nothing display clear stack");
		});
		commands.put("Save and open", image -> {
			final String path = folder.resolve("saved.tif").toString();
			new File(path).delete();
			if (image.getStackSize() > 1) new FileSaver(image).saveAsTiffStack(path);
			else new FileSaver(image).saveAsTiff(path);
			IJ.openImage(path).show();
		});
		commands.put("Scroll and draw", image -> {
			for (int n = 1; n <= image.getStackSize(); n++) {
				image.setSlice(n);
				image.getProcessor().set(0, n);
			}
			image.setSlice(1);
		});
		commands.put("Write to all and scroll", image -> {
			for (int n = 1; n <= image.getStackSize(); n++)
				image.getStack().getProcessor(n).set(1, n);
			for (int n = image.getStackSize(); n >= 1; n--)
				image.setSlice(n);
		});
		return commands;
	}

	private static void scroll(final ImagePlus image) {
		for (int n = image.getStackSize(); n >= 1; n--)
			image.setSlice(n);
	}

	@SafeVarargs
	private static void command(final Map<String, Consumer<ImagePlus>> commands, final String name,
		final String options, final Consumer<ImagePlus>... before)
	{
		commands.put(name + " " + options, image -> {
			Arrays.stream(before).forEach(step -> step.accept(image));
			IJ.run(image, name, options);
		});
	}

	@BeforeEach
	void begin() {
		IJ.runMacro("");
		Interpreter.batchMode = true;
	}

	@AfterEach
	void end() {
		close();
		WindowManager.setTempCurrentImage(null);
		IJ.runMacro("setBatchMode(false);");
		Analyzer.setResultsTable(new ResultsTable());
	}

	private static void close() {
		final int[] open = WindowManager.getIDList();
		if (open != null) Arrays.stream(open).mapToObj(WindowManager::getImage).forEach(image -> {
			image.changes = false;
			image.close();
		});
	}

	/** Labels are of one type, whatever the source is. */
	static Stream<Object[]> pictures() {
		return Arrays.stream(Source.values())
			.flatMap(source -> Arrays.stream(Result.values())
				.filter(result -> result != Result.LABELS || source == Source.RGB || source == Source.STACK
					|| source == Source.VIRTUAL_COMPOSITE)
				.map(result -> new Object[] { source, result }));
	}

	@ParameterizedTest
	@MethodSource("pictures")
	void commandsDoWhatTheyDoToADeepCopy(final Source source, final Result result) {
		final List<String> different = new ArrayList<>();
		commands(folder).forEach((name, command) -> {
			final ImagePlus image = picture(source, result);
			final ImagePlus copy = deepCopy(image);
			assertEquals(state(copy), state(image), name + ": before");
			final String expected = outcome(copy, command);
			final String actual = outcome(image, command);
			if (!actual.equals(expected) && !(source.isVirtual()
				&& isAsAnyVirtual(actual, outcome(virtualCopy(source, result), command))))
				different.add(name + "\n" + difference(expected, actual));
		});
		assertEquals("", String.join("\n", different));
	}

	/** Some commands do otherwise with a virtual stack, and some refuse it. */
	private static boolean isAsAnyVirtual(final String actual, final String virtual) {
		return pixels(actual).equals(pixels(virtual)) || isRefused(actual) && isRefused(virtual);
	}

	/** How a slice is shown ImageJ does not know of those that it reads from files. */
	private static String pixels(final String outcome) {
		return outcome.replaceAll("(?m)^.*?\\dx\\d\\S* ", "")
			.replaceAll("(?m)^-?\\d+ [0-9.]+ [0-9.]+\\n", "")
			.replaceAll("bd=.*", "");
	}

	private static String difference(final String expected, final String actual) {
		final String[] a = expected.split("\n");
		final String[] b = actual.split("\n");
		final int i = IntStream.range(0, Math.min(a.length, b.length))
			.filter(n -> !a[n].equals(b[n]))
			.findFirst()
			.orElse(Math.min(a.length, b.length) - 1);
		return "  copy: " + a[i] + "\n  ours: " + b[i];
	}

	private static ImagePlus picture(final Source source, final Result result) {
		return result.picture.apply(Segmentation.of(source.image.get(), OPTIONS));
	}

	@ParameterizedTest
	@EnumSource(Source.class)
	void resultsAreVirtualWhereTheSourceIs(final Source source) {
		for (final Result result : Result.values())
			assertEquals(source.isVirtual(), picture(source, result).getStack().isVirtual(),
				result.name());
	}

	private static ImagePlus deepCopy(final ImagePlus image) {
		final ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
		for (int n = 1; n <= image.getStackSize(); n++)
			stack.addSlice(image.getStack().getSliceLabel(n),
				image.getStack().getProcessor(n).duplicate());
		final ImagePlus copy = new ImagePlus(image.getTitle(), stack);
		copy.setDimensions(image.getNChannels(), image.getNSlices(), image.getNFrames());
		copy.setOpenAsHyperStack(image.isHyperStack());
		copy.setCalibration(image.getCalibration().copy());
		copy.setProperties(image.getPropertiesAsArray());
		if (!image.isComposite()) {
			if (image.getBitDepth() != 24)
				copy.setDisplayRange(image.getDisplayRangeMin(), image.getDisplayRangeMax());
			return copy;
		}
		final CompositeImage composite = new CompositeImage(copy, ((CompositeImage) image).getMode());
		composite.setLuts(image.getLuts());
		return composite;
	}

	/** As ImageJ itself opens it from a file. */
	private ImagePlus virtualCopy(final Source source, final Result result) {
		final String path = folder.resolve("virtual.tif").toString();
		new FileSaver(deepCopy(picture(source, result))).saveAsTiffStack(path);
		final ImagePlus copy = IJ.openVirtual(path);
		copy.setTitle(picture(source, result).getTitle());
		return copy;
	}

	/** All images at the end, the rows of the table, and what ImageJ said. */
	private static String outcome(final ImagePlus image, final Consumer<ImagePlus> command) {
		close();
		Analyzer.setResultsTable(new ResultsTable());
		final ByteArrayOutputStream said = new ByteArrayOutputStream();
		final PrintStream out = System.out;
		final PrintStream err = System.err;
		System.setOut(new PrintStream(said, true));
		System.setErr(System.out);
		final StringBuilder thrown = new StringBuilder();
		try {
			image.show();
			run(() -> command.accept(image), thrown);
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
		return thrown + said.toString().replaceAll("\\(-\\d+\\)", "").replaceAll("(?m)^\tat .*\n", "")
			+ states(image) + table();
	}

	/** In a thread of its own, for ImageJ leaves options and images to it. */
	private static void run(final Runnable command, final StringBuilder thrown) {
		final Thread thread = new Thread(() -> {
			try {
				command.run();
			}
			catch (final RuntimeException e) {
				thrown.append("thrown: ").append(e);
			}
			WindowManager.setTempCurrentImage(null);
		});
		thread.start();
		try {
			thread.join();
		}
		catch (final InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	private static boolean isRefused(final String outcome) {
		return !outcome.startsWith("image") && !outcome.trim().isEmpty();
	}

	private static String states(final ImagePlus image) {
		final int[] open = WindowManager.getIDList();
		return Stream
			.concat(Stream.of(image),
				Arrays.stream(open == null ? new int[0] : open)
					.mapToObj(WindowManager::getImage)
					.filter(other -> other != image))
			.filter(one -> one.getProcessor() != null)
			.map(ResultCommandsTest::state)
			.collect(Collectors.joining());
	}

	private static String table() {
		final ResultsTable table = Analyzer.getResultsTable();
		return IntStream.range(0, table.size())
			.mapToObj(table::getRowAsString)
			.collect(Collectors.joining("\n"));
	}

	private static String state(final ImagePlus image) {
		final StringBuilder state = new StringBuilder(
			"image " + image.getTitle() + Arrays.toString(image.getDimensions()) + image.getBitDepth()
				+ image.isHyperStack() + image.isComposite() + image.getCalibration()
				+ image.getDisplayRangeMin() + " " + image.getDisplayRangeMax() + "\n");
		if (image.isComposite()) for (final LUT lut : image.getLuts())
			state.append(Arrays.hashCode(lut.getBytes()))
				.append(' ')
				.append(lut.min)
				.append(' ')
				.append(lut.max)
				.append('\n');
		final Roi roi = image.getRoi();
		state.append(roi == null ? "" : roi.toString());
		if (image.getOverlay() != null) for (final Roi drawn : image.getOverlay())
			state.append("overlay ")
				.append(drawn.getClass().getSimpleName())
				.append(drawn.getBounds())
				.append(drawn.getPosition())
				.append(drawn.hasHyperStackPosition())
				.append('\n');
		for (int n = 1; n <= image.getStackSize(); n++)
			state.append(image.getStackSize() == 1 ? "" : image.getStack().getSliceLabel(n))
				.append(
					plane(image.getStackSize() == 1 ? image.getProcessor() : image.getStack().getProcessor(n),
						image.isComposite()))
				.append('\n');
		return state.toString();
	}

	private static String plane(final ImageProcessor plane, final boolean isComposite) {
		final String shown = isComposite || plane.getBitDepth() == 24
			? ""
			: plane.getMin() + ".." + plane.getMax() + Arrays.hashCode(plane.getLut().getBytes());
		return plane.getWidth() + "x" + plane.getHeight() + shown + " "
			+ IntStream.range(0, plane.getPixelCount())
				.mapToObj(i -> plane.getBitDepth() == 32
					? String.valueOf(plane.getf(i))
					: Integer.toHexString(plane.getBitDepth() == 24 ? plane.get(i) & 0xffffff : plane.get(i)))
				.collect(Collectors.joining(" "));
	}

	/** Those of ImageJ's own virtual stacks are lost there. */
	@ParameterizedTest
	@EnumSource(value = Source.class, names = "VIRTUAL.*", mode = EnumSource.Mode.MATCH_ALL)
	void sliceLabelsAreInZipFiles(final Source source) {
		final ImagePlus image = picture(source, Result.SEGMENTED);
		image.getStack().setSliceLabel("mine", 2);
		final String path = folder.resolve("saved.zip").toString();
		new FileSaver(image).saveAsZip(path);
		final ImageStack opened = IJ.openImage(path).getStack();
		for (int n = 1; n <= opened.getSize(); n++)
			assertEquals(image.getStack().getSliceLabel(n), opened.getSliceLabel(n));
		assertEquals("mine", opened.getSliceLabel(2));
	}

	/** The first one of the kind that was wrong: all slices became slice 1. */
	@ParameterizedTest
	@EnumSource(value = Source.class, names = { "RGB", "VIRTUAL_RGB" })
	void conversionKeepsSlicesApart(final Source source) {
		final ImagePlus masked = picture(source, Result.MASKED);
		final double[] before = means(masked);
		IJ.run(masked, "8-bit", "");
		assertEquals(Arrays.stream(before).distinct().count(),
			Arrays.stream(means(masked)).distinct().count());
		assertFalse(masked.getStack().isVirtual());
	}

	private static double[] means(final ImagePlus image) {
		return IntStream.rangeClosed(1, image.getStackSize())
			.mapToDouble(n -> image.getStack().getProcessor(n).convertToByteProcessor().getStats().mean)
			.toArray();
	}
}
