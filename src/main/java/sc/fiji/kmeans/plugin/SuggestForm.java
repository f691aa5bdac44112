package sc.fiji.kmeans.plugin;

import ij.ImagePlus;
import ij.Prefs;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.plugin.dialog.Form;
import sc.fiji.kmeans.plugin.dialog.HelpText;
import sc.fiji.kmeans.settings.Group;
import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.SettingTable;
import sc.fiji.kmeans.settings.Settings;
import sc.fiji.kmeans.settings.Trait;

/** What decides a suggestion, and whether it is plotted. */
final class SuggestForm implements Form<Settings> {

	static final Setting<Boolean> PLOT = Setting
		.toggle("plot",
			"the logarithm of the compactness over the number of clusters, with the suggested one")
		.with(Trait.OUTPUT);

	private static final Group PIXELS = Group.open("Which pixels count, and how");

	static final List<Setting<?>> ROWS = Collections
		.unmodifiableList(Arrays.asList(SettingTable.FRAMES.in(PIXELS), SettingTable.FRAME.in(PIXELS),
			SettingTable.COLOR_SPACE.in(PIXELS), SettingTable.IGNORE.in(PIXELS),
			SettingTable.CHANNELS.in(PIXELS), SettingTable.SCALE.in(PIXELS),
			SettingTable.TRANSFORM.in(PIXELS), PLOT));

	private static final String PREFERENCE = "kmeans.suggest.";

	private final String title;
	private final ImagePlus image;

	/** @param image whose pixels suggest a number */
	SuggestForm(final String title, final ImagePlus image) {
		this.title = title;
		this.image = image;
	}

	@Override
	public String title() {
		return title;
	}

	@Override
	public List<Setting<?>> rows() {
		return ROWS;
	}

	@Override
	public Map<String, String> remembered() {
		return remembered(PREFERENCE, Settings::texts);
	}

	@Override
	public Settings read(final UnaryOperator<String> text) {
		return Settings.read(ROWS, SegmentationOptions.defaults(), text);
	}

	@Override
	public Settings fitting(final UnaryOperator<String> text) {
		final Settings settings = read(text);
		new ImageFit(image).require(settings.options());
		return settings;
	}

	/** The plot is of one image. */
	@Override
	public Map<String, String> idle(final UnaryOperator<String> text) {
		final Map<String, String> idle = new ImageFit(image).idle();
		idle.keySet().retainAll(keys());
		idle.remove(PLOT.key());
		return idle;
	}

	@Override
	public void remember(final Settings settings, final Set<String> idle) {
		settings.texts().forEach((key, text) -> {
			if (!idle.contains(key)) Prefs.set(PREFERENCE + key, text);
		});
	}

	@Override
	public Map<Setting<?>, String> told(final Settings settings) {
		return settings.told();
	}

	@Override
	public String help() {
		return HelpText.suggestion(title, rows());
	}
}
