package sc.fiji.kmeans.image;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import java.util.Optional;

/** How opaque the pixels of an image of colours are, where its file tells it: 0 to 255. */
public final class Alpha {

	/** Of a property that goes with the image, and is not saved. */
	private static final String KEY = "K-Means alpha";
	private static final int OPAQUE = 255;

	private Alpha() {}

	/** @param alpha as large as the image, with a single plane of colours; not to be changed */
	public static void set(final ImagePlus image, final ByteProcessor alpha) {
		image.setProperty(KEY, alpha);
	}

	/** Nothing if all pixels are opaque, as far as one knows. */
	public static Optional<ByteProcessor> of(final ImagePlus image) {
		return Optional.ofNullable((ByteProcessor) image.getProperty(KEY));
	}

	/**
	 * How opaque pixels are that stay in a picture.
	 *
	 * @param alpha of the image; nothing for opaque ones
	 * @param selected 0 for pixels that can not be seen; nothing if all can
	 * @return nothing if all are opaque
	 */
	public static Optional<ByteProcessor> of(final Optional<ByteProcessor> alpha,
		final Optional<ImageProcessor> selected)
	{
		if (!selected.isPresent()) return alpha;
		final ImageProcessor some = selected.get();
		final ByteProcessor all = new ByteProcessor(some.getWidth(), some.getHeight());
		for (int i = 0; i < all.getPixelCount(); i++)
			if (some.get(i) != 0) all.set(i, alpha.isPresent() ? alpha.get().get(i) : OPAQUE);
		return Optional.of(all);
	}

	/**
	 * The colour that a pixel of a picture has then.
	 *
	 * @param colour whose high byte is 0 if it was removed
	 */
	public static int seen(final int colour, final int alpha) {
		return colour >>> 24 == 0 || alpha == 0 ? 0 : alpha << 24 | colour & 0xffffff;
	}
}
