package sc.fiji.kmeans.files;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Some bands of a large image; immutable. */
final class ImagePart implements Serializable {

	private static final long serialVersionUID = 1;

	private final PlannedImage image;
	private final int number;
	private final int parts;

	private ImagePart(final PlannedImage image, final int number, final int parts) {
		this.image = image;
		this.number = number;
		this.parts = parts;
	}

	/** All parts of an image, as many as are asked for. */
	static List<ImagePart> of(final PlannedImage image, final int parts) {
		return IntStream.range(0, parts)
			.mapToObj(number -> new ImagePart(image, number, parts))
			.collect(Collectors.toList());
	}

	PlannedImage image() {
		return image;
	}

	/** Which part it is, from 0. */
	int number() {
		return number;
	}

	/** How many the image has. */
	int parts() {
		return parts;
	}
}
