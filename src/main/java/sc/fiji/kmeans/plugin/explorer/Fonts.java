package sc.fiji.kmeans.plugin.explorer;

import ij.Prefs;

import java.awt.Component;
import java.awt.Container;
import java.awt.Font;

/** ImageJ's font, at the scale that the user has chosen for its windows. */
final class Fonts {

	private static final int SIZE = 12;

	private Fonts() {}

	static Font font() {
		return new Font("SansSerif", Font.PLAIN, scaled(SIZE));
	}

	static int scaled(final int pixels) {
		return (int) Math.round(pixels * Prefs.getGuiScale());
	}

	/** For a component and all in it. */
	static void apply(final Component component) {
		component.setFont(font());
		if (component instanceof Container)
			for (final Component part : ((Container) component).getComponents())
			apply(part);
	}
}
