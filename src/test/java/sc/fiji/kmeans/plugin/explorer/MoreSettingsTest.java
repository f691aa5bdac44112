package sc.fiji.kmeans.plugin.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.kmeans.plugin.KnownForms;
import sc.fiji.kmeans.settings.SettingTable;

/** The settings of the explorer that are not on its panel, and the macro's defaults. */
class MoreSettingsTest {

	private static MoreSettings of(final ImageProcessor pixels) {
		return MoreSettings.standard(new ImagePlus("", pixels));
	}

	private static MoreSettings standard() {
		return of(new ColorProcessor(3, 3));
	}

	/** What nobody changed is what a macro that says nothing gets. */
	@Test
	void theyBeginAsTheDefaults() {
		final Map<String, String> defaults = KnownForms.segmentation().defaults();
		standard().texts().forEach((key, text) -> assertEquals(defaults.get(key), text, key));
		assertTrue(standard().texts().containsKey(SettingTable.ATTEMPTS.key()));
		assertTrue(standard().texts().containsKey(SettingTable.MIN_SIZE.key()));
	}

	/** What is on the panel, or is asked for by Create, is not asked for twice. */
	@ParameterizedTest
	@ValueSource(strings = { "clusters", "merge", "names", "masked", "kept", "labels", "measure",
		"rois", "overlay", "legend", "save" })
	void whatThePanelHasIsNotAmongThem(final String key) {
		assertFalse(standard().texts().containsKey(key));
	}

	@Test
	void nobodyChangesThem() {
		final MoreSettings settings = standard();
		assertNotSame(settings.texts(), settings.texts());
		settings.texts().clear();
		assertFalse(settings.texts().isEmpty());
	}

	@Test
	void theyFitImagesOfAllKinds() {
		final ImageProcessor[] kinds = { new ByteProcessor(3, 3), new ColorProcessor(3, 3),
			new FloatProcessor(3, 3) };
		for (final ImageProcessor kind : kinds) {
			final MoreSettings settings = of(kind);
			assertEquals("none", settings.options().merge().toString());
			assertEquals(10, settings.options().kMeans().attempts());
			assertEquals(standard().texts(), settings.texts());
		}
	}
}
