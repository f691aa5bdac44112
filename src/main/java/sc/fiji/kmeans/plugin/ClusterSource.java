package sc.fiji.kmeans.plugin;

import ij.ImagePlus;
import ij.WindowManager;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sc.fiji.kmeans.image.SavedClusters;
import sc.fiji.kmeans.image.Segmentation;
import sc.fiji.kmeans.image.SettingTexts;

/** Where clusters come from and go to: files, and images that were segmented. */
final class ClusterSource {

	/** Where an image keeps its clusters. */
	private static final String CLUSTERS = "K-Means clusters";
	private static final String WHAT =
		"a file of clusters or the title of a segmented image";

	private ClusterSource() {}

	/**
	 * @param key of the setting, for messages
	 * @param text title of an open image that was segmented, or path of a file
	 * @throws IllegalArgumentException if it is neither
	 */
	static SavedClusters of(final String key, final String text) {
		final SavedClusters clusters = ofImage(text);
		if (clusters != null) return clusters;
		if (text.isEmpty()) throw SettingTexts.refused(key, text, WHAT);
		try {
			return SavedClusters.read(path(key, text));
		}
		catch (final IOException e) {
			throw new IllegalArgumentException(key + " = " + text + ": takes " + WHAT +
				" (" + e.getMessage() + ")", e);
		}
	}

	/** Of the first image of that title that was segmented; null if there is none. */
	private static SavedClusters ofImage(final String title) {
		return segmented().filter(image -> image.getTitle().equals(title)).map(
			image -> (SavedClusters) image.getProperty(CLUSTERS)).findFirst().orElse(
				null);
	}

	/** The images that were segmented, in the order in which they were opened. */
	private static Stream<ImagePlus> segmented() {
		final int[] ids = WindowManager.getIDList();
		return Arrays.stream(ids == null ? new int[0] : ids).mapToObj(
			WindowManager::getImage).filter(image -> image != null && image.getProperty(
				CLUSTERS) instanceof SavedClusters);
	}

	/** The titles of the images that were segmented, each once. */
	static List<String> titles() {
		return segmented().map(ImagePlus::getTitle).distinct().collect(Collectors
			.toList());
	}

	/** The title of the last image that was segmented before the active one. */
	static String suggestion() {
		final ImagePlus active = WindowManager.getCurrentImage();
		return segmented().filter(image -> image != active).map(ImagePlus::getTitle)
			.reduce("", (earlier, later) -> later);
	}

	/** Lets others take the clusters of an image that was segmented. */
	static void keep(final ImagePlus image, final Segmentation segmentation) {
		image.setProperty(CLUSTERS, segmentation.saved());
	}

	/** @throws IllegalArgumentException if there can be no such file */
	static void save(final Segmentation segmentation, final String text) {
		try {
			segmentation.saved().write(path("save", text));
		}
		catch (final FileSystemException e) {
			throw new IllegalArgumentException("save = " + text +
				": takes a file that can be written (" + e.getReason() + ")", e);
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
