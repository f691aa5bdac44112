package sc.fiji.kmeans.plugin;

import ij.Prefs;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import sc.fiji.kmeans.cluster.Initialization;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.image.Background;
import sc.fiji.kmeans.image.ColorSpace;
import sc.fiji.kmeans.image.FrameMode;
import sc.fiji.kmeans.image.IgnoredValues;
import sc.fiji.kmeans.image.MaskedClusters;
import sc.fiji.kmeans.image.SegmentationOptions;

/**
 * What the dialog asks for; immutable. Every setting has a key and can be
 * written as a text: in macros, in the fields of the dialog, and in ImageJ's
 * preferences, which remember the values of the last dialog.
 */
final class KMeansSettings {

	/** The recipe: what holds where a macro says nothing. */
	static final KMeansSettings DEFAULTS = new KMeansSettings(SegmentationOptions
		.defaults(), MaskedClusters.EACH, MaskedClusters.NONE, Background.BLACK,
		EnumSet.noneOf(Output.class), "", "", "");

	/** What only makes sense where clusters are found. */
	private static final List<String> FINDING = Arrays.asList("clusters", "epsilon",
		"iterations", "attempts", "initialization", "random_seed", "frames",
		"color_space", "scale", "match", "save");
	/** What only makes sense where they are applied. */
	private static final List<String> APPLYING = Arrays.asList("from");

	/** What is always said, by dialog and macro alike. */
	private static final List<String> RECIPE = Arrays.asList("from", "clusters",
		"epsilon", "iterations", "attempts", "initialization", "random_seed",
		"masked");
	/** What tells a file, which should not be used again unasked. */
	private static final List<String> PLACES = Arrays.asList("match", "save",
		"from");

	private static final String SELECTION = "selection";
	private static final String IMAGE = "image";
	private static final String SCALE = "scale";

	private final SegmentationOptions options;
	private final MaskedClusters masked;
	private final MaskedClusters kept;
	private final Background background;
	private final Set<Output> outputs;
	private final String match;
	private final String save;
	private final String from;

	private KMeansSettings(final SegmentationOptions options,
		final MaskedClusters masked, final MaskedClusters kept,
		final Background background, final Set<Output> outputs, final String match,
		final String save, final String from)
	{
		this.match = match;
		this.save = save;
		this.from = from;
		this.options = options;
		this.masked = masked;
		this.kept = kept;
		this.background = background;
		this.outputs = outputs;
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
		final SegmentationOptions options = options(texts, from.isEmpty() ? kMeans(
			texts) : KMeansOptions.defaults().withClusters(ClusterSource.of("from", from)
				.size()));
		final int labels = options.labels();
		return new KMeansSettings(options, MaskedClusters.of(texts.text("masked"),
			labels), MaskedClusters.kept(texts.text("kept"), labels), Background.of(
				texts.text("background")), outputs(texts), texts.text("match"), texts
					.text("save"), from);
	}

	private static KMeansOptions kMeans(final SettingTexts texts) {
		return KMeansOptions.defaults() //
			.withClusters(texts.count("clusters")) //
			.withEpsilon(texts.number("epsilon")) //
			.withIterations(texts.count("iterations")) //
			.withAttempts(texts.count("attempts")) //
			.withInitialization(Initialization.of(texts.text("initialization"))) //
			.withRandomSeed(texts.whole("random_seed", Long.MAX_VALUE));
	}

	private static SegmentationOptions options(final SettingTexts texts,
		final KMeansOptions kMeans)
	{
		return SegmentationOptions.defaults().with(kMeans) //
			.with(FrameMode.of(texts.text("frames"))) //
			.with(ColorSpace.of(texts.text("color_space"))) //
			.withScaled(texts.isOn(SCALE)) //
			.withAppliedToAll(!texts.isFirst("apply_to", SELECTION, IMAGE)) //
			.with(IgnoredValues.of(texts.text("ignore"))) //
			.withMinSize(texts.count("min_size")) //
			.withMerge(texts.text("merge"));
	}

	private static Set<Output> outputs(final SettingTexts texts) {
		return Arrays.stream(Output.values()).filter(output -> texts.isOn(output
			.key())).collect(Collectors.toCollection(() -> EnumSet.noneOf(
				Output.class)));
	}

	/**
	 * What the last dialog ended with, or the defaults.
	 *
	 * @param finding whether that of the command that finds clusters
	 * @param from whose clusters are applied; may be empty
	 */
	static KMeansSettings remembered(final boolean finding, final String from) {
		final Map<String, String> texts = DEFAULTS.texts();
		for (final String key : keys(finding))
			texts.put(key, Prefs.get(preference(finding, key), texts.get(key)));
		texts.put("from", from);
		try {
			return read(texts::get);
		}
		catch (final IllegalArgumentException damaged) {
			return from.isEmpty() ? DEFAULTS : read(key -> key.equals("from") ? from
				: DEFAULTS.texts().get(key));
		}
	}

	/** Keeps these values for the next dialog of their command. */
	void remember() {
		final Map<String, String> texts = texts();
		for (final String key : keys(isFinding()))
			if (!isPlace(key)) Prefs.set(preference(isFinding(), key), texts
				.get(key));
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
		told.entrySet().removeIf(e -> !RECIPE.contains(e.getKey()) && e.getValue()
			.equals(DEFAULTS.texts().get(e.getKey())));
		return told;
	}

	/** The text of each setting by its key, in the order of the macro contract. */
	Map<String, String> texts() {
		final KMeansOptions kMeans = options.kMeans();
		final Map<String, String> texts = new LinkedHashMap<>();
		texts.put("from", from);
		texts.put("clusters", Integer.toString(kMeans.clusters()));
		texts.put("epsilon", Double.toString(kMeans.epsilon()).replaceFirst("\\.0$",
			""));
		texts.put("iterations", Integer.toString(kMeans.iterations()));
		texts.put("attempts", Integer.toString(kMeans.attempts()));
		texts.put("initialization", kMeans.initialization().toString());
		texts.put("random_seed", Long.toString(kMeans.randomSeed()));
		texts.put("masked", masked.toString());
		texts.put("frames", options.frames().toString());
		texts.put("color_space", options.colorSpace().toString());
		texts.put("apply_to", options.isAppliedToAll() ? IMAGE : SELECTION);
		texts.put("ignore", options.ignored().toString());
		texts.put(SCALE, Boolean.toString(options.isScaled()));
		texts.put("min_size", Integer.toString(options.minSize()));
		texts.put("merge", options.merge());
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

	/** The texts that a choice takes, or none if a setting is no choice. */
	static String[] choices(final String key) {
		switch (key) {
			case "initialization":
				return texts(Initialization.values());
			case "frames":
				return texts(FrameMode.values());
			case "color_space":
				return texts(ColorSpace.values());
			case "background":
				return texts(Background.values());
			case "apply_to":
				return new String[] { SELECTION, IMAGE };
			default:
				return new String[0];
		}
	}

	private static String[] texts(final Object[] values) {
		return Arrays.stream(values).map(Object::toString).toArray(String[]::new);
	}

	/** Whether a setting is on or off, and off in a macro that does not say so. */
	static boolean isSwitch(final String key) {
		return key.equals(SCALE) || Arrays.stream(Output.values()).anyMatch(
			output -> output.key().equals(key));
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
