package sc.fiji.kmeans.image;

import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ImageProcessor;

import java.util.function.IntFunction;

/**
 * Pictures of one or more channels that are made when they are looked at, so the
 * stack holds no pixels but those of the last picture.
 */
final class FrameStack extends VirtualStack {

	private final int pictures;
	private final int channels;
	private final IntFunction<ImageProcessor[]> draw;
	private final IntFunction<String> label;
	/** The number of the picture that was made last, 0 for none. */
	private int last;
	private ImageProcessor[] lastPicture;

	/**
	 * @param draw makes the channels of picture 1, 2, ...
	 * @param label of slice 1, 2, ..., which is a channel of a picture; may give
	 *          null
	 */
	FrameStack(final int pictures, final int channels,
		final IntFunction<ImageProcessor[]> draw, final IntFunction<String> label)
	{
		this(draw.apply(1)[0], pictures, channels, draw, label);
	}

	private FrameStack(final ImageProcessor first, final int pictures,
		final int channels, final IntFunction<ImageProcessor[]> draw,
		final IntFunction<String> label)
	{
		super(first.getWidth(), first.getHeight());
		this.pictures = pictures;
		this.channels = channels;
		this.draw = draw;
		this.label = label;
		setBitDepth(first.getBitDepth());
	}

	/** A stack that holds all pixels. */
	ImageStack copy() {
		final ImageStack stack = new ImageStack(getWidth(), getHeight());
		for (int n = 1; n <= getSize(); n++)
			stack.addSlice(getSliceLabel(n), getProcessor(n));
		return stack;
	}

	@Override
	public int getSize() {
		return pictures * channels;
	}

	/** A new one each time, for whoever asks may change it. */
	@Override
	public synchronized ImageProcessor getProcessor(final int n) {
		final int picture = picture(n);
		if (channels == 1) return draw.apply(picture)[0];
		if (last != picture) lastPicture = draw.apply(picture);
		last = picture;
		return lastPicture[(n - 1) % channels].duplicate();
	}

	@Override
	public String getSliceLabel(final int n) {
		requireSlice(n);
		return label.apply(n);
	}

	private int picture(final int n) {
		requireSlice(n);
		return (n - 1) / channels + 1;
	}

	private void requireSlice(final int n) {
		if (n < 1 || n > getSize()) throw new IllegalArgumentException("slice " + n +
			": takes 1 to " + getSize());
	}
}
