package sc.fiji.kmeans.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.model.SegmentationOptions;

/** Values are read as they were written, whoever says what, and in whichever order. */
class SettingsTest {

	private static final SegmentationOptions DEFAULTS = SegmentationOptions.defaults();
	private static final List<List<Setting<?>>> TABLES = Arrays.asList(SettingTable.ALL,
		SettingTable.LEARNING, SettingTable.APPLYING);

	private static Settings read(final List<Setting<?>> rows, final UnaryOperator<String> text) {
		return Settings.read(rows, DEFAULTS, text);
	}

	/** Those that are given, and of the others the defaults. */
	@Property(tries = 150)
	void eachTextIsKept(@ForAll final long seed) {
		for (final List<Setting<?>> rows : TABLES) {
			final RandomTexts given = new RandomTexts(rows, seed);
			final Map<String, String> texts = read(rows, given::of).texts();
			for (final Setting<?> row : rows)
				assertEquals(given.all().getOrDefault(row.key(), row.standard()), texts.get(row.key()),
					row.key());
		}
	}

	@Property(tries = 50)
	void textsStandInTheOrderOfTheRows(@ForAll final long seed) {
		for (final List<Setting<?>> rows : TABLES)
			assertEquals(rows.stream().map(Setting::key).collect(Collectors.toList()),
				new ArrayList<>(read(rows, new RandomTexts(rows, seed)::of).texts().keySet()));
	}

	/** As a recorded macro does. */
	@Property(tries = 100)
	void whatIsToldIsEnough(@ForAll final long seed) {
		for (final List<Setting<?>> rows : TABLES) {
			final Settings settings = read(rows, new RandomTexts(rows, seed)::of);
			final Map<String, String> told = new HashMap<>();
			settings.told().forEach((row, text) -> told.put(row.key(), text));
			assertEquals(settings.texts(), read(rows, told::get).texts());
		}
	}

	@Property(tries = 50)
	void nothingIsToldInVain(@ForAll final long seed) {
		for (final List<Setting<?>> rows : TABLES) {
			final Settings settings = read(rows, new RandomTexts(rows, seed)::of);
			final Map<Setting<?>, String> told = settings.told();
			for (final Setting<?> row : rows) {
				final String text = settings.texts().get(row.key());
				assertEquals(row.is(Trait.RECIPE) || !text.equals(row.standard()), told.containsKey(row));
				if (told.containsKey(row)) assertEquals(text, told.get(row));
			}
		}
	}

	@Property(tries = 50)
	void blanksAroundATextDoNotMatter(@ForAll final long seed) {
		final RandomTexts given = new RandomTexts(SettingTable.LEARNING, seed);
		assertEquals(read(SettingTable.LEARNING, given::of).texts(), read(SettingTable.LEARNING,
			key -> given.of(key) == null ? null : " \t" + given.of(key) + "  ").texts());
	}

	/** What may be merged depends on the clusters, so these come first in the table. */
	@Property(tries = 50)
	void ofTheOthersTheOrderDoesNotMatter(@ForAll final long seed) {
		final RandomTexts given = new RandomTexts(SettingTable.LEARNING, seed);
		final List<Setting<?>> rows = new ArrayList<>(SettingTable.LEARNING);
		rows.remove(SettingTable.CLUSTERS);
		Collections.shuffle(rows, new Random(seed));
		rows.add(0, SettingTable.CLUSTERS);
		assertEquals(new HashMap<>(read(SettingTable.LEARNING, given::of).texts()),
			new HashMap<>(read(rows, given::of).texts()));
	}

	@Property(tries = 30)
	void readingChangesNothingThatIsThere(@ForAll final long seed) {
		final Settings before = read(SettingTable.LEARNING, key -> null);
		final Map<String, String> texts = before.texts();
		final RandomTexts given = new RandomTexts(SettingTable.LEARNING, seed);
		Settings.read(SettingTable.LEARNING, before.options(), given::of);
		SettingTable.LEARNING.stream()
			.filter(row -> given.of(row.key()) != null)
			.forEach(row -> row.read(before, given.of(row.key())));
		assertEquals(texts, before.texts());
	}

