package sc.fiji.kmeans.plugin;

import ij.Macro;
import ij.gui.DialogListener;
import ij.gui.GenericDialog;

import java.awt.AWTEvent;
import java.awt.Color;
import java.awt.Label;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

import sc.fiji.kmeans.cluster.Initialization;
import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.image.MaskedClusters;

/**
 * The dialog of {@link KMeansPlugIn}. The labels are the keys of recorded
 * macros, in lower case: they are for ever.
 */
final class KMeansDialog implements DialogListener {

	private static final String HINT = "Help says what each setting is for.";
	/** Integers up to here are exact in the numbers that dialogs return. */
	private static final double MAX_SEED = 1L << 53;

	private final GenericDialog dialog;
	private final boolean macro = Macro.getOptions() != null;
	/** Null where there is no display. */
	private final Label message;
	private KMeansSettings settings;
	private String problem;
	/** ImageJ complains about a macro's number that is none by itself. */
	private boolean complained;

	KMeansDialog(final String title) {
		dialog = new GenericDialog(title);
		addFields(KMeansSettings.initial());
		dialog.addMessage(HINT);
		message = (Label) dialog.getMessage();
		dialog.addHelp(HelpText.HTML);
		dialog.addDialogListener(this);
	}

	private void addFields(final KMeansSettings initial) {
		final KMeansOptions options = initial.options();
		dialog.addNumericField("Clusters", options.clusters(), 0);
		dialog.addNumericField("Epsilon", options.epsilon(), decimals(options
			.epsilon()));
		dialog.addNumericField("Iterations", options.iterations(), 0);
		dialog.addNumericField("Attempts", options.attempts(), 0);
		dialog.addChoice("Initialization", Arrays.stream(Initialization.values())
			.map(Initialization::toString).toArray(String[]::new), options
				.initialization().toString());
		dialog.addNumericField("Random_seed", options.randomSeed(), 0);
		dialog.addStringField("Masked", initial.masked().toString(), 8);
	}

	private static int decimals(final double value) {
		if (Double.isInfinite(value)) return 0;
		return Math.max(0, BigDecimal.valueOf(value).stripTrailingZeros().scale());
	}

	/**
	 * Shows the dialog, or reads the options of the macro that runs.
	 *
	 * @return nothing if the user cancelled, or has seen a message already
	 * @throws IllegalArgumentException if a macro gave bad input
	 */
	Optional<KMeansSettings> show() {
		dialog.showDialog();
		if (dialog.wasCanceled() || complained) return Optional.empty();
		if (settings == null) throw new IllegalArgumentException(problem);
		if (!macro) settings.remember();
		return Optional.of(settings);
	}

	@Override
	public boolean dialogItemChanged(final GenericDialog gd,
		final AWTEvent event)
	{
		settings = null;
		problem = null;
		try {
			settings = read();
		}
		catch (final IllegalArgumentException refusal) {
			problem = refusal.getMessage();
		}
		if (message != null && event != null) showProblem();
		return settings != null;
	}

	private void showProblem() {
		message.setForeground(problem == null ? Color.black : Color.red);
		message.setText(problem == null ? HINT : problem);
		if (message.getPreferredSize().width > message.getWidth()) dialog.pack();
	}

	/** Reads the fields in the order in which they were added. */
	private KMeansSettings read() {
		final KMeansOptions options = KMeansOptions.defaults() //
			.withClusters((int) whole("clusters", Integer.MAX_VALUE)) //
			.withEpsilon(number("epsilon")) //
			.withIterations((int) whole("iterations", Integer.MAX_VALUE)) //
			.withAttempts((int) whole("attempts", Integer.MAX_VALUE)) //
			.withInitialization(Initialization.of(dialog.getNextChoice())) //
			.withRandomSeed((long) whole("random_seed", MAX_SEED));
		return new KMeansSettings(options, MaskedClusters.of(dialog
			.getNextString(), options.clusters()));
	}

	private double whole(final String key, final double max) {
		final double value = number(key);
		if (value != Math.rint(value) || Math.abs(value) > max)
			throw new IllegalArgumentException(key + " = " + value +
				": takes a whole number up to " + new BigDecimal(max).toPlainString());
		return value;
	}

	private double number(final String key) {
		final double value = dialog.getNextNumber();
		if (!dialog.invalidNumber()) return value;
		complained = macro;
		throw new IllegalArgumentException(key + ": " + dialog.getErrorMessage() +
			", takes a number");
	}
}
