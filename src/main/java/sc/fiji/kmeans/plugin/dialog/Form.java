package sc.fiji.kmeans.plugin.dialog;

import ij.Prefs;
import ij.gui.GenericDialog;

import java.awt.Window;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import sc.fiji.kmeans.settings.Setting;

/**
 * What a command asks for: settings that have keys and texts.
 *
 * @param <S> all settings of the command
 */
public interface Form<S> {

	/** Of the dialog. */
	String title();

	/** The settings in their order. */
	List<Setting<?>> rows();

	/** Their keys. */
	default Set<String> keys() {
		return defaults().keySet();
	}

	/** The setting of a key that it has. */
	default Setting<?> row(final String key) {
		return rows().stream().filter(row -> row.key().equals(key)).findFirst().get();
	}

	/** The texts that hold where a macro says nothing. */
	default Map<String, String> defaults() {
		return defaults(rows());
	}

	/** The fields of some settings, in their order. */
	static Map<String, String> defaults(final List<Setting<?>> rows) {
		final Map<String, String> texts = new LinkedHashMap<>();
		rows.forEach(row -> texts.put(row.key(), row.standard()));
		return texts;
	}

	/** The texts of the last dialog, or the defaults. */
	Map<String, String> remembered();

	/**
	 * The texts that ImageJ's preferences have, as they are written now; the defaults if they
	 * can not be read.
	 *
	 * @param preference what their keys begin with there
	 * @param texts makes texts of settings
	 */
	default Map<String, String> remembered(final String preference,
		final Function<S, Map<String, String>> texts)
	{
		try {
			return texts.apply(read(key -> Prefs.get(preference + key, row(key).standard())));
		}
		catch (final IllegalArgumentException damaged) {
			return defaults();
		}
	}

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
	 * The settings that mean nothing for the image that is open, and why. In a dialog they
	 * are switched off, and count as their defaults.
	 *
	 * @param text gives the text for a key
	 * @return the reasons, which begin with a small letter, by keys
	 */
	default Map<String, String> idle(final UnaryOperator<String> text) {
		return Collections.emptyMap();
	}

	/**
	 * A part of the dialog that follows its settings; none by default.
	 *
	 * @param line takes what it says of them in the dialog, by the event thread; empty for nothing
	 */
	default Optional<Follower<S>> follower(final Consumer<String> line) {
		return Optional.empty();
	}

	/** The window that its dialog does not cover if there is room; nothing by default. */
	default Optional<Window> neighbour() {
		return Optional.empty();
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
	Map<Setting<?>, String> told(S settings);

	/** For each setting, in a line, what it is for, and what it all does: HTML. */
	String help();

	/** Adds the text field of a setting that is neither choice nor switch. */
	default void addText(final GenericDialog dialog, final Setting<?> row, final String text) {
		dialog.addStringField(row.label(), text, 8);
	}
}
