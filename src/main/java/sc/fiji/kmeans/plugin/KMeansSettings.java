package sc.fiji.kmeans.plugin;

import ij.Prefs;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sc.fiji.kmeans.cluster.Initialization;
import sc.fiji.kmeans.image.Background;
import sc.fiji.kmeans.image.ColorSpace;
import sc.fiji.kmeans.image.FrameMode;
import sc.fiji.kmeans.image.MaskedClusters;
import sc.fiji.kmeans.image.OptionTexts;
import sc.fiji.kmeans.image.SegmentationOptions;
import sc.fiji.kmeans.image.SettingTexts;

/**
 * What the dialog asks for; immutable. Every setting has a key and can be
 * written as a text: in macros, in the fields of the dialog, and in ImageJ's
 * preferences, which remember the values of the last dialog.
 */
final class KMeansSettings {

	/** The recipe: what holds where a macro says nothing. */
	static final KMeansSettings DEFAULTS = new KMeansSettings(
		new SettingTexts(key -> key.equals("masked")
			? "each"
			: key.equals("kept") ? "none" : key.equals("background") ? "black" : ""),
		SegmentationOptions.defaults());

	/** What only makes sense where clusters are found. */
	private static final List<String> FINDING = Arrays.asList("clusters", "epsilon", "iterations",
		"attempts", "initialization", "random_seed", "frames", "color_space", "scale", "match", "save");
	/** What only makes sense where they are applied. */
	private static final List<String> APPLYING = Arrays.asList("from");

	/** What is always said, by dialog and macro alike. */
	private static final List<String> RECIPE = Arrays.asList("from", "clusters", "epsilon",
		"iterations", "attempts", "initialization", "random_seed", "masked");
	/** What tells a file, which should not be used again unasked. */
	private static final List<String> PLACES = Arrays.asList("match", "save", "from");

	private final SegmentationOptions options;
	private final MaskedClusters masked;
	private final MaskedClusters kept;
	private final Background background;
	private final Set<Output> outputs;
	private final String match;
	private final String save;
	private final String from;
	/** The settings that are as they were when the clusters were saved. */
	private final List<String> saved;

	private KMeansSettings(final SettingTexts texts, final SegmentationOptions options) {
		final int labels = options.labels();
		this.options = options;
		masked = MaskedClusters.of(texts.text("masked"), labels);
		kept = MaskedClusters.kept(texts.text("kept"), labels);
		background = Background.of(texts.text("background"));
		outputs = outputs(texts);
		match = texts.text("match");
		save = texts.text("save");
		from = texts.text("from");
		saved = isFinding()
			? Collections.emptyList()
			: OptionTexts.OF_LABELS.stream()
				.filter(key -> texts.text(key).equals(OptionTexts.SAVED))
				.collect(Collectors.toList());
	}

	/**
	 * Reads the settings in the order of {@link #texts()}.
	 *
	 * @param text gives the text for a key
	 * @throws IllegalArgumentException with the key, its text and what it takes
	 */
	static KMeansSettings read(final UnaryOperator<String> text) {
		final SettingTexts texts = new SettingTexts(text);
		final String from = texts.text("from");
		return new KMeansSettings(texts,
			from.isEmpty()
				? OptionTexts.changed(matching(texts.text("match")), texts::text)
				: OptionTexts.ofClusters(ClusterSource.of("from", from), texts::text));
	}

	/** Its clusters tell which numbers there can be. */
	private static SegmentationOptions matching(final String match) {
		return match.isEmpty()
			? SegmentationOptions.defaults()
			: SegmentationOptions.defaults().withReference(ClusterSource.of("match", match));
	}

