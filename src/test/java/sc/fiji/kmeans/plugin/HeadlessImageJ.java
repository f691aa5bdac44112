package sc.fiji.kmeans.plugin;

import net.imagej.patcher.LegacyInjector;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Makes ImageJ's dialogs readable without a display, as Fiji does. The patches
 * must come before any class of ImageJ loads, so they come before all tests; not where
 * {@code -Dimagej=none} says that no test needs it.
 */
public final class HeadlessImageJ implements LauncherSessionListener {

	@Override
	public void launcherSessionOpened(final LauncherSession session) {
		if (Boolean.getBoolean("java.awt.headless") && !"none".equals(System.getProperty("imagej")))
			LegacyInjector.preinit();
	}
}
