package sc.fiji.kmeans.plugin;

import ij.ImagePlus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import sc.fiji.kmeans.model.SegmentationOptions;
import sc.fiji.kmeans.plugin.dialog.Form;
import sc.fiji.kmeans.plugin.dialog.HelpText;
import sc.fiji.kmeans.plugin.dialog.SettingsDialog;
import sc.fiji.kmeans.settings.Group;
import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.SettingTable;

/** Asks how clusters are found, but for their number and what is made of them. */
public final class RecipeDialog implements Form<KMeansSettings> {

	private static final Group SEARCH = Group.open("How clusters are searched");
	private static final Group VALUES = Group.open("Colour and values");
	private static final Group PIXELS = Group.open("Selection, background and regions");

	private static final List<Setting<?>> ROWS = Collections.unmodifiableList(
		Arrays.asList(SettingTable.EPSILON.in(SEARCH), SettingTable.ITERATIONS.in(SEARCH),
			SettingTable.ATTEMPTS.in(SEARCH), SettingTable.INITIALIZATION.in(SEARCH),
			SettingTable.RANDOM_SEED.in(SEARCH), SettingTable.COLOR_SPACE.in(VALUES),
			SettingTable.CHANNELS.in(VALUES), SettingTable.SCALE.in(VALUES),
			SettingTable.TRANSFORM.in(VALUES), SettingTable.APPLY_TO.in(PIXELS),
			SettingTable.IGNORE.in(PIXELS), SettingTable.MIN_SIZE.in(PIXELS)));

	private final ImagePlus image;
	private final Map<String, String> texts;
	private final ImageFit fit;

	private RecipeDialog(final ImagePlus image, final Map<String, String> texts) {
		this.image = image;
		this.texts = texts;
		fit = new ImageFit(image);
	}

	/** Asks, and begins with some texts. @return by keys; nothing if the user cancelled */
	public static Optional<Map<String, String>> ask(final ImagePlus image,
		final Map<String, String> texts)
	{
		return SettingsDialog.ask(new RecipeDialog(image, texts)).map(RecipeDialog::texts);
	}

	/** By keys. */
	public static Map<String, String> standard() {
		return Form.defaults(ROWS);
	}

	/** What texts mean for an image. */
	public static SegmentationOptions options(final ImagePlus image,
		final Map<String, String> texts)
	{
		return SourceFile.withNoData(KMeansSettings.read(texts::get).options(), image);
	}

	private static Map<String, String> texts(final KMeansSettings settings) {
		final Map<String, String> all = settings.texts();
		final Map<String, String> texts = new LinkedHashMap<>();
		ROWS.forEach(row -> texts.put(row.key(), all.get(row.key())));
		return texts;
	}

	@Override
	public String title() {
		return "More Settings";
	}

	@Override
	public List<Setting<?>> rows() {
		return new ArrayList<>(ROWS);
	}

	@Override
	public Map<String, String> remembered() {
		return texts;
	}

	@Override
	public KMeansSettings read(final UnaryOperator<String> text) {
		return KMeansSettings.read(text);
	}

	@Override
	public KMeansSettings fitting(final UnaryOperator<String> text) {
		if (image.getProcessor() == null) throw new IllegalArgumentException("The image was closed");
		final KMeansSettings settings = read(text);
		fit.require(settings);
		return settings;
	}

	@Override
	public Map<String, String> idle(final UnaryOperator<String> text) {
		final Map<String, String> idle = fit.idle();
		idle.keySet().retainAll(keys());
		return idle;
	}

	/** The panel remembers them. */
	@Override
	public void remember(final KMeansSettings settings, final Set<String> idle) {}

	@Override
	public Map<Setting<?>, String> told(final KMeansSettings settings) {
		return Collections.emptyMap();
	}

	@Override
	public String help() {
		return HelpText.html(title(), rows());
	}
}
