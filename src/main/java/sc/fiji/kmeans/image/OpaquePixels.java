package sc.fiji.kmeans.image;

import ij.gui.Roi;
import ij.process.ByteProcessor;

import java.util.Optional;

/** The pixels of a picture that can be seen. */
public final class OpaquePixels {

	private OpaquePixels() {}

	/**
	 * The selection of all pixels whose alpha is large enough.
	 *
	 * @param alpha of each pixel
	 * @param least alpha of a pixel that counts
	 * @return nothing if all are
	 * @throws IllegalArgumentException if none is
	 */
	public static Optional<Roi> of(final ByteProcessor alpha, final int least) {
		final ByteProcessor opaque = new ByteProcessor(alpha.getWidth(), alpha.getHeight());
		int n = 0;
		for (int i = 0; i < alpha.getPixelCount(); i++) {
			if (alpha.get(i) < least) continue;
			opaque.set(i, 1);
			n++;
		}
		if (n == 0) throw new IllegalArgumentException("all pixels are transparent");
		return n == opaque.getPixelCount() ? Optional.empty() : Optional.of(TracedRegion.of(opaque, 1));
	}
}
