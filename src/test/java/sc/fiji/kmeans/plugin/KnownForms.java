package sc.fiji.kmeans.plugin;

import ij.ImagePlus;
import ij.process.ColorProcessor;

import sc.fiji.kmeans.plugin.dialog.Form;

/** The forms of commands, for tests of what macros say. */
public final class KnownForms {

	private KnownForms() {}

	/** Of K-Means Segmentation, of colours. */
	public static Form<?> segmentation() {
		return new KMeansForm("title", true, new ImagePlus("", new ColorProcessor(9, 9)));
	}
}
