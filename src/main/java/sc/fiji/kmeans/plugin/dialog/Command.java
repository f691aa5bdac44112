package sc.fiji.kmeans.plugin.dialog;

/** The commands that do something to an image, as they stand in ImageJ's menu. */
public enum Command {

	SEGMENT("K-Means Segmentation"), SUGGEST("K-Means Suggest Clusters"), APPLY(
		"Apply K-Means Clusters"), EXPLORE("K-Means Explorer"), LIVE("K-Means Live Segmentation");

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
