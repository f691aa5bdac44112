package sc.fiji.kmeans.image;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import sc.fiji.kmeans.cluster.Initialization;
import sc.fiji.kmeans.cluster.KMeansOptions;

/** How an image is segmented, as texts by their keys: those of macros. */
public final class OptionTexts {

	/** What decides labels besides the centres of the clusters. */
	public static final List<String> OF_LABELS = Collections
		.unmodifiableList(Arrays.asList("apply_to", "ignore", "min_size", "merge"));

	/** The texts that {@code apply_to} takes. */
	public static final List<String> AREAS = Collections
		.unmodifiableList(Arrays.asList("selection", "image"));

	private static final String CLUSTERS = "clusters";

	private OptionTexts() {}

	/** The text of each setting, in the order of the macro contract. */
	public static Map<String, String> of(final SegmentationOptions options) {
		final KMeansOptions kMeans = options.kMeans();
		final Map<String, String> texts = new LinkedHashMap<>();
		texts.put(CLUSTERS, Integer.toString(kMeans.clusters()));
		texts.put("epsilon", Double.toString(kMeans.epsilon()).replaceFirst("\\.0$", ""));
		texts.put("iterations", Integer.toString(kMeans.iterations()));
		texts.put("attempts", Integer.toString(kMeans.attempts()));
		texts.put("initialization", kMeans.initialization().toString());
		texts.put("random_seed", Long.toString(kMeans.randomSeed()));
		texts.put("frames", options.frames().toString());
		texts.put("color_space", options.colorSpace().toString());
		texts.put("apply_to", AREAS.get(options.isAppliedToAll() ? 1 : 0));
		texts.put("ignore", options.ignored().toString());
		texts.put("scale", Boolean.toString(options.isScaled()));
		texts.put("min_size", Integer.toString(options.minSize()));
		texts.put("merge", options.merge().toString());
		return texts;
	}

	/** A line for a file of clusters, which tells colour space and scales itself. */
	static String line(final SegmentationOptions options) {
		final Map<String, String> texts = of(options);
		texts.keySet().removeAll(Arrays.asList("color_space", "scale"));
		texts.put(CLUSTERS, Integer.toString(options.largestNumber()));
		return texts.entrySet()
			.stream()
			.map(e -> e.getKey() + "=" + e.getValue())
			.collect(Collectors.joining(" "));
	}

	/**
	 * Of such a line only what decides labels, and the largest number that a cluster
	 * may have, which merging depends on. Other words are for people.
	 *
	 * @param clusters the largest number that there is
	 */
	static SegmentationOptions ofLine(final String line, final int clusters) {
		final Map<String, String> words = new HashMap<>();
		for (final String word : line.split("\\s+")) {
			final int equals = word.indexOf('=');
			if (equals > 0) words.put(word.substring(0, equals), word.substring(equals + 1));
		}
		final SettingTexts texts = new SettingTexts(words::get);
		words.put(CLUSTERS, Integer.toString(
			words.containsKey(CLUSTERS) ? Math.max(clusters, texts.clusters(CLUSTERS)) : clusters));
		return changed(SegmentationOptions.defaults(),
			key -> key.equals(CLUSTERS) || OF_LABELS.contains(key) ? words.get(key) : null);
	}

	/**
	 * Options with some settings changed.
	 *
	 * @param text gives the text for a key, or null for what stays
	 * @throws IllegalArgumentException with the key, its text and what it takes
	 */
	public static SegmentationOptions changed(final SegmentationOptions options,
		final UnaryOperator<String> text)
	{
		final Map<String, String> texts = of(options);
		texts.replaceAll((key, old) -> text.apply(key) == null ? old : text.apply(key));
		final SettingTexts settings = new SettingTexts(texts::get);
		return options.with(kMeans(settings)) //
			.with(FrameMode.of(settings.text("frames"))) //
			.with(ColorSpace.of(settings.text("color_space"))) //
			.withScaled(settings.isOn("scale")) //
			.withAppliedToAll(!settings.isFirst("apply_to", AREAS.get(0), AREAS.get(1))) //
			.with(IgnoredValues.of(settings.text("ignore"))) //
			.withMinSize(settings.count("min_size")) //
			.withMerge(settings.text("merge"));
	}

	private static KMeansOptions kMeans(final SettingTexts texts) {
		return KMeansOptions.defaults() //
			.withClusters(texts.clusters(CLUSTERS)) //
			.withEpsilon(texts.number("epsilon")) //
			.withIterations(texts.count("iterations")) //
			.withAttempts(texts.count("attempts")) //
			.withInitialization(Initialization.of(texts.text("initialization"))) //
			.withRandomSeed(texts.whole("random_seed"));
	}
}
