package sc.fiji.kmeans.plugin;

import ij.ImagePlus;
import ij.WindowManager;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sc.fiji.kmeans.image.Reason;
import sc.fiji.kmeans.image.SavedClusters;
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
			throw new IllegalArgumentException(key + " = " + Reason.line(text) +
				": takes " + WHAT + " (" + Reason.of(e, "it can not be read") + ")", e);
		}
	}

	/** Of the first image of that title that has some; null if there is none. */
	private static SavedClusters ofImage(final String title) {
		return segmented().filter(image -> image.getTitle().equals(title)).map(
			image -> (SavedClusters) image.getProperty(CLUSTERS)).findFirst().orElse(
				null);
	}

	/** These images and their results, in the order in which they were opened. */
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

	/**
	 * The title of the last image that was segmented before the active one; of images
	 * with the same clusters that of the first, of which the others are results.
	 */
	static String suggestion() {
		final ImagePlus active = WindowManager.getCurrentImage();
		final Map<Object, String> titles = new LinkedHashMap<>();
		segmented().filter(image -> image != active).forEach(image -> titles.putIfAbsent(
			image.getProperty(CLUSTERS), image.getTitle()));
		return titles.values().stream().reduce("", (earlier, later) -> later);
	}

	/** Lets others take the clusters of an image that was segmented, or its result. */
	static void keep(final ImagePlus image, final SavedClusters clusters) {
		image.setProperty(CLUSTERS, clusters);
	}

	/** @throws IllegalArgumentException if there can be no such file */
	static void save(final SavedClusters clusters, final String text) {
		try {
			clusters.write(path("save", text));
		}
		catch (final IOException e) {
			throw new IllegalArgumentException("save = " + Reason.line(text) +
				": takes a file that can be written (" + Reason.of(e,
					"the system gives no reason") + ")", e);
		}
	}

	private static Path path(final String key, final String text) {
		try {
			return Paths.get(text);
		}
		catch (final InvalidPathException e) {
			throw new IllegalArgumentException(key + " = " + Reason.line(text) +
				": takes a path", e);
		}
	}
}
