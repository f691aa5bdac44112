package sc.fiji.kmeans.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static sc.fiji.kmeans.plugin.Pictures.assertSame;

import ij.ImagePlus;
import ij.Prefs;

import java.util.Collections;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.SettingTable;

@Timeout(60)
class MacroMannersTest {

	private static final String KEY = "kmeans.segmentation.";

	@AfterEach
	void forget() {
		KMeansSettings.DEFAULTS.texts().keySet().forEach(key -> Prefs.set(KEY + key, null));
	}

	@Test
	void theRecordedLineMeansTheDefaults() {
		final ImagePlus image = Pictures.rgb(30, 20);
		final MacroRun recorded = MacroRun.ofStatement(image,
			"run(\"K-Means Segmentation...\", \"clusters=3 epsilon=0.2 "
				+ "iterations=100 attempts=10 initialization=k-means++ random_seed=1 " + "masked=each\");");
		final MacroRun brief = MacroRun.ofStatement(image, "run(\"K-Means Segmentation...\");");
		assertSame(recorded.image("rgb-segmented"), brief.image("rgb-segmented"));
		assertSame(recorded.image("rgb-masked"), brief.image("rgb-masked"));
	}

	@Test
	void macrosDoNotSeeRememberedValues() {
		final ImagePlus image = Pictures.grey8(30, 20);
		final MacroRun before = MacroRun.of(image, "attempts=2");
		read("clusters=5 masked=none").remember(Collections.emptySet());
		final MacroRun after = MacroRun.of(image, "attempts=2");
		assertSame(before.image("grey8-segmented"), after.image("grey8-segmented"));
		assertSame(before.image("grey8-masked"), after.image("grey8-masked"));
	}

	@Test
	void macrosDoNotChangeRememberedValues() {
		read("clusters=5 masked=2").remember(Collections.emptySet());
		MacroRun.of(Pictures.rgb(9, 9), "clusters=2 epsilon=1 masked=none");
		assertEquals(read("clusters=5 masked=2").texts(), KMeansSettings.remembered(true, ""));
	}

	@Test
	void macrosRememberNothing() {
		MacroRun.of(Pictures.rgb(9, 9), "clusters=2 epsilon=1 masked=none");
		for (final Setting<?> row : SettingTable.ALL)
			assertNull(Prefs.get(KEY + row.key(), null), row.key());
	}

	@Test
	void damagedPreferencesGiveTheDefaults() {
		Prefs.set(KEY + "clusters", "many");
		assertEquals(KMeansSettings.DEFAULTS.texts(), KMeansSettings.remembered(true, ""));
	}

	@Test
	void rememberedSettingsComeBackAsTheyWere() {
		final KMeansSettings settings = read(
			"clusters=300 epsilon=1e-3 " + "iterations=7 attempts=1 initialization=random "
				+ "random_seed=-9223372036854775807 masked=1,300");
		settings.remember(Collections.emptySet());
		assertEquals(settings.texts(), KMeansSettings.remembered(true, ""));
	}

	private static KMeansSettings read(final String options) {
		final Map<String, String> texts = KMeansSettings.DEFAULTS.texts();
		for (final String option : options.split(" "))
			texts.put(option.split("=")[0], option.split("=")[1]);
		return KMeansSettings.read(texts::get);
	}
}
