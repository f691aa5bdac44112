package sc.fiji.kmeans.plugin.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.settings.SettingTable;

class HelpTextTest {

	@Test
	void aTipIsTheHelpOfTheField() {
		SettingTable.ALL.forEach(row -> {
			final String tip = HelpText.tip(row, null);
			assertTrue(tip.startsWith(row.name() + ": ") && !tip.contains("`"), tip);
			assertEquals("Off: why.\n" + tip, HelpText.tip(row, "why"));
			final String[] lines = ToolTips.lines(tip);
			assertEquals(tip, String.join(" ", lines));
			assertTrue(Arrays.stream(lines).allMatch(line -> line.length() <= 64), tip);
		});
	}
}
