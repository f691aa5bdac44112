package sc.fiji.kmeans.plugin;

import ij.ImagePlus;
import ij.WindowManager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sc.fiji.kmeans.base.Reason;
import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.plugin.dialog.Command;
import sc.fiji.kmeans.saved.ClusterFile;
import sc.fiji.kmeans.settings.Setting;
import sc.fiji.kmeans.settings.SettingTable;
import sc.fiji.kmeans.settings.SettingTexts;

/** Where clusters come from and go to: files, and images that were segmented. */
public final class ClusterSource {

	/** Where an image keeps its clusters. */
	private static final String CLUSTERS = "K-Means clusters";
	private static final String WHAT = "a file of clusters or the title of a segmented image";

	private ClusterSource() {}

	/**
	 * @param row of the setting, for messages
	 * @param text title of an open image that was segmented, or path of a file
	 * @throws IllegalArgumentException if it is neither
	 */
	static ImageClusters of(final Setting<?> row, final String text) {
		final String key = row.key();
		final ImageClusters clusters = ofImage(text);
		if (clusters != null) return clusters;
		if (text.isEmpty()) throw SettingTexts.refused(key, text, WHAT);
		try {
			return ClusterFile.read(path(key, text));
		}
		catch (final IOException e) {
			throw new IllegalArgumentException(key + " = " + Reason.line(text) + ": takes " + WHAT + " ("
				+ Reason.of(e, "it can not be read") + ")", e);
		}
	}

	/** Says how to choose some, where a dialog has none. */
	static IllegalArgumentException none() {
		return SettingTexts.refused(SettingTable.FROM.key(), "",
			WHAT + (titles().isEmpty()
				? "; press Browse, or run " + Command.SEGMENT.label() + " first"
				: "; press Browse, or choose one of the open images beside it"));
	}

	/** Of the first image of that title that has some; null if there is none. */
	private static ImageClusters ofImage(final String title) {
		return segmented().filter(image -> image.getTitle().equals(title))
			.findFirst()
			.flatMap(ClusterSource::kept)
			.orElse(null);
	}

	/** These images and their results, in the order in which they were opened. */
	private static Stream<ImagePlus> segmented() {
		final int[] ids = WindowManager.getIDList();
		return Arrays.stream(ids == null ? new int[0] : ids)
			.mapToObj(WindowManager::getImage)
			.filter(image -> image != null && kept(image).isPresent());
	}

	/** The titles of the images that were segmented, each once. */
	static List<String> titles() {
		return segmented().map(ImagePlus::getTitle).distinct().collect(Collectors.toList());
	}

	/**
	 * The title of the last image that was segmented before another; of images with
	 * the same clusters that of the first, of which the others are results. Empty if
	 * there is none.
	 *
	 * @param fits whether clusters count
	 */
	static String suggestion(final ImagePlus other, final Predicate<ImageClusters> fits) {
		final Map<ImageClusters, String> titles = new LinkedHashMap<>();
		segmented().filter(image -> image != other)
			.forEach(image -> titles.putIfAbsent(kept(image).get(), image.getTitle()));
		return titles.entrySet()
			.stream()
			.filter(entry -> fits.test(entry.getKey()))
			.map(Map.Entry::getValue)
			.reduce("", (earlier, later) -> later);
	}

	/** The clusters of an image that was segmented last, or of a result; nothing if it is neither. */
	public static Optional<ImageClusters> kept(final ImagePlus image) {
		return Optional.ofNullable((ImageClusters) image.getProperty(CLUSTERS));
	}

	/** Lets others take the clusters of an image that was segmented, or its result. */
	static void keep(final ImagePlus image, final ImageClusters clusters) {
		image.setProperty(CLUSTERS, clusters);
	}

	/**
	 * Does nothing if a file can be in its folder.
	 *
	 * @throws IllegalArgumentException if there is no such folder
	 */
	static void requireFolder(final String text) {
		final Path folder = path(SettingTable.SAVE.key(), text).toAbsolutePath().getParent();
		if (folder == null || !Files.isDirectory(folder))
			throw SettingTexts.refused(SettingTable.SAVE.key(), text,
				"a file that can be written (there is no such folder)");
	}

	/** @throws IllegalArgumentException if there can be no such file */
	static void save(final ImageClusters clusters, final String text) {
		try {
			ClusterFile.write(clusters, path(SettingTable.SAVE.key(), text));
		}
		catch (final IOException e) {
			throw new IllegalArgumentException(SettingTable.SAVE.key() + " = " + Reason.line(text)
				+ ": takes a file that can be written (" + Reason.of(e, "the system gives no reason") + ")",
				e);
		}
	}

	private static Path path(final String key, final String text) {
		try {
			return Paths.get(text);
		}
		catch (final InvalidPathException e) {
			throw new IllegalArgumentException(key + " = " + Reason.line(text) + ": takes a path", e);
		}
	}
}
