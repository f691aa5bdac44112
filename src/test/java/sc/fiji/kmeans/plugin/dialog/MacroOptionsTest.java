package sc.fiji.kmeans.plugin.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.kmeans.plugin.Pictures.assertSame;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import java.awt.Color;
import java.awt.Rectangle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.Progress;
import sc.fiji.kmeans.colour.ColorSpace;
import sc.fiji.kmeans.image.IgnoredValues;
import sc.fiji.kmeans.image.RandomImages;
import sc.fiji.kmeans.image.Titles;
import sc.fiji.kmeans.model.Background;
import sc.fiji.kmeans.model.FrameMode;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.plugin.MacroRun;
import sc.fiji.kmeans.plugin.Pictures;
import sc.fiji.kmeans.segment.Palette;
import sc.fiji.kmeans.segment.Segmentation;
import sc.fiji.kmeans.vector.Transform;

/** Every option of the macro commands, without a display. */
@Timeout(60)
public class MacroOptionsTest {

	private static final SegmentationOptions DEFAULTS = SegmentationOptions.defaults();

	@TempDir
	private Path folder;

	static Stream<Case> cases() {
		final ImagePlus part = Pictures.rgb(40, 30);
		part.setRoi(new Roi(5, 7, 20, 10));
		final ImagePlus frames = Pictures.frames(20, 10, 4);
		frames.setSlice(3);
		return Stream.of( //
			new Case(frames, "frames=each", o -> o), //
			new Case(frames, "frames=together", o -> o.with(FrameMode.TOGETHER)), //
			new Case(frames, "frames=current", o -> o.with(FrameMode.CURRENT)), //
			new Case(frames, "frames=apply", o -> o.with(FrameMode.APPLY)), //
			new Case(part, "color_space=Lab", o -> o.with(ColorSpace.LAB)), //
			new Case(part, "color_space=a*b*", o -> o.with(ColorSpace.AB)), //
			new Case(part, "color_space=HSB", o -> o.with(ColorSpace.HSB)), //
			new Case(composite(), "", o -> o), //
			new Case(composite(), "scale", o -> o.withScaled(true)), //
			new Case(composite(), "transform=log", o -> o.with(Transform.LOG)), //
			new Case(Pictures.grey16(30, 20), "transform=sqrt", o -> o.with(Transform.SQRT)), //
			new Case(float32(), "transform=log scale", o -> o.with(Transform.LOG).withScaled(true)), //
			new Case(composite(), "channels=3,1", o -> o.withChannels("1,3")), //
			new Case(composite(), "channels=2", o -> o.withChannels("2")), //
			new Case(bands(), "", o -> o), //
			new Case(bands(), "channels=1,3-5,9-12 scale",
				o -> o.withChannels("1,3-5,9-12").withScaled(true)), //
			new Case(float32(), "clusters=4", o -> o.with(o.kMeans().withClusters(4))), //
			new Case(part, "apply_to=image", o -> o.withAppliedToAll(true)), //
			new Case(part, "ignore=black+40", o -> o.with(IgnoredValues.of("black+40"))), //
			new Case(part, "min_size=9", o -> o.withMinSize(9)), //
			new Case(part, "merge=1+3", o -> o.withMerge("1+3")));
	}

	public static ImagePlus composite() {
		final Random random = new Random(1);
		final ImageStack stack = new ImageStack(20, 10);
		for (int c = 1; c <= 3; c++) {
			final ImageProcessor channel = new ByteProcessor(20, 10);
			for (int i = 0; i < 200; i++)
				channel.set(i, random.nextInt(80 * c));
			stack.addSlice(channel);
		}
		final ImagePlus image = new ImagePlus("composite", stack);
		image.setDimensions(3, 1, 1);
		return new CompositeImage(image, CompositeImage.COMPOSITE);
	}

	/** More than ImageJ lays over each other. */
	private static ImagePlus bands() {
		return RandomImages.hyperstack(16, 12, 1, 2, 1);
	}

	private static ImagePlus float32() {
		return new ImagePlus("float32", Pictures.grey16(20, 10).getProcessor().convertToFloat());
	}

