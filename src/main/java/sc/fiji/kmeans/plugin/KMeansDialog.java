package sc.fiji.kmeans.plugin;

import ij.Macro;
import ij.gui.DialogListener;
import ij.gui.GenericDialog;

import java.awt.AWTEvent;
import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.awt.Label;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for the settings of {@link KMeansPlugIn}: the user in a dialog, a macro
 * for its options. The labels of the fields are the keys of recorded macros, in
 * lower case: they are for ever.
 */
final class KMeansDialog implements DialogListener {

	private static final String HINT = "Help says what each setting is for.";

	private static final String FIRST_OF_MORE = "frames";
	private static final String MORE = "For scientific work:";

	private final Set<String> keys;
	private final GenericDialog dialog;
	/** Labels of the outputs, and whether they are on. */
	private final Map<String, Boolean> switches = new LinkedHashMap<>();
	/** Null where there is no display. */
	private final Label message;
	private KMeansSettings settings;
	private String problem;

	private KMeansDialog(final String title, final KMeansSettings initial,
		final Set<String> keys)
	{
		this.keys = keys;
		dialog = new GenericDialog(title);
		keys.forEach(key -> addField(key, initial.texts().get(key)));
		dialog.addMessage(HINT);
		message = (Label) dialog.getMessage();
		dialog.addHelp(HelpText.HTML);
		dialog.addDialogListener(this);
	}

	/**
	 * Shows the dialog, with the values of the last one, or reads the options of
	 * the macro that runs. Macros neither see nor change what is remembered.
	 *
	 * @return nothing if the user cancelled
	 * @throws IllegalArgumentException if a macro gave bad input
	 */
	static Optional<KMeansSettings> ask(final String title) {
		return ask(title, KMeansSettings.keys(true));
	}

	/** The same for applying clusters. */
	static Optional<KMeansSettings> askToApply(final String title) {
		return ask(title, KMeansSettings.keys(false));
	}

	private static Optional<KMeansSettings> ask(final String title,
		final Set<String> keys)
	{
		if (Macro.getOptions() != null) return readMacro(title, keys);
		if (GraphicsEnvironment.isHeadless()) return Optional.of(
			KMeansSettings.DEFAULTS);
		final Optional<KMeansSettings> settings = new KMeansDialog(title,
			KMeansSettings.remembered(), keys).show();
		settings.ifPresent(KMeansSettings::remember);
		return settings;
	}

	/** Without a display, a dialog takes the first choice for an unknown one. */
	private static Optional<KMeansSettings> readMacro(final String title,
		final Set<String> keys)
	{
		for (final String key : keys) {
			if (KMeansSettings.choices(key).length == 0) continue;
			final String choice = Macro.getValue(Macro.getOptions(), key, null);
			if (choice != null && !choice.startsWith("&")) requireChoice(key, choice);
		}
		return new KMeansDialog(title, KMeansSettings.DEFAULTS, keys).show();
	}

	private static void requireChoice(final String key, final String choice) {
		KMeansSettings.read(other -> other.equals(key) ? choice
			: KMeansSettings.DEFAULTS.texts().get(other));
	}

	/** Numbers are text, too: the settings refuse what is none in their own words. */
	private void addField(final String key, final String text) {
		if (key.equals(FIRST_OF_MORE)) dialog.addMessage(MORE);
		final String label = Character.toUpperCase(key.charAt(0)) + key.substring(
			1);
		final String[] choices = KMeansSettings.choices(key);
		if (KMeansSettings.isSwitch(key)) addSwitch(key, label, text);
		else if (choices.length > 0) dialog.addChoice(label, choices, text);
		else dialog.addStringField(label, text, 8);
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
			settings = KMeansSettings.read(this::nextText);
		}
		catch (final IllegalArgumentException refusal) {
			problem = refusal.getMessage();
		}
		if (event != null) showProblem();
		return settings != null;
	}

	/** The fields can only be read in the order in which they were added. */
	private String nextText(final String key) {
		if (!keys.contains(key)) return KMeansSettings.DEFAULTS.texts().get(key);
		if (KMeansSettings.isSwitch(key)) return Boolean.toString(dialog
			.getNextBoolean());
		return KMeansSettings.choices(key).length > 0 ? dialog.getNextChoice() : dialog
			.getNextString();
	}

	private void showProblem() {
		message.setForeground(problem == null ? Color.black : Color.red);
		message.setText(problem == null ? HINT : problem);
		if (message.getPreferredSize().width > message.getWidth()) dialog.pack();
	}
}
