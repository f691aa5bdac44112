package sc.fiji.kmeans.plugin;

import ij.ImagePlus;
import ij.WindowManager;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;

import sc.fiji.kmeans.image.SavedClusters;
import sc.fiji.kmeans.image.Segmentation;

/** Where clusters come from and go to: files, and images that were segmented. */
final class ClusterSource {

	private ClusterSource() {}

	/**
	 * @param key of the setting, for messages
	 * @param text title of an open image that was segmented, or path of a file
	 * @throws IllegalArgumentException if it is neither
	 */
	static SavedClusters of(final String key, final String text) {
		final ImagePlus image = WindowManager.getImage(text);
		final Object clusters = image == null ? null : image.getProperty(
			SegmentationPlugIn.CLUSTERS);
		if (clusters instanceof SavedClusters) return (SavedClusters) clusters;
		try {
			return SavedClusters.read(path(key, text));
		}
		catch (final IOException e) {
			throw new IllegalArgumentException(key + " = " + text +
				": takes a file of clusters or the title of a segmented image (" + e
					.getMessage() + ")", e);
		}
	}

	/** Saves the clusters of the first frame. */
	static void save(final Segmentation segmentation, final String text) {
		try {
			segmentation.saved(1).write(path("save", text));
		}
		catch (final IOException e) {
			throw new IllegalArgumentException("save = " + text +
				": takes a file that can be written (" + e + ")", e);
		}
	}

	private static Path path(final String key, final String text) {
		try {
			return Paths.get(text);
		}
		catch (final InvalidPathException e) {
			throw new IllegalArgumentException(key + " = " + text + ": takes a path", e);
		}
	}
}