	@ParameterizedTest
	@MethodSource("cases")
	void optionsMeanWhatTheySay(final Case one) {
		final Segmentation expected = Segmentation.of(one.image, one.meaning.apply(DEFAULTS),
			Progress.NONE);
		final MacroRun run = MacroRun.of(one.image, "masked=1 labels " + one.options);
		final String title = Titles.withoutEnding(one.image.getTitle());
		assertSame(expected.segmented(), run.image(title + "-segmented"));
		assertSame(expected.masked(1), run.image(title + "-masked"));
		assertSame(expected.labels(), run.image(title + "-labels"));
		assertEquals(4, run.titles().size(), run.titles().toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "white", "transparent" })
	void removedPixelsBecomeTheBackground(final String name) {
		final ImagePlus image = Pictures.rgb(20, 10);
		final Segmentation expected = Segmentation.of(image, DEFAULTS, Progress.NONE);
		final MacroRun run = MacroRun.of(image, "masked=2 kept=1,3 background=" + name);
		final Background background = Background.of(name);
		assertSame(expected.masked(background, 2), run.image("rgb-masked"));
		assertSame(expected.kept(background, 1, 3), run.image("rgb-kept"));
	}

	@Test
	void maskedSelectionRemovesTheClusterUnderThePoint() {
		// The dark one is cluster 1.
		final ImagePlus image = Pictures.row(0xffff80, 0x000010, 0x800000);
		image.setRoi(new PointRoi(2, 0));
		final ImagePlus masked = MacroRun.of(image, "masked=selection").image("row-masked");
		assertEquals(0, masked.getProcessor().get(2, 0) & 0xffffff);
		assertEquals(0xffff80, masked.getProcessor().get(0, 0) & 0xffffff);
	}

	@Test
	void numbersBeyondThoseOfMergedClustersAreRefused() {
		final MacroRun run = MacroRun.of(Pictures.rgb(20, 10), "merge=1+3 masked=3");
		assertTrue(run.messages().get(0).startsWith("masked = 3: takes "), run.said());
	}

	@Test
	void aMacroReadsTheMeasurements() {
		final ImagePlus image = Pictures.row(9, 9, 0xffffff, 9);
		image.getCalibration().pixelWidth = 0.5;
		final MacroRun run = after(image, "clusters=2 measure",
			"print(nResults, getResult('Pixels', 0), getResult('Area (pixels²)', 0), "
				+ "getResultString('Hex', 1));",
			"run('Clear Results'); ");
		assertEquals("2 3 1.5 #ffffff", run.said().trim());
	}

	@Test
	void withoutMeasureTheResultsStayAsTheyAre() {
		final MacroRun run = after(Pictures.row(1, 2), "clusters=2", "print(nResults);",
			"run('Clear Results'); setResult('x', 0, 1);");
		assertEquals("1", run.said().trim());
	}

	/** There is no ROI Manager without a display. */
	@Test
	void selectionsAreAnOverlayWithNamesAndColours() {
		final Roi[] rois = after(Pictures.row(9, 9, 0xffffff, 9), "clusters=2 rois", "").image("row")
			.getOverlay()
			.toArray();
		assertEquals(2, rois.length);
		assertEquals("row cluster 2", rois[1].getName());
		assertEquals(new Color(Palette.colour(2)), rois[1].getStrokeColor());
		assertEquals(new Rectangle(2, 0, 1, 1), rois[1].getBounds());
	}

	@Test
	void selectionsOfFramesTellTheFrame() {
		final Roi third = after(Pictures.frames(9, 9, 2), "clusters=2 rois", "").image("frames")
			.getOverlay()
			.get(2);
		assertEquals("frames frame 2 cluster 1", third.getName());
		assertEquals(2, third.getPosition());
	}

	@Test
	void anOverlayIsOnTheOriginal() {
		final MacroRun run = MacroRun.of(Pictures.frames(20, 10, 3), "overlay");
		assertEquals(9, run.image("frames").getOverlay().size());
	}

	@Test
	void aPlotOfAStackShowsAreas() {
		final MacroRun run = MacroRun.of(Pictures.frames(20, 10, 3), "masked=none plot");
		assertEquals(Arrays.asList("frames", "frames-segmented", "frames-areas"), run.titles());
		assertFalse(MacroRun.of(Pictures.rgb(20, 10), "plot").titles().contains("rgb-areas"));
	}

	/** Without the ending of the file, and unique, as those of all results. */
	@Test
	void aPlotHasATitleOfItsOwn() {
		final ImagePlus film = Pictures.frames(20, 10, 3);
		film.setTitle("film.tif");
		final String plot = "run('" + MacroRun.COMMAND + "', 'masked=none plot');";
		assertEquals(
			Arrays.asList("film.tif", "film-segmented", "film-areas", "film-segmented-1", "film-areas-1"),
			MacroRun.ofStatement(film, plot + "selectImage('film.tif');" + plot).titles());
	}

