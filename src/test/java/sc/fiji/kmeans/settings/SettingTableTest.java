package sc.fiji.kmeans.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.kmeans.ReferenceTable;
import sc.fiji.kmeans.model.SegmentationOptions;

class SettingTableTest {

	private static final SegmentationOptions DEFAULTS = SegmentationOptions.defaults();

	static Stream<Setting<?>> rows() {
		return SettingTable.ALL.stream();
	}

	@Test
	void theReferenceHasTheTable() throws IOException {
		assertEquals(
			rows().map(row -> ReferenceTable.row(row.key(), row)).collect(Collectors.joining("\n")),
			String.join("\n", ReferenceTable.rows("## Settings")));
	}

	/** Scripts and macros depend on them; others may come between. */
	@Test
	void keysAndTheirOrderAreForEver() {
		final List<String> keys = Arrays.asList(("from clusters epsilon iterations attempts"
			+ " initialization random_seed masked frames color_space apply_to ignore channels scale transform min_size"
			+ " merge kept background names labels measure plot rois overlay legend methods trace match save")
			.split(" "));
		assertEquals(keys,
			rows().map(Setting::key).filter(keys::contains).collect(Collectors.toList()));
	}

	/** ImageJ finds a key also at the end of another. */
	@ParameterizedTest
	@MethodSource("rows")
	void noKeyIsTheTailOfAnother(final Setting<?> row) {
		assertTrue(rows().noneMatch(other -> other.key().endsWith("_" + row.key())), row.key());
		assertFalse(row.isSwitch() && row.key().endsWith("stack"), row.key());
	}

	@ParameterizedTest
	@MethodSource("rows")
	void whatNobodySaysIsTheDefault(final Setting<?> row) {
		final Settings settings = Settings.read(SettingTable.ALL, DEFAULTS, key -> null);
		assertEquals(row.standard(), settings.texts().get(row.key()));
		assertEquals(row.standard(),
			Settings.read(SettingTable.ALL, DEFAULTS, settings.texts()::get).texts().get(row.key()));
	}

	@Test
	void aSwitchIsOffByDefault() {
		rows().filter(Setting::isSwitch).forEach(row -> assertEquals("false", row.standard()));
	}

	@ParameterizedTest
	@MethodSource("rows")
	void choicesAreReadAndWritten(final Setting<?> row) {
		for (final String choice : row.choices())
			assertEquals(choice,
				Settings.read(SettingTable.ALL, DEFAULTS, key -> key.equals(row.key()) ? choice : null)
					.texts()
					.get(row.key()));
		assertEquals(row.kind() == Kind.CHOICE, row.choices().contains(row.standard()));
	}

	/** The term stands before it, so it begins in small letters and has no full stop. */
	@ParameterizedTest
	@MethodSource("rows")
	void helpFollowsTheName(final Setting<?> row) {
		assertTrue(row.help().matches("[`a-z].*[^.:;, ]"), row.help());
		assertEquals(0, row.help().chars().filter(c -> c == '`').count() % 2, row.help());
		assertTrue(row.help().startsWith(row.definition()), row.help());
	}

	@Test
	void appliedClustersKeepWhatWasSaved() {
		final SegmentationOptions saved = Settings
			.read(SettingTable.LEARNING, DEFAULTS,
				key -> key.equals("merge") ? "1+3" : key.equals("apply_to") ? "image" : null)
			.options();
		final Settings all = Settings.read(SettingTable.APPLYING, saved, key -> null);
		assertEquals("1+3", all.options().merge().toString());
		assertTrue(all.options().isAppliedToAll());
		assertEquals("saved", all.texts().get("merge"));
		assertEquals("saved", all.texts().get("apply_to"));
		final Settings some = Settings.read(SettingTable.APPLYING, saved,
			key -> key.equals("apply_to") ? "selection" : null);
		assertFalse(some.options().isAppliedToAll());
		assertEquals("{from=, masked=each, apply_to=selection}", some.told().toString());
	}

	@Test
	void onlyTheRecipeAndWhatIsNoDefaultIsTold() {
		assertEquals(
			"{clusters=3, epsilon=0.2, iterations=100, attempts=10, initialization=k-means++,"
				+ " random_seed=1, masked=each, min_size=4, plot=true}",
			Settings
				.read(SettingTable.LEARNING, DEFAULTS,
					key -> key.equals("min_size") ? " 4 " : key.equals("plot") ? "true" : null)
				.told()
				.toString());
	}

	/** The numbers that there are depend on what is merged, which stands below. */
	@Test
	void optionsAreReadBeforeWhatIsMadeOfThem() {
		final List<Setting<?>> rows = SettingTable.LEARNING;
		assertEquals("5", Settings
			.read(rows, DEFAULTS, key -> key.equals("masked") ? "5" : key.equals("clusters") ? "5" : null)
			.texts()
			.get("masked"));
	}
}
