package sc.fiji.kmeans.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.kmeans.model.FrameMode;
import sc.fiji.kmeans.model.SegmentationOptions;

/** A row says what was said of it, and no row changes. */
class SettingTest {

	private static final Setting<String> TEXT = Setting.text("some_text", Kind.TEXT,
		"a text: `such` as this. Or another. Or none");
	private static final Setting<Integer> SIZE = Setting.count("size", "a number")
		.in(SegmentationOptions::minSize, SegmentationOptions::withMinSize);
	private static final Group HEADING = Group.open("Heading:");

	private static final Setting<FrameMode> MODE = Setting.choice("mode", "a choice",
		FrameMode.values(), FrameMode::of);

	private static Settings settings(final Setting<?> row, final String text) {
		return Settings.read(Collections.singletonList(row), SegmentationOptions.defaults(),
			key -> text);
	}

	/** All that a row tells. */
	private static String all(final Setting<?> row) {
		final EnumSet<Trait> traits = EnumSet.allOf(Trait.class);
		traits.removeIf(trait -> !row.is(trait));
		return String.join("|", row.key(), row.kind().name(), row.help(), row.standard(),
			row.group().heading(), row.choices().toString(), traits.toString(), "" + row.isOfOptions());
	}

	/** What makes another row of one. */
	static Stream<UnaryOperator<Setting<FrameMode>>> changes() {
		return Stream.of(row -> row.standard("together"), row -> row.in(HEADING),
			row -> row.with(Trait.LABELS), row -> row.choices(Arrays.asList("a", "b")), Setting::orSaved,
			row -> row.in(SegmentationOptions::frames, SegmentationOptions::with));
	}

	@ParameterizedTest
	@MethodSource("changes")
	void anotherRowLeavesTheFirstAsItWas(final UnaryOperator<Setting<FrameMode>> change) {
		final Setting<FrameMode> row = MODE.with(Trait.OUTPUT);
		final String before = all(row);
		assertFalse(before.equals(all(change.apply(row))));
		assertEquals(before, all(row));
	}

	/** In whichever order they are said, two things are both true. */
	@Test
	void whatWasSaidBeforeStays() {
		changes().forEach(one -> changes().forEach(other -> {
			final Setting<FrameMode> row = other.apply(one.apply(MODE.with(Trait.IMAGEJ, Trait.OUTPUT)));
			assertTrue(row.is(Trait.IMAGEJ));
			assertEquals("mode", row.key());
			assertEquals(Kind.CHOICE, row.kind());
			assertEquals("a choice", row.help());
		}));
		final Setting<FrameMode> all = MODE.in(HEADING).standard("each").with(Trait.OUTPUT);
		assertEquals(
			"mode|CHOICE|a choice|each|Heading:|[each, together, current, apply]|[OUTPUT]|false",
			all(all));
	}

	@Test
	void traitsAddUp() {
		final Setting<String> some = TEXT.with(Trait.RECIPE).with(Trait.IMAGEJ, Trait.OUTPUT);
		assertTrue(some.is(Trait.RECIPE) && some.is(Trait.IMAGEJ) && some.is(Trait.OUTPUT));
		assertFalse(some.is(Trait.LABELS));
	}

	@Test
	void namesAreMadeOfTheKey() {
		assertEquals("some_text", TEXT.key());
		assertEquals("Some_text", TEXT.label());
		assertEquals("Some text", TEXT.name());
		assertEquals("some_text", TEXT.toString());
	}

	@Test
	void theDefinitionIsTheFirstSentence() {
		assertEquals("a text: `such` as this", TEXT.definition());
		assertEquals("a number", SIZE.definition());
		assertEquals("1.5 units.", Setting.text("k", Kind.TEXT, "1.5 units.").definition());
	}

	@Test
	void whatNobodySaysIsEmpty() {
		assertEquals("", TEXT.standard());
		assertEquals("", TEXT.group().heading());
		assertEquals(Collections.emptyList(), TEXT.choices());
		assertEquals("", settings(TEXT, null).texts().get("some_text"));
	}

