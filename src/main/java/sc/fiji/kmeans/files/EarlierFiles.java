package sc.fiji.kmeans.files;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import sc.fiji.kmeans.files.list.KnownResults;
import sc.fiji.kmeans.files.list.PlannedImage;

/**
 * Files of earlier runs that must not stay beside new results, which were made with other
 * settings. A folder is looked into once, before the first image there is done.
 */
final class EarlierFiles implements Serializable {

	private static final long serialVersionUID = 1;

	/** What is in each folder, by the places of the images whose results are called so. */
	private transient Map<Path, Map<String, List<Path>>> folders;

	/**
	 * Results of an image that an earlier run made, and that are not made now. The earlier labels
	 * must be there, and tell that they are of this program; the table of the clusters was written
	 * last, so what is newer is of somebody else.
	 *
	 * @param made what is made now
	 */
	List<Path> leftOf(final PlannedImage image, final Set<Path> made) throws IOException {
		final ResultFiles results = new ResultFiles(image);
		if (!results.source().isPresent()) return Collections.emptyList();
		if (!Files.exists(results.table())) return Collections.emptyList();
		final FileTime last = Files.getLastModifiedTime(results.table());
		final List<Path> left = new ArrayList<>();
		for (final Path file : of(image))
			if (!made.contains(file) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
				&& Files.getLastModifiedTime(file).compareTo(last) <= 0) left.add(file);
		return left;
	}

	private synchronized List<Path> of(final PlannedImage image) throws IOException {
		if (folders == null) folders = new HashMap<>();
		if (!folders.containsKey(image.folder())) folders.put(image.folder(), byPlace(image.folder()));
		return folders.get(image.folder()).getOrDefault(image.place(), Collections.emptyList());
	}

	private static Map<String, List<Path>> byPlace(final Path folder) throws IOException {
		final Map<String, List<Path>> files = new HashMap<>();
		try (Stream<Path> all = Files.list(folder)) {
			all.forEach(file -> KnownResults.places(folder.toString(), file.getFileName().toString())
				.distinct()
				.forEach(place -> files.computeIfAbsent(place, key -> new ArrayList<>(2)).add(file)));
		}
		catch (final UncheckedIOException e) {
			throw e.getCause();
		}
		return files;
	}
}
