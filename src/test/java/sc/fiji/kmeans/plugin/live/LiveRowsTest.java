package sc.fiji.kmeans.plugin.live;

import org.junit.jupiter.api.Test;

import sc.fiji.kmeans.plugin.FormRowsTest;

/** Whoever adds a setting decides whether films have it. */
class LiveRowsTest {

	/** A film has no regions, no selection of other frames, and no clusters of elsewhere. */
	@Test
	void liveSegmentationHasAllThatAFilmHas() {
		FormRowsTest.assertMissing(LiveSettings.DEFAULTS.keySet(), "frames", "frame", "ignore", "scale",
			"apply_to", "min_size", "merge", "match", "background", "kept");
	}
}
