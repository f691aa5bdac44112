package sc.fiji.kmeans.settings;

import java.nio.file.Path;

/** What a setting takes. */
public enum Kind {

	/** Any text. */
	TEXT(String.class),

	/** A whole number of 32 bits. */
	COUNT(int.class),

	/** A whole number of 64 bits. */
	WHOLE(long.class),

	/** A number. */
	NUMBER(double.class),

	/** One of some texts. */
	CHOICE(String.class),

	/** On or off, and off where it is not said. */
	SWITCH(boolean.class),

	/** Clusters that are there: a file or, in ImageJ, an image that was segmented. */
	CLUSTERS(Path.class),

	/** A file that names others. */
	LIST(Path.class),

	/** A file that is written. */
	NEW_FILE(Path.class),

	/** A folder that is written to. */
	FOLDER(Path.class);

	private final Class<?> type;

	Kind(final Class<?> type) {
		this.type = type;
	}

	/** The type of its values where they are told one from another. */
	public Class<?> type() {
		return type;
	}
}
