package sc.fiji.kmeans.image;

import ij.VirtualStack;
import ij.process.ImageProcessor;

import java.util.Collections;
import java.util.List;

/**
 * For each plane in turn, the masked pictures with cluster 1, 2, ... k removed.
 * They are made when they are looked at, so the stack holds no pixels.
 */
final class MaskedStack extends VirtualStack {

	private final List<SegmentedPlane> planes;
	private final ImageAttributes attributes;
	private final int clusters;

	/** @param clusters number of pictures for each plane */
	MaskedStack(final List<SegmentedPlane> planes,
		final ImageAttributes attributes, final int clusters)
	{
		super(planes.get(0).labels().getWidth(), planes.get(0).labels()
			.getHeight());
		this.planes = planes;
		this.attributes = attributes;
		this.clusters = clusters;
		setBitDepth(getProcessor(1).getBitDepth());
	}

	@Override
	public int getSize() {
		return planes.size() * clusters;
	}

	@Override
	public ImageProcessor getProcessor(final int n) {
		return planes.get(plane(n) - 1).masked(Collections.singleton(removed(n)));
	}

	@Override
	public String getSliceLabel(final int n) {
		final String without = "without " + removed(n);
		final String plane = attributes.sliceLabel(plane(n));
		// Before the first line break, because ImageJ shows the first line.
		return plane == null ? without : plane.replaceFirst("(?s)^([^\n]*)", "$1 " +
			without);
	}

	private int plane(final int n) {
		if (n < 1 || n > getSize()) throw new IllegalArgumentException("slice " + n +
			": takes 1 to " + getSize());
		return (n - 1) / clusters + 1;
	}

	private int removed(final int n) {
		return (n - 1) % clusters + 1;
	}
}
