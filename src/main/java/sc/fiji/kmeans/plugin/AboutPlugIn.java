package sc.fiji.kmeans.plugin;

import ij.IJ;
import ij.gui.HTMLDialog;
import ij.plugin.PlugIn;

import sc.fiji.kmeans.plugin.dialog.Command;

/**
 * Help &gt; About Plugins &gt; KMeans Segmentation (Clustering)...: tells which commands there
 * are. ImageJ's Command Finder looks at labels and menus alone, and the labels of the commands have
 * a hyphen, and few speak of clusters; who types {@code kmeans} or {@code cluster} finds this one.
 */
public final class AboutPlugIn implements PlugIn {

	private static final String TITLE = "About " + Command.SEGMENT.title();
	private static final String TEXT = "<html><h3>" + Command.SEGMENT.title() + "</h3>"
		+ "<p>Divides the pixels of an image into clusters of similar value. The commands stand in"
		+ " <b>Plugins &gt; Segmentation</b>; in the Command Finder, type <i>k-means</i>.</p><dl>"
		+ line(Command.SEGMENT, "makes segmented, masked and label images, tables, selections")
		+ line(Command.EXPLORE, "shows the clusters over the image while you choose them")
		+ line(Command.SUGGEST, "says how many clusters the pixels suggest")
		+ line(Command.APPLY, "segments an image by the clusters of another one")
		+ line(Command.LIVE, "segments a camera, or an image that keeps changing") + "</dl></html>";

	private static String line(final Command command, final String what) {
		return "<dt><b>" + command.label() + "</b></dt><dd>" + what + "</dd>";
	}

	/** Macros mean the command whose name is nearly the same. */
	@Override
	public void run(final String argument) {
		if (!UserPresence.isSomebodyThere())
			IJ.error(TITLE, "In macros use \"" + Command.SEGMENT.label() + "\", with a hyphen.");
		else
			new HTMLDialog(TITLE, TEXT, false);
	}
}