	private static Set<Output> outputs(final SettingTexts texts) {
		return Arrays.stream(Output.values())
			.filter(output -> texts.isOn(output.key()))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Output.class)));
	}

	/** What holds where a macro says nothing. */
	static Map<String, String> defaultTexts(final boolean finding) {
		final Map<String, String> texts = DEFAULTS.texts();
		if (!finding) OptionTexts.OF_LABELS.forEach(key -> texts.put(key, OptionTexts.SAVED));
		return texts;
	}

	/**
	 * What the last dialog ended with, or the defaults.
	 *
	 * @param finding whether that of the command that finds clusters
	 * @param from whose clusters are applied; may be empty
	 */
	static Map<String, String> remembered(final boolean finding, final String from) {
		final Map<String, String> defaults = defaultTexts(finding);
		defaults.put("from", from);
		final Map<String, String> texts = new LinkedHashMap<>(defaults);
		for (final String key : keys(finding))
			if (!isPlace(key)) texts.put(key, Prefs.get(preference(finding, key), texts.get(key)));
		try {
			return finding || !from.isEmpty() ? read(texts::get).texts() : defaults;
		}
		catch (final IllegalArgumentException damaged) {
			return defaults;
		}
	}

	/**
	 * Keeps these values for the next dialog of their command.
	 *
	 * @param except keys of those that keep what they were
	 */
	void remember(final Set<String> except) {
		final Map<String, String> texts = texts();
		for (final String key : keys(isFinding()))
			if (!isPlace(key) && !except.contains(key))
				Prefs.set(preference(isFinding(), key), texts.get(key));
	}

	private static String preference(final boolean finding, final String key) {
		return "kmeans." + (finding ? "segmentation." : "apply.") + key;
	}

	/** Whether these are settings of the command that finds clusters. */
	boolean isFinding() {
		return from.isEmpty();
	}

	/**
	 * What a macro has to say to get these settings: the recipe, and of the others
	 * those that are not as they are if nothing is said.
	 */
	Map<String, String> told() {
		final Map<String, String> told = texts();
		told.keySet().retainAll(keys(isFinding()));
		told.entrySet()
			.removeIf(e -> !RECIPE.contains(e.getKey())
				&& e.getValue().equals(defaultTexts(isFinding()).get(e.getKey())));
		return told;
	}

	/** The text of each setting by its key, in the order of the macro contract. */
	Map<String, String> texts() {
		final Map<String, String> texts = new LinkedHashMap<>();
		texts.put("from", from);
		OptionTexts.of(options).forEach((key, text) -> {
			if (key.equals("frames")) texts.put("masked", masked.toString());
			texts.put(key, saved.contains(key) ? OptionTexts.SAVED : text);
		});
		texts.put("kept", kept.toString());
		texts.put("background", background.toString());
		for (final Output output : Output.values())
			texts.put(output.key(), Boolean.toString(outputs.contains(output)));
		texts.put("match", match);
		texts.put("save", save);
		return texts;
	}

	/** The keys of the command that finds clusters, or of the one that applies them. */
	static Set<String> keys(final boolean finding) {
		final Set<String> keys = new LinkedHashSet<>(DEFAULTS.texts().keySet());
		keys.removeAll(finding ? APPLYING : FINDING);
		return keys;
	}

	/**
	 * The texts that a choice takes, or none if a setting is no choice.
	 *
	 * @param finding whether of the command that finds clusters
	 */
	static String[] choices(final String key, final boolean finding) {
		switch (key) {
			case "initialization" :
				return texts(Initialization.values());
			case "frames" :
				return texts(FrameMode.values());
			case "color_space" :
				return texts(ColorSpace.values());
			case "background" :
				return texts(Background.values());
			case "apply_to" :
				return Stream
					.concat(Stream.of(OptionTexts.SAVED).filter(s -> !finding), OptionTexts.AREAS.stream())
					.toArray(String[]::new);
			default :
				return new String[0];
		}
	}

	private static String[] texts(final Object[] values) {
		return Arrays.stream(values).map(Object::toString).toArray(String[]::new);
	}

	/** Whether a setting is on or off, and off in a macro that does not say so. */
	static boolean isSwitch(final String key) {
		return key.equals("scale")
			|| Arrays.stream(Output.values()).anyMatch(output -> output.key().equals(key));
	}

	/** Whether a setting tells a file or an image. */
	static boolean isPlace(final String key) {
		return PLACES.contains(key);
	}

	SegmentationOptions options() {
		return options;
	}

	MaskedClusters masked() {
		return masked;
	}

	MaskedClusters kept() {
		return kept;
	}

	Background background() {
		return background;
	}

	/** File or image after whose clusters they are numbered; may be empty. */
	String match() {
		return match;
	}

	/** File that the clusters are saved to; may be empty. */
	String save() {
		return save;
	}

	/** File or image whose clusters are applied; may be empty. */
	String from() {
		return from;
	}

	/** What is made besides the segmented and masked images. */
	Set<Output> outputs() {
		return outputs;
	}
}
