package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.kmeans.plugin.dialog.MacroOptionsTest;
import sc.fiji.kmeans.saved.ClusterFile;
import sc.fiji.kmeans.segment.Segmentation;

/** A dialog refuses, in the same words, what the command would refuse after OK. */
@Timeout(60)
class ImageFitTest {

	private static final String[][] SETTINGS = {
		{ "color_space=RGB", "color_space=Lab", "color_space=HSB" }, { "scale=false", "scale=true" },
		{ "transform=none", "transform=sqrt", "transform=log" },
		{ "ignore=none", "ignore=black", "ignore=white+3", "ignore=#ff0000", "ignore=#808080",
			"ignore=12.5", "ignore=-7+2" },
		{ "frames=each", "frames=together", "frames=current", "frames=apply" },
		{ "masked=each", "masked=none", "masked=1", "masked=selection" }, { "merge=none", "merge=1+3" },
		{ "min_size=0", "min_size=3" }, { "channels=all", "channels=2", "channels=1,3", "channels=4" },
		{ "apply_to=selection", "apply_to=image" } };

	/** ImageJ makes a mask of all of a selection, which is not asked for. */
	@Test
	void selectionsMayReachFarOutOfTheImage() {
		final ImagePlus image = Pictures.grey8(20, 12);
		image.setRoi(new OvalRoi(-30_000, -30_000, 60_010, 60_010));
		assertEquals(new ImageFit(Pictures.grey8(20, 12)).idle(), new ImageFit(image).idle());
	}

	@TempDir
	private static Path folder;

	private static ImagePlus image(final String kind) {
		switch (kind) {
			case "rgb" :
				return Pictures.rgb(20, 12);
			case "frames" :
				return Pictures.frames(20, 12, 3);
			case "grey8" :
				return Pictures.grey8(20, 12);
			case "indexed" :
				return Pictures.indexed(20, 12);
			case "grey16" :
				return Pictures.grey16(20, 12);
			case "grey32" :
				return new ImagePlus("grey32", Pictures.grey16(20, 12).getProcessor().convertToFloat());
			default :
				return MacroOptionsTest.composite();
		}
	}

	static Stream<String> kinds() {
		return Stream.of("rgb", "frames", "grey8", "indexed", "grey16", "grey32", "composite");
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void theDialogRefusesWhatTheCommandRefuses(final String kind) {
		final Random random = new Random(kind.hashCode());
		for (int i = 0; i < 40; i++) {
			final ImagePlus image = image(kind);
			final Roi[] selections = { null, null, new Roi(3, 2, 9, 5), new Roi(900, 1, 5, 5),
				new OvalRoi(-90, -90, 95, 95), new PointRoi(4, 4) };
			final Roi selection = selections[random.nextInt(selections.length)];
			image.setRoi(selection);
			final List<String> chosen = Arrays.stream(SETTINGS)
				.map(values -> values[random.nextInt(3) == 0 ? random.nextInt(values.length) : 0])
				.collect(Collectors.toList());
			final List<String> said = MacroRun.of(image, String.join(" ", chosen)).messages();
			final List<String> told = refusals(form(true, image), chosen);
			assertEquals(said.isEmpty(), told.isEmpty(),
				kind + " " + chosen + " " + selection + ": " + said + told);
		}
	}

	/** One setting that is no default; the words are those of the command. */
	@ParameterizedTest
	@MethodSource("kinds")
	void itSaysWhatTheCommandSays(final String kind) {
		for (final String option : Arrays.stream(SETTINGS)
			.flatMap(Arrays::stream)
			.toArray(String[]::new))
		{
			final ImagePlus image = image(kind);
			assertEquals(MacroRun.of(image, option).messages(),
				refusals(form(true, image), Arrays.asList(option)), kind + " " + option);
		}
	}

	private static KMeansForm form(final boolean finding, final ImagePlus image) {
		return new KMeansForm("title", finding, image);
	}

	/** None or one. */
	private static List<String> refusals(final KMeansForm form, final List<String> chosen) {
		final Map<String, String> texts = new HashMap<>(form.defaults());
		chosen.forEach(option -> texts.put(option.split("=")[0], option.split("=")[1]));
		try {
			form.fitting(texts::get);
			return Arrays.asList();
		}
		catch (final IllegalArgumentException refusal) {
			return Arrays.asList(refusal.getMessage());
		}
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void clustersOfAnotherKindAreRefusedAsTheCommandRefusesThem(final String kind) throws Exception {
		for (final String from : kinds().toArray(String[]::new)) {
			final Path file = folder.resolve(from + ".csv");
			ClusterFile.write(Segmentation.of(image(from), KMeansSettings.DEFAULTS.options()).clusters(),
				file);
			final ImagePlus image = image(kind);
			assertEquals(
				MacroRun.ofStatement(image, "run(\"" + MacroRun.APPLY + "\", \"from=" + file + "\");")
					.messages(),
				refusals(form(false, image), Arrays.asList("from=" + file)), from + " to " + kind);
			assertEquals(MacroRun.of(image, "match=" + file).messages(),
				refusals(form(true, image), Arrays.asList("match=" + file)), kind + " after " + from);
		}
	}

	@ParameterizedTest
	@CsvSource({ "rgb, channels scale transform frames frame plot",
		"frames, channels scale transform", "grey8, channels color_space scale frames frame plot",
		"indexed, channels scale transform frames frame plot",
		"grey16, channels color_space scale frames frame plot",
		"grey32, channels color_space frames frame plot", "composite, color_space frames frame plot" })
	void whatMeansNothingIsIdle(final String kind, final String keys) {
		final Set<String> idle = new HashSet<>(Arrays.asList(keys.split(" ")));
		assertEquals(idle, form(true, image(kind)).idle(key -> "").keySet());
		idle.retainAll(Arrays.asList("plot", "channels"));
		assertEquals(idle, form(false, image(kind)).idle(key -> "").keySet());
	}

	/** Frames are slices and time points, without the channels. */
	@Test
	void aCompositeOfTwoFramesHasFrames() {
		final ImageStack stack = new ImageStack(4, 3);
		for (int n = 0; n < 6; n++)
			stack.addSlice(Pictures.grey8(4, 3).getProcessor());
		final ImagePlus image = new ImagePlus("planes", stack);
		image.setDimensions(3, 2, 1);
		assertEquals(new HashSet<>(Arrays.asList("color_space")),
			form(true, image).idle(key -> "").keySet());
	}

	@Test
	void aFolderThatIsNotThereIsTold() {
		assertEquals(
			Arrays.asList(
				"save = /no/such/a.csv: takes a file that can be" + " written (there is no such folder)"),
			refusals(form(true, image("rgb")), Arrays.asList("save=/no/such/a.csv")));
	}
}
