package sc.fiji.kmeans.plugin;

import ij.Prefs;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

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

	private static final String REMEMBERED = "kmeans.segmentation.";
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
		final String from = text.apply("from").trim();
		final KMeansOptions asked = KMeansOptions.defaults() //
			.withClusters(count("clusters", text)) //
			.withEpsilon(number("epsilon", text)) //
			.withIterations(count("iterations", text)) //
			.withAttempts(count("attempts", text)) //
			.withInitialization(Initialization.of(text.apply("initialization"))) //
			.withRandomSeed(whole("random_seed", text, Long.MAX_VALUE));
		final KMeansOptions kMeans = from.isEmpty() ? asked : asked.withClusters(
			ClusterSource.of("from", from).size());
		final int k = kMeans.clusters();
		final MaskedClusters masked = MaskedClusters.of(text.apply("masked"), k);
		final SegmentationOptions options = SegmentationOptions.defaults().with(
			kMeans) //
			.with(FrameMode.of(text.apply("frames"))) //
			.with(ColorSpace.of(text.apply("color_space"))) //
			.withScaled(Boolean.parseBoolean(text.apply(SCALE))) //
			.withAppliedToAll(isAppliedToAll(text.apply("apply_to"))) //
			.with(IgnoredValues.of(text.apply("ignore"))) //
			.withMinSize(count("min_size", text)) //
			.withMerge(text.apply("merge"));
		final MaskedClusters kept = MaskedClusters.kept(text.apply("kept"), k);
		final Background background = Background.of(text.apply("background"));
		final Set<Output> outputs = EnumSet.noneOf(Output.class);
		for (final Output output : Output.values())
			if (Boolean.parseBoolean(text.apply(output.key()))) outputs.add(output);
		return new KMeansSettings(options, masked, kept, background, outputs, text
			.apply("match").trim(), text.apply("save").trim(), from);
	}

	private static boolean isAppliedToAll(final String text) {
		if (text.equals(IMAGE) || text.equals(SELECTION)) return text.equals(IMAGE);
		throw refused("apply_to", text, SELECTION + " or " + IMAGE);
	}

	private static int count(final String key, final UnaryOperator<String> text) {
		return (int) whole(key, text, Integer.MAX_VALUE);
	}

	private static long whole(final String key, final UnaryOperator<String> text,
		final long max)
	{
		final String value = text.apply(key);
		try {
			final long whole = new BigDecimal(value.trim()).longValueExact();
			if (Math.abs(whole) <= max) return whole;
		}
		catch (final ArithmeticException | NumberFormatException none) {
			// refused below, as a number that is too large
		}
		throw refused(key, value, "a whole number up to " + max);
	}

	private static double number(final String key,
		final UnaryOperator<String> text)
	{
		final String value = text.apply(key);
		try {
			return Double.parseDouble(value);
		}
		catch (final NumberFormatException none) {
			throw refused(key, value, "a number");
		}
	}

	private static IllegalArgumentException refused(final String key,
		final String value, final String what)
	{
		return new IllegalArgumentException(key + " = " + value + ": takes " +
			what);
	}

	/** What the last dialog ended with, or the defaults. */
	static KMeansSettings remembered() {
		final Map<String, String> defaults = DEFAULTS.texts();
		try {
			return read(key -> Prefs.get(REMEMBERED + key, defaults.get(key)));
		}
		catch (final IllegalArgumentException damaged) {
			return DEFAULTS;
		}
	}

	/** Keeps these values for the next dialog. */
	void remember() {
		texts().forEach((key, text) -> {
			if (!isPlace(key)) Prefs.set(REMEMBERED + key, text);
		});
	}

	/** Whether a setting tells a file, which should not be used again unasked. */
	private static boolean isPlace(final String key) {
		return key.equals("match") || key.equals("save") || key.equals("from");
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
		texts.put(SCALE, Boolean.toString(options.isScaled()));
		texts.put("apply_to", options.isAppliedToAll() ? IMAGE : SELECTION);
		texts.put("ignore", options.ignored().toString());
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