	/** A row is a view of one value: another one changes nothing else. */
	@Property(tries = 100)
	void eachRowHasAValueOfItsOwn(@ForAll final long seed) {
		final Settings before = read(SettingTable.LEARNING, key -> null);
		final RandomTexts given = new RandomTexts(SettingTable.LEARNING, seed);
		given.all().remove(SettingTable.CLUSTERS.key());
		given.all().forEach((key, text) -> {
			final Map<String, String> expected = before.texts();
			expected.put(key, text);
			assertEquals(expected,
				SettingTable.rows(row -> row.key().equals(key)).get(0).read(before, text).texts());
		});
	}

	/** Where a setting is no part of options, there is an own value. */
	@Test
	void valuesAreKeptByTheirKeys() {
		final Settings empty = Settings.of(SettingTable.ALL, DEFAULTS);
		assertNull(empty.value("save"));
		final Settings one = empty.with("save", "a.csv");
		final Settings two = one.with("match", "b.csv").with("save", "c.csv");
		assertNull(empty.value("save"));
		assertEquals("a.csv", SettingTable.SAVE.of(one));
		assertNull(one.value("match"));
		assertEquals("c.csv", SettingTable.SAVE.of(two));
		assertEquals("b.csv", SettingTable.MATCH.of(two));
	}

	@Test
	void optionsArePassedOn() {
		final SegmentationOptions other = DEFAULTS.withMinSize(7);
		assertEquals(7, Settings.of(SettingTable.ALL, other).options().minSize());
		final Settings changed = Settings.of(SettingTable.ALL, DEFAULTS).with("save", "x").with(other);
		assertEquals(7, SettingTable.MIN_SIZE.of(changed));
		assertEquals("x", SettingTable.SAVE.of(changed));
	}

	/** What a file of clusters says of options that have no row is kept, too. */
	@Test
	void optionsWithoutARowStayAsTheyWere() {
		final SegmentationOptions scaled = DEFAULTS.withScaled(true);
		assertTrue(Settings.read(SettingTable.APPLYING, scaled, key -> null).options().isScaled());
		assertEquals(false,
			Settings.read(SettingTable.LEARNING, scaled, key -> null).options().isScaled());
	}

	/** Numbers of clusters that are masked are those after merging, which stands below. */
	@Test
	void aTextIsReadAmongTheOthers() {
		final Map<String, String> given = new HashMap<>();
		given.put("masked", "3");
		given.put("kept", "3");
		assertEquals("3", read(SettingTable.ALL, given::get).texts().get("masked"));
		given.put("merge", "1+2");
		assertEquals("masked = 3: takes each, none, selection, or cluster numbers from 1 to 2, such as"
			+ " 1 or 1,3", refusal(given));
		given.put("masked", "2");
		assertTrue(refusal(given).startsWith("kept = 3: takes "));
		given.put("clusters", "4");
		assertEquals("3", read(SettingTable.ALL, given::get).texts().get("kept"));
	}

	private static String refusal(final Map<String, String> given) {
		return assertThrows(IllegalArgumentException.class, () -> read(SettingTable.ALL, given::get))
			.getMessage();
	}

	/** Key, text, and what it takes. Any line is a name. */
	@Test
	void eachRowRefusesWhatItDoesNotTake() {
		final List<Kind> free = Arrays.asList(Kind.CLUSTERS, Kind.NEW_FILE, Kind.FOLDER, Kind.SWITCH);
		for (final Setting<?> row : SettingTable.ALL)
			if (!free.contains(row.kind()) && row != SettingTable.NAMES) {
				final String said = refusal(Collections.singletonMap(row.key(), "no such thing"));
				assertTrue(said.matches(row.key() + " = no such thing: takes .*[^.]"), said);
			}
	}

	@Test
	void namesAreThoseOfTheClustersThatAreLeft() {
		final Map<String, String> given = new HashMap<>();
		given.put("names", "a, \"b,c\",d");
		assertEquals("a,\"b,c\",d", read(SettingTable.ALL, given::get).texts().get("names"));
		given.put("merge", "1+2");
		assertEquals("names = a,\"b,c\",d: takes at most 2 names, one for each of 2 clusters",
			refusal(given));
	}

	@Test
	void anEmptyTextIsNotTheDefault() {
		assertThrows(IllegalArgumentException.class,
			() -> read(SettingTable.ALL, key -> key.equals("clusters") ? "" : null));
		assertNotEquals("", read(SettingTable.ALL, key -> null).texts().get("clusters"));
	}
}
