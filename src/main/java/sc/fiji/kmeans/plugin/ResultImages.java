package sc.fiji.kmeans.plugin;

import ij.ImagePlus;

/** Images that commands of this plugin open: what follows the active image leaves them alone. */
public final class ResultImages {

	private static final String RESULT = "K-Means result";

	private ResultImages() {}

	/** Marks an image, which is not shown yet. */
	public static void mark(final ImagePlus image) {
		image.setProperty(RESULT, Boolean.TRUE);
	}

	/** Whether an image is marked. */
	public static boolean contain(final ImagePlus image) {
		return image.getProperty(RESULT) != null;
	}
}
