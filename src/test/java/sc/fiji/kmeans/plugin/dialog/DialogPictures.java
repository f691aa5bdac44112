package sc.fiji.kmeans.plugin.dialog;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.text.TextWindow;

import java.awt.Window;
import java.util.stream.Stream;

import sc.fiji.kmeans.plugin.MacroBox;
import sc.fiji.kmeans.plugin.MacroRun;
import sc.fiji.kmeans.plugin.RealImageJ;
import sc.fiji.kmeans.plugin.Screen;

/** The pictures of the dialogs and of what they make. */
public final class DialogPictures {

	private static final String TISSUE = "sample-data/ihc.png";

	private final Screen screen;

	private DialogPictures(final Screen screen) {
		this.screen = screen;
	}

	/** Takes all of them. */
	public static void take(final Screen screen) throws Exception {
		final DialogPictures pictures = new DialogPictures(screen);
		pictures.dialog();
		pictures.results();
		pictures.suggestion();
	}

	/** As it opens, with its preview, and unfolded. */
	private void dialog() throws Exception {
		final ImagePlus tissue = RealImageJ.show(IJ.openImage(TISSUE));
		final DialogDriver dialog = DialogDriver.open();
		screen.save("dialog", theDialog());
		dialog.preview(true);
		RealImageJ.await("preview", () -> dialog.previewLine().startsWith("3 clusters") ? true : null);
		screen.save("preview", theDialog(), tissue.getWindow());
		dialog.preview(false).pressMore();
		dialog.type("Clusters", "4").choose("Color space", "Lab").type("Masked", "none");
		dialog.tick("Labels").tick("Measure").tick("Legend").type("Names", "brown,pale,nuclei,light");
		screen.save("dialog-more", theDialog());
		dialog.cancel();
		RealImageJ.cleanUp();
	}

	private static Window theDialog() throws Exception {
		return RealImageJ.awaitWindow(GenericDialog.class);
	}

	/** Of the first segmentation. */
	private void results() throws Exception {
		RealImageJ.show(IJ.openImage(TISSUE));
		MacroBox.run("run(\"" + MacroRun.COMMAND
			+ "\", \"clusters=4 masked=none color_space=Lab names=[brown,pale,nuclei,light] labels measure legend\");");
		final Stream<Window> images = Stream.of("ihc-segmented", "ihc-labels", "ihc-legend")
			.map(title -> RealImageJ.image(title).getWindow());
		for (final String title : new String[] { "ihc-segmented", "ihc-labels" })
			IJ.run(RealImageJ.image(title), "Set... ", "zoom=75 x=256 y=256");
		screen.save("results",
			Stream.concat(images, Stream.of((Window) WindowManager.getFrame("KMeans-Clusters")))
				.toArray(Window[]::new));
		RealImageJ.cleanUp();
	}

	private void suggestion() throws Exception {
		RealImageJ.show(IJ.openImage(TISSUE));
		DialogDriver.open(MacroRun.SUGGEST).tick("Plot").ok();
		final TextWindow table = (TextWindow) WindowManager.getFrame("KMeans-Suggestion");
		screen.save("suggestion", RealImageJ.image("ihc-clusters").getWindow(), table);
		RealImageJ.cleanUp();
	}
}
