package sc.fiji.kmeans.plugin.dialog;

import java.awt.Component;

/**
 * A part of a dialog that follows its settings, such as a preview. It is not recorded, and
 * macros do not have it.
 *
 * @param <S> the settings
 */
public interface Follower<S> {

	/** What stands below the fields that are always shown. */
	Component component();

	/** What it is for. */
	String help();

	/**
	 * Called at the beginning, before the dialog is seen, and for each change of a field, by
	 * the event thread; and when OK was pressed.
	 *
	 * @param settings null if the fields have none
	 */
	void follow(S settings);

	/** Called when the dialog was closed, by OK or Cancel; nothing is to be left. */
	void end();
}
