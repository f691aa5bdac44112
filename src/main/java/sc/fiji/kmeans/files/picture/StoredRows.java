package sc.fiji.kmeans.files.picture;

import java.io.Serializable;
import java.nio.file.Path;
import java.nio.file.Paths;

/** Rows of a picture that were written for themselves, to be added to the whole; immutable. */
public final class StoredRows implements Serializable {

	private static final long serialVersionUID = 1;

	/** Of which picture. */
	private final String kind;
	private final String file;
	private final int rows;
	/** What the format has to know of them besides their bytes. */
	private final long[][] figures;

	public StoredRows(final String kind, final Path file, final int rows, final long[][] figures) {
		this.kind = kind;
		this.file = file.toString();
		this.rows = rows;
		this.figures = figures;
	}

	public String kind() {
		return kind;
	}

	public Path file() {
		return Paths.get(file);
	}

	int rows() {
		return rows;
	}

	long[][] figures() {
		return figures;
	}
}
