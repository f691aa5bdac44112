package sc.fiji.kmeans.plugin;

import java.util.Locale;

/** What is made besides the segmented and masked images, if it is asked for. */
enum Output {

	/** The label image. */
	LABELS,

	/** The table of the clusters, for a stack also one of areas over time. */
	MEASURE,

	/** For a stack, a plot of areas over time. */
	PLOT,

	/** A selection for each cluster in the ROI Manager. */
	ROIS,

	/** The same as an overlay of the segmented image. */
	OVERLAY,

	/** A line in the Log that can stand in a Methods section. */
	METHODS;

	/** In macros, and in the dialog with a capital letter. */
	String key() {
		return name().toLowerCase(Locale.ROOT);
	}
}
