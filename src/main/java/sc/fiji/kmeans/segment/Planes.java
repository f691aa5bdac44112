package sc.fiji.kmeans.segment;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/** Where pictures get their planes: they are new, or a film's are painted over. */
@FunctionalInterface
public interface Planes {

	Planes NEW = like -> like.createProcessor(like.getWidth(), like.getHeight());

	/**
	 * A plane of the type and size of another, which is shown like it.
	 *
	 * @return with any pixels; nobody else paints on it
	 */
	ImageProcessor like(ImageProcessor other);

	/**
	 * An old plane like another.
	 *
	 * @param old may be null
	 * @return a new one if the old one has another type or size
	 */
	static ImageProcessor reused(final ImageProcessor old, final ImageProcessor like) {
		if (old == null || old.getClass() != like.getClass() || old.getWidth() != like.getWidth()
			|| old.getHeight() != like.getHeight()) return NEW.like(like);
		if (like instanceof ColorProcessor) return old;
		old.setColorModel(like.getColorModel());
		old.setMinAndMax(like.getMin(), like.getMax());
		return old;
	}
}
