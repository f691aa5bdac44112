package sc.fiji.kmeans.plugin.live;

import java.util.Set;

import sc.fiji.kmeans.plugin.dialog.Form;

/** What tests of all commands ask of live segmentation. */
public final class LiveRoom {

	private LiveRoom() {}

	/** Of its dialog. */
	public static Form<?> form() {
		return new LiveForm("title", () -> null);
	}

	/** Whether none goes on. */
	public static boolean isQuiet() {
		return LiveSession.running().isEmpty();
	}

	public static Set<String> keys() {
		return LiveSettings.DEFAULTS.keySet();
	}
}
