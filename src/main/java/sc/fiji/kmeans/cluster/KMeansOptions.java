package sc.fiji.kmeans.cluster;

import java.util.Objects;

/**
 * Settings of a k-means clustering; immutable. Begin with the {@link #defaults()}. Each
 * {@code with} method gives a copy with one setting changed, or throws an
 * {@link IllegalArgumentException} that names the setting, its value and what it takes.
 */
public final class KMeansOptions {

	/** The largest number of clusters: labels have 16 bits, and 0 means none. */
	public static final int MAX_CLUSTERS = 65535;

	private static final KMeansOptions DEFAULTS = new KMeansOptions();

	private int clusters = 3;
	private double epsilon = 0.2;
	private int iterations = 100;
	private int attempts = 10;
	private Initialization initialization = Initialization.KMEANS_PLUS_PLUS;
	private long randomSeed = 1;

	private KMeansOptions() {}

	private KMeansOptions(final KMeansOptions other) {
		clusters = other.clusters;
		epsilon = other.epsilon;
		iterations = other.iterations;
		attempts = other.attempts;
		initialization = other.initialization;
		randomSeed = other.randomSeed;
	}

	/**
	 * 3 clusters, epsilon 0.2, 100 iterations, 10 attempts, k-means++, random
	 * seed 1.
	 */
	public static KMeansOptions defaults() {
		return DEFAULTS;
	}

	/** At most this many clusters; never more than there are distinct points. */
	public int clusters() {
		return clusters;
	}

	/**
	 * An attempt stops when no centre moves farther than this: Euclidean distance in
	 * units of the points. 0 runs to the fixed point.
	 */
	public double epsilon() {
		return epsilon;
	}

	/** Largest number of mean updates in one attempt. */
	public int iterations() {
		return iterations;
	}

	/**
	 * Number of independent starts. The smallest compactness wins, the earliest of equal
	 * ones.
	 */
	public int attempts() {
		return attempts;
	}

	/** How an attempt chooses its first centres. */
	public Initialization initialization() {
		return initialization;
	}

	/** Seed of all starts: the same seed gives the same result. */
	public long randomSeed() {
		return randomSeed;
	}

	/** @param value 1 to {@link #MAX_CLUSTERS} */
	public KMeansOptions withClusters(final int value) {
		require(value >= 1 && value <= MAX_CLUSTERS, "clusters", value,
			"a whole number from 1 to " + MAX_CLUSTERS);
		final KMeansOptions copy = new KMeansOptions(this);
		copy.clusters = value;
		return copy;
	}

	/** @param value 0 or more */
	public KMeansOptions withEpsilon(final double value) {
		require(value >= 0, "epsilon", value, "a number, 0 or more");
		final KMeansOptions copy = new KMeansOptions(this);
		copy.epsilon = value;
		return copy;
	}

	/** @param value 1 or more */
	public KMeansOptions withIterations(final int value) {
		require(value >= 1, "iterations", value, "a whole number, 1 or more");
		final KMeansOptions copy = new KMeansOptions(this);
		copy.iterations = value;
		return copy;
	}

	/** @param value 1 or more */
	public KMeansOptions withAttempts(final int value) {
		require(value >= 1, "attempts", value, "a whole number, 1 or more");
		final KMeansOptions copy = new KMeansOptions(this);
		copy.attempts = value;
		return copy;
	}

	/** @param value not null */
	public KMeansOptions withInitialization(final Initialization value) {
		final KMeansOptions copy = new KMeansOptions(this);
		copy.initialization = Objects.requireNonNull(value, "initialization");
		return copy;
	}

	/** @param value any number */
	public KMeansOptions withRandomSeed(final long value) {
		final KMeansOptions copy = new KMeansOptions(this);
		copy.randomSeed = value;
		return copy;
	}

	@Override
	public String toString() {
		return "clusters=" + clusters + " epsilon=" + epsilon + " iterations=" + iterations
			+ " attempts=" + attempts + " initialization=" + initialization + " random_seed="
			+ randomSeed;
	}

	private static void require(final boolean fits, final String name, final Object value,
		final String bound)
	{
		if (!fits) throw new IllegalArgumentException(name + " = " + value + ": takes " + bound);
	}
}
