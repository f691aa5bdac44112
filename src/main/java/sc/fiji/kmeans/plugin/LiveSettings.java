package sc.fiji.kmeans.plugin;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.image.MaskedClusters;
import sc.fiji.kmeans.image.OptionTexts;
import sc.fiji.kmeans.image.SegmentationOptions;
import sc.fiji.kmeans.image.SettingTexts;
import sc.fiji.kmeans.live.LiveOptions;
import sc.fiji.kmeans.live.Shown;

/** What live segmentation asks for; immutable. */
final class LiveSettings {

	/** The source that is the active image. */
	static final String ACTIVE = "active";
	/** The source that is a camera. */
	static final String CAMERA = "camera";

	static final String MEASURE = "measure";

	/** The live recipe: what holds where a macro says nothing. */
	static final Map<String, String> DEFAULTS = Collections.unmodifiableMap(defaults());

	/** What is always said. */
	private static final List<String> RECIPE = Arrays.asList("source", "clusters", "epsilon",
		"iterations", "attempts", "initialization", "random_seed", "show", "masked");
	private static final int CLUSTERS = 5;

	private final Map<String, String> texts = new LinkedHashMap<>();
	private final String source;
	private final LiveOptions options;
	private final long stopAfter;

	private LiveSettings(final SettingTexts given) {
		DEFAULTS.keySet().forEach(key -> texts.put(key, given.text(key)));
		source = given.text("source");
		if (!source.equals(ACTIVE) && !source.equals(CAMERA) && !source.matches("(?i)https?://.+"))
			throw SettingTexts.refused("source", source,
				ACTIVE + ", " + CAMERA + " or the address of a network camera, http://...");
		final SegmentationOptions segmentation = OptionTexts.changed(SegmentationOptions.defaults(),
			key -> texts.get(key));
		options = new LiveOptions(segmentation, Shown.of(given.text("show")),
			MaskedClusters.given(given.text("masked"), segmentation.kMeans().clusters()));
		stopAfter = given.count("stop_after");
		if (stopAfter < 0)
			throw SettingTexts.refused("stop_after", given.text("stop_after"),
				"a whole number, 0 or more");
		if (!resolution().matches("(\\d+x\\d+)?"))
			throw SettingTexts.refused("resolution", resolution(),
				"a width and a height such as 640x480");
		OptionTexts.of(segmentation).forEach(texts::replace);
		texts.put("masked", options.masked().toString());
		texts.put("stop_after", Long.toString(stopAfter));
	}

	private static Map<String, String> defaults() {
		final Map<String, String> kMeans = OptionTexts
			.of(SegmentationOptions.defaults().with(KMeansOptions.defaults().withClusters(CLUSTERS)));
		final Map<String, String> texts = new LinkedHashMap<>();
		texts.put("source", ACTIVE);
		texts.put("camera", "");
		texts.put("resolution", "");
		for (final String key : Arrays.asList("clusters", "epsilon", "iterations", "attempts",
			"initialization", "random_seed", "color_space"))
			texts.put(key, kMeans.get(key));
		texts.put("show", Shown.SEGMENTED.toString());
		texts.put("masked", MaskedClusters.NONE.toString());
		texts.put("stop_after", "0");
		texts.put(MEASURE, "false");
		return texts;
	}

	/**
	 * @param text gives the text for a key
	 * @throws IllegalArgumentException with the key, its text and what it takes
	 */
	static LiveSettings read(final UnaryOperator<String> text) {
		return new LiveSettings(new SettingTexts(text));
	}

	/** The text of each setting by its key, in the order of the macro contract. */
	Map<String, String> texts() {
		return new LinkedHashMap<>(texts);
	}

	/** What a macro has to say to get these settings. */
	Map<String, String> told() {
		final Map<String, String> told = texts();
		told.entrySet()
			.removeIf(e -> !RECIPE.contains(e.getKey()) && e.getValue().equals(DEFAULTS.get(e.getKey())));
		return told;
	}

	/** {@link #ACTIVE}, {@link #CAMERA} or an address. */
	String source() {
		return source;
	}

	/** Name of the camera; empty for the first one. */
	String camera() {
		return texts.get("camera");
	}

	/** Of the camera, such as 640x480; empty for its own. */
	String resolution() {
		return texts.get("resolution");
	}

	LiveOptions options() {
		return options;
	}

	/** Number of frames after which it ends; 0 for never. */
	long stopAfter() {
		return stopAfter;
	}

	/** Whether a table has a row for each frame. */
	boolean isMeasured() {
		return Boolean.parseBoolean(texts.get(MEASURE));
	}
}
