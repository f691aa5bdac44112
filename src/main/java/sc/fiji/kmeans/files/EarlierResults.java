package sc.fiji.kmeans.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

import sc.fiji.kmeans.files.list.Checksum;
import sc.fiji.kmeans.files.list.PlannedImage;

/**
 * The results of an image that are there already. They are complete if all are there that
 * would be written, the table of the clusters, which is always moved to its place as the
 * last one, is neither older than the image nor than the file of the settings, that file
 * tells the same settings, and the labels tell that they are of this image.
 */
final class EarlierResults {

	private final PlannedImage image;
	private final ResultFiles files;

	EarlierResults(final PlannedImage image) {
		this.image = image;
		files = new ResultFiles(image);
	}

	/** @param settings the file of them, which tells the settings of this run */
	boolean areComplete(final ResultKinds kinds, final Path settings) {
		try {
			return isNew(settings) && isNew(image.file()) && areAllThere(kinds, Csv.of(files.table()))
				&& areOfThisImage();
		}
		catch (final IOException | NumberFormatException e) {
			return false;
		}
	}

	private boolean isNew(final Path than) throws IOException {
		final FileTime made = Files.getLastModifiedTime(files.table());
		return made.compareTo(Files.getLastModifiedTime(than)) >= 0;
	}

	/**
	 * Whether they are there and of something else than this image with the settings of this run.
	 * Where the image can not be looked into, nobody knows.
	 */
	boolean areStale(final Path settings) {
		try {
			return Files.isRegularFile(image.file()) && Files.exists(files.table())
				&& !(isNew(settings) && areOfThisImage());
		}
		catch (final IOException e) {
			return false;
		}
	}

	private boolean areOfThisImage() throws IOException {
		return files.source().equals(Optional.of(Checksum.of(image.file())));
	}

	private boolean areAllThere(final ResultKinds kinds, final Csv clusters) {
		final int[] there = clusters.rows()
			.stream()
			.mapToInt(row -> Integer.parseInt(row.get("Cluster")))
			.sorted()
			.distinct()
			.toArray();
		return kinds.pictures(there).stream().allMatch(files::isPictureThere)
			&& kinds.tables(clusters.headings().contains("Frame")).stream().allMatch(files::isTableThere);
	}
}
