package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.frame.Recorder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.plugin.dialog.Form;
import sc.fiji.kmeans.plugin.dialog.KnownKeys;
import sc.fiji.kmeans.plugin.dialog.MacroReading;
import sc.fiji.kmeans.plugin.live.LiveRoom;

/** Every word of a macro's options counts. */
@Timeout(60)
public final class MacroKeysTest {

	private static final List<String> COMMANDS = Arrays.asList(MacroRun.COMMAND, MacroRun.APPLY,
		MacroRun.LIVE);

	/** What a macro gave to {@link #take}. */
	private static String taken;

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"cluster=2|cluster = 2: no such key; clusters?",
		"Clusters=2|Clusters = 2: no such key; clusters?",
		"clusters=2 iteration=5|iteration = 5: no such key; iterations?",
		"seed=7|seed = 7: no such key; random_seed?",
		"my_clusters=2|my_clusters = 2: no such key; clusters?",
		"colour_space=Lab|colour_space = Lab: no such key; color_space?",
		"mask=2|mask = 2: no such key; masked?", "labls|labls: no such key; labels?",
		"label|label: no such key; labels?", "Labels|Labels: no such key; labels?",
		"masked=none labels_|labels_: no such key; labels?",
		"cluster=[a b labels=c]|cluster = a b labels=c: no such key; clusters?",
		"cluster='a b'|cluster = a b: no such key; clusters?",
		"cluster=|cluster = : no such key; clusters?",
		"x=1|x = 1: no such key; takes clusters, epsilon, ",
		"save=/tmp/a b.csv|b.csv: no such key; takes clusters, ",
		"from=a|from = a: no such key (Apply K-Means Clusters... has it); takes clusters, ",
		"clusters = 2|clusters: takes a value, with no blanks around the equals sign, such as clusters=3",
		"masked|masked: takes a value, with no blanks around the equals sign, such as masked=each",
		"labels=yes|labels = yes: takes true or false, or stands alone",
		"labels=|labels = : takes true or false, or stands alone",
		"clusters=2 clusters=3|clusters = 3: said twice, clusters = 2 before",
		"labels labels=false|labels = false: said twice, labels = true before",
		"save=[/tmp/a.csv|save = [/tmp/a.csv: takes a value that ends, and there is no ]",
		"save='/tmp/a.csv|save = '/tmp/a.csv: takes a value that ends, and there is no ' after the first" })
	void whatMeansNothingIsRefused(final String options, final String message) {
		final ImagePlus image = Pictures.rgb(20, 10);
		final ImagePlus before = image.duplicate();
		assertRefused(image, MacroRun.COMMAND, options, message);
		Pictures.assertSame(before, image);
	}

	/** One message, nothing opened, the image unlocked, and the macro stops. */
	private static void assertRefused(final ImagePlus image, final String command,
		final String options, final String message)
	{
		final int open = WindowManager.getImageCount();
		final MacroRun run = MacroRun.ofStatement(image,
			"run(\"" + command + "\", \"" + options + "\");");
		assertEquals(1, run.messages().size(), run.said());
		assertTrue(run.messages().get(0).startsWith(message), run.said());
		assertFalse(run.said().contains("Exception"), run.said());
		assertFalse(run.finished(), "the macro went on");
		assertFalse(image.isLocked(), "still locked");
		assertEquals(open, WindowManager.getImageCount());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"Apply K-Means Clusters...|fro=a|fro = a: no such key; from?",
		"Apply K-Means Clusters...|from=a clusters=3|clusters = 3: no such key (K-Means Segmentation... has it); takes from, ",
		"Apply K-Means Clusters...|form=x|form = x: no such key; from?",
		"K-Means Segmentation...|clusetrs=2|clusetrs = 2: no such key; clusters?",
		"K-Means Live Segmentation...|sorce=active|sorce = active: no such key; source?",
		"K-Means Live Segmentation...|stop=3|stop = 3: no such key; stop_after?",
		"K-Means Live Segmentation...|labels|labels: no such key (K-Means Segmentation... has it); takes source, ",
		"K-Means Live Stop|now|now: no such key; takes none",
		"K-Means Live Snapshot|frames=2|frames = 2: no such key (K-Means Segmentation... has it); takes none",
		"K-Means Live Stop|a=[b|a = [b: takes a value that ends" })
	void soItIsInAllCommands(final String command, final String options, final String message) {
		assertRefused(Pictures.rgb(20, 10), command, options, message);
	}

	@Test
	void allKeysAreNamedInLinesThatFitAScreen() {
		final String message = new KnownKeys(KMeansSettings.DEFAULTS.texts().keySet())
			.refused("xyz", null)
			.getMessage();
		for (final String key : KMeansSettings.DEFAULTS.texts().keySet())
			assertTrue(message.matches("(?s).*\\b" + key + "\\b.*"), key);
		for (final String line : message.split("\n"))
			assertTrue(line.length() <= 110, line);
	}

	/** ImageJ itself takes {@code labels=true} for off. */
	@ParameterizedTest
	@ValueSource(strings = { "labels", "labels=true", "labels=[true]", "labels=1", "labels=&yes" })
	void aSwitchIsOnWhereItSaysSo(final String options) {
		assertTrue(labelled(options), options);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "labels=false", "labels='false'", "labels=0", "labels=&no",
		"background=black ", "match=[]" })
	void aSwitchIsOffWhereItDoesNot(final String options) {
		assertFalse(labelled(options), options);
	}

	private static boolean labelled(final String options) {
		return MacroRun
			.ofStatement(Pictures.rgb(20, 10),
				"yes=true; no=false; run('" + MacroRun.COMMAND + "', \"masked=none " + options + "\");")
			.titles()
			.contains("rgb-labels");
	}

	@Test
	void variablesStandForTheirValues() {
		final String said = "n=2; which='1,2'; one=1; run('" + MacroRun.COMMAND
			+ "', 'clusters=&n attempts=n masked=&which kept=&one');";
		final MacroRun run = MacroRun.ofStatement(Pictures.rgb(20, 10), said);
		assertTrue(run.finished(), run.said());
		assertEquals(Arrays.asList("rgb", "rgb-segmented", "rgb-masked", "rgb-kept"), run.titles());
	}

	@Test
	void keysInsideOfValuesAreNoKeys() {
		final String key = " labels clusters=0 masked=9 [x=y] ";
		final Map<String, String> texts = said(MacroRun.COMMAND, "save=[" + key + "] masked=none");
		assertEquals(key, texts.get("save"));
		assertEquals("3", texts.get("clusters"));
		assertEquals("none", texts.get("masked"));
		assertEquals("false", texts.get("labels"));
	}

	@Test
	void aBlankInAValueIsExplained() {
		final String said = new KnownKeys(KMeansSettings.DEFAULTS.texts().keySet())
			.refused("b.csv", null)
			.getMessage();
		assertTrue(said.endsWith("a value with blanks stands in brackets)"), said);
	}

	@Test
	void theSameSaidTwiceIsNoContradiction() {
		assertEquals("5", said(MacroRun.COMMAND, "clusters=5\tclusters=5 ").get("clusters"));
	}

	/** Whatever a user typed, the recorded macro says it, and nothing else. */
	@RepeatedTest(60)
	void aRecordedMacroSaysWhatTheDialogDid(final RepetitionInfo info) {
		final Random random = new Random(info.getCurrentRepetition());
		for (final String command : COMMANDS) {
			final Form<?> form = form(command);
			final Map<String, String> told = random(form, random);
			final Map<String, String> expected = new LinkedHashMap<>(form.defaults());
			expected.putAll(told);
			final String recorded = recorded(form, told);
			assertEquals(expected, said(command, asInAMacro(recorded)), recorded);
		}
	}

	private static Form<?> form(final String command) {
		if (command.equals(MacroRun.LIVE)) return LiveRoom.form();
		return new KMeansForm("title", command.equals(MacroRun.COMMAND), Pictures.rgb(9, 9));
	}

	private static Map<String, String> said(final String command, final String options) {
		return MacroReading.texts(form(command), options);
	}

	private static Map<String, String> random(final Form<?> form, final Random random) {
		final List<String> keys = new ArrayList<>(form.keys());
		Collections.shuffle(keys, random);
		final Map<String, String> told = new LinkedHashMap<>();
		for (final String key : keys.subList(0, 1 + random.nextInt(keys.size())))
			told.put(key, form.row(key).isSwitch() ? "true" : text(random, keys));
		return told;
	}

	/** As settings are: without blanks around it. */
	private static String text(final Random random, final List<String> keys) {
		final String[] parts = { "a", "7", "[", "]", "'", "\"", "=", " ", "&", "&#", "\\", "/", ";",
			":", ",", "{", "\u00e9", "\u6f22", "\ud83d\ude00", "\u00a0", "\t", "\n", "\u0085",
			"C:\\a b\\", "&#38;", " labels ", " masked=2 ", "true", "\\u0041",
			keys.get(random.nextInt(keys.size())) };
		return random.ints(1 + random.nextInt(6), 0, parts.length)
			.mapToObj(i -> parts[i])
			.collect(Collectors.joining())
			.trim();
	}

	/** As the dialog tells the recorder. */
	private static String recorded(final Form<?> form, final Map<String, String> told) {
		Recorder.resetCommandOptions();
		told.forEach((key, text) -> {
			if (form.row(key).isSwitch()) Recorder.recordOption(key);
			else Recorder.recordOption(key, MacroReading.recorded(text));
		});
		return Recorder.getCommandOptions();
	}

	/** What a command gets of it. */
	private static String asInAMacro(final String recorded) {
		taken = null;
		final MacroRun run = MacroRun.ofStatement(Pictures.row(1),
			"call(\"" + MacroKeysTest.class.getName() + ".take\", \"" + recorded + "\");");
		assertTrue(run.finished(), run.said());
		return taken + " ";
	}

	/** Called by the macro. */
	public static void take(final String options) {
		taken = options;
	}
}
