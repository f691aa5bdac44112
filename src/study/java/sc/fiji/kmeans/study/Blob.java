package sc.fiji.kmeans.study;

/** A shape like an ellipse with a wavy margin: 1 inside, 0 outside, between over one pixel. */
final class Blob implements Field {

	private static final int WAVES = 4;
	private static final int FAR = 10;

	private final double x;
	private final double y;
	private final double length;
	private final double width;
	private final double cosine;
	private final double sine;
	private final double[] waves = new double[WAVES];
	private final double[] phases = new double[WAVES];

	/**
	 * Round.
	 *
	 * @param wavy the deviation of the margin, as a part of the radius
	 */
	Blob(final Chance chance, final double x, final double y, final double radius,
		final double wavy)
	{
		this(chance, new double[] { x, y }, new double[] { radius, radius }, wavy);
	}

	/** @param halves of length and width; the direction is drawn */
	Blob(final Chance chance, final double[] centre, final double[] halves, final double wavy) {
		x = centre[0];
		y = centre[1];
		length = halves[0];
		width = halves[1];
		final double turn = chance.between(0, StrictMath.PI);
		cosine = StrictMath.cos(turn);
		sine = StrictMath.sin(turn);
		for (int m = 0; m < WAVES; m++) {
			waves[m] = wavy * chance.between(-1, 1);
			phases[m] = chance.between(0, 2 * StrictMath.PI);
		}
	}

	/** Elongated by some factor from 1 on, of the same area as a circle. */
	static Blob oval(final Chance chance, final double[] centre, final double radius,
		final double elongation)
	{
		final double root = Math.sqrt(elongation);
		return new Blob(chance, centre, new double[] { radius * root, radius / root }, 0.05);
	}

	@Override
	public double at(final double px, final double py) {
		return Math.max(0, Math.min(1, margin(px, py) + 0.5));
	}

	/**
	 * How far a place is within the margin, in pixels about; negative outside, without end far away.
	 */
	double margin(final double px, final double py) {
		final double reach = FAR + 1.5 * Math.max(length, width);
		if (Math.abs(px - x) > reach || Math.abs(py - y) > reach) return Double.NEGATIVE_INFINITY;
		final double along = ((px - x) * cosine + (py - y) * sine) / length;
		final double across = ((py - y) * cosine - (px - x) * sine) / width;
		final double radius = Math.sqrt(along * along + across * across);
		return (rim(StrictMath.atan2(across, along)) - radius) * Math.min(length, width);
	}

	private double rim(final double angle) {
		double rim = 1;
		for (int m = 0; m < WAVES; m++)
			rim += waves[m] * StrictMath.cos((m + 2) * angle + phases[m]);
		return rim;
	}
}
