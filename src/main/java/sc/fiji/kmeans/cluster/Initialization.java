package sc.fiji.kmeans.cluster;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;

/** How an attempt chooses the centres that it starts from. */
public enum Initialization {

	/**
	 * Greedy k-means++: the first centre is a point drawn by weight, each further
	 * one the best of three points drawn by weight times squared distance to the
	 * nearest centre so far. (Arthur and Vassilvitskii: k-means++: the advantages
	 * of careful seeding, SODA 2007.)
	 */
	KMEANS_PLUS_PLUS("k-means++") {

		@Override
		Centres choose(final PointArray points, final int k, final Random random,
			final Checkpoint checkpoint)
		{
			return new PlusPlusSeeding(points, random, checkpoint).choose(k);
		}
	},

	/**
	 * Every coordinate uniform between the smallest and the largest value of its
	 * dimension, widened on both sides by 1/d of their distance, d being the
	 * number of dimensions, as in OpenCV.
	 */
	RANDOM("random") {

		@Override
		Centres choose(final PointArray points, final int k, final Random random,
			final Checkpoint checkpoint)
		{
			return Centres.fill(k, points.dimensions(), (j, q) -> {
				final double margin = (points.max(q) - points.min(q)) / points.dimensions();
				final double low = points.min(q) - margin;
				return low + random.nextDouble() * (points.max(q) + margin - low);
			});
		}
	};

	private final String label;

	Initialization(final String label) {
		this.label = label;
	}

	abstract Centres choose(PointArray points, int k, Random random,
		Checkpoint checkpoint);

	/** The name that users see: in dialogs, macros and on the command line. */
	@Override
	public String toString() {
		return label;
	}

	/**
	 * The initialization of that name.
	 *
	 * @throws IllegalArgumentException if there is none; names the choices
	 */
	public static Initialization of(final String label) {
		return Arrays.stream(values()).filter(i -> i.label.equals(label)).findFirst()
			.orElseThrow(() -> new IllegalArgumentException("initialization = " +
				label + ": takes " + labels()));
	}

	private static String labels() {
		return Arrays.stream(values()).map(Initialization::toString).collect(
			Collectors.joining(" or "));
	}
}
