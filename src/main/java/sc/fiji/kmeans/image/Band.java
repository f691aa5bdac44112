package sc.fiji.kmeans.image;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import java.util.Optional;

/** Some rows of a frame of an image that is read in bands. */
public final class Band {

	private final int first;
	private final ImageProcessor[] channels;
	private final Roi selection;
	private final Optional<ByteProcessor> alpha;

	/** @param whole image that is nothing but the band */
	Band(final int first, final ImageProcessor[] channels, final ImagePlus whole) {
		this.first = first;
		this.channels = channels;
		final Roi own = whole.getRoi();
		selection = own != null && own.isArea() ? own : null;
		alpha = Alpha.of(whole);
	}

	/** The number of its first row in the image, counted from 0. */
	public int first() {
		return first;
	}

	/** All of them; not to be changed. */
	public ImageProcessor[] channels() {
		return channels;
	}

	/** The area whose pixels count, in the band; null for all. */
	public Roi selection() {
		return selection;
	}

	/** How opaque the pixels are; nothing if all of them are, as far as one knows. */
	public Optional<ByteProcessor> alpha() {
		return alpha;
	}

	/** 1 for each pixel that is selected, 0 for the others; of a selection that is not empty. */
	public ImageProcessor mask() {
		return SelectedPixels.mask(selection, channels[0]);
	}

	/** Whether no pixel counts, for none is selected. */
	public boolean isEmpty() {
		return selection != null
			&& (selection.getBounds().isEmpty() || SelectedPixels.isEmpty(selection, channels[0]));
	}
}
