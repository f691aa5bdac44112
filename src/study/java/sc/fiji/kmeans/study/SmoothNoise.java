package sc.fiji.kmeans.study;

import java.util.Random;

/** Random numbers at the knots of a grid, and smooth between them (Perlin 1985). */
final class SmoothNoise implements Field {

	/** The deviation between knots is less than that at knots. */
	private static final double EVENED = 1.35;

	private final double length;
	private final int across;
	private final double[] knots;

	/** @param length from knot to knot, in pixels */
	SmoothNoise(final Random random, final double length) {
		this.length = length;
		across = (int) (Scene.SIZE / length) + 3;
		knots = random.doubles((long) across * across).map(u -> random.nextGaussian()).toArray();
	}

	@Override
	public double at(final double x, final double y) {
		final int i = knot(x);
		final int j = knot(y);
		final double u = faded(x / length - i);
		final double top = between(j * across + i, u);
		final double bottom = between((j + 1) * across + i, u);
		return EVENED * (top + faded(y / length - j) * (bottom - top));
	}

	private int knot(final double place) {
		return Math.max(0, Math.min(across - 2, (int) (place / length)));
	}

	private double between(final int knot, final double u) {
		return knots[knot] + u * (knots[knot + 1] - knots[knot]);
	}

	private static double faded(final double u) {
		return u * u * (3 - 2 * u);
	}
}
