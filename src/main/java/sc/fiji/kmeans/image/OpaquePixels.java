package sc.fiji.kmeans.image;

import ij.gui.Roi;
import ij.process.ByteProcessor;

import java.awt.image.BufferedImage;
import java.util.Optional;

/** The pixels of a picture that can be seen. ImageJ paints the others white. */
public final class OpaquePixels {

	private OpaquePixels() {}

	/**
	 * The selection of all pixels whose alpha is not 0.
	 *
	 * @return nothing if all are
	 * @throws IllegalArgumentException if none is
	 */
	public static Optional<Roi> of(final BufferedImage picture) {
		if (!picture.getColorModel().hasAlpha()) return Optional.empty();
		final ByteProcessor opaque = new ByteProcessor(picture.getWidth(), picture.getHeight());
		int n = 0;
		for (int y = 0; y < picture.getHeight(); y++)
			for (int x = 0; x < picture.getWidth(); x++) {
				if (picture.getRGB(x, y) >>> 24 == 0) continue;
				opaque.set(x, y, 1);
				n++;
			}
		if (n == 0) throw new IllegalArgumentException("all pixels are transparent");
		return n == opaque.getPixelCount() ? Optional.empty() : Optional.of(TracedRegion.of(opaque, 1));
	}
}