	@Test
	void aSwitchIsOnIfItSaysTrue() {
		final Setting<Boolean> row = Setting.toggle("on", "a switch");
		assertTrue(row.isSwitch());
		assertFalse(TEXT.isSwitch());
		assertEquals("false", row.standard());
		assertTrue(row.of(settings(row, "true")));
		assertTrue(row.of(settings(row, "TRUE")));
		for (final String text : new String[] { null, "false", "", "yes", "1" })
			assertFalse(row.of(settings(row, text)));
	}

	@ParameterizedTest
	@EnumSource
	void aChoiceIsOneOfItsValues(final FrameMode mode) {
		assertTrue(MODE.choices().contains(mode.toString()));
		assertEquals(mode, MODE.of(settings(MODE, mode.toString())));
		assertEquals(mode.toString(), settings(MODE, mode.toString()).texts().get("mode"));
		assertEquals(FrameMode.values().length, MODE.choices().size());
	}

	@Test
	void choicesCanNotBeChanged() {
		assertThrows(UnsupportedOperationException.class, () -> MODE.choices().add("more"));
		assertThrows(UnsupportedOperationException.class, () -> MODE.orSaved().choices().clear());
	}

	/** Then it has no value of its own, and the default of the options. */
	@Test
	void aValueMayStandInOptions() {
		assertTrue(SIZE.isOfOptions());
		assertFalse(TEXT.isOfOptions());
		assertEquals("0", SIZE.standard());
		final Settings seven = settings(SIZE, "7");
		assertEquals(7, seven.options().minSize());
		assertEquals(7, SIZE.of(seven));
		assertEquals(null, seven.value("size"));
		assertEquals("7", SIZE.text(seven));
	}

	@Test
	void optionsRefuseWhatIsOutOfTheirRange() {
		assertEquals("min_size = -1: takes a whole number, 0 or more",
			assertThrows(IllegalArgumentException.class, () -> settings(SIZE, "-1")).getMessage());
	}

	@Test
	void aValueIsWrittenInAWayOfItsOwn() {
		final Setting<Integer> row = Setting.count("n", "a number")
			.written(n -> n + " pixels")
			.in(SegmentationOptions::minSize, SegmentationOptions::withMinSize);
		assertEquals("0 pixels", row.standard());
		assertEquals("5 pixels", row.text(
			Settings.of(Collections.singletonList(row), SegmentationOptions.defaults().withMinSize(5))));
	}

	/** It reads what is there already, and says so again. */
	@Test
	void savedIsWhatThereIs() {
		final Setting<Integer> row = SIZE.orSaved().in(HEADING);
		assertEquals("saved", row.standard());
		final SegmentationOptions five = SegmentationOptions.defaults().withMinSize(5);
		final Settings kept = Settings.read(Collections.singletonList(row), five, key -> null);
		assertEquals(5, row.of(kept));
		assertEquals("saved", row.text(kept));
		final Settings other = Settings.read(Collections.singletonList(row), five, key -> "0");
		assertEquals(0, row.of(other));
		assertEquals("0", row.text(other));
		assertEquals("size = saved: takes a whole number up to 2147483647",
			assertThrows(IllegalArgumentException.class, () -> settings(SIZE, "saved")).getMessage());
	}

	@Test
	void savedIsTheFirstOfTheChoices() {
		assertEquals(Arrays.asList("saved", "each", "together", "current", "apply"),
			MODE.orSaved().choices());
		assertEquals(Collections.emptyList(), SIZE.orSaved().choices());
	}

	@Test
	void whereClustersAreAppliedNothingIsLearned() {
		assertTrue(SettingTable.LEARNING.stream().noneMatch(row -> row.is(Trait.APPLYING)));
		assertTrue(SettingTable.APPLYING.stream().noneMatch(row -> row.is(Trait.LEARNING)));
		for (final Setting<?> row : SettingTable.ALL)
			assertTrue(SettingTable.LEARNING.contains(row) || row.is(Trait.APPLYING), row.key());
		for (final Setting<?> row : SettingTable.APPLYING)
			assertEquals(row.is(Trait.LABELS), row.standard().equals("saved"), row.key());
	}
}