	@Test
	void methodsAreASentenceInTheLog() {
		final MacroRun run = MacroRun.of(Pictures.rgb(20, 10),
			"methods masked=none color_space=Lab labels");
		assertTrue(run.said()
			.trim()
			.matches(
				"The image \"rgb\" was segmented by k-means clustering \\(k = 3, CIE L\\*a\\*b\\*, 10 attempts, "
					+ "random seed 1\\) with K-Means Segmentation \\(development\\) "
					+ "\\(clusters=3 epsilon=0.2 iterations=100 attempts=10 "
					+ "initialization=k-means\\+\\+ random_seed=1 masked=none color_space=Lab\\), "
					+ "compactness \\d\\.\\d{9}e\\+\\d\\d \\(\\d+ of 10 attempts agree\\)\\."),
			run.said());
	}

	/** Before any pixel is read. */
	@Test
	void aFolderThatIsMissingIsRefusedAtOnce() {
		final ImagePlus film = RandomImages.virtual(RandomImages.hyperstack(8, 1, 1, 3, 1));
		final RandomImages.Disk disk = (RandomImages.Disk) film.getStack();
		final String lost = MacroRun.path(folder.resolve("lost").resolve("a.csv"));
		final int before = disk.reads();
		final MacroRun refused = MacroRun.of(film, "clusters=2 masked=none save=" + lost);
		assertTrue(refused.messages().toString().contains("there is no such folder"), refused.said());
		final int shown = disk.reads() - before;
		assertTrue(shown <= 1, shown + " slices were read");
		final MacroRun saved = MacroRun.of(film,
			"clusters=2 masked=none save=" + MacroRun.path(folder.resolve("a.csv")));
		assertTrue(saved.finished(), saved.said());
		assertTrue(disk.reads() - before > 1 + shown);
	}

	@Test
	void savedClustersAreAppliedFromFileAndImage() {
		final Path file = folder.resolve("my labels plot.csv");
		final ImagePlus image = Pictures.rgb(30, 20);
		final ImagePlus other = Pictures.rgb(50, 40);
		final Segmentation learned = Segmentation.of(image, DEFAULTS, Progress.NONE);
		final MacroRun saved = MacroRun.of(image, "masked=none save=" + MacroRun.path(file));
		assertEquals(Arrays.asList("rgb", "rgb-segmented"), saved.titles());
		final Segmentation expected = Segmentation.apply(learned.clustersOfFrame(1), other, DEFAULTS,
			Progress.NONE);
		final MacroRun applied = MacroRun.ofStatement(other,
			apply("from=" + MacroRun.path(file) + " labels masked=2"));
		assertSame(expected.labels(), applied.image("rgb-labels"));
		assertSame(expected.masked(2), applied.image("rgb-masked"));
		final MacroRun fromImage = MacroRun.ofStatement(image,
			"run(\"" + MacroRun.COMMAND
				+ "\", \"masked=none\"); selectWindow(\"rgb\"); rename(\"a b\"); newImage("
				+ "\"new\", \"RGB white\", 9, 9, 1); " + apply("from=[a b] masked=3"));
		assertEquals(0, fromImage.image("new-masked").getProcessor().get(0) & 0xffffff);
	}

	@ParameterizedTest
	@ValueSource(strings = { "segmented", "labels" })
	void resultsHaveTheClusters(final String kind) {
		final MacroRun run = MacroRun.ofStatement(Pictures.rgb(30, 20),
			"run(\"" + MacroRun.COMMAND + "\", \"masked=none labels\"); close(\"rgb\"); newImage("
				+ "\"new\", \"RGB white\", 9, 9, 1); " + apply("masked=3 from=rgb-" + kind));
		assertEquals(0, run.image("new-masked").getProcessor().get(0) & 0xffffff);
	}

	/** An absent key means what was saved, and so does the word for it. */
	@Test
	void onTheImageItselfTheLabelsAreTheSame() {
		final ImagePlus image = Pictures.frames(20, 10, 3);
		image.setRoi(new Roi(2, 1, 15, 8));
		final Path file = folder.resolve("a.csv");
		final ImagePlus expected = MacroRun
			.of(image,
				"masked=none labels merge=1+2" + " min_size=5 ignore=black+90 apply_to=image save=" + file)
			.image("frames-labels");
		for (final String said : new String[] { "",
			"merge=saved min_size=saved" + " ignore=saved apply_to=saved" })
			assertSame(expected, MacroRun.ofStatement(image, apply("labels from=" + file + " " + said))
				.image("frames-labels"));
		final ImagePlus other = MacroRun
			.ofStatement(image,
				apply("labels from=" + file + " merge=none min_size=0 apply_to=selection"))
			.image("frames-labels");
		assertEquals(0, other.getProcessor().get(0));
		assertEquals(3, other.getStack().getProcessor(1).getStatistics().max);
		final MacroRun wrong = MacroRun.of(image, "merge=saved");
		assertTrue(wrong.messages().get(0).startsWith("merge = saved: takes none"), wrong.said());
	}

