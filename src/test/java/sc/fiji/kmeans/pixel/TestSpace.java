package sc.fiji.kmeans.pixel;

import java.util.Comparator;

/** A space of any kind, ordered by its coordinates. */
final class TestSpace implements ValueSpace {

	/** Only equal ones are equal. */
	static final Comparator<double[]> BY_COMPONENT = (a, b) -> {
		for (int q = 0; q < a.length; q++)
			if (a[q] != b[q]) return Double.compare(a[q], b[q]);
		return 0;
	};

	private final int dimensions;
	private final int fractionBits;
	private final boolean isWide;
	private final Location location;

	TestSpace(final int dimensions, final int fractionBits, final boolean isWide,
		final Location location)
	{
		this.dimensions = dimensions;
		this.fractionBits = fractionBits;
		this.isWide = isWide;
		this.location = location;
	}

	/** Coordinate q of a value. */
	@FunctionalInterface
	interface Location {

		double of(long pixel, int q);
	}

	@Override
	public int dimensions() {
		return dimensions;
	}

	@Override
	public int fractionBits() {
		return fractionBits;
	}

	@Override
	public boolean isWide() {
		return isWide;
	}

	@Override
	public void locate(final long pixel, final double[] x) {
		for (int q = 0; q < dimensions; q++)
			x[q] = location.of(pixel, q);
	}

	@Override
	public Comparator<double[]> order() {
		return BY_COMPONENT;
	}
}
