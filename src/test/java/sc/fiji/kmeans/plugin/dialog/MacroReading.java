package sc.fiji.kmeans.plugin.dialog;

import java.util.Map;

/** What the options of a macro say, for tests of commands. */
public final class MacroReading {

	private MacroReading() {}

	/** By key. */
	public static Map<String, String> texts(final Form<?> form, final String options) {
		return MacroOptions.texts(form, options);
	}

	/** As the recorder is told. */
	public static String recorded(final String text) {
		return MacroOptions.recorded(text);
	}
}
