package sc.fiji.kmeans.image;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The frames of an image that is read in bands, all of them as high as some megabytes allow;
 * that depends on the image alone, and no result depends on it.
 */
public final class BandedFrames {

	/** Of the pixels of a band. */
	private static final long BYTES = 1 << 25;
	/** Of a band that is as high as tiles. */
	private static final long MOST_BYTES = 1 << 27;
	/** Parts of files are a multiple of this high, so bands are, too. */
	private static final int LEAST_ROWS = 16;

	private final ImageBands image;
	private final int channels;
	private final int rows;

	/** Takes one band after another. */
	@FunctionalInterface
	public interface Use {

		void on(Band band) throws IOException;
	}

	public BandedFrames(final ImageBands image) {
		this(image, rows(image));
	}

	/** @param rows of a band */
	BandedFrames(final ImageBands image, final int rows) {
		this.image = image;
		this.rows = rows;
		channels = image.head().getNChannels();
	}

	/** As many as are read best together, if they are not too many. */
	private static int rows(final ImageBands image) {
		final long row = (long) image.width() * image.head().getNChannels()
			* image.head().getBytesPerPixel();
		final long step = image.step() * row > MOST_BYTES ? LEAST_ROWS : image.step();
		final long steps = Math.max(1, BYTES / (step * row));
		return (int) Math.min(image.height(), steps * step);
	}

	/** In pixels. */
	public int width() {
		return image.width();
	}

	/** In pixels. */
	public int height() {
		return image.height();
	}

	/** Of each band, but for the last one, which may have less. */
	public int rows() {
		return rows;
	}

	/** Number of bands of a frame. */
	public int size() {
		return (image.height() - 1) / rows + 1;
	}

	/**
	 * Reads the bands of a frame from top to bottom.
	 *
	 * @param frame 1 to number of frames
	 * @throws UncheckedIOException if they can not be read or used
	 */
	public void each(final int frame, final Use use) {
		try {
			for (int first = 0; first < image.height(); first += rows)
				use.on(band(frame, first));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private Band band(final int frame, final int first) throws IOException {
		final ImagePlus part = image.band(frame, first, Math.min(rows, image.height() - first));
		final ImageStack stack = part.getStack();
		final ImageProcessor[] planes = new ImageProcessor[channels];
		for (int c = 0; c < channels; c++)
			planes[c] = channels == 1 ? part.getProcessor() : stack.getProcessor(c + 1);
		final boolean isArea = part.getRoi() != null && part.getRoi().isArea();
		return new Band(first, planes, isArea ? part.getRoi() : null);
	}
}
