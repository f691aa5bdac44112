package sc.fiji.kmeans.plugin.dialog;

import ij.IJ;
import ij.Macro;
import ij.gui.DialogListener;
import ij.gui.GUI;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

import java.awt.AWTEvent;
import java.awt.Button;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import sc.fiji.kmeans.settings.Setting;

/**
 * Asks for the settings of a command: the user in a dialog, a macro for its
 * options.
 *
 * @param <S> the settings
 */
public final class SettingsDialog<S> implements DialogListener {

	private static final String HINT = "Rest the pointer on a field, or press Help, to see what it is for.";

	private final Form<S> form;
	private final Window dialog;
	private final Fields fields;
	private final FormBody body;
	private final Follower<S> follower;
	private final MessageLines message;
	/** Null if the fields have none. */
	private S settings;
	private String problem;
	/** What the follower says; empty for nothing. */
	private String word = "";
	/** Then the follower hears of no more settings. */
	private volatile boolean hasEnded;
	private Map<String, String> idle = Collections.emptyMap();

	private SettingsDialog(final Form<S> form) {
		this.form = form;
		dialog = new Window(form.title());
		fields = new Fields(form, dialog, initial(form));
		body = new FormBody(fields.groups(), dialog::refit);
		follower = form.follower(this::hear).orElse(null);
		if (follower != null) body.addBelow(follower.component());
		body.addButton();
		dialog.addPanel(body);
		message = MessageLines.below(dialog, HINT);
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
	public static <S> Optional<S> ask(final Form<S> form) {
		final String options = Macro.getOptions();
		if (options != null) return Optional.of(readMacro(form, options));
		if (GraphicsEnvironment.isHeadless()) return Optional.of(form.read(form.defaults()::get));
		return new SettingsDialog<>(form).show();
	}

	private static <S> S readMacro(final Form<S> form, final String options) {
		final S settings = form.read(MacroOptions.texts(form, options)::get);
		if (Recorder.record && Recorder.recordInMacros) record(form.told(settings));
		return settings;
	}

	/** The texts of the last dialog, but for those that the image refuses. */
	private static Map<String, String> initial(final Form<?> form) {
		final Map<String, String> last = form.remembered();
		final Map<String, String> texts = fits(form, last) ? last : fitting(form, last);
		return counting(form, texts, form.idle(texts::get).keySet());
	}

	/** One after another, for a text may need another one, such as more clusters. */
	private static Map<String, String> fitting(final Form<?> form, final Map<String, String> last) {
		final Map<String, String> texts = new LinkedHashMap<>(form.recipe());
		for (final String key : form.keys()) {
			final String standard = texts.put(key, last.get(key));
			if (!fits(form, texts)) texts.put(key, standard);
		}
		return texts;
	}

	private static boolean fits(final Form<?> form, final Map<String, String> texts) {
		try {
			form.fitting(counting(form, texts, form.idle(texts::get).keySet())::get);
			return true;
		}
		catch (final IllegalArgumentException refusal) {
			return false;
		}
	}

	/** What means nothing counts as the default. */
	private static Map<String, String> counting(final Form<?> form, final Map<String, String> texts,
		final Set<String> idle)
	{
		final Map<String, String> counting = new HashMap<>(texts);
		idle.forEach(key -> counting.put(key, form.defaults().get(key)));
		return counting;
	}

	/** With a button that brings the recipe back, among the others. */
	private final class Window extends GenericDialog {

		private Window(final String title) {
			super(title);
		}

		/** Escape and Enter end the dialog whatever has the keyboard. */
		private void hearKeys(final Container parts) {
			for (final Component part : parts.getComponents())
				if (part instanceof Container) hearKeys((Container) part);
				else if (!Arrays.asList(part.getKeyListeners()).contains(this)) part.addKeyListener(this);
		}

		/** Called when all is in its place. */
		@Override
		protected void setup() {
			final Button reset = new Button("Reset");
			reset.addActionListener(event -> {
				fields.set(form.recipe());
				actionPerformed(event);
			});
			final Button ok = getButtons()[0];
			ok.getParent().add(reset, 1);
			hearKeys(this);
			ok.setEnabled(check());
			pack();
			fit(GUI.getMaxWindowBounds(this));
			pack();
			showMessage();
			final ToolTips tips = new ToolTips(this);
			fields.explain(tips);
			if (follower != null) tips.add(follower.component(), follower::help);
			tips.add(message, message::tip);
			tips.start();
			form.neighbour()
				.flatMap(other -> FreePlace.of(getSize(), other))
				.ifPresent(this::setLocation);
		}

		/** What unfolds is no larger than there is room for. */
		private void fit(final Rectangle screen) {
			final Dimension whole = getPreferredSize();
			body.shrink(whole.width - screen.width, whole.height - screen.height);
		}

		/** What was pressed while it was open is no word on the command. */
		@Override
		public void dispose() {
			IJ.resetEscape();
			super.dispose();
		}

		/** Where more or less is shown; moved and sized at once, for X11 may lose one of two. */
		private void refit() {
			body.update(fields.changed(form.defaults()));
			final Rectangle screen = GUI.getMaxWindowBounds(this);
			fit(screen);
			setBounds(place(new Rectangle(getLocation(), getPreferredSize()), screen));
			validate();
			showMessage();
		}

		/** On the screen, and elsewhere if it came to cover more of another window than now. */
		private Rectangle place(final Rectangle grown, final Rectangle screen) {
			grown.setLocation(FreePlace.onScreen(grown, screen));
			return form.neighbour()
				.map(FreePlace::beside)
				.filter(beside -> beside.covered(grown) > beside.covered(getBounds()))
				.flatMap(beside -> beside.of(grown, screen))
				.orElse(grown);
		}
	}

	private Optional<S> show() {
		try {
			dialog.showDialog();
		}
		finally {
			hasEnded = true;
			if (follower != null) follower.end();
		}
		if (dialog.wasCanceled()) return Optional.empty();
		if (settings == null) throw new IllegalArgumentException(problem);
		form.remember(settings, idle.keySet());
		if (Recorder.record) record(form.told(settings));
		return Optional.of(settings);
	}

	/** In place of what was recorded of the command before. @param told what a macro has to say */
	public static void record(final Map<Setting<?>, String> told) {
		Recorder.resetCommandOptions();
		told.forEach((row, text) -> {
			if (row.isSwitch()) Recorder.recordOption(row.key());
			else Recorder.recordOption(row.key(), MacroOptions.recorded(text));
		});
	}

	@Override
	public boolean dialogItemChanged(final GenericDialog gd, final AWTEvent event) {
		final boolean isGood = check();
		if (event != null) showMessage();
		return isGood;
	}

	/** Whether the fields have settings that fit the image. */
	private boolean check() {
		settings = null;
		problem = null;
		final Map<String, String> texts = fields.texts();
		idle = form.idle(texts::get);
		fields.disable(idle);
		try {
			settings = form.fitting(counting(form, texts, idle.keySet())::get);
		}
		catch (final IllegalArgumentException refusal) {
			problem = refusal.getMessage();
		}
		body.update(fields.changed(form.defaults()));
		if (follower != null && !hasEnded) follower.follow(settings);
		return settings != null;
	}

	private void hear(final String text) {
		word = text;
		showMessage();
	}

	private void showMessage() {
		if (problem != null) message.show(problem, Color.red);
		else message.show(word.isEmpty() ? HINT : word, Color.black);
	}
}
