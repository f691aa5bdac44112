package sc.fiji.kmeans.settings;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import sc.fiji.kmeans.model.SegmentationOptions;

/** How an image is segmented, as texts by the keys of macros. */
public final class OptionTexts {

	private static final List<Setting<?>> ROWS = SettingTable.rows(Setting::isOfOptions);
	/** A file of clusters tells these itself. */
	private static final List<Setting<?>> TOLD_ELSEWHERE = Arrays.asList(SettingTable.COLOR_SPACE,
		SettingTable.SCALE, SettingTable.TRANSFORM, SettingTable.NAMES);
	/** Merging depends on the number of clusters, the largest that there may be. */
	private static final List<Setting<?>> OF_LABELS = SettingTable
		.rows(row -> row.is(Trait.LABELS) || row == SettingTable.CLUSTERS);

	/** No key: a word for people. */
	private static final String SUGGESTED = "suggested";

	private OptionTexts() {}

	/** The text of each setting, in the order of the macro contract. */
	public static Map<String, String> of(final SegmentationOptions options) {
		return Settings.of(ROWS, options).texts();
	}

	/**
	 * A line for a file of clusters. The frame that was shown has no number then; a number of
	 * clusters that was suggested is followed by how well it stands out.
	 */
	public static String line(final SegmentationOptions options) {
		final Map<String, String> texts = of(options);
		TOLD_ELSEWHERE.forEach(row -> texts.remove(row.key()));
		if (!options.frame().isPresent()) texts.remove(SettingTable.FRAME.key());
		options.suggestionKind().ifPresent(kind -> texts.put(SUGGESTED, kind.toString()));
		return texts.entrySet()
			.stream()
			.map(e -> e.getKey() + "=" + e.getValue())
			.collect(Collectors.joining(" "));
	}

	/**
	 * Of such a line only what decides labels, and the largest number that a cluster
	 * may have. Other words are for people.
	 *
	 * @param number the largest one of a cluster
	 * @throws IllegalArgumentException with the key, its text and what it takes
	 */
	public static SegmentationOptions ofLine(final String line, final int number) {
		final Map<String, String> words = words(line);
		final String clusters = SettingTable.CLUSTERS.key();
		final int said = SettingTexts.clusters(clusters, words.getOrDefault(clusters, "1"), "");
		words.put(clusters, Integer.toString(Math.max(number, said)));
		return Settings.read(OF_LABELS, SegmentationOptions.defaults(), words::get).options();
	}

	private static Map<String, String> words(final String line) {
		final Map<String, String> words = new HashMap<>();
		for (final String word : line.split("\\s+")) {
			final int equals = word.indexOf('=');
			if (equals > 0) words.put(word.substring(0, equals), word.substring(equals + 1));
		}
		return words;
	}
}
