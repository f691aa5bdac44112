package sc.fiji.kmeans.live;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import java.lang.reflect.Field;

/**
 * The plane that an image shows, as it is. ImageJ's own way to it
 * ({@link ImagePlus#getProcessor}) also gives it the bounds of the image's selection
 * and drops its mask. While a filter works on that plane in another thread, this
 * would make it change pixels outside of a selection that is no rectangle.
 */
final class CurrentPlane {

	/** Null if it can not be had. */
	private static final Field PLANE = plane();

	private CurrentPlane() {}

	private static Field plane() {
		try {
			final Field field = ImagePlus.class.getDeclaredField("ip");
			field.setAccessible(true);
			return field;
		}
		catch (final ReflectiveOperationException | RuntimeException none) {
			return null;
		}
	}

	/** Null if the image has none any more. */
	static ImageProcessor of(final ImagePlus image) {
		try {
			return PLANE == null ? image.getProcessor() : (ImageProcessor) PLANE.get(image);
		}
		catch (final IllegalAccessException impossible) {
			throw new IllegalStateException(impossible);
		}
	}
}
