package sc.fiji.kmeans.plugin.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.Prefs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.plugin.KnownForms;
import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.SettingTable;
import sc.fiji.kmeans.settings.Settings;

/** Lines that macros run, and forms that read them. */
class MacroLineLawsTest {

	private static final String SIGNS = "ab 1,.=/\\&;#'\"[]\u00b5\u6f22";

	/** All settings of the command, and nothing else. */
	private static final class Whole implements Form<Settings> {

		private Settings remembered;
		private Set<String> kept;

		@Override
		public String title() {
			return "title";
		}

		@Override
		public List<Setting<?>> rows() {
			return SettingTable.LEARNING;
		}

		@Override
		public Map<String, String> remembered() {
			return defaults();
		}

		@Override
		public Settings read(final UnaryOperator<String> text) {
			return Settings.read(rows(), SegmentationOptions.defaults(), text);
		}

		@Override
		public void remember(final Settings settings, final Set<String> idle) {
			remembered = settings;
			kept = idle;
		}

		@Override
		public Map<Setting<?>, String> told(final Settings settings) {
			return settings.told();
		}

		@Override
		public String help() {
			return HelpText.html(title(), rows());
		}
	}

	private static String text(final Random random) {
		final StringBuilder text = new StringBuilder();
		for (int i = 1 + random.nextInt(8); i > 0; i--)
			text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
		return text.toString().trim();
	}

	/** Whatever signs stand in a text: the macro gets them back. */
	@Property(tries = 200)
	void textsComeBack(@ForAll final long seed) {
		final Random random = new Random(seed);
		final String save = text(random);
		final Map<String, String> texts = new LinkedHashMap<>();
		texts.put("save", save);
		texts.put("labels", String.valueOf(random.nextBoolean()));
		final String line = MacroLine.of(texts);
		final Map<String, String> said = MacroOptions.texts(new Whole(), MacroLine.meant(line));
		assertEquals(save, said.get("save"), line);
		assertEquals(texts.get("labels"), said.get("labels"), line);
	}

	/** What is as by default is not said, but for the number of clusters. */
	@Test
	void linesAreShort() {
		assertEquals("clusters=3", MacroLine.of(new HashMap<>()));
		assertEquals("clusters=3", MacroLine.of(new Whole().defaults()));
		final Map<String, String> texts = new HashMap<>();
		texts.put("clusters", "5");
		texts.put("measure", "true");
		texts.put("overlay", "false");
		assertEquals("clusters=5 measure", MacroLine.of(texts));
	}

	@Test
	void aFormHasItsRowsByTheirKeys() {
		final Form<?> form = new Whole();
		assertEquals(SettingTable.CLUSTERS, form.row("clusters"));
		assertEquals(new ArrayList<>(form.keys()).get(0), "clusters");
		form.defaults().forEach((key, text) -> assertEquals(form.row(key).standard(), text));
		assertEquals(form.defaults(), form.recipe());
		assertEquals(Collections.emptyMap(), form.idle(key -> ""));
		assertEquals(Optional.empty(), form.follower(line -> {}));
		assertThrows(NoSuchElementException.class, () -> form.row("none"));
	}

	/** What fits is what is read, unless a form knows more; what is damaged is the default. */
	@Test
	void damagedPreferencesAreTheDefaults() {
		final Whole form = new Whole();
		assertEquals(form.defaults(), form.remembered("kmeans.nobody.", Settings::texts));
		Prefs.set("kmeans.nobody.clusters", "many");
		try {
			assertEquals(form.defaults(), form.remembered("kmeans.nobody.", Settings::texts));
			Prefs.set("kmeans.nobody.clusters", "7");
			assertEquals("7", form.remembered("kmeans.nobody.", Settings::texts).get("clusters"));
		}
		finally {
			Prefs.set("kmeans.nobody.clusters", null);
		}
		assertEquals("4",
			form.fitting(key -> key.equals("clusters") ? "4" : null).texts().get("clusters"));
	}

	static List<Setting<?>> rows() {
		return SettingTable.LEARNING;
	}

	/** Each setting stands in it once, with what users write set off, and no marks of our own. */
	@ParameterizedTest
	@MethodSource("rows")
	void helpTellsEachSetting(final Setting<?> row) {
		final String help = new Whole().help();
		final String title = "<dt><b>" + row.name() + "</b></dt><dd>";
		assertTrue(help.contains(title), row.name());
		assertEquals(help.indexOf(title), help.lastIndexOf(title));
		assertFalse(help.contains("`"));
	}

	@Test
	void helpIsThatOfTheCommand() {
		final String segmentation = new Whole().help();
		assertTrue(segmentation.startsWith("<html><h3>title</h3>") && segmentation.endsWith("</html>"));
		assertTrue(HelpText.suggestion("title", SettingTable.LEARNING).contains("continuum"));
		assertTrue(HelpText.live("title", SettingTable.LEARNING).contains("frame after frame"));
		assertFalse(segmentation.contains("<i>saved</i> stands for"));
		assertTrue(HelpText.html("title", SettingTable.APPLYING).contains("<i>saved</i> stands for"));
		assertTrue(KnownForms.segmentation().help().contains("1 is the darkest"));
	}
}
