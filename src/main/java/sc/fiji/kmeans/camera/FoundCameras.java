package sc.fiji.kmeans.camera;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cameras that were found, each with a name of its own. */
final class FoundCameras {

	/** What is taken if nobody asks for more. */
	private static final int USUAL_WIDTH = 1920;
	private static final int USUAL_HEIGHT = 1080;
	private static final Comparator<CameraFormat> BY_SIZE_AND_RATE = Comparator
		.comparingInt(CameraFormat::pixels)
		.thenComparingInt(format -> format.rate);

	private final List<String> names = new ArrayList<>();
	private final List<List<CameraFormat>> formats = new ArrayList<>();

	FoundCameras(final CameraLibrary library) {
		for (final String name : library.names()) {
			formats.add(library.formats(names.size()));
			names.add(newName(name));
		}
	}

	/** Numbered if it is taken. */
	private String newName(final String name) {
		return Stream.iterate(1, n -> n + 1)
			.map(n -> n == 1 ? name : name + " (" + n + ")")
			.filter(numbered -> !names.contains(numbered))
			.findFirst()
			.get();
	}

	List<String> names() {
		return names;
	}

	/**
	 * @param asked a name; empty for the first
	 * @return the name
	 * @throws IOException if there is none
	 */
	String name(final String asked) throws IOException {
		if (names.isEmpty()) throw new IOException("no camera was found: connect one and try again");
		if (!asked.isEmpty() && !names.contains(asked)) throw refused("camera", asked, names);
		return asked.isEmpty() ? names.get(0) : asked;
	}

	/** The place of a camera of that name; -1 if there is none. */
	int index(final String name) {
		return names.indexOf(name);
	}

	/** Large ones first. */
	List<String> resolutions(final String name) {
		return new ArrayList<>(formats(name).sorted(BY_SIZE_AND_RATE.reversed())
			.map(CameraFormat::resolution)
			.collect(Collectors.toCollection(LinkedHashSet::new)));
	}

	private Stream<CameraFormat> formats(final String name) {
		return formats.get(index(name)).stream();
	}

	/**
	 * The fastest format of a camera.
	 *
	 * @param asked a resolution; empty for the largest up to 1920x1080
	 * @throws IOException if there is none
	 */
	CameraFormat format(final String name, final String asked) throws IOException {
		final Optional<CameraFormat> format = asked.isEmpty()
			? usual(name)
			: formats(name).filter(one -> one.resolution().equals(asked)).max(BY_SIZE_AND_RATE);
		if (format.isPresent()) return format.get();
		throw asked.isEmpty()
			? new IOException("the camera " + name + " has no format that can be read: try another one")
			: refused("resolution", asked, resolutions(name));
	}

	private Optional<CameraFormat> usual(final String name) {
		final Optional<CameraFormat> largest = formats(name)
			.filter(format -> format.fitsInto(USUAL_WIDTH, USUAL_HEIGHT))
			.max(BY_SIZE_AND_RATE);
		return largest.isPresent() ? largest : formats(name).findFirst();
	}

	private static IOException refused(final String key, final String value,
		final List<String> choices)
	{
		return new IOException(key + " = " + value + ": takes " + String.join(", ", choices));
	}
}
