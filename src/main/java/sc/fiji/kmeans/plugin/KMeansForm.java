package sc.fiji.kmeans.plugin;

import ij.ImagePlus;
import ij.gui.GenericDialog;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What the commands ask for that segment an image, by finding clusters or not. */
final class KMeansForm implements Form<KMeansSettings> {

	private static final Map<String, String> HEADINGS = new HashMap<>();
	private static final Set<String> BESIDES = new HashSet<>(
		Arrays.asList("color_space", "ignore", "merge", "background"));

	static {
		HEADINGS.put("frames", "Which values are clustered:");
		HEADINGS.put("min_size", "What becomes of the clusters:");
		HEADINGS.put("labels", "Also make:");
		HEADINGS.put("match", "The same clusters in other images:");
	}

	private final String title;
	private final boolean finding;
	private final ImagePlus image;
	/** Null before a dialog asks for it. */
	private ImageFit fit;

	/**
	 * @param finding whether clusters are found, not applied
	 * @param image that is segmented
	 */
	KMeansForm(final String title, final boolean finding, final ImagePlus image) {
		this.title = title;
		this.finding = finding;
		this.image = image;
	}

	@Override
	public String title() {
		return title;
	}

	@Override
	public Set<String> keys() {
		return KMeansSettings.keys(finding);
	}

	@Override
	public String[] choices(final String key) {
		return KMeansSettings.choices(key, finding);
	}

	@Override
	public boolean isSwitch(final String key) {
		return KMeansSettings.isSwitch(key);
	}

	@Override
	public Map<String, String> defaults() {
		return KMeansSettings.defaultTexts(finding);
	}

	@Override
	public Map<String, String> remembered() {
		return KMeansSettings.remembered(finding, suggestion());
	}

	/** Clusters that are applied are those of the last image, if they fit this one. */
	@Override
	public Map<String, String> recipe() {
		final Map<String, String> recipe = defaults();
		recipe.put("from", suggestion());
		return recipe;
	}

	private String suggestion() {
		return finding ? "" : ClusterSource.suggestion(image, fit()::takes);
	}

	private ImageFit fit() {
		if (fit == null) fit = new ImageFit(image);
		return fit;
	}

	/** Clusters that are applied must be from somewhere. */
	@Override
	public KMeansSettings read(final UnaryOperator<String> text) {
		if (!finding) ClusterSource.of("from", text.apply("from").trim());
		return KMeansSettings.read(text);
	}

	@Override
	public KMeansSettings fitting(final UnaryOperator<String> text) {
		if (!finding && text.apply("from").trim().isEmpty()) throw ClusterSource.none();
		final KMeansSettings settings = read(text);
		fit().require(settings);
		return settings;
	}

	@Override
	public Set<String> idle(final UnaryOperator<String> text) {
		final Set<String> idle = fit().idle();
		idle.retainAll(keys());
		return idle;
	}

	@Override
	public void remember(final KMeansSettings settings, final Set<String> idle) {
		settings.remember(idle);
	}

	@Override
	public Map<String, String> told(final KMeansSettings settings) {
		return settings.told();
	}

	@Override
	public String help() {
		return HelpText.html(title, keys());
	}

	@Override
	public Map<String, String> headings() {
		return HEADINGS;
	}

	@Override
	public Set<String> besides() {
		return BESIDES;
	}

	@Override
	public Set<String> blocked() {
		return Arrays.stream(Output.values()).map(Output::key).collect(Collectors.toSet());
	}

	@Override
	public void addText(final GenericDialog dialog, final String key, final String label,
		final String text)
	{
		if (key.equals("save")) AidedField.addSave(dialog, label, text);
		else
			if (KMeansSettings.isPlace(key))
				AidedField.addOpen(dialog, label, text, ClusterSource.titles());
			else
				Form.super.addText(dialog, key, label, text);
	}
}
