package sc.fiji.kmeans.plugin.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.ReferenceTable;
import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.SettingTable;

class LiveReferenceTest {

	/** Of the others the table of all settings tells. */
	@Test
	void theReferenceHasWhatIsOtherwise() throws IOException {
		final List<String> rows = lines(LiveSettings.ROWS);
		rows.removeAll(lines(SettingTable.ALL));
		assertEquals(String.join("\n", rows),
			String.join("\n", ReferenceTable.rows("### Live segmentation")));
	}

	private static List<String> lines(final List<Setting<?>> rows) {
		return rows.stream()
			.map(row -> ReferenceTable.row(row.key(), row))
			.collect(Collectors.toList());
	}

	/** Macros depend on them; others may come between. */
	@Test
	void keysAndTheirOrderAreForEver() {
		final List<String> keys = Arrays.asList(("source camera resolution clusters epsilon iterations"
			+ " attempts initialization random_seed color_space show masked stop_after measure")
			.split(" "));
		assertEquals(keys,
			LiveSettings.DEFAULTS.keySet().stream().filter(keys::contains).collect(Collectors.toList()));
	}
}
