package sc.fiji.kmeans;

import ij.IJ;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;

import sc.fiji.kmeans.cluster.KMeansOptions;
import sc.fiji.kmeans.plugin.RealImageJ;
import sc.fiji.kmeans.plugin.Screen;
import sc.fiji.kmeans.plugin.dialog.DialogPictures;
import sc.fiji.kmeans.plugin.explorer.ExplorerPictures;
import sc.fiji.kmeans.plugin.live.LivePictures;
import sc.fiji.kmeans.segment.Segmentation;

/** Makes all pictures of the pages, from a real ImageJ: see the page on building. */
public final class PagePictures {

	private static final int WIDTH = 330;
	private static final int HEIGHT = 300;

	private PagePictures() {}

	/** @param arguments the folder for them */
	public static void main(final String... arguments) throws Exception {
		final Path folder = Paths.get(arguments[0]).toAbsolutePath();
		int exitCode = 1;
		try {
			RealImageJ.start();
			IJ.getInstance().setLocation(0, IJ.getScreenSize().height - 100);
			final Screen screen = new Screen(folder);
			tissue(screen);
			DialogPictures.take(screen);
			ExplorerPictures.take(screen);
			LivePictures.take(screen);
			exitCode = 0;
		}
		catch (final Throwable failed) {
			failed.printStackTrace();
		}
		System.exit(exitCode);
	}

	/** A part of the tissue, its clusters, and the tissue without the third one; its colours. */
	private static void tissue(final Screen screen) throws IOException {
		final Segmentation segmentation = Segmentation.of(IJ.openImage("sample-data/ihc.png"),
			KMeansOptions.defaults());
		final ImageProcessor three = new ColorProcessor(3 * WIDTH, HEIGHT);
		three.insert(IJ.openImage("sample-data/ihc.png").getProcessor(), 0, 0);
		three.insert(segmentation.segmented().getProcessor(), WIDTH, 0);
		three.insert(segmentation.masked(3).getProcessor(), 2 * WIDTH, 0);
		screen.save("tissue", three.getBufferedImage());
		screen.save("colours",
			ColoursFigure.of(IJ.openImage("sample-data/ihc.png").getProcessor(), segmentation));
	}
}
