package sc.fiji.kmeans.plugin;

import ij.Macro;
import ij.gui.DialogListener;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

import java.awt.AWTEvent;
import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import sc.fiji.kmeans.image.SettingTexts;

/**
 * Asks for the settings of a command: the user in a dialog, a macro for its
 * options. The labels of the fields are the keys of recorded macros, with a
 * capital letter: they are for ever.
 *
 * @param <S> the settings
 */
final class SettingsDialog<S> implements DialogListener {

	private static final String HINT = "Help says what each setting is for.";

	private final Form<S> form;
	private final GenericDialog dialog;
	/** Labels of the switches of the block, and whether they are on. */
	private final Map<String, Boolean> switches = new LinkedHashMap<>();
	/** Null where there is no display. */
	private final MessageLines message;
	/** Null if the fields have none. */
	private S settings;
	private String problem;

	private SettingsDialog(final Form<S> form,
		final Map<String, String> initial)
	{
		this.form = form;
		dialog = new GenericDialog(form.title());
		form.keys().forEach(key -> addField(key, initial.get(key)));
		message = GraphicsEnvironment.isHeadless() ? null : new MessageLines(dialog,
			HINT);
		dialog.addHelp(form.help());
		dialog.addDialogListener(this);
	}

	/**
	 * Shows the dialog, with the values of the last one, or reads the options of
	 * the macro that runs. Macros neither see nor change what is remembered.
	 *
	 * @return nothing if the user cancelled
	 * @throws IllegalArgumentException if a macro gave bad input
	 */
	static <S> Optional<S> ask(final Form<S> form) {
		if (Macro.getOptions() != null) return readMacro(form);
		if (GraphicsEnvironment.isHeadless()) return Optional.of(form.read(form
			.defaults()::get));
		final Optional<S> settings = new SettingsDialog<>(form, form.remembered())
			.show();
		settings.ifPresent(form::remember);
		if (Recorder.record) settings.ifPresent(chosen -> record(form, chosen));
		return settings;
	}

	/** Without a display, a dialog takes the first choice for an unknown one. */
	private static <S> Optional<S> readMacro(final Form<S> form) {
		for (final String key : form.keys()) {
			if (form.choices(key).length == 0) continue;
			final String choice = Macro.getValue(Macro.getOptions(), key, null);
			if (choice != null && !choice.startsWith("&")) requireChoice(form, key,
				choice);
		}
		return new SettingsDialog<>(form, form.defaults()).show();
	}

	private static void requireChoice(final Form<?> form, final String key,
		final String choice)
	{
		final String[] choices = form.choices(key);
		if (!Arrays.asList(choices).contains(choice)) throw SettingTexts.refused(key,
			choice, String.join(choices.length == 2 ? " or " : ", ", choices));
	}

	/** Instead of what the dialog recorded by itself, which is every field. */
	private static <S> void record(final Form<S> form, final S settings) {
		Recorder.resetCommandOptions();
		form.told(settings).forEach((key, text) -> {
			if (form.isSwitch(key)) Recorder.recordOption(key);
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
		final String[] choices = form.choices(key);
		if (form.isSwitch(key)) addSwitch(key, label, text);
		else if (choices.length > 0) dialog.addChoice(label, choices, text);
		else form.addText(dialog, key, label, text);
	}

	/** Groups the fields, so that they are few at a glance. */
	private void arrange(final String key) {
		if (GraphicsEnvironment.isHeadless()) return;
		if (form.headings().containsKey(key)) dialog.addMessage(form.headings().get(
			key));
		if (form.besides().contains(key)) dialog.addToSameRow();
	}

	/** Those of the block are added when all of them are known. */
	private void addSwitch(final String key, final String label,
		final String text)
	{
		final boolean isOn = Boolean.parseBoolean(text);
		if (!form.blocked().contains(key)) dialog.addCheckbox(label, isOn);
		else {
			switches.put(label, isOn);
			if (switches.size() == form.blocked().size()) addSwitches();
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

	private Optional<S> show() {
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
			settings = form.read(nextTexts()::get);
		}
		catch (final IllegalArgumentException refusal) {
			problem = refusal.getMessage();
		}
		if (event != null) showProblem();
		return settings != null;
	}

	/** The fields can only be read in the order in which they were added. */
	private Map<String, String> nextTexts() {
		final Map<String, String> texts = new HashMap<>(form.defaults());
		form.keys().forEach(key -> texts.put(key, nextText(key)));
		return texts;
	}

	private String nextText(final String key) {
		if (form.isSwitch(key)) return Boolean.toString(dialog
			.getNextBoolean());
		return form.choices(key).length > 0 ? dialog.getNextChoice() : dialog
			.getNextString();
	}

	private void showProblem() {
		if (problem == null) message.show(HINT, Color.black);
		else message.show(problem, Color.red);
	}
}
