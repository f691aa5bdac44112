package sc.fiji.kmeans.files;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.kmeans.files.list.PlannedImage;
import sc.fiji.kmeans.files.tiff.TiffWriter;
import sc.fiji.kmeans.image.ImageBands;
import sc.fiji.kmeans.image.SomeBands;

/**
 * Some rows of a large image; immutable. Parts begin where a band begins and where a block of rows
 * begins that a TIFF file stores together, so that their pictures are stored as they are in the
 * pictures of the whole.
 */
final class ImagePart implements Serializable {

	private static final long serialVersionUID = 1;

	private final PlannedImage image;
	private final int first;
	private final int rows;

	private ImagePart(final PlannedImage image, final int first, final int end) {
		this.image = image;
		this.first = first;
		rows = end - first;
	}

	/**
	 * Parts of nearly as many rows, which are all of an image.
	 *
	 * @param most there may be less
	 */
	static List<ImagePart> of(final PlannedImage image, final ImageBands bands, final int most) {
		final long step = multiple(bands.rows(), TiffWriter.MOST_BLOCK_ROWS);
		final int height = bands.height();
		final long steps = (height - 1) / step + 1;
		final int parts = (int) Math.min(steps, most);
		return IntStream.range(0, parts)
			.mapToObj(n -> new ImagePart(image, (int) (steps * n / parts * step),
				(int) Math.min(height, steps * (n + 1) / parts * step)))
			.collect(Collectors.toList());
	}

	/** The least number that both divide. */
	private static long multiple(final long a, final long b) {
		long multiple = a;
		while (multiple % b != 0)
			multiple += a;
		return multiple;
	}

	/** All of some that follow each other. */
	static ImagePart joined(final List<ImagePart> parts) {
		final ImagePart first = parts.get(0);
		final ImagePart last = parts.get(parts.size() - 1);
		return new ImagePart(first.image, first.first, last.first + last.rows);
	}

	PlannedImage image() {
		return image;
	}

	/** The number of its first row, from 0. */
	int first() {
		return first;
	}

	/** Number of rows. */
	int rows() {
		return rows;
	}

	/** @param whole that it is of */
	SomeBands of(final ImageBands whole) {
		return new SomeBands(whole, first, rows);
	}
}
