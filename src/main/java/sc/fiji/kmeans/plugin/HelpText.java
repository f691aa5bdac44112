package sc.fiji.kmeans.plugin;

/** What the Help button shows. */
final class HelpText {

	static final String HTML = "<html><h3>K-Means Segmentation</h3>" +
		"<p>Divides the pixels into clusters of similar value. Opens the segmented" +
		" image, where each pixel has the colour of its cluster, and masked images," +
		" where chosen clusters are black.</p><dl>" + //
		line("Clusters", "How many groups of similar pixels to make.") + //
		line("Epsilon", "An attempt ends when no centre moves farther than this," +
			" in units of the pixel values; 0 goes on until none moves.") + //
		line("Iterations", "At most so many moves of the centres in one attempt.") + //
		line("Attempts", "So many different starts; the best result is taken.") + //
		line("Initialization", "How an attempt chooses its first centres:" +
			" k-means++ among the pixels, random anywhere in their range.") + //
		line("Random seed", "Another number, other starts; the same number gives" +
			" the same result, always.") + //
		line("Masked", "Which clusters to turn black: <i>each</i> (a stack, slice 1" +
			" without cluster 1, and so on), <i>none</i>, or numbers such as" +
			" <i>2</i> or <i>1,3</i> (one image).") + //
		"</dl><p>Clusters are numbered from dark to bright: 1 is the darkest. Only" +
		" selected pixels are segmented if there is an area selection. The frames" +
		" of a stack are segmented one by one.</p></html>";

	private HelpText() {}

	private static String line(final String name, final String purpose) {
		return "<dt><b>" + name + "</b></dt><dd>" + purpose + "</dd>";
	}
}
