package sc.fiji.kmeans.plugin;

import ij.Prefs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import sc.fiji.kmeans.model.Background;
import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.plugin.dialog.Form;
import sc.fiji.kmeans.segment.MaskedClusters;
import sc.fiji.kmeans.settings.Kind;
import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.SettingTable;
import sc.fiji.kmeans.settings.Settings;

/**
 * What the dialog asks for; immutable. Every setting has a key and can be
 * written as a text: in macros, in the fields of the dialog, and in ImageJ's
 * preferences, which remember the values of the last dialog.
 */
final class KMeansSettings {

	/** The recipe: what holds where a macro says nothing. */
	static final KMeansSettings DEFAULTS = read(key -> null);

	private final boolean isFinding;
	private final Settings settings;

	private KMeansSettings(final boolean isFinding, final SegmentationOptions before,
		final UnaryOperator<String> text)
	{
		this.isFinding = isFinding;
		settings = Settings.read(rows(isFinding), before, text);
	}

	/**
	 * Reads the settings of the command that finds clusters, in their order.
	 *
	 * @param text gives the text for a key, or null for the default
	 * @throws IllegalArgumentException with the key, its text and what it takes
	 */
	static KMeansSettings read(final UnaryOperator<String> text) {
		return new KMeansSettings(true, matching(place(SettingTable.MATCH, text)), text);
	}

	/** The same of the command that applies them. */
	static KMeansSettings applying(final UnaryOperator<String> text) {
		return new KMeansSettings(false,
			ClusterSource.of(SettingTable.FROM, place(SettingTable.FROM, text)).options(), text);
	}

	private KMeansSettings(final boolean isFinding, final Settings settings) {
		this.isFinding = isFinding;
		this.settings = settings;
	}

	/** These settings with a number of clusters that was suggested. */
	KMeansSettings withClusters(final int number) {
		return new KMeansSettings(isFinding, settings.with(settings.options().withClusters(number)));
	}

	private static String place(final Setting<?> row, final UnaryOperator<String> text) {
		final String given = text.apply(row.key());
		return given == null ? "" : given.trim();
	}

	/** Its clusters tell which numbers there can be. */
	private static SegmentationOptions matching(final String match) {
		return match.isEmpty()
			? SegmentationOptions.defaults()
			: SegmentationOptions.defaults().withReference(ClusterSource.of(SettingTable.MATCH, match));
	}

	/** The settings of the command that finds clusters, or of the one that applies them. */
	static List<Setting<?>> rows(final boolean finding) {
		return finding ? SettingTable.LEARNING : SettingTable.APPLYING;
	}

	/**
	 * What the last dialog ended with, or the defaults.
	 *
	 * @param finding whether that of the command that finds clusters
	 * @param from whose clusters are applied; may be empty
	 */
	static Map<String, String> remembered(final boolean finding, final String from) {
		final Map<String, String> defaults = Form.defaults(rows(finding));
		defaults.replace(SettingTable.FROM.key(), from);
		final Map<String, String> texts = new LinkedHashMap<>(defaults);
		for (final Setting<?> row : rows(finding))
			if (!isPlace(row))
				texts.computeIfPresent(row.key(),
					(key, standard) -> Prefs.get(preference(finding, key), standard));
		try {
			if (finding) return read(texts::get).texts();
			return from.isEmpty() ? defaults : applying(texts::get).texts();
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
		for (final Setting<?> row : rows(isFinding))
			if (!isPlace(row) && !except.contains(row.key()))
				Prefs.set(preference(isFinding, row.key()), texts.get(row.key()));
	}

	/** Whether it tells a file or an image, which should not be used again unasked. */
	private static boolean isPlace(final Setting<?> row) {
		return row.kind() == Kind.CLUSTERS || row.kind() == Kind.NEW_FILE;
	}

	private static String preference(final boolean finding, final String key) {
		return "kmeans." + (finding ? "segmentation." : "apply.") + key;
	}

	/** Whether these are settings of the command that finds clusters. */
	boolean isFinding() {
		return isFinding;
	}

	/** What a macro has to say to get these settings. */
	Map<Setting<?>, String> told() {
		return settings.told();
	}

	/** The text of each setting by its key, in the order of the macro contract. */
	Map<String, String> texts() {
		return settings.texts();
	}

	SegmentationOptions options() {
		return settings.options();
	}

	MaskedClusters masked() {
		return SettingTable.MASKED.of(settings);
	}

	MaskedClusters kept() {
		return SettingTable.KEPT.of(settings);
	}

	Background background() {
		return SettingTable.BACKGROUND.of(settings);
	}

	/** File that the clusters are saved to; empty for none. */
	String save() {
		return isFinding ? SettingTable.SAVE.of(settings) : "";
	}

	/** File or image whose clusters are applied. */
	String from() {
		return SettingTable.FROM.of(settings);
	}

	/** Whether something is on. */
	boolean isOn(final Setting<Boolean> row) {
		return row.of(settings);
	}
}
