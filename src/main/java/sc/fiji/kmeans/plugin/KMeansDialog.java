package sc.fiji.kmeans.plugin;

import ij.Macro;
import ij.gui.DialogListener;
import ij.gui.GenericDialog;

import java.awt.AWTEvent;
import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.awt.Label;
import java.util.Arrays;
import java.util.Optional;

import sc.fiji.kmeans.cluster.Initialization;

/**
 * Asks for the settings of {@link KMeansPlugIn}: the user in a dialog, a macro
 * for its options. The labels of the fields are the keys of recorded macros, in
 * lower case: they are for ever.
 */
final class KMeansDialog implements DialogListener {

	private static final String CHOICE = "initialization";
	private static final String HINT = "Help says what each setting is for.";

	private final GenericDialog dialog;
	/** Null where there is no display. */
	private final Label message;
	private KMeansSettings settings;
	private String problem;

	private KMeansDialog(final String title, final KMeansSettings initial) {
		dialog = new GenericDialog(title);
		initial.texts().forEach(this::addField);
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
		if (Macro.getOptions() != null) return readMacro(title);
		if (GraphicsEnvironment.isHeadless()) return Optional.of(
			KMeansSettings.DEFAULTS);
		final Optional<KMeansSettings> settings = new KMeansDialog(title,
			KMeansSettings.remembered()).show();
		settings.ifPresent(KMeansSettings::remember);
		return settings;
	}

	/** Without a display, a dialog takes the first choice for an unknown one. */
	private static Optional<KMeansSettings> readMacro(final String title) {
		final String choice = Macro.getValue(Macro.getOptions(), CHOICE, null);
		if (choice != null && !choice.startsWith("&")) Initialization.of(choice);
		return new KMeansDialog(title, KMeansSettings.DEFAULTS).show();
	}

	/** Numbers are text, too: the settings refuse what is none in their own words. */
	private void addField(final String key, final String text) {
		final String label = Character.toUpperCase(key.charAt(0)) + key.substring(
			1);
		if (key.equals(CHOICE)) dialog.addChoice(label, Arrays.stream(
			Initialization.values()).map(Initialization::toString).toArray(
				String[]::new), text);
		else dialog.addStringField(label, text, 8);
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
		return key.equals(CHOICE) ? dialog.getNextChoice() : dialog.getNextString();
	}

	private void showProblem() {
		message.setForeground(problem == null ? Color.black : Color.red);
		message.setText(problem == null ? HINT : problem);
		if (message.getPreferredSize().width > message.getWidth()) dialog.pack();
	}
}
