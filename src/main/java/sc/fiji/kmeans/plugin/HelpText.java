package sc.fiji.kmeans.plugin;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the Help button shows. */
final class HelpText {

	/** What each setting is for, in a line. */
	private static final Map<String, String> PURPOSES = new HashMap<>();

	static {
		put("from", "A file of clusters, or the title of an open image that was" + " segmented.");
		put("clusters", "How many groups of similar pixels to make.");
		put("epsilon",
			"An attempt ends when no centre moves farther than this: in"
				+ " units of the pixel values, of 32-bit images and scaled channels in 255ths of"
				+ " their spread; 0 goes on until none moves.");
		put("iterations", "At most so many moves of the centres in one attempt.");
		put("attempts", "So many different starts; the best result is taken.");
		put("initialization", "How an attempt chooses its first centres: k-means++"
			+ " among the pixels, random anywhere in their range.");
		put("random_seed",
			"Another number, other starts; the same number gives the" + " same result, always.");
		put("masked",
			"Which clusters to remove: <i>each</i> (a stack, slice 1"
				+ " without cluster 1, and so on), <i>none</i>, numbers such as <i>2</i> or"
				+ " <i>1,3</i>, or <i>selection</i> (those under it).");
		put("frames", "Of a stack: <i>each</i> frame its own clusters, all"
			+ " <i>together</i>, the <i>current</i> one only, or <i>apply</i> its" + " clusters to all.");
		put("color_space", "Where colours are compared: <i>RGB</i>, <i>Lab</i>"
			+ " (as people see), <i>a*b*</i> (without lightness) or <i>HSB</i>.");
		put("scale", "Divides each channel of a multi-channel or 32-bit image by its"
			+ " standard deviation; for other images it is off, and refused in macros.");
		put("apply_to", "<i>selection</i>: only its pixels are segmented;"
			+ " <i>image</i>: all of them, by the clusters of the selection.");
		put("ignore",
			"A background that is left out: <i>none</i>, <i>black</i>,"
				+ " <i>white</i>, a colour such as <i>#f0f0f0</i> or a value such as"
				+ " <i>12.5</i>, with a tolerance such as <i>white+10</i>.");
		put("min_size", "Connected regions of fewer pixels join what surrounds them.");
		put("merge",
			"<i>1+3</i> makes one cluster of 1 and 3, and the numbers close" + " up; <i>none</i>.");
		put("kept", "More images, with nothing but these clusters: takes what masked" + " takes.");
		put("background", "What removed pixels become; <i>transparent</i> is NaN in"
			+ " 32-bit images and alpha 0 in RGB images.");
		put("labels", "The label image: each pixel is the number of its cluster. The"
			+ " same number has the same colour in every image.");
		put("measure",
			"Adds rows to the table KMeans-Clusters (of a stack also to"
				+ " KMeans-Frames): means and RMS are about the mean of the pixels. Close the"
				+ " table to begin anew. Macros read it as ImageJ's results.");
		put("plot", "Of a stack, the area of each cluster over time.");
		put("rois", "A selection for each cluster in the ROI Manager, in place of those"
			+ " of the same image; without a display as an overlay.");
		put("overlay", "The outlines of the clusters on the image itself.");
		put("methods", "A line in the Log that can stand in a Methods section.");
		put("match", "A file of clusters, or the title of an image that was"
			+ " segmented: the nearest clusters get its numbers.");
		put("save", "A file that the clusters are saved to, those of every frame.");
	}

	/** Of live segmentation, where they differ. */
	private static final Map<String, String> LIVE = new HashMap<>();

	static {
		LIVE.put("source",
			"<i>active</i>: the active image, whatever keeps changing"
				+ " it; <i>camera</i>; or the address of a network camera that serves MJPEG,"
				+ " such as <i>http://name:password@192.168.1.5:8080/video</i>.");
		LIVE.put("show", "<i>segmented</i>, <i>labels</i>, or <i>masked</i>: the"
			+ " frame with the masked clusters turned black.");
		LIVE.put("masked",
			"Which clusters: <i>none</i>, or numbers such as <i>2</i>"
				+ " or <i>1,3</i>. In the window that opens, numbers show the frame masked, and"
				+ " <i>none</i> shows it as before.");
		LIVE.put("camera", "Its name, or a part of it; empty for the first one.");
		LIVE.put("resolution", "Such as <i>640x480</i>; empty for the camera's own.");
		LIVE.put("stop_after", "Number of frames after which it ends; 0: when the"
			+ " window is closed, or by K-Means Live Stop.");
		LIVE.put("measure", "At the end, the table KMeans-Live with a row for each"
			+ " frame; without a display it is ImageJ's results table.");
	}

	private static final String USE = "<p>Settings that mean nothing for the open"
		+ " image are switched off, count as their defaults and are not recorded."
		+ " <b>Reset</b> brings all defaults back.</p><p>In macros, a key is the name in"
		+ " small letters with an underscore for a blank: <i>min_size=9</i>,"
		+ " <i>save=[my file.csv]</i>, <i>clusters=&amp;n</i> for a variable,"
		+ " <i>labels</i> or <i>labels=true</i>. Of a key that is said twice both must"
		+ " say the same. What is no key is refused, with the nearest one.</p>";

	private HelpText() {}

	private static void put(final String key, final String purpose) {
		PURPOSES.put(key, purpose);
	}

	/**
	 * @param keys of the settings, in turn; those of the command that applies
	 *          clusters begin with where they are from
	 */
	static String html(final String title, final Set<String> keys) {
		return html(title,
			"Divides the pixels into clusters of similar value. Opens"
				+ " the segmented image, where each pixel has the colour of its cluster,"
				+ " and masked images, where chosen clusters are removed.",
			keys, PURPOSES);
	}

	/** Of live segmentation. */
	static String live(final String title, final Set<String> keys) {
		final Map<String, String> purposes = new HashMap<>(PURPOSES);
		purposes.putAll(LIVE);
		return html(title,
			"Segments frame after frame of an image that something"
				+ " keeps changing, or of a camera, as fast as they come. In the window that"
				+ " opens, the number of clusters and what is shown can be changed.",
			keys, purposes);
	}

	private static String html(final String title, final String what, final Set<String> keys,
		final Map<String, String> purposes)
	{
		final StringBuilder html = new StringBuilder("<html><h3>").append(title)
			.append("</h3><p>")
			.append(what)
			.append("</p><dl>");
		keys.forEach(key -> html.append(line(key, purposes.get(key))));
		if (keys.contains("from"))
			html.append("</dl><p><i>saved</i> stands for what"
				+ " held when the clusters were saved, so that the same image gets the same"
				+ " labels. Clusters of several frames take an image of as many.</p><dl>");
		return html.append("</dl><p>Clusters are numbered from dark to bright: 1 is"
			+ " the darkest. 0 is not segmented.</p>").append(USE).append("</html>").toString();
	}

	private static String line(final String key, final String purpose) {
		return "<dt><b>" + Character.toUpperCase(key.charAt(0)) + key.substring(1).replace('_', ' ')
			+ "</b></dt><dd>" + purpose + "</dd>";
	}
}
