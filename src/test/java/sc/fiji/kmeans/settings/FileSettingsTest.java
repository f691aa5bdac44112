package sc.fiji.kmeans.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.image.PageMeaning;
import sc.fiji.kmeans.model.SegmentationOptions;

/** The rows for image files: those of the table, but for selections, and what pages are. */
class FileSettingsTest {

	private static List<String> keys(final List<Setting<?>> rows) {
		return rows.stream().map(Setting::key).collect(Collectors.toList());
	}

	private static Settings read(final List<Setting<?>> rows, final Map<String, String> texts) {
		return Settings.read(rows, SegmentationOptions.defaults(), texts::get);
	}

	private static Settings read(final String key, final String text) {
		final Map<String, String> texts = new HashMap<>();
		texts.put(key, text);
		return read(FileSettings.ALL, texts);
	}

	@Test
	void rowsAreThoseOfTheTableAndPages() {
		final List<String> expected = keys(SettingTable.ALL);
		expected.add("pages");
		assertEquals(expected, keys(FileSettings.ALL));
		assertTrue(keys(FileSettings.ALL).containsAll(keys(FileSettings.LEARNING)));
		assertTrue(keys(FileSettings.ALL).containsAll(keys(FileSettings.APPLYING)));
		assertEquals(FileSettings.ALL.size(), keys(FileSettings.ALL).stream().distinct().count());
		assertThrows(UnsupportedOperationException.class, () -> FileSettings.ALL.remove(0));
	}

	static Stream<Setting<?>> rows() {
		return FileSettings.ALL.stream();
	}

	/** What is told where clusters are learned or applied is told in that order. */
	@ParameterizedTest
	@MethodSource("rows")
	void eachRowIsForOneOrTheOther(final Setting<?> row) {
		final boolean isForLearning = keys(FileSettings.LEARNING).contains(row.key());
		final boolean isForApplying = keys(FileSettings.APPLYING).contains(row.key());
		assertTrue(isForLearning || isForApplying || row.key().isEmpty(), row.key());
		if (row.is(Trait.LEARNING)) assertFalse(isForApplying, row.key());
		if (row.is(Trait.APPLYING)) assertFalse(isForLearning, row.key());
	}

	@ParameterizedTest
	@EnumSource(PageMeaning.class)
	void pagesAreFramesOrChannels(final PageMeaning meaning) {
		assertEquals(meaning, FileSettings.PAGES.of(read("pages", meaning.toString())));
		assertEquals(PageMeaning.FRAMES,
			FileSettings.PAGES.of(read(FileSettings.ALL, new HashMap<>())));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "slices", "Frames", "frames,channels" })
	void otherPagesAreRefused(final String text) {
		final String message = assertThrows(IllegalArgumentException.class, () -> read("pages", text))
			.getMessage();
		assertTrue(message.startsWith("pages = ") && message.contains("takes "), message);
	}

	/** A file has no selection that could tell clusters. */
	@ParameterizedTest
	@ValueSource(strings = { "masked", "kept" })
	void nothingIsSelectedInAFile(final String key) {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> read(key, "selection")).getMessage();
		assertTrue(message.startsWith(key + " = selection: takes "), message);
		assertFalse(message.substring(message.indexOf("takes")).contains("selection"), message);
		assertEquals("1,3", read(key, "3,1").texts().get(key));
		assertEquals("each", read(key, "each").texts().get(key));
	}

	/** Texts that mean something in an image mean the same in a file, and are written so. */
	@Property(tries = 100)
	void textsComeBack(@ForAll final long seed) {
		final Map<String, String> texts = new HashMap<>(
			new RandomTexts(SettingTable.LEARNING, seed).all());
		texts.values().removeIf("selection"::equals);
		final Settings settings = read(FileSettings.LEARNING, texts);
		final Map<String, String> written = settings.texts();
		assertEquals(keys(FileSettings.LEARNING),
			written.keySet().stream().collect(Collectors.toList()));
		assertEquals(written, read(FileSettings.LEARNING, written).texts());
		texts.values().removeIf(String::isEmpty);
		final Settings ofImage = read(SettingTable.LEARNING, texts);
		ofImage.texts().forEach((key, text) -> assertEquals(text, written.get(key), key));
	}

	/** The recipe is told always, others if they are not the default. */
	@Property(tries = 60)
	void whatIsToldIsEnough(@ForAll final long seed) {
		final Map<String, String> texts = new HashMap<>(
			new RandomTexts(SettingTable.LEARNING, seed).all());
		texts.values().removeIf("selection"::equals);
		final Settings settings = read(FileSettings.LEARNING, texts);
		final Map<String, String> told = new HashMap<>();
		settings.told().forEach((row, text) -> told.put(row.key(), text));
		assertEquals(settings.texts(), read(FileSettings.LEARNING, told).texts());
		FileSettings.LEARNING.stream()
			.filter(row -> row.is(Trait.RECIPE))
			.forEach(row -> assertTrue(told.containsKey(row.key()), row.key()));
	}

	@Test
	void groupsAreOpenOrFolded() {
		final Group open = Group.open("What is made");
		assertEquals("What is made", open.heading());
		assertEquals("What is made", open.toString());
		assertFalse(open.isFolded());
		assertTrue(Group.folded("Reuse").isFolded());
		assertEquals("", Group.RECIPE.heading());
		assertFalse(Group.RECIPE.isFolded());
		assertFalse(SettingTable.CLUSTERS.group().isFolded());
	}

	/** Each heading stands once, with all its rows behind it. */
	@Test
	void rowsOfAGroupFollowEachOther() {
		final List<Group> groups = SettingTable.ALL.stream()
			.map(Setting::group)
			.distinct()
			.collect(Collectors.toList());
		assertTrue(groups.size() > 4);
		assertEquals(groups.size(), groups.stream().map(Group::heading).distinct().count());
	}
}
