package sc.fiji.kmeans.plugin.explorer;

import ij.IJ;
import ij.ImagePlus;

import javax.swing.JDialog;

import sc.fiji.kmeans.plugin.RealImageJ;
import sc.fiji.kmeans.plugin.Screen;

/** The pictures of the explorer, on an image of each kind. */
public final class ExplorerPictures {

	private static final String CELLS = "sample-data/fluorescence/fluorescent-cells.tif";

	private final Screen screen;

	private ExplorerPictures(final Screen screen) {
		this.screen = screen;
	}

	/** Takes all of them. */
	public static void take(final Screen screen) throws Exception {
		final ExplorerPictures pictures = new ExplorerPictures(screen);
		pictures.tissue();
		final ImagePlus cells = IJ.openImage(CELLS);
		pictures.save("explorer-grey", new ImagePlus("grey.tif", cells.getStack().getProcessor(2)), 3);
		pictures.save("explorer-composite", cells, 4);
		pictures.save("explorer-stack", IJ.openImage("sample-data/moving-cells.tif"), 3);
	}

	private void tissue() throws Exception {
		final ImagePlus tissue = RealImageJ.show(IJ.openImage("sample-data/ihc.png"));
		final ExplorerDriver explorer = ExplorerDriver.open();
		explorer.press("Suggest").awaitClusters(4).name(1, "brown");
		screen.save("explorer", explorer.frame(), tissue.getWindow());
		explorer.pressAndGoOn("Create...");
		final JDialog dialog = ExplorerDriver.awaitCreate();
		screen.save("create", dialog);
		ExplorerDriver.pressIn(dialog, "Cancel");
		cleanUp();
	}

	private void save(final String name, final ImagePlus image, final int clusters) throws Exception {
		RealImageJ.show(image);
		IJ.run(image, "Set... ", "zoom=200 x=" + image.getWidth() / 2 + " y=" + image.getHeight() / 2);
		final ExplorerDriver explorer = ExplorerDriver.open();
		explorer.slide(clusters).awaitClusters(clusters);
		screen.save(name, explorer.frame(), image.getWindow());
		cleanUp();
	}

	private static void cleanUp() throws Exception {
		ExplorerDriver.cleanUp();
		RealImageJ.cleanUp();
	}
}
