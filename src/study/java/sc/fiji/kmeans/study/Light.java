package sc.fiji.kmeans.study;

import java.util.Arrays;

/** Planes of light on their way through the optics, 1 where white is; changed in place. */
final class Light {

	private static final int SIZE = Scene.SIZE;

	private final double[][] planes;

	/** @param planes are changed */
	Light(final double[][] planes) {
		this.planes = planes;
	}

	double[][] planes() {
		return planes;
	}

	/** @param illumination of all planes alike */
	Light under(final Field illumination) {
		for (final double[] plane : planes)
			for (int i = 0; i < plane.length; i++)
				plane[i] *= illumination.at(i % SIZE, i / SIZE);
		return this;
	}

	/** Out of focus, by a Gaussian; edges are continued. */
	Light blurred(final double sigma) {
		if (sigma == 0) return this;
		final double[] kernel = kernel(sigma);
		for (int p = 0; p < planes.length; p++)
			planes[p] = blurred(blurred(planes[p], kernel, 1, SIZE), kernel, SIZE, 1);
		return this;
	}

	/** Adds a part of the blurred light, as that of other layers. */
	Light withHaze(final double part, final double sigma) {
		if (part == 0) return this;
		final Light haze = new Light(
			Arrays.stream(planes).map(double[]::clone).toArray(double[][]::new)).blurred(sigma);
		for (int p = 0; p < planes.length; p++)
			for (int i = 0; i < planes[p].length; i++)
				planes[p][i] += part * haze.planes[p][i];
		return this;
	}

	/** One half of it, from the middle on. */
	private static double[] kernel(final double sigma) {
		final double[] kernel = new double[(int) Math.ceil(3 * sigma) + 1];
		Arrays.setAll(kernel, i -> StrictMath.exp(-i * i / (2 * sigma * sigma)));
		final double sum = 2 * Arrays.stream(kernel).sum() - kernel[0];
		return Arrays.stream(kernel).map(k -> k / sum).toArray();
	}

	/** @param step from a pixel to the next, and from a line to the next */
	private static double[] blurred(final double[] plane, final double[] kernel, final int step,
		final int line)
	{
		final double[] out = new double[plane.length];
		for (int a = 0; a < SIZE; a++)
			for (int b = 0; b < SIZE; b++) {
				double sum = kernel[0] * plane[a * line + b * step];
				for (int i = 1; i < kernel.length; i++)
					sum += kernel[i] * (plane[a * line + Math.max(0, b - i) * step]
						+ plane[a * line + Math.min(SIZE - 1, b + i) * step]);
				out[a * line + b * step] = sum;
			}
		return out;
	}

	/** Darker towards the corners: 1 in a middle that is a little off, some part in a corner. */
	static Field vignette(final Chance chance, final double low, final double high) {
		final double corner = 1 - chance.strength() * (1 - chance.between(low, high));
		final double x = SIZE * chance.between(0.4, 0.6);
		final double y = SIZE * chance.between(0.4, 0.6);
		return (px, py) -> 1
			- (1 - corner) * ((px - x) * (px - x) + (py - y) * (py - y)) / (0.5 * SIZE * SIZE);
	}

	/** From bright at one side to dark at the other, and a shadow with a soft edge. */
	static Field shade(final Chance chance) {
		final double turn = chance.between(0, 2 * StrictMath.PI);
		final double cosine = StrictMath.cos(turn) / SIZE;
		final double sine = StrictMath.sin(turn) / SIZE;
		final double slope = chance.strength() * chance.between(0.3, 0.7);
		final double shadow = chance.strength() * chance.between(0.4, 0.6);
		final double edge = chance.between(-0.2, 0.2);
		return (x, y) -> {
			final double along = (x - SIZE / 2) * cosine + (y - SIZE / 2) * sine;
			final double across = (y - SIZE / 2) * cosine - (x - SIZE / 2) * sine;
			final double inShadow = Math.max(0, Math.min(1, (across - edge) * 10 + 0.5));
			return (1 - slope * (along + 0.5) * 0.7) * (1 - shadow * inShadow);
		};
	}
}
