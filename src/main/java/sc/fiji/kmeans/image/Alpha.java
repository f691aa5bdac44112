package sc.fiji.kmeans.image;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import java.util.Optional;

/**
 * How opaque the pixels of an image are, where its file tells it: 0 to 255. Only pixels of 0 do not
 * count; they keep the values that their file hides.
 */
public final class Alpha {

	/** Of a property that goes with the image, and is not saved. */
	private static final String KEY = "K-Means alpha";
	private static final int OPAQUE = 255;

	private Alpha() {}

	/** @param alpha of the first frame; not to be changed */
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
	 * A number of 8 bits; not 0 where it is not.
	 *
	 * @param max largest number that it may be
	 */
	public static int of8Bits(final int number, final int max) {
		return number == 0 ? 0 : Math.max(1, (int) (((long) number * OPAQUE + max / 2) / max));
	}

	/** @param max largest number in a plane of 8 or 16 bits */
	public static ByteProcessor of8Bits(final ImageProcessor plane, final int max) {
		if (max == OPAQUE) return (ByteProcessor) plane;
		final ByteProcessor alpha = new ByteProcessor(plane.getWidth(), plane.getHeight());
		for (int i = 0; i < alpha.getPixelCount(); i++)
			alpha.set(i, of8Bits(plane.get(i), max));
		return alpha;
	}
}
