package sc.fiji.kmeans.plugin;

import ij.Macro;
import ij.gui.DialogListener;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

import java.awt.AWTEvent;
import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.awt.Label;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for the settings of a command: the user in a dialog, a macro for its
 * options. The labels of the fields are the keys of recorded macros, with a
 * capital letter: they are for ever.
 */
final class KMeansDialog implements DialogListener {

	private static final String HINT = "Help says what each setting is for.";

	/** What stands above some fields. */
	private static final Map<String, String> HEADINGS = new HashMap<>();
	/** What stands beside the field before. */
	private static final Set<String> BESIDE = new HashSet<>(Arrays.asList(
		"color_space", "ignore", "merge", "background"));

	static {
		HEADINGS.put("frames", "Which values are clustered:");
		HEADINGS.put("min_size", "What becomes of the clusters:");
		HEADINGS.put("labels", "Also make:");
		HEADINGS.put("match", "The same clusters in other images:");
	}

	private final boolean finding;
	private final GenericDialog dialog;
	/** Labels of the outputs, and whether they are on. */
	private final Map<String, Boolean> switches = new LinkedHashMap<>();
	/** Null where there is no display. */
	private final Label message;
	private KMeansSettings settings;
	private String problem;

	private KMeansDialog(final String title, final Map<String, String> initial,
		final boolean finding)
	{
		this.finding = finding;
		dialog = new GenericDialog(title);
		KMeansSettings.keys(finding).forEach(key -> addField(key, initial.get(
			key)));
		dialog.addMessage(HINT);
		message = (Label) dialog.getMessage();
		dialog.addHelp(HelpText.html(title, KMeansSettings.keys(finding)));
		dialog.addDialogListener(this);
	}

	/**
	 * Shows the dialog, with the values of the last one, or reads the options of
	 * the macro that runs. Macros neither see nor change what is remembered.
	 *
	 * @param finding whether clusters are found, not applied
	 * @return nothing if the user cancelled
	 * @throws IllegalArgumentException if a macro gave bad input
	 */
	static Optional<KMeansSettings> ask(final String title,
		final boolean finding)
	{
		if (Macro.getOptions() != null) return readMacro(title, finding);
		if (GraphicsEnvironment.isHeadless()) return Optional.of(checked(
			KMeansSettings.defaultTexts(finding), finding));
		final Optional<KMeansSettings> settings = new KMeansDialog(title,
			KMeansSettings.remembered(finding, finding ? "" : ClusterSource
				.suggestion()), finding).show();
		settings.ifPresent(KMeansSettings::remember);
		if (Recorder.record) settings.ifPresent(KMeansDialog::record);
		return settings;
	}

	/** Without a display, a dialog takes the first choice for an unknown one. */
	private static Optional<KMeansSettings> readMacro(final String title,
		final boolean finding)
	{
		for (final String key : KMeansSettings.keys(finding)) {
			final String[] choices = KMeansSettings.choices(key, finding);
			final String choice = Macro.getValue(Macro.getOptions(), key, null);
			if (choices.length > 0 && choice != null && !choice.startsWith("&") && !Arrays
				.asList(choices).contains(choice)) refuse(key, choice);
		}
		return new KMeansDialog(title, KMeansSettings.defaultTexts(finding), finding)
			.show();
	}

	/** In the words of whoever reads the setting. */
	private static void refuse(final String key, final String choice) {
		KMeansSettings.read(other -> other.equals(key) ? choice
			: KMeansSettings.DEFAULTS.texts().get(other));
	}

	/** Instead of what the dialog recorded by itself, which is every field. */
	private static void record(final KMeansSettings settings) {
		Recorder.resetCommandOptions();
		settings.told().forEach((key, text) -> {
			if (KMeansSettings.isSwitch(key)) Recorder.recordOption(key);
			else Recorder.recordOption(key, recorded(text));
		});
	}

	/** The recorder puts brackets around blanks, but not around what looks quoted. */
	private static String recorded(final String text) {
		final boolean looksQuoted = text.startsWith("[") || text.startsWith("'");
		final String fixed = Recorder.fixString(text);
		return looksQuoted && !text.contains(" ") ? "[" + fixed + "]" : fixed;
	}

	/** Numbers are text, too: the settings refuse what is none in their own words. */
	private void addField(final String key, final String text) {
		arrange(key);
		final String label = Character.toUpperCase(key.charAt(0)) + key.substring(
			1);
		final String[] choices = KMeansSettings.choices(key, finding);
		if (KMeansSettings.isSwitch(key)) addSwitch(key, label, text);
		else if (choices.length > 0) dialog.addChoice(label, choices, text);
		else if (key.equals("save")) PathField.addSave(dialog, label, text);
		else if (KMeansSettings.isPlace(key)) PathField.addOpen(dialog, label, text,
			ClusterSource.titles());
		else dialog.addStringField(label, text, 8);
	}

	/** Groups the fields, so that they are few at a glance. */
	private void arrange(final String key) {
		if (GraphicsEnvironment.isHeadless()) return;
		if (HEADINGS.containsKey(key)) dialog.addMessage(HEADINGS.get(key));
		if (BESIDE.contains(key)) dialog.addToSameRow();
	}

	/** Those that are outputs stand side by side. */
	private void addSwitch(final String key, final String label,
		final String text)
	{
		final Output[] outputs = Output.values();
		final boolean isOn = Boolean.parseBoolean(text);
		if (Arrays.stream(outputs).noneMatch(o -> o.key().equals(key))) dialog
			.addCheckbox(label, isOn);
		else {
			switches.put(label, isOn);
			if (switches.size() == outputs.length) addSwitches();
		}
	}

	private void addSwitches() {
		final boolean[] states = new boolean[switches.size()];
		int i = 0;
		for (final boolean isOn : switches.values())
			states[i++] = isOn;
		dialog.addCheckboxGroup(2, 3, switches.keySet().toArray(new String[0]),
			states);
	}

	private Optional<KMeansSettings> show() {
		dialog.showDialog();
		if (dialog.wasCanceled()) return Optional.empty();
		if (settings == null) throw new IllegalArgumentException(problem);
		return Optional.of(settings);
	}

	@Override
	public boolean dialogItemChanged(final GenericDialog gd,
		final AWTEvent event)
	{
		settings = null;
		problem = null;
		try {
			settings = checked(nextTexts(), finding);
		}
		catch (final IllegalArgumentException refusal) {
			problem = refusal.getMessage();
		}
		if (event != null) showProblem();
		return settings != null;
	}

	/** Clusters that are applied must be from somewhere. */
	private static KMeansSettings checked(final Map<String, String> texts,
		final boolean finding)
	{
		if (!finding) ClusterSource.of("from", texts.get("from").trim());
		return KMeansSettings.read(texts::get);
	}

	/** The fields can only be read in the order in which they were added. */
	private Map<String, String> nextTexts() {
		final Map<String, String> texts = KMeansSettings.defaultTexts(finding);
		KMeansSettings.keys(finding).forEach(key -> texts.put(key, nextText(key)));
		return texts;
	}

	private String nextText(final String key) {
		if (KMeansSettings.isSwitch(key)) return Boolean.toString(dialog
			.getNextBoolean());
		return KMeansSettings.choices(key, finding).length > 0 ? dialog.getNextChoice() : dialog
			.getNextString();
	}

	private void showProblem() {
		message.setForeground(problem == null ? Color.black : Color.red);
		message.setText(problem == null ? HINT : problem);
		if (message.getPreferredSize().width > message.getWidth()) dialog.pack();
	}
}
