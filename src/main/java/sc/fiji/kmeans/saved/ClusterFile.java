package sc.fiji.kmeans.saved;

import java.io.IOException;
import java.nio.file.Path;

import sc.fiji.kmeans.model.ImageClusters;

/**
 * Clusters in a CSV file that people can read and edit.
 *
 * <pre>
 * # K-Means clusters, version 1
 * # color_space=Lab
 * # options=clusters=2 epsilon=0.2 ignore=none min_size=9 merge=none
 * Cluster,Pixels,L*,a*,b*,Hex
 * 1,1200,16.666666666666668,0.0,0.0,#2b2b2b
 * 2,300,90.5,1.25,-0.75,#e4e3e5
 * </pre>
 *
 * Numbers come back from the file with the same bits.
 */
public final class ClusterFile {

	private ClusterFile() {}

	/**
	 * Reads what {@link #write} writes, also after it went through an editor or a
	 * spreadsheet.
	 *
	 * @throws IOException if the file can not be read, or with file, line, what
	 *           stands there and what it takes
	 */
	public static ImageClusters read(final Path file) throws IOException {
		return ClusterFileReader.read(file);
	}

	/**
	 * Reads the text of such a file.
	 *
	 * @throws IllegalArgumentException with line, what stands there and what it takes
	 */
	public static ImageClusters of(final String text) {
		return ClusterFileReader.read(text);
	}

	/** The text of the file, which is the same wherever it is made. */
	public static String text(final ImageClusters clusters) {
		return new ClusterFileText(clusters).toString();
	}

	/**
	 * Writes the file as a whole or, if that fails, leaves what was there.
	 *
	 * @throws IOException if it can not be written
	 */
	public static void write(final ImageClusters clusters, final Path file) throws IOException {
		TextFile.write(file, text(clusters));
	}
}
