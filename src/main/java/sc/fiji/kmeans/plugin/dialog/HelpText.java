package sc.fiji.kmeans.plugin.dialog;

import java.util.List;
import java.util.stream.Collectors;

import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.SettingTable;

/** What the Help button shows. */
public final class HelpText {

	private static final String SEGMENTATION = "Divides the pixels into clusters of similar"
		+ " value. Opens the segmented image, where each pixel has the colour of its cluster, and"
		+ " masked images, where chosen clusters are removed.";

	private static final String LIVE = "Segments frame after frame of an image that something keeps"
		+ " changing, or of a camera, as fast as they come. In the window that opens, the number of"
		+ " clusters and what is shown can be changed.";

	private static final String SAVED = "<p><i>saved</i> stands for what held when the clusters were"
		+ " saved, so that the same image gets the same labels. Clusters of several frames take an"
		+ " image of as many.</p>";

	private static final String SUGGESTION = "Suggests a number of clusters, 1 to 12, from how well"
		+ " each number fits the pixels. The word tells how far to trust it. <i>clear</i>: this number"
		+ " stands out. <i>separate</i>: there are gaps between all clusters. <i>continuum</i>: no number"
		+ " stands out; look whether the pictures of this and other numbers show what you look for.</p>"
		+ "<p>The figures stand in the table KMeans-Suggestion.";

	private static final String USE = "<p>Settings that mean nothing for the open"
		+ " image are switched off, count as their defaults and are not recorded."
		+ " <b>More</b> shows all settings, and says how many of those that are hidden are not as by"
		+ " default; hidden settings count, too. <b>Reset</b> brings all defaults back.</p><p>In macros, a key is the name in"
		+ " small letters with an underscore for a blank: <i>min_size=9</i>,"
		+ " <i>save=[my file.csv]</i>, <i>clusters=&amp;n</i> for a variable,"
		+ " <i>labels</i> or <i>labels=true</i>. Of a key that is said twice both must"
		+ " say the same. What is no key is refused, with the nearest one.</p>";

	private HelpText() {}

	/** Of the commands that find clusters or apply them. @param rows in turn */
	public static String html(final String title, final List<Setting<?>> rows) {
		return html(title, SEGMENTATION, rows);
	}

	/** Of a suggestion. */
	public static String suggestion(final String title, final List<Setting<?>> rows) {
		return html(title, SUGGESTION, rows);
	}

	/** Of live segmentation. */
	public static String live(final String title, final List<Setting<?>> rows) {
		return html(title, LIVE, rows);
	}

	private static String html(final String title, final String what, final List<Setting<?>> rows) {
		return "<html><h3>" + title + "</h3><p>" + what + "</p><dl>"
			+ rows.stream().map(HelpText::line).collect(Collectors.joining()) + "</dl>"
			+ (rows.contains(SettingTable.FROM) ? SAVED : "")
			+ "<p>Clusters are numbered from dark to bright: 1 is the darkest. 0 is not segmented.</p>"
			+ USE + "</html>";
	}

	private static String line(final Setting<?> row) {
		return "<dt><b>" + row.name() + "</b></dt><dd>" + html(row.help()) + ".</dd>";
	}

	/**
	 * What stands beside a field.
	 *
	 * @param off why it is off; null if it is on
	 */
	public static String tip(final Setting<?> row, final String off) {
		return (off == null ? "" : "Off: " + off + ".\n") + row.name() + ": "
			+ row.help().replace("`", "").replaceAll("\\\\(.)", "$1") + ".";
	}

	/** What users write stands between backticks. */
	private static String html(final String help) {
		return help.replaceAll("`([^`]*)`", "<i>$1</i>").replaceAll("\\\\(.)", "$1");
	}
}
