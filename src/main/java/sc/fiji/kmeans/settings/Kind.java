package sc.fiji.kmeans.settings;

/** What a setting takes. */
public enum Kind {

	/** Any text. */
	TEXT(false),

	/** A whole number of 32 bits. */
	COUNT(false),

	/** A whole number of 64 bits. */
	WHOLE(false),

	/** A number. */
	NUMBER(false),

	/** One of some texts. */
	CHOICE(false),

	/** On or off, and off where it is not said. */
	SWITCH(false),

	/** Clusters that are there: a file or, in ImageJ, an image that was segmented. */
	CLUSTERS(true),

	/** A file that names others. */
	LIST(true),

	/** A file that is written. */
	NEW_FILE(true),

	/** A folder that is written to. */
	FOLDER(true);

	private final boolean isPath;

	Kind(final boolean isPath) {
		this.isPath = isPath;
	}

	/** Whether it takes the path of a file or a folder. */
	public boolean isPath() {
		return isPath;
	}
}
