package sc.fiji.kmeans.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sc.fiji.kmeans.base.WholeFiles;
import sc.fiji.kmeans.files.list.FoundImage;
import sc.fiji.kmeans.files.list.InputFiles;
import sc.fiji.kmeans.files.list.KnownResults;
import sc.fiji.kmeans.files.list.PlannedImage;
import sc.fiji.kmeans.files.list.ResultNames;

/**
 * Which results each image of a command gets, known before anything is read or written;
 * immutable. Images whose results would replace the results of another image of the command, or
 * one of its inputs, are refused.
 */
public final class JobPlan {

	private static final String HINT = " (output_name with {extension}, {folder} or {number} tells"
		+ " them apart)";

	private final List<PlannedImage> images;

	private JobPlan(final List<PlannedImage> images) {
		this.images = images;
	}

	/**
	 * @param output the folder for all results; it may still be to be made
	 * @param inputs what must not be replaced
	 * @throws IOException if a folder for results can not be read
	 */
	public static JobPlan of(final List<FoundImage> images, final Path output,
		final ResultNames names, final InputFiles inputs) throws IOException
	{
		final List<PlannedImage> planned = new ArrayList<>();
		final String digits = "%0" + String.valueOf(images.size()).length() + "d";
		for (final FoundImage image : images) {
			final PlannedImage one = new PlannedImage(planned.size() + 1, image, image.folder(output),
				names.around(image.file(), String.format(digits, planned.size() + 1)));
			planned.add(image.refusal().map(one::refused).orElse(one));
		}
		return new JobPlan(Collections.unmodifiableList(refused(planned, inputs)));
	}

	private static List<PlannedImage> refused(final List<PlannedImage> images,
		final InputFiles inputs) throws IOException
	{
		final Claims claims = new Claims();
		images.forEach(claims::add);
		final Map<String, PlannedImage> first = claims.first;
		final Map<String, String> harmed = harmed(images, inputs);
		return images.stream()
			.map(claims::withoutBroken)
			.map(image -> image.refusal().isPresent()
				? image
				: first.get(image.place()) != image
					? image.refused(
						"its results would replace the results of " + first.get(image.place()).said() + HINT)
					: harmed.containsKey(image.place())
						? image.refused("its results would replace " + harmed.get(image.place()))
						: image)
			.collect(Collectors.toList());
	}

	/** Which image gets a place: the first one that can be opened, if several want it. */
	private static final class Claims {

		private final Map<String, PlannedImage> first = new HashMap<>();
		private final Set<String> settled = new HashSet<>();
		/** Why images that did not get their places can not be opened. */
		private final Map<PlannedImage, String> broken = new HashMap<>();

		private void add(final PlannedImage image) {
			if (image.refusal().isPresent()) return;
			final PlannedImage other = first.putIfAbsent(image.place(), image);
			if (other == null || settled.contains(image.place())) return;
			final Optional<String> failure = new ImageFile(other.file()).failure();
			if (!failure.isPresent()) settled.add(image.place());
			else {
				broken.put(other, failure.get());
				first.put(image.place(), image);
			}
		}

		private PlannedImage withoutBroken(final PlannedImage image) {
			return broken.containsKey(image) ? image.refused(broken.get(image)) : image;
		}
	}

	/** What would be replaced by results, by their places. */
	private static Map<String, String> harmed(final List<PlannedImage> images,
		final InputFiles inputs) throws IOException
	{
		final Map<String, String> harmed = new HashMap<>();
		for (final String folder : folders(images))
			if (Files.isDirectory(Paths.get(folder)))
				inputs.in(Paths.get(folder))
					.forEach((name, input) -> KnownResults.places(folder, name)
						.forEach(place -> harmed.putIfAbsent(place, input)));
		return harmed;
	}

	private static List<String> folders(final List<PlannedImage> images) {
		return images.stream()
			.map(image -> image.folder().toString())
			.distinct()
			.collect(Collectors.toList());
	}

	/** All of them, in their order. */
	public List<PlannedImage> images() {
		return images;
	}

	/** Deletes what earlier runs that were killed have left in the folders for results. */
	public void clear() {
		folders().forEach(WholeFiles::deleteAbandoned);
	}

	/** Those for results that are there. */
	Stream<Path> folders() {
		return folders(images).stream().map(Paths::get).filter(Files::isDirectory);
	}

	/** Whether a file may be a result of one of them, whatever is asked for. */
	public boolean mayMake(final Path file) {
		final Path full = file.toAbsolutePath().normalize();
		return folders(images).stream()
			.filter(folder -> Paths.get(folder).toAbsolutePath().normalize().equals(full.getParent()))
			.flatMap(folder -> KnownResults.places(folder, full.getFileName().toString()))
			.anyMatch(images.stream().map(PlannedImage::place).collect(Collectors.toSet())::contains);
	}
}
