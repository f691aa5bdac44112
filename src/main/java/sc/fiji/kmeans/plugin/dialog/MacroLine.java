package sc.fiji.kmeans.plugin.dialog;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.SettingTable;
import sc.fiji.kmeans.settings.Settings;

/** The options of the command that finds clusters, as a line of a macro has them. */
public final class MacroLine {

	/** Said in any case. */
	private static final List<Setting<?>> ALWAYS = Arrays.asList(SettingTable.CLUSTERS);

	private MacroLine() {}

	/**
	 * The shortest line, which says what is not as it is if nothing is said, as it stands between
	 * quotes.
	 *
	 * @param texts by keys; the default where one is missing
	 * @throws IllegalArgumentException with the key, its text and what it takes
	 */
	public static String of(final Map<String, String> texts) {
		return Settings.read(SettingTable.LEARNING, SegmentationOptions.defaults(), texts::get)
			.told()
			.entrySet()
			.stream()
			.filter(e -> ALWAYS.contains(e.getKey()) || !e.getValue().equals(e.getKey().standard()))
			.map(e -> word(e.getKey(), e.getValue()))
			.collect(Collectors.joining(" "));
	}

	/** What ImageJ makes of a line between quotes: the options themselves. */
	public static String meant(final String line) {
		return line.replaceAll("\\\\(.)", "$1");
	}

	/**
	 * What has a blank stands in brackets, as ImageJ's recorder writes it; a list of names also
	 * without one, to be seen as a list.
	 */
	private static String word(final Setting<?> row, final String text) {
		if (row.isSwitch()) return row.key();
		final String value = MacroOptions.recorded(text);
		final boolean isBareList = row == SettingTable.NAMES && !value.startsWith("[");
		final boolean isOpen = isBareList || value.contains(" ");
		return row.key() + "=" + (isOpen ? "[" + value + "]" : value);
	}
}