	@Test
	void appliedClustersSayWhereTheyAreFrom() {
		final Path file = folder.resolve("a.csv");
		MacroRun.of(Pictures.rgb(30, 20), "save=" + file);
		final MacroRun run = MacroRun.ofStatement(Pictures.rgb(9, 9),
			apply("from=" + file + " methods measure") + "print(Table.headings);");
		assertTrue(run.said()
			.startsWith("The image \"rgb\" was segmented by k-means clusters that were found before "
				+ "(k = 3, RGB) with K-Means Segmentation (development) (from=" + file
				+ " masked=each).\n"),
			run.said());
		assertFalse(run.said().contains("Agreement"), run.said());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "labels", "from=nowhere.csv" })
	void withoutClustersNothingIsApplied(final String options) {
		final ImagePlus image = Pictures.rgb(20, 10);
		final MacroRun run = MacroRun.ofStatement(image, apply(options));
		assertEquals(1, run.messages().size(), run.said());
		assertTrue(
			run.messages().get(0).matches("(?s)from = \\S*: takes a file of clusters or the title.*"),
			run.said());
		assertFalse(image.isLocked());
	}

	@ParameterizedTest
	@ValueSource(strings = { "masked=selection save=FOLDER/a.csv", "save=FOLDER/no/such/a.csv" })
	void whatFailsLateLeavesNothing(final String options) {
		final ImagePlus image = Pictures.rgb(20, 10);
		final int before = open();
		final MacroRun run = MacroRun.of(image, options.replace("FOLDER", folder.toString()));
		assertEquals(1, run.messages().size(), run.said());
		assertFalse(run.said().contains(".tmp"), run.said());
		assertFalse(run.finished());
		assertEquals(before, open());
		assertFalse(Files.exists(folder.resolve("a.csv")));
		assertFalse(image.isLocked());
	}

	private static int open() {
		return ij.WindowManager.getImageCount();
	}

	@Test
	void matchGivesTheNumbersOfAFile() {
		// In reverse order: bright is 1.
		final ImagePlus image = Pictures.row(0x101010, 0xf0f0f0);
		final Path file = folder.resolve("reversed.csv");
		MacroRun.of(image, "clusters=2 save=" + file);
		reverse(file);
		final ImagePlus labels = MacroRun.of(image, "clusters=2 labels match=" + file)
			.image("row-labels");
		assertEquals(2, labels.getProcessor().get(0));
		assertEquals(1, labels.getProcessor().get(1));
	}

	/** Renames the clusters of a file of two. */
	private static void reverse(final Path file) {
		final String[] lines = IJ.openAsString(file.toString()).trim().split("\n");
		final int n = lines.length;
		final String last = lines[n - 1].replaceFirst("^2", "1");
		lines[n - 1] = lines[n - 2].replaceFirst("^1", "2");
		lines[n - 2] = last;
		IJ.saveString(String.join("\n", lines) + "\n", file.toString());
	}

	private static String apply(final String options) {
		return "run(\"" + MacroRun.APPLY + "\", \"" + options + "\");";
	}

	/** @param statements after the command, with single quotes; and before it */
	private static MacroRun after(final ImagePlus image, final String options,
		final String... statements)
	{
		final String before = statements.length > 1 ? statements[1] : "";
		return MacroRun.ofStatement(image,
			before + "run('" + MacroRun.COMMAND + "', 'masked=none " + options + "');" + statements[0]);
	}

	/** Options of a macro and what they mean for an image. */
	private static final class Case {

		final ImagePlus image;
		final String options;
		final UnaryOperator<SegmentationOptions> meaning;

		Case(final ImagePlus image, final String options,
			final UnaryOperator<SegmentationOptions> meaning)
		{
			this.image = image;
			this.options = options;
			this.meaning = meaning;
		}

		@Override
		public String toString() {
			return image.getTitle() + " " + options;
		}
	}
}
