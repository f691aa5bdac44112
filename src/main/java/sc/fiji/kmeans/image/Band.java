package sc.fiji.kmeans.image;

import ij.gui.Roi;
import ij.process.ImageProcessor;

/** Some rows of a frame of an image that is read in bands. */
public final class Band {

	private final int first;
	private final ImageProcessor[] channels;
	private final Roi selection;

	Band(final int first, final ImageProcessor[] channels, final Roi selection) {
		this.first = first;
		this.channels = channels;
		this.selection = selection;
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
