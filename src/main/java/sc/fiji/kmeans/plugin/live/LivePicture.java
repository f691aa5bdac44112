package sc.fiji.kmeans.plugin.live;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.Calibration;
import ij.process.ImageProcessor;

import sc.fiji.kmeans.live.LiveSegmentation;
import sc.fiji.kmeans.live.PictureKind;
import sc.fiji.kmeans.plugin.ResultImages;

/**
 * The image that shows the newest picture of a live segmentation. Its pixels are as
 * large as the source's. A scale that a user sets lasts until the type of the
 * picture or the calibration of the source changes.
 */
final class LivePicture {

	private final LiveSegmentation live;
	private final ImagePlus image;
	/** What was taken over from the source; null before. */
	private Calibration calibration;
	private int bitDepth;

	/** @param picture the first one */
	LivePicture(final LiveSegmentation live, final ImageProcessor picture) {
		this.live = live;
		image = new ImagePlus(WindowManager.makeUniqueName(live.title() + "-live"), picture);
		ResultImages.mark(image);
		calibrate();
	}

	ImagePlus image() {
		return image;
	}

	/** Shows a picture, which may be the one that is shown, with other pixels. */
	void show(final ImageProcessor picture) {
		if (picture != image.getProcessor()) image.setProcessor(picture);
		else image.updateAndDraw();
		if (calibrate()) image.repaintWindow();
	}

	/** @return whether anything changed */
	private boolean calibrate() {
		final Calibration now = live.calibration().orElse(null);
		if (now == null) return false;
		// The values of labels are numbers.
		if (live.options().shown() == PictureKind.LABELS) now.disableDensityCalibration();
		if (now.equals(calibration) && image.getBitDepth() == bitDepth) return false;
		calibration = now;
		bitDepth = image.getBitDepth();
		image.setCalibration(now);
		return true;
	}
}
