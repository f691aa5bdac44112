package sc.fiji.kmeans.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.kmeans.model.SegmentationOptions;

/** What settings take, row by row. */
class KindTest {

	static Stream<Setting<?>> rows() {
		return Stream.concat(SettingTable.ALL.stream(), FileSettings.ALL.stream()).distinct();
	}

	/** Files and folders are told by their places. */
	@ParameterizedTest
	@EnumSource(Kind.class)
	void pathsArePlaces(final Kind kind) {
		assertEquals(EnumSet.of(Kind.CLUSTERS, Kind.LIST, Kind.NEW_FILE, Kind.FOLDER).contains(kind),
			kind.isPath());
	}

	/** A choice has choices, and its default is one of them; others have none. */
	@ParameterizedTest
	@MethodSource("rows")
	void choicesAreThoseOfChoices(final Setting<?> row) {
		assertEquals(row.kind() == Kind.CHOICE, !row.choices().isEmpty(), row.key());
		if (row.kind() == Kind.CHOICE) assertTrue(row.choices().contains(row.standard()), row.key());
		assertEquals(row.kind() == Kind.SWITCH, row.isSwitch());
	}

	/** A number that is none is refused with key, text and what it takes. */
	@ParameterizedTest
	@MethodSource("rows")
	void numbersAreAsciiDigits(final Setting<?> row) {
		if (!EnumSet.of(Kind.COUNT, Kind.WHOLE, Kind.NUMBER).contains(row.kind())) return;
		for (final String none : Arrays.asList("\uff13", "1f", "0x1", "1,5", "", "three")) {
			final String message = assertThrows(IllegalArgumentException.class,
				() -> Settings.read(rows().collect(Collectors.toList()), SegmentationOptions.defaults(),
					key -> key.equals(row.key()) ? none : null))
				.getMessage();
			assertTrue(message.startsWith(row.key() + " = " + none + ": takes "), message);
		}
	}

	/** A definition is one sentence without its point, which follows a name. */
	@ParameterizedTest
	@MethodSource("rows")
	void definitionsFollowTheName(final Setting<?> row) {
		assertFalse(row.definition().isEmpty(), row.key());
		assertTrue(row.help().startsWith(row.definition()), row.key());
		assertFalse(row.definition().endsWith("."), row.definition());
		assertEquals(row.key(), row.toString());
	}

	@Test
	void keysAreWordsOfMacros() {
		final List<String> keys = rows().map(Setting::key).collect(Collectors.toList());
		keys.forEach(key -> assertTrue(key.matches("[a-z]+(_[a-z]+)*"), key));
		rows().forEach(row -> {
			assertEquals("--" + row.key().replace('_', '-'), row.option());
			assertFalse(row.help().isEmpty(), row.key());
		});
	}
}
