package sc.fiji.kmeans.settings;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import sc.fiji.kmeans.model.SegmentationOptions;

/** The values that some rows of the table have together; immutable. */
public final class Settings {

	private final List<Setting<?>> rows;
	private final SegmentationOptions options;
	/** Of the rows that are no part of the options, by their keys. */
	private final Map<String, Object> values;

	private Settings(final List<Setting<?>> rows, final SegmentationOptions options,
		final Map<String, Object> values)
	{
		this.rows = rows;
		this.options = options;
		this.values = values;
	}

	/** @param rows of options */
	static Settings of(final List<Setting<?>> rows, final SegmentationOptions options) {
		return new Settings(rows, options, Collections.emptyMap());
	}

	/**
	 * Reads the options first, because what is made may depend on all of them, and
	 * otherwise in the order of the rows.
	 *
	 * @param before the options that rows change
	 * @param text gives the text for a key, or null for the default
	 * @throws IllegalArgumentException with the key, its text and what it takes
	 */
	public static Settings read(final List<Setting<?>> rows, final SegmentationOptions before,
		final UnaryOperator<String> text)
	{
		Settings settings = of(rows, before);
		for (final boolean areOptions : new boolean[] { true, false })
			for (final Setting<?> row : rows)
				if (row.isOfOptions() == areOptions) settings = row.read(settings, text(row, text));
		return settings;
	}

	private static String text(final Setting<?> row, final UnaryOperator<String> text) {
		final String given = text.apply(row.key());
		return given == null ? row.standard() : given.trim();
	}

	/** These settings with other options. */
	public Settings with(final SegmentationOptions value) {
		return new Settings(rows, value, values);
	}

	Settings with(final String key, final Object value) {
		final Map<String, Object> more = new HashMap<>(values);
		more.put(key, value);
		return new Settings(rows, options, more);
	}

	/** Null if there is none. */
	Object value(final String key) {
		return values.get(key);
	}

	/** How to segment. */
	public SegmentationOptions options() {
		return options;
	}

	/** The text of each setting by its key, in the order of the rows. */
	public Map<String, String> texts() {
		final Map<String, String> texts = new LinkedHashMap<>();
		rows.forEach(row -> texts.put(row.key(), row.text(this)));
		return texts;
	}

	/**
	 * What a macro has to say to get these settings: the recipe, and of the others
	 * those that are not as they are if nothing is said.
	 */
	public Map<Setting<?>, String> told() {
		final Map<Setting<?>, String> told = new LinkedHashMap<>();
		rows.forEach(row -> told.put(row, row.text(this)));
		told.entrySet()
			.removeIf(e -> !e.getKey().is(Trait.RECIPE) && e.getValue().equals(e.getKey().standard()));
		return told;
	}
}
