package sc.fiji.kmeans.files.tiff;

import ij.measure.Calibration;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** How the pages of a file make up channels, slices and time points; immutable. */
final class Layout {

	private final int[] pages;
	final int channels;
	final int slices;
	final int frames;
	/** Of the channels; empty if they have none. */
	final List<String> names;
	private final PixelSize size;

	/**
	 * @param pages their numbers in the order of an image's planes: a channel after the other,
	 *          then slices, then time points
	 */
	Layout(final int[] pages, final int[] dimensions, final List<String> names,
		final PixelSize size)
	{
		this.pages = pages;
		channels = dimensions[0];
		slices = dimensions[1];
		frames = dimensions[2];
		this.names = names;
		this.size = size;
	}

	/** One page after the other. */
	static Layout plain(final int channels, final int slices, final int frames) {
		return new Layout(IntStream.range(0, channels * slices * frames).toArray(),
			new int[] { channels, slices, frames }, Collections.emptyList(), PixelSize.UNKNOWN);
	}

	/** Number of planes. */
	int size() {
		return pages.length;
	}

	/** @param plane from 0 on */
	int page(final int plane) {
		return pages[plane];
	}

	void calibrate(final Calibration calibration) {
		size.calibrate(calibration);
	}
}
