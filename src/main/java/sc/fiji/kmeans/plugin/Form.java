package sc.fiji.kmeans.plugin;

import ij.gui.GenericDialog;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a command asks for: settings that have keys and texts.
 *
 * @param <S> all settings of the command
 */
interface Form<S> {

	/** Of the dialog. */
	String title();

	/** The keys in their order. */
	Set<String> keys();

	/** The texts that a choice takes, or none if a setting is no choice. */
	String[] choices(String key);

	/** Whether a setting is on or off, and off in a macro that does not say so. */
	boolean isSwitch(String key);

	/** The texts that hold where a macro says nothing; may have more keys. */
	Map<String, String> defaults();

	/** The texts of the last dialog, or the defaults. */
	Map<String, String> remembered();

	/**
	 * @param text gives the text for a key
	 * @throws IllegalArgumentException with the key, its text and what it takes
	 */
	S read(UnaryOperator<String> text);

	/**
	 * The same for a dialog: what the image refuses is refused here already.
	 *
	 * @throws IllegalArgumentException with the key, its text and what it takes
	 */
	default S fitting(final UnaryOperator<String> text) {
		return read(text);
	}

	/**
	 * The settings that mean nothing for the image that is open. In a dialog they are
	 * switched off, and count as their defaults.
	 *
	 * @param text gives the text for a key
	 */
	default Set<String> idle(final UnaryOperator<String> text) {
		return Collections.emptySet();
	}

	/** The texts of a dialog that nobody changed yet. */
	default Map<String, String> recipe() {
		return defaults();
	}

	/**
	 * Keeps settings for the next dialog.
	 *
	 * @param idle those that keep what they were
	 */
	void remember(S settings, Set<String> idle);

	/** What a macro has to say to get these settings. */
	Map<String, String> told(S settings);

	/** For each setting, in a line, what it is for, and what it all does: HTML. */
	String help();

	/** What stands above some fields, by their keys. */
	default Map<String, String> headings() {
		return Collections.emptyMap();
	}

	/** The settings that stand beside the one before. */
	default Set<String> besides() {
		return Collections.emptySet();
	}

	/** The switches that stand side by side, in a block after the last of them. */
	default Set<String> blocked() {
		return Collections.emptySet();
	}

	/** Adds the text field of a setting that is neither choice nor switch. */
	default void addText(final GenericDialog dialog, final String key, final String label,
		final String text)
	{
		dialog.addStringField(label, text, 8);
	}
}
