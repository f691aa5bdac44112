package sc.fiji.kmeans.plugin.dialog;

/** The commands that do something to an image, as they stand in ImageJ's menu. */
public enum Command {

	/** Finds clusters. */
	SEGMENT("K-Means Segmentation"),
	/** Says how many there may be. */
	SUGGEST("K-Means Suggest Clusters"),
	/** Applies clusters that were found before. */
	APPLY("Apply K-Means Clusters"),
	/** Shows clusters while they are chosen. */
	EXPLORE("K-Means Explorer"),
	/** Finds clusters again and again. */
	LIVE("K-Means Live Segmentation");

	private final String title;

	Command(final String title) {
		this.title = title;
	}

	/** Of its dialog, its window and its messages. */
	public String title() {
		return title;
	}

	/** In the menu and in macros; for ever. */
	public String label() {
		return title + "...";
	}
}
