package sc.fiji.kmeans.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import sc.fiji.kmeans.base.Reason;
import sc.fiji.kmeans.files.list.ImageList;
import sc.fiji.kmeans.files.list.ResultNames;

/** The arguments and options that say which images. */
final class ImageArguments {

	private static final String STANDARD_INPUT = "-";
	private static final String BYTE_ORDER_MARK = "\ufeff";

	private final GivenSettings given;
	private final List<String> arguments;

	/** @param arguments files, folders and names with wildcards */
	ImageArguments(final GivenSettings given, final List<String> arguments) {
		this.given = given;
		this.arguments = arguments;
	}

	/**
	 * All that are meant: first the arguments.
	 *
	 * @param names of results, which are no images
	 * @throws IllegalArgumentException if there is nothing to look at
	 */
	ImageList images(final ResultNames names) {
		final ImageList images = new ImageList(given.path(GivenSettings.OUTPUT).get(), names,
			given.isOn(GivenSettings.RECURSIVE));
		arguments.forEach(images::add);
		given.path(GivenSettings.FILES_FROM).ifPresent(file -> addLines(file, images));
		if (images.images().isEmpty())
			throw new IllegalArgumentException("IMAGE: takes a file, a folder or a name with wildcards;"
				+ " or " + GivenSettings.FILES_FROM.option() + " a file with such lines");
		return images;
	}

	private static void addLines(final Path file, final ImageList images) {
		try (BufferedReader lines = reader(file)) {
			for (String line; (line = lines.readLine()) != null;) {
				final String text = line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
				if (!text.trim().isEmpty()) images.add(text);
			}
		}
		catch (final IOException | UncheckedIOException e) {
			throw new IllegalArgumentException(GivenSettings.FILES_FROM + " = " + file
				+ ": takes a file with the names of images, one a line ("
				+ Reason.of(e, "it can not be read") + ")", e);
		}
	}

	private static BufferedReader reader(final Path file) throws IOException {
		return file.toString().equals(STANDARD_INPUT)
			? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
			: Files.newBufferedReader(file, StandardCharsets.UTF_8);
	}
}
