package sc.fiji.kmeans.image;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * The frames of an image that is read in bands, band by band.
 */
public final class BandedFrames {

	/** Of the pixels of a band. */
	private static final long BYTES = 16 << 20;
	/** Of a band that is as high as tiles. */
	private static final long MOST_BYTES = 1 << 27;
	private static final int MOST_ROWS = 1 << 10;
	private static final int LEAST_ROWS = 1;
	/** If less than this part of a band is read twice, it does not matter. */
	private static final int LITTLE = 8;

	private final ImageBands image;
	private final int channels;

	/** Takes one band after another. */
	@FunctionalInterface
	public interface BandUse {

		void on(Band band) throws IOException;
	}

	public BandedFrames(final ImageBands image) {
		this.image = image;
		channels = image.head().getNChannels();
	}

	/**
	 * How many rows bands have best: a power of 2, so that rows of tiles that are written end
	 * with a band, of some megabytes; or as many as tiles have that are read. Depends on the
	 * image alone.
	 *
	 * @param bytes of a row, with all channels
	 * @param step rows that are read together, such as the height of tiles
	 */
	public static int rows(final long bytes, final int step) {
		int rows = MOST_ROWS;
		while (rows > LEAST_ROWS && rows * bytes > BYTES)
			rows /= 2;
		if (step <= rows / LITTLE) return rows;
		if (step <= rows) return rows / step * step;
		return step * bytes > MOST_BYTES ? rows : step;
	}

	/** In pixels. */
	public int width() {
		return image.width();
	}

	/** In pixels. */
	public int height() {
		return image.height();
	}

	/** Number of bands of a frame. */
	public int size() {
		return image.bands();
	}

	/**
	 * Reads the bands of a frame from top to bottom, each while the one before is used.
	 *
	 * @param frame 1 to number of frames
	 * @throws UncheckedIOException if they can not be read or used
	 */
	public void each(final int frame, final BandUse use) {
		ReadAhead next = new ReadAhead(frame, 0);
		try {
			for (int first = 0; first < image.height(); first += image.rows()) {
				final Band band = next.band();
				next = new ReadAhead(frame, first + image.rows());
				use.on(band);
			}
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		finally {
			// Whoever comes next reads the same file.
			next.end();
		}
	}

	/** A band that is read by another thread, if there is one; nothing below the image. */
	private final class ReadAhead {

		private final ForkJoinTask<?> task;
		private Band band;
		/** As it was thrown, for the pool gives copies of some. */
		private Throwable failure;

		private ReadAhead(final int frame, final int first) {
			task = ForkJoinPool.commonPool().submit(() -> tryTo(frame, first));
		}

		private void tryTo(final int frame, final int first) {
			try {
				if (first < image.height()) band = read(frame, first);
			}
			catch (final Throwable e) {
				failure = e;
			}
		}

		private Band band() throws IOException {
			try {
				task.get();
			}
			catch (final InterruptedException e) {
				throw (IOException) new InterruptedIOException().initCause(e);
			}
			catch (final ExecutionException e) {
				failure = e.getCause();
			}
			if (failure != null) throw thrown(failure);
			return band;
		}

		private void end() {
			task.quietlyJoin();
		}
	}

	private static IOException thrown(final Throwable failure) {
		if (failure instanceof IOException) return (IOException) failure;
		if (failure instanceof Error) throw (Error) failure;
		throw (RuntimeException) failure;
	}

	private Band read(final int frame, final int first) throws IOException {
		final ImagePlus part = image.band(frame, first, Math.min(image.rows(), image.height() - first));
		final ImageStack stack = part.getStack();
		final ImageProcessor[] planes = new ImageProcessor[channels];
		for (int c = 0; c < channels; c++)
			planes[c] = channels == 1 ? part.getProcessor() : stack.getProcessor(c + 1);
		return new Band(first, planes, part);
	}
}
