package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.kmeans.plugin.Pictures.assertSame;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.measure.Calibration;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.cluster.Initialization;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.segment.Segmentation;

@Timeout(60)
class MacroResultTest {

	private static final KMeansOptions DEFAULTS = KMeansOptions.defaults();

	static Stream<ImagePlus> images() {
		final ImagePlus part = Pictures.rgb(40, 30);
		part.setRoi(new Roi(5, 7, 20, 10));
		final ImagePlus oval = Pictures.grey8(40, 30);
		oval.setRoi(new OvalRoi(3, 4, 30, 20));
		return Stream.of(Pictures.rgb(40, 30), Pictures.grey8(40, 30), Pictures.grey16(40, 30),
			Pictures.indexed(40, 30), Pictures.frames(20, 10, 3), part, oval);
	}

	@ParameterizedTest
	@MethodSource("images")
	void picturesAreThoseOfTheSegmentation(final ImagePlus image) {
		final Segmentation expected = Segmentation.of(image, DEFAULTS);
		final MacroRun run = MacroRun.of(image, "clusters=3");
		assertSame(expected.segmented(), segmented(run, image));
		assertSame(expected.maskedEach(), masked(run, image));
	}

	@ParameterizedTest
	@MethodSource("images")
	void theSourceIsUnchangedAndUnlocked(final ImagePlus image) {
		final ImagePlus before = image.duplicate();
		final Roi selection = image.getRoi();
		MacroRun.of(image, "masked=1");
		assertSame(before, image);
		assertEquals(selection, image.getRoi());
		assertFalse(image.isLocked());
	}

	static Stream<Settings> settings() {
		return Stream.of( //
			new Settings("", o -> o), //
			new Settings("clusters=5", o -> o.withClusters(5)), //
			new Settings("epsilon=5.5", o -> o.withEpsilon(5.5)), //
			new Settings("iterations=1", o -> o.withIterations(1)), //
			new Settings("attempts=1", o -> o.withAttempts(1)), //
			new Settings("initialization=random", o -> o.withInitialization(Initialization.RANDOM)), //
			new Settings("random_seed=-7", o -> o.withRandomSeed(-7)), //
			new Settings("clusters=4.0 iterations=2e1", o -> o.withClusters(4).withIterations(20)));
	}

	@ParameterizedTest
	@MethodSource("settings")
	void aKeyThatIsLeftOutHasTheRecipesValue(final Settings settings) {
		final ImagePlus image = Pictures.grey16(50, 40);
		final MacroRun run = MacroRun.of(image, settings.options);
		final Segmentation expected = Segmentation.of(image, settings.meaning.apply(DEFAULTS));
		assertSame(expected.segmented(), segmented(run, image));
		assertSame(expected.maskedEach(), masked(run, image));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2", "1,3", "3,1", "1,2,3" })
	void numbersMaskTheseClustersInOnePicture(final String numbers) {
		final ImagePlus image = Pictures.rgb(30, 20);
		final MacroRun run = MacroRun.of(image, "masked=" + numbers);
		final int[] removed = Arrays.stream(numbers.split(",")).mapToInt(Integer::parseInt).toArray();
		assertSame(Segmentation.of(image, DEFAULTS).masked(removed), masked(run, image));
	}

	@Test
	void maskedNoneOpensOnlyTheSegmentedImage() {
		final MacroRun run = MacroRun.of(Pictures.rgb(30, 20), "masked=none");
		assertEquals(Arrays.asList("rgb", "rgb-segmented"), run.titles());
	}

	@Test
	void sliceJOfTheMaskedStackLacksClusterJ() {
		// Clusters from dark to bright: 0x000010, 0x800000, 0xffff80.
		final int[] colours = { 0xffff80, 0x000010, 0x800000 };
		final MacroRun run = MacroRun.of(Pictures.row(colours), "masked=each");
		final ImagePlus masked = run.image("row-masked");
		assertEquals(3, masked.getStackSize());
		assertPixels(masked, 1, 0xffff80, 0, 0x800000);
		assertPixels(masked, 2, 0xffff80, 0x000010, 0);
		assertPixels(masked, 3, 0, 0x000010, 0x800000);
	}

	private static void assertPixels(final ImagePlus image, final int slice, final int... colours) {
		for (int x = 0; x < colours.length; x++)
			assertEquals(colours[x], image.getStack().getProcessor(slice).get(x, 0) & 0xffffff,
				"slice " + slice + ", pixel " + x);
	}

	@Test
	void framesOfAStackAreSegmentedIntoFrames() {
		final ImagePlus image = Pictures.frames(20, 10, 4);
		final MacroRun run = MacroRun.of(image, "clusters=2");
		assertEquals(4, segmented(run, image).getNFrames());
		assertEquals(2, masked(run, image).getNSlices());
		assertEquals(4, masked(run, image).getNFrames());
	}

	@Test
	void calibrationIsKept() {
		final ImagePlus image = Pictures.rgb(20, 10);
		final Calibration calibration = image.getCalibration();
		calibration.pixelWidth = 0.25;
		calibration.setUnit("um");
		final MacroRun run = MacroRun.of(image, "");
		assertTrue(calibration.equals(segmented(run, image).getCalibration()));
		assertTrue(calibration.equals(masked(run, image).getCalibration()));
	}

	static Stream<ImagePlus> small() {
		return Stream.of(Pictures.row(0xc8c8c8), Pictures.row(0, 0xffffff, 0, 0xffffff),
			Pictures.row(7, 7, 7, 7, 7));
	}

	@ParameterizedTest
	@MethodSource("small")
	void fewerColoursThanClustersAreKeptAsTheyAre(final ImagePlus image) {
		final MacroRun run = MacroRun.of(image, "clusters=4");
		assertSame(image, segmented(run, image));
		final int distinct = Segmentation.of(image, DEFAULTS).figures(1).distinct();
		assertEquals(distinct, masked(run, image).getStackSize());
	}

	@Test
	void batchModeOpensNoWindows() {
		final ImagePlus image = Pictures.rgb(20, 10);
		final MacroRun run = MacroRun.of(image, "");
		assertNull(segmented(run, image).getWindow());
		assertNull(masked(run, image).getWindow());
		assertEquals("", run.said());
	}

	private static ImagePlus segmented(final MacroRun run, final ImagePlus image) {
		return run.image(image.getTitle() + "-segmented");
	}

	private static ImagePlus masked(final MacroRun run, final ImagePlus image) {
		return run.image(image.getTitle() + "-masked");
	}

	/** The options of a macro and what they mean. */
	private static final class Settings {

		final String options;
		final Function<KMeansOptions, KMeansOptions> meaning;

		Settings(final String options, final Function<KMeansOptions, KMeansOptions> meaning) {
			this.options = options;
			this.meaning = meaning;
		}

		@Override
		public String toString() {
			return options;
		}
	}
}
