package sc.fiji.kmeans.plugin.explorer;

import java.util.Locale;

/** What can be made of clusters. */
enum Product {

	SEGMENTED("Segmented image", "Each pixel in the colour of its cluster; it is always made", true,
		true), LABELS("Label image",
			"Each pixel is the number of its cluster, for Analyze Particles, MorphoLibJ and others", true,
			false), MASKED("Masked image",
				"The image without the clusters that are hidden; if none is, one without each cluster",
				false, false), KEPT("Kept image",
					"The image with nothing but the clusters that are shown; if all are, one with each",
					false, false), MEASURE("Table", "Pixels, percent, area and means of each cluster", true,
						false), ROIS("Selections", "One for each cluster, in the ROI Manager", false,
							false), OVERLAY("Outlines", "Of the clusters, in the overlay of the image itself",
								false, false), LEGEND("Legend",
									"A picture with number, colours, name and percent of each cluster", false,
									false), LEGEND_INSIDE("Legend inside",
										"The legend in a corner of the segmented image, as an overlay", false, false);

	final String label;
	final String help;
	/** Whether it is ticked the first time. */
	final boolean isFirst;
	final boolean isAlways;

	Product(final String label, final String help, final boolean isFirst, final boolean isAlways) {
		this.label = label;
		this.help = help;
		this.isFirst = isFirst;
		this.isAlways = isAlways;
	}

	/** In preferences and, of switches, in macros. */
	String key() {
		return name().toLowerCase(Locale.ROOT);
	}
}
