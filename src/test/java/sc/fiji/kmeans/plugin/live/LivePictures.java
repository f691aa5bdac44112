package sc.fiji.kmeans.plugin.live;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

import sc.fiji.kmeans.plugin.RealImageJ;
import sc.fiji.kmeans.plugin.Screen;

/** The picture of a window that changes, and of its live window. */
public final class LivePictures {

	private static final int FRAMES = 60;
	private static final int SHOWN = 14;
	private static final int FRAME_MILLIS = 40;

	private LivePictures() {}

	/** Takes it. */
	public static void take(final Screen screen) throws Exception {
		final ImagePlus source = RealImageJ.show(new ImagePlus("camera", film()));
		final LiveDriver live = LiveDriver.start("clusters=5");
		for (int frame = 1; frame <= SHOWN; frame++) {
			source.setSlice(frame);
			IJ.wait(FRAME_MILLIS);
		}
		screen.save("live", source.getWindow(), live.window());
		RealImageJ.cleanUp();
	}

	/** A camera that moves over a photo. */
	private static ImageStack film() {
		final ImageProcessor photo = IJ.openImage("sample-data/coffee.png").getProcessor();
		final ImageStack film = new ImageStack(360, 300);
		for (int frame = 0; frame < FRAMES; frame++) {
			photo.setRoi(2 * frame, frame, 360, 300);
			film.addSlice("f" + frame, photo.crop());
		}
		return film;
	}
}
