package sc.fiji.kmeans.live;

import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.util.Objects;

/**
 * A copy of the newest frame: its channels, and what is selected of it. The next
 * frame of the same type and size is copied into the same arrays.
 */
public final class Frame {

	private ImageProcessor[] channels = new ImageProcessor[0];
	/** Null for all. */
	private Roi selection;

	/** One plane a channel; empty before the first frame. */
	public ImageProcessor[] channels() {
		return channels.clone();
	}

	/** Null for the whole frame. */
	public Roi selection() {
		return selection;
	}

	/**
	 * Copies a frame.
	 *
	 * @param planes one a channel
	 * @param area null for the whole frame; is not copied
	 * @return whether anything differs from what was copied before
	 */
	public boolean copy(final ImageProcessor[] planes, final Roi area) {
		boolean differs = !Objects.equals(area, selection);
		selection = area;
		if (planes.length != channels.length) {
			differs = true;
			channels = new ImageProcessor[planes.length];
		}
		for (int c = 0; c < planes.length; c++)
			differs |= copy(planes[c], c);
		return differs;
	}

	private boolean copy(final ImageProcessor plane, final int channel) {
		final ImageProcessor own = channels[channel];
		if (own == null || own.getClass() != plane.getClass() || own.getWidth() != plane.getWidth()
			|| own.getHeight() != plane.getHeight()) channels[channel] = plane.duplicate();
		else if (isSame(own, plane)) return false;
		else System.arraycopy(plane.getPixels(), 0, own.getPixels(), 0, own.getPixelCount());
		show(channels[channel], plane);
		return true;
	}

	/** Gives a copy the look of its plane, of which ImageJ's duplicate may lose the range. */
	private static void show(final ImageProcessor copy, final ImageProcessor plane) {
		copy.setColorModel(plane.getColorModel());
		if (!(copy instanceof ColorProcessor)) copy.setMinAndMax(plane.getMin(), plane.getMax());
	}

	/** Ends at the first difference, so it costs nothing where frames change. */
	private static boolean isSame(final ImageProcessor one, final ImageProcessor other) {
		return one.getMin() == other.getMin() && one.getMax() == other.getMax()
			&& Objects.equals(one.getColorModel(), other.getColorModel())
			&& Objects.deepEquals(one.getPixels(), other.getPixels());
	}

	/**
	 * The pixels of a colour frame, for whoever decodes it straight into them.
	 *
	 * @return width times height pixels, row after row, 0xRRGGBB
	 */
	public int[] colours(final int width, final int height) {
		selection = null;
		if (channels.length != 1 || !(channels[0] instanceof ColorProcessor)
			|| channels[0].getWidth() != width || channels[0].getHeight() != height)
			channels = new ImageProcessor[] { new ColorProcessor(width, height) };
		return (int[]) channels[0].getPixels();
	}
}
